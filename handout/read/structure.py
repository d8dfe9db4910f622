"""Finds title, byline, headings and run-in heads in blocks; no character is lost."""

import re

from handout.model.document import (
    Aside,
    Document,
    Heading,
    Line,
    Paragraph,
    Section,
)
from handout.read.blocks import Block
from handout.read.headings import find_headings
from handout.read.language import language_of
from handout.read.runin import run_in_heads

_SENTENCE_END = re.compile(r"[。！？；!?;….]['”’」』）)》】]*$")
_AUTHOR_NOTE = re.compile(r"[【（(\[]\s*(作者|本文作者|撰稿)[^】）)\]]*.*[】）)\]]$")
_AUTHOR = re.compile(r"(作者|文|撰文|By|by|Author)\s*[:：丨|／/]\s*\S.{0,60}$")
_SOURCE = re.compile(r"(来源|稿源|原载|摘自|Source)\s*[:：]\s*\S.{0,60}$")
_DATE = re.compile(
    r"(?:(?:发布|更新)?(?:时间|日期)\s*[:：]\s*)?"
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$"
)
_STARTS = r"[（(【\[]?\s*"
_ASIDES = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "an editor's line",
            rf"{_STARTS}(责任编辑|责编|编辑|校对|审核|监制|最后修改|排版|初审|终审)"
            r"[^。]{0,80}$",
        ),
        (
            "a stray number, such as a page number or a counter",
            r"[-—·\s]*\d{1,4}[-—·\s]*$",
        ),
        (
            "a share or print bar",
            r"(分享到|打印本页|关闭窗口|返回顶部|点击查看|扫一扫|阅读原文|相关阅读)"
            r"[^。]{0,40}$",
        ),
        (
            "an original title or editor's note",
            rf"{_STARTS}(原标题|编者按|原题)\s*[:：为].{{0,120}}$",
        ),
    )
)
_LONGEST_TITLE = 80


def build(blocks: tuple[Block, ...], text: str, *, name: str) -> Document:
    """Put every block into its place in a Document.

    `text` is the decoded file, for counting its characters and finding its language.
    """
    asides = [_aside(block, block.aside) for block in blocks if block.aside]
    lines = [block for block in blocks if not block.aside]
    front = {block.field: _line(block) for block in lines if block.field}
    lines = [block for block in lines if not block.field]
    title = None if "title" in front else _find_title(lines)
    if title:
        front["title"] = _line(title)
        lines.remove(title)
    lines = _set_furniture_aside(lines, front, asides)
    return Document(
        name=name,
        language=language_of(text),
        characters=sum(not c.isspace() for c in text),
        title=front.get("title"),
        byline=front.get("byline"),
        date=front.get("date"),
        source=front.get("source"),
        sections=_sections(lines),
        asides=tuple(sorted(asides, key=lambda aside: aside.start)),
    )


def _line(block: Block) -> Line:
    return Line(block.text, block.start, block.line)


def _aside(block: Block, reason: str) -> Aside:
    return Aside(block.text, reason, block.start, block.line)


def _find_title(lines: list[Block]) -> Block | None:
    """Take the only heading of the highest level, or a short first line."""
    marked = [b.level for b in lines if b.level]
    if marked:
        first = next(b for b in lines if b.level)
        alone = marked.count(first.level) == 1 and first.level == min(marked)
        return first if alone and first is lines[0] else None
    if len(lines) < 2 or len(lines[0].text) > _LONGEST_TITLE:
        return None
    first = lines[0]
    return None if _SENTENCE_END.search(first.text) else first


def _set_furniture_aside(
    lines: list[Block], front: dict[str, Line], asides: list[Aside]
) -> list[Block]:
    """Take byline, date, source and what is no part of the text out of the lines."""
    kept = []
    title = front["title"].text if "title" in front else ""
    for place, block in enumerate(lines):
        at_an_end = place < 6 or place >= len(lines) - 6
        field = _field_of(block) if at_an_end and not block.level else ""
        doubled = block.text == title and place < 3
        reason = "the title again" if doubled else _aside_reason(block)
        if field and field not in front:
            front[field] = _line(block)
        elif reason:
            asides.append(_aside(block, reason))
        else:
            kept.append(block)
    return kept


def _field_of(block: Block) -> str:
    if _AUTHOR_NOTE.match(block.text) or _AUTHOR.match(block.text):
        return "byline"
    if _DATE.match(block.text):
        return "date"
    return "source" if _SOURCE.match(block.text) else ""


def _aside_reason(block: Block) -> str:
    if block.level:
        return ""
    for reason, pattern in _ASIDES:
        if pattern.match(block.text):
            return reason
    return ""


def _sections(lines: list[Block]) -> tuple[Section, ...]:
    """Nest headings by level; paragraphs are numbered through the document."""
    headings = find_headings(lines)
    heads = run_in_heads(lines, headings)
    open_sections: list[_Open] = [_Open(None)]
    number = 0
    for place, block in enumerate(lines):
        if heading := headings.get(place):
            while open_sections[-1].level >= heading.level:
                open_sections.pop()
            section = _Open(heading)
            open_sections[-1].sections.append(section)
            open_sections.append(section)
        else:
            number += 1
            run_in = heads.get(place, "")
            paragraph = Paragraph(number, block.text, block.start, block.line, run_in)
            open_sections[-1].paragraphs.append(paragraph)
    root = open_sections[0]
    introduction = [Section(None, tuple(root.paragraphs))] if root.paragraphs else []
    return tuple(introduction + [section.closed() for section in root.sections])


class _Open:
    """A section that still takes paragraphs."""

    def __init__(self, heading: Heading | None) -> None:
        self.heading = heading
        self.level = heading.level if heading else 0
        self.paragraphs: list[Paragraph] = []
        self.sections: list[_Open] = []

    def closed(self) -> Section:
        sections = tuple(section.closed() for section in self.sections)
        return Section(self.heading, tuple(self.paragraphs), sections)
