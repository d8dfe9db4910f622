"""Lays a table of the article out: its cells, the widths of its columns, figures."""

import re
from unicodedata import east_asian_width

from handout.model.document import Paragraph
from handout.model.handout import TextCell
from handout.model.table import Cell
from handout.plan.text_runs import Spans, runs_of

_FIGURE = re.compile(
    r"[（(]?[+\-−–±≈≥≤<>＋－]?\s*+(?:[¥￥$€£]\s*+)?\d[\d,，.．\s]*+(?:[%％‰]|[万亿]?元?)?[)）]?$"
)
_MOST = 0.75
_BLANK = ("", "-", "–", "—", "/", "无", "…", "……")
_WORD = re.compile(r"[!-~]+")
# Widths in Han characters: narrower is unreadable, wider wraps as well.
_NARROWEST, _WIDEST = 2.0, 16.0


def table_rows(paragraph: Paragraph, marks: Spans) -> tuple[tuple[TextCell, ...], ...]:
    """The cells of a table with their runs; those of figures are marked."""
    cells = paragraph.cells
    figures = _figure_columns(cells)
    return tuple(
        tuple(
            TextCell(
                runs=runs_of(paragraph, marks, c.start, c.start + len(c.text)),
                rows=c.rows,
                columns=c.columns,
                head=c.head,
                number=c.columns == 1 and c.column in figures,
            )
            for c in row
        )
        for row in cells
    )


def _figure_columns(rows: tuple[tuple[Cell, ...], ...]) -> set[int]:
    """The columns that hold figures below their head."""
    texts: dict[int, list[str]] = {}
    for row in rows:
        for cell in row:
            if not cell.head and cell.columns == 1:
                texts.setdefault(cell.column, []).append(cell.text.strip())
    return {column for column, said in texts.items() if _are_figures(said)}


def _are_figures(texts: list[str]) -> bool:
    """Whether most of what a column says is figures; a word among them may be."""
    said = [text for text in texts if text not in _BLANK]
    figures = sum(bool(_FIGURE.match(text)) for text in said)
    return figures > 0 and figures >= len(said) * _MOST


def column_widths(paragraph: Paragraph) -> tuple[float, ...]:
    """How wide each column of a table is, in per cent, by what is in it."""
    rows = paragraph.rows
    if not rows:
        return ()
    many = max(map(len, rows))
    needed = [_NARROWEST] * many
    for row in paragraph.cells:
        for cell in row:
            if cell.columns == 1:
                needed[cell.column] = max(needed[cell.column], _width(cell.text))
    total = sum(needed)
    return tuple(round(width / total * 100, 2) for width in needed)


def _width(text: str) -> float:
    """How much room a cell asks for: its longest word whole, long text in part."""
    wide = sum(1.0 if east_asian_width(c) in "WF" else 0.55 for c in text)
    word = max((len(found) * 0.6 for found in _WORD.findall(text)), default=0.0)
    return max(min(wide, 4 + wide / 4, _WIDEST) if wide > 5 else wide, min(word, 9)) + 1
