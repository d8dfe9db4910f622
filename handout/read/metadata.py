"""What a file says of itself beside its text, and when that is not to be believed."""

import re

from handout.errors import ReadError
from handout.model.chinese import HAN
from handout.read.raw.archive import Container
from handout.read.raw.xml import Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
# Names that programs and installers put where an author's should stand.
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
    """Give the author a file names, or "" if a program or an installer named itself.

    `account` says that office programs fill the field from the account: there a
    single Latin word ("dell") is one too, and only a name in Han characters or of
    two words is believed.
    """
    found = " ".join((name or "").split())
    if not found or len(found) > _LONGEST_NAME or _NO_AUTHOR.match(found):
        return ""
    if account and not (_HAN_NAME.match(found) or _LATIN_NAME.match(found)):
        return ""
    return found


def title(text: str | None) -> str:
    """Give the title a file names, or "" for a file's name or a program's words."""
    found = " ".join((text or "").split())
    known = not found or len(found) > _LONGEST_TITLE or _NO_TITLE.match(found)
    return "" if known else found


def of_office(container: Container, entry: str) -> dict[str, str]:
    """Give title and author of a Word or OpenDocument file.

    Its dates are those of saving, and say nothing of when the text was written.
    """
    if entry not in container:
        return {}
    try:
        root = container.xml_of(entry)
    except ReadError:
        # The text can be whole where this part is not.
        return {}
    first = _said(root, _META + "initial-creator") or _said(root, _DC + "creator")
    return {
        "title": title(_said(root, _DC + "title")),
        "byline": author(first, account=True),
    }


def of_book(book: Element) -> dict[str, str]:
    """Give title, author, day and publisher of an e-book."""
    day = re.match(r"\d{4}-\d{2}-\d{2}", _said(book, _DC + "date"))
    return {
        "title": _said(book, _DC + "title")[:200],
        "byline": author(_said(book, _DC + "creator")),
        "date": day.group(0) if day else "",
        "source": author(_said(book, _DC + "publisher")),
    }


def of_pdf(said: dict[str, str]) -> dict[str, str]:
    """Give title and author of a PDF; its dates are those of printing."""
    return {
        "title": title(said.get("Title")),
        "byline": author(said.get("Author"), account=True),
    }


def _said(root: Element, name: str) -> str:
    return " ".join(str(root.findtext(f".//{name}") or "").split())
