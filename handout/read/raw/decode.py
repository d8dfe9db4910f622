"""From bytes to text: says which encoding it took, and refuses what is not text."""

import codecs
import re

from handout.errors import ReadError
from handout.model.notice import Notice

# The longest article the plan is made for: about 600 pages of print.
MOST_BYTES = 10_000_000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES = {"gb18030": "GB18030", "big5hkscs": "Big5", "utf-16-le": "UTF-16"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What a wrong guess is full of: private use, unassigned, and Han nobody writes.
_ODD = re.compile(r"[\ue000-\uf8ff\ufffd\u0080-\u009f]")
_COMMON = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s“”‘’—…·]")
_HAN = re.compile(r"[\u3400-\u9fff]")
# A fifth of any Chinese text is these; a wrong guess hits them by chance only.
_FREQUENT = frozenset(
    "的一是不了在人有我他中大上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
    "个國說們為時會著過學這来來对對可她里裡后後小么麼心多天而能好都然没沒日于於起还還发發成"
    "事只作当當想看文无無开開手十用主行方又如前所本见見经經头頭面公同三已老从從动動两兩长長"
    "第章节節工业業党政民"
)
_LEAST_LIKED = 0.06
_CURLY = frozenset("“”‘’„‚«»‹›–—…•·€£©®™°§¶\xa0¿¡")
_SAMPLE = 40_000


def decode(
    content: bytes, *, name: str, encoding: str = "", hinted: str = ""
) -> tuple[str, tuple[Notice, ...]]:
    """Give the text without its byte-order mark; line ends become line feeds.

    `encoding` is the user's word and is obeyed. Otherwise the byte-order mark,
    UTF-8, what the file says of itself (`hinted`), GB18030 and Big5 are tried, then
    charset-normalizer is asked. Raises ReadError for too large a file or no text.
    """
    if len(content) > MOST_BYTES:
        raise ReadError(
            f"is {len(content) / 1e6:.0f} MB; handout reads texts up to "
            f"{MOST_BYTES / 1e6:.0f} MB",
            where=name,
            hint="split it into chapters and give each its own file",
        )
    notices: tuple[Notice, ...] = ()
    if encoding:
        text = _as_told(content, name, encoding)
    else:
        text, notices = _guessed(content, name, hinted)
    if len(_CONTROL.findall(text)) * 100 > len(text) + 500:
        raise _not_text(name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notices


def _as_told(content: bytes, name: str, encoding: str) -> str:
    try:
        return content.decode(codecs.lookup(encoding).name).removeprefix("\ufeff")
    # Codecs that are no text encodings ("zip", "rot13") fail in ways of their own.
    except (LookupError, ValueError, AttributeError, TypeError, OSError) as error:
        raise ReadError(
            f"cannot be decoded as {encoding}",
            where=name,
            hint="leave the encoding out to have it found, or try gb18030 or big5",
        ) from error


def _guessed(content: bytes, name: str, hinted: str) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise _not_text(name) from error
    wide = _without_mark(content)
    if wide:
        return _said(content.decode(wide), "UTF-16", name)
    # A lone surrogate is no valid UTF-8, yet other programs write it: keep the rest.
    for errors in ("strict", "surrogatepass"):
        try:
            return content.decode("utf-8", errors), ()
        except UnicodeDecodeError:
            continue
    if cut := _cut_off(content):
        message = "ends in the middle of a character; is it complete?"
        return cut, (Notice("encoding", message, name),)
    return _legacy(content, name, hinted)


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
    sample = content[:_SAMPLE]
    if len(content) % 2 or b"\x00" not in sample:
        return ""
    for encoding, ends in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        readable = len(_COMMON.findall(text[:_SAMPLE])) * 10 > 9 * len(text[:_SAMPLE])
        if readable and (ends in sample or _liked(text) > 0.05):
            return encoding
    return ""


def _legacy(content: bytes, name: str, hinted: str) -> tuple[str, tuple[Notice, ...]]:
    declared = _known(hinted)
    tried = dict.fromkeys([declared, "gb18030", "big5hkscs"])
    read = {encoding: _strictly(content, encoding) for encoding in tried if encoding}
    good = {encoding: text for encoding, text in read.items() if _readable(text)}
    # Chinese of any kind has its frequent words; without them it is another language.
    if good and max(_liked(text) for text in good.values()) >= _LEAST_LIKED:
        # What the file says of itself counts as much as a few frequent characters.
        best = max(good, key=lambda e: _liked(good[e]) + 0.02 * (e == declared))
        if best == declared:
            return good[best], ()
        return _said(good[best], _NAMES.get(best, best.upper()), name)
    asked = _asked(content, name)
    if asked is None and good:
        best, text = next(iter(good.items()))
        return _said(text, _NAMES.get(best, best.upper()), name)
    if asked is None:
        raise _not_text(name)
    return asked


def _known(encoding: str) -> str:
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


def _readable(text: str) -> bool:
    sample = text[:_SAMPLE]
    odd, common = len(_ODD.findall(sample)), len(_COMMON.findall(sample))
    return bool(sample) and odd * 100 <= len(sample) and common * 10 >= len(sample) * 8


def _liked(text: str) -> float:
    """Give the share of the most frequent characters among the Han characters."""
    han = _HAN.findall(text[:_SAMPLE])
    return sum(character in _FREQUENT for character in han) / max(1, len(han))


def _asked(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]] | None:
    from charset_normalizer import from_bytes

    if _is_western(content):
        return _said(_strictly(content, "cp1252"), "Windows-1252", name)
    best = from_bytes(content[:_SAMPLE], threshold=0.1).best()
    text = _strictly(content, best.encoding) if best else ""
    if not best or not text or len(_ODD.findall(text)) * 50 > len(text):
        return None
    return _said(text, best.encoding, name)


def _is_western(content: bytes) -> bool:
    """Tell Latin text with a few accents and curly quotes, as Windows writes it."""
    text = _strictly(content, "cp1252")
    high = [character for character in text if character > "\x7f"]
    few = bool(text) and len(high) * 8 <= len(text)
    return few and all(c.isalpha() or c in _CURLY for c in high)


def _said(text: str, encoding: str, name: str) -> tuple[str, tuple[Notice, ...]]:
    message = (
        f"read as {encoding}, since it is not UTF-8; "
        "if its characters look wrong, name the encoding with --encoding"
    )
    return text, (Notice("encoding", message, name),)


def _not_text(name: str) -> ReadError:
    return ReadError(
        "is no text in UTF-8, UTF-16, GB18030 or Big5",
        where=name,
        hint="open it in the program that made it and save it as text in UTF-8, "
        "or name its encoding with --encoding",
    )
