"""Tells what stands around a text: title, byline, date, source, and mere furniture."""

import re

from handout.read.blocks import Block

_SENTENCE_END = re.compile(r"[。！？；!?;….]['”’」』）)》】]*$")
_AUTHOR_NOTE = re.compile(r"[【（(\[]\s*(作者|本文作者|撰稿)[^】）)\]]*.*[】）)\]]$")
_AUTHOR = re.compile(r"(作者|文|撰文|By|by|Author)\s*[:：丨|／/]\s*\S.{0,60}$")
_BY_NAME = re.compile(r"[Bb]y [A-Z][\w.’'-]*(?: (?:and )?[A-Z][\w.’'-]*){0,6}$")
_SOURCE = re.compile(r"(来源|稿源|原载|摘自|Source)\s*[:：]\s*\S.{0,60}$")
_DATE = re.compile(
    r"(?:(?:发布|更新)?(?:时间|日期)\s*[:：]\s*)?"
    r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$"
)
_ROLES = "编辑|美编|值班编辑|校对|审核|审校|监制|排版|初审|复审|终审|总监制|主编"
_STARTS = r"[（(【\[]?\s*"
_ASIDES = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (
            "an editor's line",
            # 编辑文件 and 校对软件 are about editing; a sign or brackets name a person.
            rf"{_STARTS}(责任编辑|责编|责任校对|最后修改)[^。]{{0,80}}$"
            rf"|{_STARTS}({_ROLES})\s*[:：丨|｜／/]\s*\S[^。]{{0,80}}$"
            rf"|[（(【\[]\s*({_ROLES})\s*[^\s。]{{2,12}}[）)】\]]$",
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
            "where it was printed",
            r"《[^》]{2,14}》\s*[（(][^（）()]{0,24}\d\s*版[^（）()]{0,6}[）)]$",
        ),
        (
            "an original title or editor's note",
            rf"{_STARTS}(原标题|编者按|原题)\s*[:：为].{{0,120}}$",
        ),
    )
)
_CONTENTS = re.compile(r"(目\s*录|目\s*次|Contents|CONTENTS|Table of Contents)$")
_LEADERS = re.compile(r"[\s.…·．]*\d{0,4}$")
_LONGEST_TITLE = 80


def title_line(lines: list[Block], *, numbered: bool) -> Block | None:
    """Take the only heading of the highest level, or a short first line.

    `numbered` says that the first line opens with a number, as a heading does.
    """
    if lines and lines[0].fixed:
        return None
    marked = [block for block in lines if block.level and not block.fixed]
    if marked and marked[0] is lines[0]:
        levels = [block.level for block in marked]
        alone = levels.count(levels[0]) == 1 and levels[0] == min(levels)
        return lines[0] if alone else None
    first = lines[0] if len(lines) > 1 else None
    if not first or numbered or len(first.text) > _LONGEST_TITLE:
        return None
    other = _SENTENCE_END.search(first.text) or field_of(first) or aside_reason(first)
    return None if other or first.kind != "text" else first


def field_of(block: Block) -> str:
    """Say whether a line is the byline, the date or the source; "" if none of them."""
    authors = (_AUTHOR_NOTE, _AUTHOR, _BY_NAME)
    if any(pattern.match(block.text) for pattern in authors):
        return "byline"
    if _DATE.match(block.text):
        return "date"
    return "source" if _SOURCE.match(block.text) else ""


def aside_reason(block: Block) -> str:
    """Say why a line is no part of the text; "" if it is."""
    if block.level or block.kind != "text":
        return ""
    for reason, pattern in _ASIDES:
        if pattern.match(block.text):
            return reason
    return ""


def contents_lines(lines: list[Block]) -> set[int]:
    """Give the places of a table of contents: its head, and lines that come again."""
    for place, block in enumerate(lines[:30]):
        if _CONTENTS.match(block.text):
            return _listed_after(lines, place)
    return set()


def _listed_after(lines: list[Block], head: int) -> set[int]:
    last = head
    texts = [_entry(block.text) for block in lines]
    for place in range(head + 1, len(lines)):
        entry = texts[place]
        if entry not in texts[place + 1 :] or len(entry) > _LONGEST_TITLE:
            break
        last = place
    return set(range(head, last + 1)) if last > head + 1 else set()


def _entry(text: str) -> str:
    return "".join(_LEADERS.sub("", text).split()) or text
