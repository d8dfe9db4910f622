"""Teaches WeasyPrint 70.0 Chinese lines: where they may break and how they fill.

Stock WeasyPrint glues “ and ” to both neighbours, lets · ～ — start a line, and
justifies by stretching spaces alone, so that Chinese, which has none, stays ragged.
`add_hints` puts invisible characters where it would break lines wrongly. `install`
replaces two internal functions: the one that aligns a finished line, and the one that
shapes a line again for drawing. Text, shaping and line breaking stay WeasyPrint's.

Rule ids (L1, P4, A6 …) are those of our list of w3c/clreq, the requirements for
Chinese text layout.
"""

import re
from typing import Any

from handout.printing import hooks
from handout.printing.chinese_marks import (
    CLOSING,
    CONNECTOR,
    DASH,
    HAN,
    MAY_BREAK,
    NEVER_BREAK,
    OBJECT,
    OPENING,
    UNSEEN,
)
from handout.printing.line_filling import filling, stretching

# An element and which of its attributes holds the text: text or tail.
_Place = tuple[Any, str]

_SEEN = rf"[^\s{UNSEEN}]"
_HINT = re.compile(
    # L1: a break before an opening quote, but not after another opener …
    rf"""(?P<may>(?<=[^\s{UNSEEN}{OPENING}"'])(?=“)"""
    rf"""|(?<=[^\s{UNSEEN}{OPENING}"'A-Za-z])(?=‘)"""
    # … and after a closing one, but not before a mark that may not start a line, nor
    # inside an English word: don’t.
    rf"""|(?<=”)(?=[^\s{UNSEEN}{CLOSING}{CONNECTOR}{DASH}…"'/-])"""
    rf"|(?<=’)(?=[{HAN}“‘（《〈【〔「『]))"
    # L1: connectors may not start a line.
    rf"|(?<={_SEEN})(?=[{CONNECTOR}])"
    # L2: a dash stays with what it continues; after 。 it opens a signature. Its two
    # halves (L3) WeasyPrint keeps together by itself.
    rf"|(?<=[^\s{UNSEEN}{DASH}。！？…])(?<![。！？…][”’])(?=[{DASH}])"
    # L2: ／ may not end a line; between Chinese the same goes for /.
    rf"|(?<=／)(?={_SEEN})|(?<=[{HAN}]/)(?=[{HAN}])"
)
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small"
    "|span|strike|strong|sub|sup|time|tt|u|var"
)
_LEFT_ALONE = re.compile(
    "code|img|input|math|meta|object|pre|script|select|style|svg|textarea|title|wbr"
)


def hints(text: str) -> str:
    """Put invisible hints into text, so that its lines break as Chinese lines may."""
    return _HINT.sub(_hint, text)


def without_hints(text: str) -> str:
    """Take the hints out again: a PDF shows bookmarks with every character."""
    return text.replace(MAY_BREAK, "").replace(NEVER_BREAK, "")


def add_hints(root: Any) -> None:
    """Put hints into the text of a parsed HTML tree, also where elements meet."""
    runs: list[list[_Place | None]] = [[]]
    _gather(root, runs)
    for run in runs:
        # An object stands for what shares the line but is left alone.
        texts = [getattr(*place) if place else OBJECT for place in run]
        found = {at.start(): _hint(at) for at in _HINT.finditer("".join(texts))}
        begin = 0
        for place, text in zip(run, texts, strict=True):
            if found and place:
                # A hint goes to the end of the earlier text: WeasyPrint asks the last
                # and the first character of neighbours whether the line may break.
                hinted = (c + found.get(i, "") for i, c in enumerate(text, begin + 1))
                setattr(*place, "".join(hinted))
            begin += len(text)


def install() -> str:
    """Teach WeasyPrint; give a sentence, and change nothing, if it is another one."""
    missing = hooks.install(*_HOOKS)
    return missing and f"{missing}: Chinese lines stay ragged"


def remove() -> None:
    """Give WeasyPrint its own functions back."""
    hooks.remove(*_HOOKS)


def _hint(match: re.Match[str]) -> str:
    return NEVER_BREAK if match["may"] is None else MAY_BREAK


def _gather(element: Any, runs: list[list[_Place | None]]) -> None:
    """Collect the places of text, in runs that can share a line."""
    # A comment has a function for a tag; lxml and XHTML put a {namespace} before it.
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not name:
        return
    if _LEFT_ALONE.fullmatch(name):
        runs[-1].append(None)
        return
    inline = _INLINE.fullmatch(name)
    if not inline:
        runs.append([])
    if element.text:
        runs[-1].append((element, "text"))
    for child in element:
        _gather(child, runs)
        if child.tail:
            runs[-1].append((child, "tail"))
    if not inline:
        runs.append([])


_HOOKS = (
    hooks.Hook(
        module="weasyprint.layout.inline",
        name="text_align",
        parameters=("context", "line", "available_width", "last"),
        wrap=filling,
    ),
    hooks.Hook(
        module="weasyprint.text.line_break",
        name="Layout.reactivate",
        parameters=("self", "style"),
        wrap=stretching,
    ),
)
