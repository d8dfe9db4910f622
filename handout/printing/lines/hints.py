"""Puts invisible characters into text: where a line may break, may not, or has a gap.

They are drawn as nothing and leave no trace in the text of the PDF: a zero-width space
allows a break, a word joiner forbids one, and a four-per-em space is the quarter of an
em between Han and Latin (M1), after which a line may break.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from handout.printing.lines.marks import (
    CLOSING,
    CONNECTOR,
    DASH,
    GAP,
    IDEOGRAPH,
    LETTER,
    MAY_BREAK,
    NEVER_BREAK,
    OBJECT,
    OPENING,
    UNIT,
    UNSEEN,
)

# An element and which of its attributes holds the text: text or tail.
_Place = tuple[Any, str]

_SEEN = rf"[^\s{UNSEEN}]"
_RULES = (
    # L1: a break before an opening quote, but not after another opener …
    rf"""(?P<may>(?<=[^\s{UNSEEN}{OPENING}"'])(?=“)"""
    rf"""|(?<=[^\s{UNSEEN}{OPENING}"'A-Za-z])(?=‘)"""
    # … and after a closing one, but not before a mark that may not start a line, nor
    # inside an English word: don’t.
    rf"""|(?<=”)(?=[^\s{UNSEEN}{CLOSING}{CONNECTOR}{DASH}…"'/-])"""
    rf"|(?<=’)(?=[{IDEOGRAPH}“‘（《〈【〔「『]))"
    # L4: a number stays with its unit and with 第; M1: the gap stays between them.
    rf"|(?P<bound>(?<=[0-9])(?=[{UNIT}])|(?<=第)(?=[0-9]))"
    # M1: a gap between Han and the letters and digits of other scripts.
    rf"|(?P<gap>(?<=[{IDEOGRAPH}])(?=[{LETTER}])|(?<=[{LETTER}])(?=[{IDEOGRAPH}]))"
    # L1: connectors may not start a line.
    rf"|(?<={_SEEN})(?=[{CONNECTOR}])"
    # L2: a dash stays with what it continues; after 。 it opens a signature. Its two
    # halves (L3) WeasyPrint keeps together by itself.
    rf"|(?<=[^\s{UNSEEN}{DASH}。！？…])(?<![。！？…][”’])(?=[{DASH}])"
    # L2: ／ may not end a line; between Chinese the same goes for /.
    rf"|(?<=／)(?={_SEEN})|(?<=[{IDEOGRAPH}]/)(?=[{IDEOGRAPH}])"
    # L4: the mark of a note stays with its word, a unit in letters with its number.
    rf"|(?<={_SEEN})(?=[①-⑳]|\[[0-9]{{1,3}}\])"
    # L4: the hyphens that open the option of a command stay with it: --help.
    rf"|(?<=[\s{IDEOGRAPH}（“]-)(?=[A-Za-z])|(?<=[\s{IDEOGRAPH}（“]--)(?=[A-Za-z])"
    # L4: the ends of a range stay together, as long as they are numbers.
    r"|(?<=[0-9][～–-])(?=[0-9])"
    r"|(?<=[0-9][ \u00a0])(?=(?:[kcmμnMG]?[mgWVAJLHs]|[KMGT]?B|[kMG]?Hz|°C|℃)\b)"
)
_HINT = re.compile(_RULES)
# L2, strict: a dash or an ellipsis starts no line.
_STRICT = re.compile(_RULES + rf"|(?<=[^\s{UNSEEN}{DASH}…])(?=[{DASH}…])")
# A3: the last two characters of a paragraph stay together, and their marks with them.
_LAST_TWO = re.compile(
    rf"(?<=[{IDEOGRAPH}{LETTER}])(?=[{IDEOGRAPH}][{CLOSING}…{DASH}]*\s*$)"
)
# No word is so long: it is broken where its line is full, and to look for that place
# takes the square of its length. With breaks allowed within, it takes the length.
_ENDLESS = re.compile(rf"[^\s{IDEOGRAPH}{UNSEEN}]{{90,}}")
_PIECE = 8
# An address or a name of a program may break where its parts meet.
_LONG_WORD = re.compile("[!-~]{12,}")
_PARTS = re.compile(
    r"(?<=\w\w[/_?&=#])(?=\w\w\w)|(?<=[a-z][.])(?=[a-z]{3})|(?<=[A-Za-z]-)(?=\w[\w.])"
    r"|(?<=\w\w://)(?=\w)|(?<=[;,])(?=\w\w)",
    re.ASCII,
)
# A shorter text may be in a column too narrow for three characters side by side.
_SHORT = 6
_INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small"
    "|rb|ruby|span|strike|strong|sub|sup|time|tt|u|var"
)
# What is set apart from the text after it, as its number is: no gap is due there.
_APART = "data-apart"
_READING = re.compile("rp|rt|rtc")
_LEFT_ALONE = re.compile(
    "code|img|input|math|meta|object|pre|script|select|style|svg|textarea|title|wbr"
)


def hints(text: str, *, strict: bool = False) -> str:
    """Put invisible hints into text, so that its lines break as Chinese lines may."""
    found = _hints_in(text, strict=strict)
    return "".join(found.get(i, "") + c for i, c in enumerate(text))


def without_hints(text: str) -> str:
    """Take the hints out again: a PDF shows bookmarks with every character."""
    for hint in (MAY_BREAK, NEVER_BREAK, GAP):
        text = text.replace(hint, "")
    return text


def add_hints(root: Element) -> None:
    """Put hints into the text of a parsed HTML tree, also where elements meet.

    `data-lines="strict"` on the root asks for the strict rule of L2.
    """
    strict = root.get("data-lines") == "strict"
    runs: list[list[_Place | None]] = [[]]
    _gather(root, runs)
    for run in runs:
        # An object stands for what shares the line but is left alone.
        texts = [getattr(*place) if place else OBJECT for place in run]
        found = _hints_in("".join(texts), strict=strict)
        begin = 0
        for place, text, after in zip(run, texts, [*run, None][1:], strict=True):
            end = begin + len(text)
            if found and place:
                # A hint goes to the end of the earlier text: WeasyPrint asks the last
                # and the first character of neighbours whether the line may break.
                hinted = [c + found.get(i, "") for i, c in enumerate(text, begin + 1)]
                if _is_outside(after, found.get(end, "")):
                    hinted[-1] = text[-1]
                if _is_outside(place, found.get(begin, "")):
                    # The line may break before it too: a full line has no room for it.
                    may = "" if NEVER_BREAK in found[begin] else MAY_BREAK
                    hinted.insert(0, may + found[begin])
                setattr(*place, "".join(hinted))
            begin = end


def _is_outside(place: _Place | None, hint: str) -> bool:
    """Whether a gap begins this text: no underline reaches under it then."""
    return place is not None and place[1] == "tail" and GAP in hint


def _hints_in(text: str, *, strict: bool) -> dict[int, str]:
    """The hints of a run of text, by the place each goes to."""
    pattern = _STRICT if strict else _HINT
    found = {at.start(): _hint(at) for at in pattern.finditer(text)}
    for word in _LONG_WORD.finditer(text):
        parts = _PARTS.finditer(text, *word.span())
        found.update((at.start(), MAY_BREAK) for at in parts)
    for run in _ENDLESS.finditer(text):
        for at in range(run.start() + _PIECE, run.end() - _PIECE, _PIECE):
            found.setdefault(at, MAY_BREAK)
    last = _LAST_TWO.search(text)
    if last and len(without_hints(text)) > _SHORT:
        gap = found.get(last.start(), "")
        if NEVER_BREAK not in gap:
            found[last.start()] = gap + NEVER_BREAK
    return found


def _hint(match: re.Match[str]) -> str:
    if match["may"] is not None:
        return MAY_BREAK
    if match["gap"] is not None:
        return GAP
    return GAP + NEVER_BREAK if match["bound"] is not None else NEVER_BREAK


def _gather(element: Any, runs: list[list[_Place | None]]) -> None:
    """Collect the places of text, in runs that can share a line."""
    # A comment has a function for a tag; lxml and XHTML put a {namespace} before it.
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if not name or _READING.fullmatch(name):
        return
    if _LEFT_ALONE.fullmatch(name) or element.get(_APART) is not None:
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
