"""From bytes to text: says which encoding it took, and refuses what is not text."""

import codecs
import re

from handout.errors import ReadError
from handout.model.notice import Notice
from handout.read.raw.faults import MARK, are_few, faults_said, mended
from handout.read.raw.guess import (
    COMMON,
    SAMPLE,
    guessed,
    is_readable,
    larger_sister,
    not_text,
    said,
    share_of_frequent,
)

# The longest article the plan is made for: about 600 pages of print.
MOST_BYTES = 10_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# As the user asked for it, a file is read with faults in so many of its characters.
_MOST_FAULTS, _ASKED_ONE_IN = 2, 5


def decode(
    content: bytes, *, name: str, encoding: str = "", hinted: str = ""
) -> tuple[str, tuple[Notice, ...]]:
    """The text without its byte-order mark; line ends become line feeds.

    `encoding` is the user's word and is obeyed. Otherwise the byte-order mark,
    UTF-8, what the file says of itself (`hinted`), GB18030 and Big5 are tried, then
    charset-normalizer is asked. Bytes that are not a character are marked with U+FFFD
    and a notice says where. Raises ReadError for too large a file or no text.
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
        text, notices = _guessed(content, name, hinted)
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
        text, faults = mended(content, larger_sister(encoding) or encoding)
    # Codecs that are no text encodings ("zip", "rot13") fail in ways of their own.
    except (LookupError, ValueError, AttributeError, TypeError, OSError) as error:
        raise refused from error
    if len(faults) > _MOST_FAULTS + len(text) // _ASKED_ONE_IN:
        raise refused
    return text.removeprefix("\ufeff"), faults_said(faults, encoding, name)


def _guessed(content: bytes, name: str, hinted: str) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text, faults = mended(content, encoding)
            sound = not faults or is_readable(text.replace(MARK, ""))
            if not are_few(faults, text) or not sound:
                raise not_text(name)
            return text.removeprefix("\ufeff"), faults_said(faults, encoding, name)
    wide = _without_mark(content)
    if wide:
        return said(content.decode(wide), "UTF-16", name)
    # A lone surrogate is no valid UTF-8, yet other programs write it: keep the rest.
    for errors in ("strict", "surrogatepass"):
        try:
            return content.decode("utf-8", errors), ()
        except UnicodeDecodeError:
            continue
    if cut := _cut_off(content):
        message = "ends in the middle of a character; is it complete?"
        return cut, (Notice("encoding", message, name),)
    return _mostly_utf8(content, name) or guessed(content, name, hinted)


def _mostly_utf8(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]] | None:
    """Text whose characters beyond ASCII are UTF-8 but for a few; else None."""
    sample = content[:SAMPLE].decode("utf-8", "replace")
    if not _is_mostly_sound(sample, sample.count(MARK)):
        return None
    text, faults = mended(content, "utf-8")
    if not _is_mostly_sound(text, len(faults)):
        return None
    return text, faults_said(faults, "utf-8", name)


def _is_mostly_sound(text: str, faults: int) -> bool:
    beyond = len(text) - len(text.encode("ascii", "ignore")) - faults
    # By chance bytes of another encoding are a character of UTF-8 now and then.
    return beyond >= 4 * faults


def _cut_off(content: bytes) -> str:
    """Give the text of UTF-8 that lacks the end of its last character, else ""."""
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
