"""Decodes bytes to text: reports a guessed encoding, and refuses what is not text."""

import codecs
import re

from handout.errors import ReadError
from handout.model.notice import Notice
from handout.read.raw.faults import MARK, are_few, decode_with_faults, fault_notices
from handout.read.raw.guess import (
    COMMON,
    SAMPLE,
    guess_text,
    is_readable,
    larger_sister,
    not_text,
    share_of_frequent,
    with_guess_notice,
)

# The longest article the plan is made for: about 600 printed pages.
MOST_BYTES = 10_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# If the user names the encoding, so many characters may be faulty.
_MOST_FAULTS, _ASKED_ONE_IN = 2, 5


def decode(
    content: bytes, *, name: str, encoding: str = "", hinted: str = ""
) -> tuple[str, tuple[Notice, ...]]:
    """The text without its byte-order mark; line ends become line feeds.

    `encoding` is the user's choice and is obeyed. Otherwise the byte-order mark,
    UTF-8, what the file declares (`hinted`), GB18030 and Big5 are tried, then
    charset-normalizer. Bytes that are not a character are marked with U+FFFD, and a
    notice says where. Raises ReadError if the file is too large or not text.
    """
    if len(content) > MOST_BYTES:
        raise ReadError(
            f"is {len(content) / 1e6:.0f} MB; handout reads texts up to "
            f"{MOST_BYTES / 1e6:.0f} MB",
            where=name,
            hint="split it into chapters and give each its own file",
        )
    if encoding:
        text, notices = _as_asked(content, name, encoding)
    else:
        text, notices = _guess_decoding(content, name, hinted)
    if len(_CONTROL.findall(text)) * 100 > len(text) + 500:
        raise not_text(name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notices


def _as_asked(
    content: bytes, name: str, encoding: str
) -> tuple[str, tuple[Notice, ...]]:
    refused = ReadError(
        f"cannot be decoded as {encoding}",
        where=name,
        hint="leave the encoding out to have it found, or try gb18030 or big5",
    )
    try:
        text, faults = decode_with_faults(content, larger_sister(encoding) or encoding)
    # Codecs that are not text encodings ("zip", "rot13") each fail differently.
    except (LookupError, ValueError, AttributeError, TypeError, OSError) as error:
        raise refused from error
    if len(faults) > _MOST_FAULTS + len(text) // _ASKED_ONE_IN:
        raise refused
    return text.removeprefix("\ufeff"), fault_notices(faults, encoding, name)


def _guess_decoding(
    content: bytes, name: str, hinted: str
) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text, faults = decode_with_faults(content, encoding)
            sound = not faults or is_readable(text.replace(MARK, ""))
            if not are_few(faults, text) or not sound:
                raise not_text(name)
            return text.removeprefix("\ufeff"), fault_notices(faults, encoding, name)
    wide = _without_mark(content)
    if wide:
        return with_guess_notice(content.decode(wide), "UTF-16", name)
    # A lone surrogate is not valid UTF-8, yet programs write it: keep the rest.
    for errors in ("strict", "surrogatepass"):
        try:
            return content.decode("utf-8", errors), ()
        except UnicodeDecodeError:
            continue
    if cut := _cut_off(content):
        message = "ends in the middle of a character; is it complete?"
        return cut, (Notice("encoding", message, name),)
    return _mostly_utf8(content, name) or guess_text(content, name, hinted)


def _mostly_utf8(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]] | None:
    """Text whose non-ASCII characters are UTF-8 but for a few; else None."""
    sample = content[:SAMPLE].decode("utf-8", "replace")
    if not _is_mostly_sound(sample, sample.count(MARK)):
        return None
    text, faults = decode_with_faults(content, "utf-8")
    if not _is_mostly_sound(text, len(faults)):
        return None
    return text, fault_notices(faults, "utf-8", name)


def _is_mostly_sound(text: str, faults: int) -> bool:
    beyond = len(text) - len(text.encode("ascii", "ignore")) - faults
    # Bytes of another encoding sometimes form a UTF-8 character by chance.
    return beyond >= 4 * faults


def _cut_off(content: bytes) -> str:
    """The text of UTF-8 that is cut inside its last character, else ""."""
    for lost in (1, 2, 3):
        try:
            return content[:-lost].decode("utf-8")
        except UnicodeDecodeError:
            continue
    return ""


def _without_mark(content: bytes) -> str:
    """Recognise UTF-16 without a byte-order mark by the zeros of its line ends."""
    sample = content[:SAMPLE]
    if len(content) % 2 or b"\x00" not in sample:
        return ""
    for encoding, ends in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        readable = len(COMMON.findall(text[:SAMPLE])) * 10 > 9 * len(text[:SAMPLE])
        if readable and (ends in sample or share_of_frequent(text) > 0.05):
            return encoding
    return ""
