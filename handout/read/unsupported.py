"""Recognises common files that handout does not read, and says what to do with each."""

from dataclasses import dataclass
from pathlib import PurePath

from handout.errors import ReadError


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: what it is, and what to do with it."""

    what: str
    hint: str


_RTF = _Kind("an RTF file", "open it in Word or LibreOffice and save it as .docx")
_WORD = _Kind(
    "in the old format of Word (.doc)",
    "open it in Word, WPS or LibreOffice and save it as .docx",
)
_WPS = _Kind("a file of WPS", "open it in WPS or LibreOffice and save it as .docx")
_SHEET = _Kind(
    "a table of Excel or the like, not an article",
    "copy the text that is to be read into a .docx file",
)
_SLIDES = _Kind(
    "a file of slides, not an article",
    "copy the text that is to be read into a .docx file, or save the slides as .pdf",
)
_PAGES = _Kind(
    "a file of Pages, Numbers or Keynote",
    "open it there and export it to Word (.docx) or .pdf",
)
_CAJ = _Kind(
    "a CAJ file of CNKI",
    "download the article as .pdf, or print it to .pdf in CAJViewer",
)
_OFD = _Kind("an OFD file", "open it in an OFD reader and print or save it as .pdf")
_PICTURE = _Kind(
    "a picture, whatever its name says",
    "give the text it shows; for a scan, put it into a .pdf and have its text "
    "recognised: ocrmypdf -l chi_sim in.pdf out.pdf",
)
_UNPACK = "unpack it and give a file that is in it"
_RAR, _SEVEN = _Kind("a RAR archive", _UNPACK), _Kind("a 7-Zip archive", _UNPACK)
_GZIP = _Kind("a gzip archive", _UNPACK)
_KINDLE = _Kind(
    "a Kindle book",
    "convert it to .epub, for example with Calibre; one with copy protection "
    "cannot be read",
)
_DJVU = _Kind("a DjVu file", "convert it to a .pdf that holds its text")
_FLAT = _Kind("a flat OpenDocument file", "open it in LibreOffice and save it as .odt")
_SAFARI = _Kind("a web archive of Safari", "save the page as .html or as .pdf")
_HELP = _Kind("a help file", "convert it to .html or .epub")
_TEX = _Kind("a TeX file", "give the .pdf made of it, or convert it to .docx")
_MAIL = _Kind("a mail", "save its text as .txt or .html")
_SOUND = _Kind("a recording, not a text", "give a transcript of it as .txt or .docx")
_LINK = _Kind("only a link to a file or a page", "give the file or the saved page")
_LOCK = _Kind(
    "not a document: Word leaves it beside one that is open",
    "give the document itself, the file of the same name without ~$",
)
_POSTSCRIPT = _Kind("a PostScript file", "convert it to .pdf and give that")

_BY_MAGIC = (
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"Rar!\x1a", _RAR),
    (b"7z\xbc\xaf", _SEVEN),
    (b"\x1f\x8b", _GZIP),
    (b"%!PS", _POSTSCRIPT),
    (b"CAJ\x00", _CAJ),
    (b"HN\x00", _CAJ),
    (b"AT&TFORM", _DJVU),
    (b"ITSF\x03", _HELP),
    (b"bplist00", _SAFARI),
    (b"ID3\x03", _SOUND),
    (b"ID3\x04", _SOUND),
    (b"L\x00\x00\x00\x01\x14\x02", _LINK),
)
_BY_ENTRY = (
    ("ppt/presentation.xml", _SLIDES),
    ("xl/workbook.xml", _SHEET),
    ("Index/Document.iwa", _PAGES),
    ("Index.zip", _PAGES),
    ("OFD.xml", _OFD),
)
_NAMES = {
    ".wps": _WPS,
    **dict.fromkeys((".xlsx", ".xls", ".et", ".ods", ".csv", ".numbers"), _SHEET),
    **dict.fromkeys((".pptx", ".ppt", ".dps", ".odp", ".key"), _SLIDES),
    ".pages": _PAGES,
    **dict.fromkeys((".caj", ".kdh", ".nh"), _CAJ),
    ".ofd": _OFD,
    **dict.fromkeys((".heic", ".webp", ".bmp", ".tif", ".tiff", ".svg"), _PICTURE),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".kfx"), _KINDLE),
    ".djvu": _DJVU,
    ".fodt": _FLAT,
    ".webarchive": _SAFARI,
    ".chm": _HELP,
    ".tex": _TEX,
    **dict.fromkeys((".eml", ".msg"), _MAIL),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".mp4", ".mov", ".srt"), _SOUND),
    **dict.fromkeys((".url", ".lnk", ".webloc", ".gdoc"), _LINK),
}
_OLD = b"\xd0\xcf\x11\xe0"


def refuse_known(content: bytes, name: str) -> None:
    """Raise ReadError with a hint if the content is of a kind that is not read."""
    for magic, kind in _BY_MAGIC:
        if content.startswith(magic):
            raise _error(kind, name)
    if content.startswith(_OLD):
        raise _old_office(content, name)
    if content[4:12] in (b"ftypheic", b"ftypmif1") or content[8:12] == b"WEBP":
        raise _error(_PICTURE, name)
    if content[60:68] in (b"BOOKMOBI", b"TPZ3"):
        raise _error(_KINDLE, name)
    if PurePath(name).name.startswith("~$") and len(content) < 1000:
        raise _error(_LOCK, name)


def refuse_named(name: str) -> None:
    """Raise ReadError if the suffix is one of a kind that is not read."""
    if kind := _NAMES.get(PurePath(name).suffix.lower()):
        raise _error(kind, name)


def of_entries(entries: set[str], mimetype: bytes, name: str) -> None:
    """Raise ReadError if what a zip file holds is of a kind that is not read."""
    for entry, kind in _BY_ENTRY:
        if entry in entries:
            raise _error(kind, name)
    if b"opendocument" in mimetype and b"opendocument.text" not in mimetype:
        slides = b"presentation" in mimetype or b"graphics" in mimetype
        raise _error(_SLIDES if slides else _SHEET, name)
    if "encrypted-package" in entries:
        raise _locked_error(name)


def _old_office(content: bytes, name: str) -> ReadError:
    if _wide("EncryptedPackage") in content:
        return _locked_error(name)
    if _wide("WordDocument") in content:
        return _error(_WORD, name)
    if _wide("Workbook") in content:
        return _error(_SHEET, name)
    if _wide("PowerPoint Document") in content:
        return _error(_SLIDES, name)
    named = _NAMES.get(PurePath(name).suffix.lower())
    return _error(named or _WORD, name)


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _locked_error(name: str) -> ReadError:
    return ReadError(
        "is protected with a password",
        where=name,
        hint="open it in its own program, take the password off and save it",
    )


def _error(kind: _Kind, name: str) -> ReadError:
    return ReadError(f"is {kind.what}", where=name, hint=kind.hint)
