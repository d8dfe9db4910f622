"""Reads web pages: the article of a saved page, or all of a document's own page."""

import re

from handout.read.blocks import Contents, Source
from handout.read.contents import contents_of
from handout.read.metadata import author
from handout.read.raw.decode import decode
from handout.read.raw.limits import Budget
from handout.read.raw.xml import Element, parse_html
from handout.read.web.article import article_of
from handout.read.web.shown import characters_in
from handout.read.web.walk import Resolver, Walk

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*+=\s*+[\"']?+\s*+([\w-]++)", re.I)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
# How sites name them; the government's own pages say PubDate and ContentSource.
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


def read_html(source: Source) -> Contents:
    """Read a web page that was saved as one file."""
    return page_contents(source, resolve=embedded)


def page_contents(source: Source, *, resolve: Resolver, hinted: str = "") -> Contents:
    """Read a page; `resolve` gives the bytes of pictures the file itself holds."""
    declared = _CHARSET.search(source.content[:4096])
    hint = declared.group(1).decode("ascii", "ignore") if declared else hinted
    text, notices = decode(
        source.content, name=source.name, encoding=source.encoding, hinted=hint
    )
    root = page_of(text, source.name)
    budget = Budget(source.name)
    walk = Walk(budget, resolve)
    walk.through(root)
    budget.look()
    blocks = article_of(walk.found, root, text)
    return contents_of(
        blocks,
        name=source.name,
        characters=characters_in(root) + walk.written,
        budget=budget,
        notices=notices,
        pictures=tuple(walk.pictures),
        inside={"title": title_in(root), **_told_in(root)},
        readings=tuple(dict.fromkeys(walk.readings)),
    )


def page_of(text: str, name: str) -> Element:
    """Parse a page that may call itself XML."""
    return parse_html(_DECLARED.sub("", text).replace("\x00", ""), name)


def title_in(root: Element) -> str:
    """Give what the page calls itself, without the name of the site."""
    for path in ("string(//meta[@property='og:title']/@content)", "string(//title)"):
        found = " ".join(str(root.xpath(path)).split())
        if found:
            return re.split(r" ?[_|｜]| [-–—]++ |--", found)[0][:200]
    return ""


def _told_in(root: Element) -> dict[str, str]:
    """Give author, date and source as the page's head tells them; the day alone."""
    told: dict[str, str] = {}
    for meta in root.xpath("//meta[@content][@name or @property]"):
        name = str(meta.get("name") or meta.get("property")).lower()
        content = " ".join(str(meta.get("content")).split())[:100]
        field = _TOLD.get(name)
        if field and content:
            told.setdefault(field, content)
    day = _DAY.match(told.get("date", ""))
    told["date"] = day.group(0) if day else ""
    told["byline"] = author(told.get("byline"))
    return told


def embedded(address: str) -> tuple[bytes, str] | None:
    """Give the bytes of a picture that stands in the page itself."""
    from base64 import b64decode

    found = _DATA.match(address) if len(address) < _MOST_PICTURE else None
    if not found:
        return None
    try:
        return b64decode(found.group(2)), found.group(1)
    except ValueError:
        return None
