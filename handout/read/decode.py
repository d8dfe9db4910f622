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
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip container (Word, EPUB or ODT)"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF file"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What a wrong guess of GB18030 is full of: private use, and Han nobody writes.
_ODD = re.compile(r"[\ue000-\uf8ff\ufffd\u0080-\u009f]")
_COMMON = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\x20-\x7e\s“”‘’—…·]")


def decode(content: bytes, *, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Give the text without its byte-order mark; line ends become line feeds.

    Tries the byte-order mark, UTF-8, then GB18030. Raises ReadError for too large
    a file, another kind of file, or bytes that are no text in these encodings.
    """
    if len(content) > MOST_BYTES:
        raise ReadError(
            f"is {len(content) / 1e6:.0f} MB; handout reads texts up to "
            f"{MOST_BYTES / 1e6:.0f} MB",
            where=name,
            hint="split it into chapters and give each its own file",
        )
    _refuse_other_kinds(content, name)
    text, notices = _text_of(content, name)
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise _not_text(name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notices


def _refuse_other_kinds(content: bytes, name: str) -> None:
    for magic, kind in _KINDS:
        if content.startswith(magic):
            raise ReadError(
                f"is {kind}, whatever its name says",
                where=name,
                hint="open it in its own program and save the text as .txt (UTF-8)",
            )


def _text_of(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), ()
            except UnicodeDecodeError as error:
                raise _not_text(name) from error
    # A lone surrogate is no valid UTF-8, yet other programs write it: keep the rest.
    for errors in ("strict", "surrogatepass"):
        try:
            return content.decode("utf-8", errors), ()
        except UnicodeDecodeError:
            continue
    return _as_gb18030(content, name)


def _as_gb18030(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise _not_text(name) from error
    odd, common = len(_ODD.findall(text)), len(_COMMON.findall(text))
    if odd * 100 > len(text) or common * 10 < len(text) * 8:
        raise _not_text(name)
    return text, (Notice("encoding", "read as GB18030, since it is not UTF-8", name),)


def _not_text(name: str) -> ReadError:
    return ReadError(
        "is no text in UTF-8 or GB18030",
        where=name,
        hint="open it in the program that made it and save it as text in UTF-8",
    )
