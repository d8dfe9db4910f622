"""Reads web pages: the article of a saved page, or all of a page that is a document."""

import re

from handout.read.blocks import Contents, RawFile
from handout.read.contents import contents_of
from handout.read.metadata import author
from handout.read.raw.decode import decode
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element, parse_html
from handout.read.web.article import article_of
from handout.read.web.shown import page_characters
from handout.read.web.walk import PageWalk, Resolver

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*+=\s*+[\"']?+\s*+([\w-]++)", re.I)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
# How sites name them; government pages use PubDate and ContentSource.
_TOLD = {
    "author": "byline",
    "date": "date",
    "pubdate": "date",
    "publishdate": "date",
    "article:published_time": "date",
    "source": "source",
    "contentsource": "source",
    "og:site_name": "source",
}
_DAY = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?")
_DATA = re.compile(r"data:(image/[\w.+-]+);base64,(.+)\Z", re.S)
_MOST_PICTURE = 30_000_000


def read_html(source: RawFile) -> Contents:
    """Read a web page that was saved as one file."""
    return page_contents(source, resolve=embedded_picture)


def page_contents(source: RawFile, *, resolve: Resolver, hinted: str = "") -> Contents:
    """Read a page; `resolve` returns the bytes of pictures that the file contains."""
    declared = _CHARSET.search(source.content[:4096])
    hint = declared.group(1).decode("ascii", "ignore") if declared else hinted
    text, notices = decode(
        source.content, name=source.name, encoding=source.encoding, hinted=hint
    )
    root = parse_page(text, source.name)
    budget = Budget(source.name)
    walk = PageWalk(budget, resolve)
    walk.through(root)
    budget.look()
    blocks = article_of(walk.found, root, text)
    return contents_of(
        blocks,
        name=source.name,
        characters=page_characters(root) + walk.written,
        budget=budget,
        notices=notices,
        pictures=tuple(walk.pictures),
        inside={"title": title_in(root), **_fields_in_head(root)},
        readings=tuple(dict.fromkeys(walk.readings)),
    )


def parse_page(text: str, name: str) -> Element:
    """Parse a page that may declare itself to be XML."""
    return parse_html(_DECLARED.sub("", text).replace("\x00", ""), name)


def title_in(root: Element) -> str:
    """The title that the page states, without the name of the site."""
    for path in ("string(//meta[@property='og:title']/@content)", "string(//title)"):
        found = " ".join(str(root.xpath(path)).split())
        if found:
            return re.split(r" ?[_|｜]| [-–—]++ |--", found)[0][:200]
    return ""


def _fields_in_head(root: Element) -> dict[str, str]:
    """Author, date (the day only) and source as stated in the page's head."""
    stated: dict[str, str] = {}
    for meta in root.xpath("//meta[@content][@name or @property]"):
        name = str(meta.get("name") or meta.get("property")).lower()
        content = " ".join(str(meta.get("content")).split())[:100]
        field = _TOLD.get(name)
        if field and content:
            stated.setdefault(field, content)
    day = _DAY.match(stated.get("date", ""))
    stated["date"] = day.group(0) if day else ""
    stated["byline"] = author(stated.get("byline"))
    return stated


def embedded_picture(address: str) -> tuple[bytes, str] | None:
    """The bytes of a picture that the page itself contains."""
    from base64 import b64decode

    found = _DATA.match(address) if len(address) < _MOST_PICTURE else None
    if not found:
        return None
    try:
        return b64decode(found.group(2)), found.group(1)
    except ValueError:
        return None
