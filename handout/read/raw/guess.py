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
    faults_said,
    mended,
    shown_as,
    usual,
)
from handout.read.raw.frequent import FREQUENT

# What a wrong guess is full of: private use, unassigned, and Han nobody writes.
_ODD = re.compile(r"[\ue000-\uf8ff\ufffd\u0080-\u009f]")
COMMON = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s“”‘’—…·]")
_HAN = re.compile(f"[{HAN}]")
_LEAST_LIKED = 0.06
_CURLY = frozenset("“”‘’„‚«»‹›–—…•·€£©®™°§¶\xa0¿¡")
SAMPLE = 40_000
# A text of so few Han characters is not judged by its frequent ones.
_SHORT = 12
# Encodings whose faults show: not every byte is a character in them.
_STRICT = re.compile(r"utf|gb|big5|euc|shift|jis|cp9|iso2022|johab|hz")

Guess = tuple[str, tuple[Notice, ...]]


def guessed(content: bytes, name: str, hinted: str) -> Guess:
    """The text in what the file declares, in GB18030 or Big5, or as it looks likely.

    Raises ReadError if it does not look like text in any of them.
    """
    declared = larger_sister(hinted)
    tried = dict.fromkeys([declared, "gb18030", "big5hkscs"])
    read = {encoding: _strictly(content, encoding) for encoding in tried if encoding}
    good = {encoding: text for encoding, text in read.items() if is_readable(text)}
    # Chinese of any kind has its frequent words; without them it is another language.
    if good and max(share_of_frequent(text) for text in good.values()) >= _LEAST_LIKED:
        # What the file says of itself counts as much as a few frequent characters.
        liked = {encoding: share_of_frequent(text) for encoding, text in good.items()}
        best = max(good, key=lambda e: liked[e] + 0.02 * (e == declared))
        return good[best], encoding_said(best, name) if best != declared else ()
    if found := _with_faults(content, name, declared):
        return found
    short = next((e for e, text in good.items() if _is_short_han(text)), "")
    if short:
        return good[short], encoding_said(short, name)
    asked = _asked(content, name)
    if asked is None and good:
        best = next(iter(good))
        return good[best], encoding_said(best, name)
    if asked is None:
        raise not_text(name)
    return asked


def _with_faults(content: bytes, name: str, declared: str) -> Guess | None:
    """Read what a few wrong bytes keep from being declared, or Chinese; else None."""
    best: tuple[float, str, str, tuple[Fault, ...]] = (0.0, "", "", ())
    for encoding in dict.fromkeys([declared, "gb18030", "big5hkscs"]):
        believed = encoding == declared
        found = _mended(content, encoding, believed=believed) if encoding else None
        if found is None:
            continue
        text, faults = found
        if believed:
            return text, faults_said(faults, encoding, name)
        liked = share_of_frequent(text) - len(faults) / max(1, len(text))
        if liked >= _LEAST_LIKED and liked > best[0]:
            best = liked, encoding, text, faults
    _, encoding, text, faults = best
    return (text, encoding_said(encoding, name, faults)) if text else None


def _mended(
    content: bytes, encoding: str, *, believed: bool
) -> tuple[str, tuple[Fault, ...]] | None:
    try:
        text, faults = mended(content, encoding)
    except (UnicodeError, LookupError, AttributeError, TypeError):
        return None
    sure = (believed and _STRICT.match(encoding)) or is_readable(text.replace(MARK, ""))
    return (text, faults) if sure and are_few(faults, text) else None


def _is_short_han(text: str) -> bool:
    """Say whether a text is too short to judge, and all of it usual Chinese."""
    han = _HAN.findall(text)
    return 0 < len(han) <= _SHORT and all(map(usual, text))


def larger_sister(encoding: str) -> str:
    """Name a declared encoding as Python does; its larger sister where it has one."""
    try:
        name = codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""
    return {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name)


def _strictly(content: bytes, encoding: str) -> str:
    # A file cut in the middle of its last character is still that file.
    for cut in (0, 1):
        try:
            return content[: len(content) - cut].decode(encoding)
        except (UnicodeError, LookupError, AttributeError, TypeError):
            continue
    return ""


def is_readable(text: str) -> bool:
    """Say whether a text looks like Chinese or ASCII, and hardly like anything odd."""
    sample = text[:SAMPLE]
    odd, common = len(_ODD.findall(sample)), len(COMMON.findall(sample))
    return bool(sample) and odd * 100 <= len(sample) and common * 10 >= len(sample) * 8


def share_of_frequent(text: str) -> float:
    """Give the share of the most frequent characters among the Han characters."""
    han = _HAN.findall(text[:SAMPLE])
    return sum(character in FREQUENT for character in han) / max(1, len(han))


def _asked(content: bytes, name: str) -> Guess | None:
    from charset_normalizer import from_bytes

    if _is_western(content):
        return said(_strictly(content, "cp1252"), "Windows-1252", name)
    best = from_bytes(content[:SAMPLE], threshold=0.1).best()
    text = _strictly(content, best.encoding) if best else ""
    if not best or not text or len(_ODD.findall(text)) * 50 > len(text):
        return None
    return said(text, best.encoding, name)


def _is_western(content: bytes) -> bool:
    """Tell Latin text with a few accents and curly quotes, as Windows writes it."""
    text = _strictly(content, "cp1252")
    high = [character for character in text if character > "\x7f"]
    few = bool(text) and len(high) * 8 <= len(text)
    return few and all(c.isalpha() or c in _CURLY for c in high)


def encoding_said(
    encoding: str, name: str, faults: tuple[Fault, ...] = ()
) -> tuple[Notice, ...]:
    """Say which encoding was guessed, and where bytes do not fit it."""
    shown = shown_as(encoding)
    return (*said("", shown, name)[1], *faults_said(faults, encoding, name))


def said(text: str, encoding: str, name: str) -> Guess:
    """A text with the notice that its encoding was guessed."""
    message = (
        f"read as {encoding}, since it is not UTF-8; "
        "if its characters look wrong, name the encoding with --encoding"
    )
    return text, (Notice("encoding", message, name),)


def not_text(name: str) -> ReadError:
    """The refusal of bytes that are not text in any encoding known here."""
    return ReadError(
        "is not text in UTF-8, UTF-16, GB18030 or Big5",
        where=name,
        hint="open it in the program that made it and save it as text in UTF-8, "
        "or name its encoding with --encoding",
    )
