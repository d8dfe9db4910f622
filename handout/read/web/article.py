"""Separates the article of a saved web page from the page around it."""

import re
from collections import Counter
from dataclasses import replace

from handout.read.blocks import SourceBlock
from handout.read.raw.xml import Element
from handout.read.structure.front import field_of
from handout.read.web.walk import Found

_AROUND_TAGS = frozenset(("nav", "footer", "aside", "form", "menu", "button"))
_AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navbar|menu|shares?|sharing|social|bdsharebuttonbox|"
    r"breadcrumbs?|crumbs?|related|recommend|comments?|footer|foot|sidebar|copyright|"
    r"pagination|pager|toolbar|qrcode|advert|ads?|banner|login|search|tags?|hot|rank|"
    r"skip|editor|zebian|print|subscribe|newsletter|cookie)(?:$|[\s_-])",
    re.I,
)
_DAY = re.compile(
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
    r"(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?"
)
_FROM = re.compile(r"(?:来源|稿源|來源)\s*[:：]\s*[^\s|｜【\[（(]{2,30}")
_SENTENCE = re.compile(r"[。！？!?.…][”’」』）)]*$")
# So many lines before a title may still hold its date and its source.
_ABOVE = 4
_LONG = 25
_SHARE_OF_TEXT = 0.85
# A page with fewer long paragraphs is too short to recognise its article.
_FEW = 3


def article_of(found: list[Found], root: Element, page: str) -> list[SourceBlock]:
    """Set aside what is not the article: navigation, share bars, lists of links.

    A page that has nothing of that kind is a document in itself and kept whole.
    """
    blocks = [block for block, _ in found]
    if not any(_around(element, root) or _is_link(b, element) for b, element in found):
        return blocks
    body = _holder(found, page)
    inside = {n for n, (_, element) in enumerate(found) if _within(element, body)}
    if body is None or not inside:
        return blocks
    first = min(inside)
    title = _title_place(found, first, root)
    kept: list[SourceBlock] = []
    for place, (block, element) in enumerate(found):
        if block.aside:
            kept.append(block)
        elif place == title:
            kept.append(replace(block, field="title"))
        elif place in inside or block.kind == "footnote":
            kept.append(_judge_block(block, element, body))
        elif title >= 0 and title - _ABOVE <= place < first:
            kept += _front(block)
        else:
            kept.append(replace(block, aside="outside the article"))
    return kept


def _around(element: Element, root: Element) -> str:
    """The name of the part around the article that an element is in, or ""."""
    here: Element | None = element
    while here is not None and here is not root:
        marks = f"{here.get('class') or ''} {here.get('id') or ''}"
        if str(here.tag) in _AROUND_TAGS or _AROUND_NAMES.search(marks):
            return "navigation, a share bar or a note of the page"
        here = here.getparent()
    return ""


def _is_link(block: SourceBlock, element: Element) -> bool:
    """Whether a short line consists of links."""
    if block.level or len(block.text) > 60 or block.kind == "table":
        return False
    inside = element.tag == "a" or any(a.tag == "a" for a in element.iterancestors("a"))
    linked = "".join("".join(a.itertext()) for a in element.iterdescendants("a"))
    own = len("".join(block.text.split()))
    return inside or len("".join(linked.split())) >= max(1, own * 0.8)


def _holder(found: list[Found], page: str) -> Element | None:
    """The smallest element that holds nearly all of the article's text."""
    known = _article_lines(page)
    long = [
        (text, element)
        for block, element in found
        if len(text := "".join(block.text[block.label :].split())) >= _LONG
        and not block.aside
    ]
    wanted = [(text, element) for text, element in long if text in known]
    # It may not recognise pages laid out in tables, or without paragraphs.
    if len(wanted) < _FEW:
        wanted = [(text, element) for text, element in long if _SENTENCE.search(text)]
    if len(wanted) < _FEW:
        return None
    weights: Counter[Element] = Counter()
    for text, element in wanted:
        for holder in (element, *element.iterancestors()):
            weights[holder] += len(text)
    total = sum(len(text) for text, _ in wanted)
    holders = [e for e, weight in weights.items() if weight >= total * _SHARE_OF_TEXT]
    # The deepest comes with the most ancestors.
    return max(holders, key=lambda e: sum(1 for _ in e.iterancestors()), default=None)


def _article_lines(page: str) -> set[str]:
    """The lines that trafilatura takes for the article, if it finds one."""
    from logging import CRITICAL, getLogger

    from trafilatura import extract
    from trafilatura.settings import use_config

    # The user need not know what it could not do: the whole page is kept then.
    getLogger("trafilatura").setLevel(CRITICAL)
    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    text = extract(page, include_comments=False, favor_recall=True, config=config)
    lines = (text or "").split("\n")
    return {"".join(line.removeprefix("- ").split()) for line in lines}


def _within(element: Element, body: Element | None) -> bool:
    return element is body or any(above is body for above in element.iterancestors())


def _title_place(found: list[Found], first: int, root: Element) -> int:
    """The place of the page's heading: before the article, or its first line."""
    name = "".join(str(root.xpath("string(//title)")).split())
    for place, (block, _) in enumerate(found[: first + 3]):
        text = "".join(block.text.split())
        same = len(text) > 3 and text in name and name.startswith(text[:4])
        if not block.aside and (block.level == 1 or same):
            return place
    return -1


def _judge_block(block: SourceBlock, element: Element, body: Element) -> SourceBlock:
    if reason := _around(element, body):
        return replace(block, aside=reason)
    if block.kind != "footnote" and _is_link(block, element):
        return replace(block, aside="a link to another page")
    return block


def _front(block: SourceBlock) -> list[SourceBlock]:
    """Keep the date and the source of a line near the title; the rest is an aside."""
    if field := field_of(block.text):
        return [replace(block, field=field)]
    parts: list[SourceBlock] = []
    end = 0
    found = [(m, "date") for m in _DAY.finditer(block.text)][:1]
    found += [(m, "source") for m in _FROM.finditer(block.text)][:1]
    for match, field in sorted(found, key=lambda pair: pair[0].start()):
        parts += _beside(block.text[end : match.start()])
        parts.append(SourceBlock(match.group(), field=field))
        end = match.end()
    return parts + _beside(block.text[end:])


def _beside(text: str) -> list[SourceBlock]:
    return (
        [SourceBlock(text.strip(), aside="outside the article")] if text.strip() else []
    )
