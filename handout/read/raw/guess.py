"""Guesses the encoding of text that is not UTF-8 and has no byte-order mark."""

import codecs
import re

from handout.errors import ReadError
from handout.model.chinese import HAN
from handout.model.notice import Notice
from handout.read.raw.faults import (
    MARK,
    Fault,
    are_few,
    decode_with_faults,
    fault_notices,
    shown_as,
    usual,
)
from handout.read.raw.frequent import FREQUENT

# A wrong guess is full of these: private use, unassigned, and Han nobody writes.
_ODD = re.compile(r"[\ue000-\uf8ff\ufffd\u0080-\u009f]")
COMMON = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s“”‘’—…·]")
_HAN = re.compile(f"[{HAN}]")
_LEAST_LIKED = 0.06
_CURLY = frozenset("“”‘’„‚«»‹›–—…•·€£©®™°§¶\xa0¿¡")
SAMPLE = 40_000
# A text with so few Han characters is not judged by its frequent ones.
_SHORT = 12
# Encodings whose faults show, since not every byte is a character in them.
_STRICT = re.compile(r"utf|gb|big5|euc|shift|jis|cp9|iso2022|johab|hz")

Guess = tuple[str, tuple[Notice, ...]]


def guess_text(content: bytes, name: str, hinted: str) -> Guess:
    """The text in the declared encoding, in GB18030 or Big5, or in a likely one.

    Raises ReadError if it does not look like text in any of them.
    """
    declared = larger_sister(hinted)
    tried = dict.fromkeys([declared, "gb18030", "big5hkscs"])
    read = {encoding: _strictly(content, encoding) for encoding in tried if encoding}
    good = {encoding: text for encoding, text in read.items() if is_readable(text)}
    # Any Chinese has its frequent words; text without them is another language.
    if good and max(share_of_frequent(text) for text in good.values()) >= _LEAST_LIKED:
        # A declared encoding counts as much as a few frequent characters.
        liked = {encoding: share_of_frequent(text) for encoding, text in good.items()}
        best = max(good, key=lambda e: liked[e] + 0.02 * (e == declared))
        return good[best], encoding_notices(best, name) if best != declared else ()
    if found := _with_faults(content, name, declared):
        return found
    short = next((e for e, text in good.items() if _is_short_han(text)), "")
    if short:
        return good[short], encoding_notices(short, name)
    asked = _ask_normalizer(content, name)
    if asked is None and good:
        best = next(iter(good))
        return good[best], encoding_notices(best, name)
    if asked is None:
        raise not_text(name)
    return asked


def _with_faults(content: bytes, name: str, declared: str) -> Guess | None:
    """The text as declared or as Chinese, despite a few wrong bytes; else None."""
    best: tuple[float, str, str, tuple[Fault, ...]] = (0.0, "", "", ())
    for encoding in dict.fromkeys([declared, "gb18030", "big5hkscs"]):
        believed = encoding == declared
        found = (
            _decode_sound(content, encoding, believed=believed) if encoding else None
        )
        if found is None:
            continue
        text, faults = found
        if believed:
            return text, fault_notices(faults, encoding, name)
        liked = share_of_frequent(text) - len(faults) / max(1, len(text))
        if liked >= _LEAST_LIKED and liked > best[0]:
            best = liked, encoding, text, faults
    _, encoding, text, faults = best
    return (text, encoding_notices(encoding, name, faults)) if text else None


def _decode_sound(
    content: bytes, encoding: str, *, believed: bool
) -> tuple[str, tuple[Fault, ...]] | None:
    try:
        text, faults = decode_with_faults(content, encoding)
    except (UnicodeError, LookupError, AttributeError, TypeError):
        return None
    sure = (believed and _STRICT.match(encoding)) or is_readable(text.replace(MARK, ""))
    return (text, faults) if sure and are_few(faults, text) else None


def _is_short_han(text: str) -> bool:
    """Whether a text is too short to judge but consists of usual Chinese."""
    han = _HAN.findall(text)
    return 0 < len(han) <= _SHORT and all(map(usual, text))


def larger_sister(encoding: str) -> str:
    """Python's name of a declared encoding, or of its larger sister if it has one."""
    try:
        name = codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""
    return {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name)


def _strictly(content: bytes, encoding: str) -> str:
    # A file cut in the middle of its last character still decodes.
    for cut in (0, 1):
        try:
            return content[: len(content) - cut].decode(encoding)
        except (UnicodeError, LookupError, AttributeError, TypeError):
            continue
    return ""


def is_readable(text: str) -> bool:
    """Whether a text is mostly Chinese or ASCII, with hardly an odd character."""
    sample = text[:SAMPLE]
    odd, common = len(_ODD.findall(sample)), len(COMMON.findall(sample))
    return bool(sample) and odd * 100 <= len(sample) and common * 10 >= len(sample) * 8


def share_of_frequent(text: str) -> float:
    """The share of the most frequent characters among the Han characters."""
    han = _HAN.findall(text[:SAMPLE])
    return sum(character in FREQUENT for character in han) / max(1, len(han))


def _ask_normalizer(content: bytes, name: str) -> Guess | None:
    from charset_normalizer import from_bytes

    if _is_western(content):
        return with_guess_notice(_strictly(content, "cp1252"), "Windows-1252", name)
    best = from_bytes(content[:SAMPLE], threshold=0.1).best()
    text = _strictly(content, best.encoding) if best else ""
    if not best or not text or len(_ODD.findall(text)) * 50 > len(text):
        return None
    return with_guess_notice(text, best.encoding, name)


def _is_western(content: bytes) -> bool:
    """Whether bytes are Latin text with a few accents and curly quotes of Windows."""
    text = _strictly(content, "cp1252")
    high = [character for character in text if character > "\x7f"]
    few = bool(text) and len(high) * 8 <= len(text)
    return few and all(c.isalpha() or c in _CURLY for c in high)


def encoding_notices(
    encoding: str, name: str, faults: tuple[Fault, ...] = ()
) -> tuple[Notice, ...]:
    """The notices of which encoding was guessed, and where bytes do not fit it."""
    shown = shown_as(encoding)
    return (
        *with_guess_notice("", shown, name)[1],
        *fault_notices(faults, encoding, name),
    )


def with_guess_notice(text: str, encoding: str, name: str) -> Guess:
    """A text with the notice that its encoding was guessed."""
    message = (
        f"read as {encoding}, since it is not UTF-8; "
        "if its characters look wrong, name the encoding with --encoding"
    )
    return text, (Notice("encoding", message, name),)


def not_text(name: str) -> ReadError:
    """The error for bytes that are not text in any encoding known here."""
    return ReadError(
        "is not text in UTF-8, UTF-16, GB18030 or Big5",
        where=name,
        hint="open it in the program that made it and save it as text in UTF-8, "
        "or name its encoding with --encoding",
    )
