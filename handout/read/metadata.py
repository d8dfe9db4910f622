"""Reads what a file says about itself outside its text, if that can be believed."""

import re

from handout.errors import ReadError
from handout.model.chinese import HAN
from handout.read.raw.archive import Container
from handout.read.raw.xml import Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
# Names that programs and installers put in place of the author's.
_PROGRAMS = (
    "user users owner admin administrator author unknown none default guest root "
    "anonymous windows office word wps kingsoft pandoc calibre libreoffice aspose pc "
    "hp dell lenovo asus acer thinkpad test null python-docx openpyxl "
    "用户 作者 未知 佚名 匿名 管理员 系统管理员"
)
_INSIDE = (
    "microsoft windows 微软 雨林木风 番茄花园 深度技术 电脑公司 系统之家 poi docx4j"
)
_ANY = "|".join(_PROGRAMS.split())
_NO_AUTHOR = re.compile(
    rf"(?:(?:\w+[ -])?(?:{_ANY})|.*(?:{'|'.join(_INSIDE.split())}).*)[\d_ ]*$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:untitled|no ?title|无标题|未命名|标题|新建|幻灯片|powerpoint|about:blank|"
    r"microsoft word\b|document ?\d*$|文档 ?\d*$|"
    r".*\.(?:docx?|wps|odt|pdf|html?|txt|rtf|indd|qxd)$)",
    re.IGNORECASE,
)
_LONGEST_NAME, _LONGEST_TITLE = 40, 100
_HAN_NAME = re.compile(rf"[{HAN}·、，\s]{{2,}}$")
_LATIN_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:,?\s+[^\W\d_][\w.'’-]*)+$")


def author(name: str | None, *, account: bool = False) -> str:
    """The author a file names, or "" if a program or an installer named itself.

    `account` means that office programs fill the field from the user account: a
    single Latin word ("dell") is an account too, and only a name in Han characters or
    of two words is believed.
    """
    found = " ".join((name or "").split())
    if not found or len(found) > _LONGEST_NAME or _NO_AUTHOR.match(found):
        return ""
    if account and not (_HAN_NAME.match(found) or _LATIN_NAME.match(found)):
        return ""
    return found


def title(text: str | None) -> str:
    """The title a file names, or "" for a file's name or a program's words."""
    found = " ".join((text or "").split())
    known = not found or len(found) > _LONGEST_TITLE or _NO_TITLE.match(found)
    return "" if known else found


def of_office(container: Container, entry: str) -> dict[str, str]:
    """The title and author of a Word or OpenDocument file.

    Its dates are those of saving, and do not say when the text was written.
    """
    if entry not in container:
        return {}
    try:
        root = container.xml_of(entry)
    except ReadError:
        # The text can be intact even if this part is not.
        return {}
    first = _text_of(root, _META + "initial-creator") or _text_of(root, _DC + "creator")
    return {
        "title": title(_text_of(root, _DC + "title")),
        "byline": author(first, account=True),
    }


def of_book(book: Element) -> dict[str, str]:
    """The title, author, date and publisher of an e-book."""
    day = re.match(r"\d{4}-\d{2}-\d{2}", _text_of(book, _DC + "date"))
    return {
        "title": _text_of(book, _DC + "title")[:200],
        "byline": author(_text_of(book, _DC + "creator")),
        "date": day.group(0) if day else "",
        "source": author(_text_of(book, _DC + "publisher")),
    }


def of_pdf(said: dict[str, str]) -> dict[str, str]:
    """The title and author of a PDF; its dates are those of printing."""
    return {
        "title": title(said.get("Title")),
        "byline": author(said.get("Author"), account=True),
    }


def _text_of(root: Element, name: str) -> str:
    return " ".join(str(root.findtext(f".//{name}") or "").split())
