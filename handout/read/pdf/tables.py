"""Finds tables on PDF pages by the rules drawn around their cells.

Only clear cases become tables: rows of one width between rules, with two columns or
more. Anything else stays text, line by line.
"""

from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from handout.read.pdf.frame import Box
from handout.read.pdf.line import PageLine
from handout.read.pdf.page import Page, is_upright
from handout.read.runs import line_gap

_NEAR = 2.5
_LONGEST_CELL = 200
_MOST_RULES = 4000


@dataclass(slots=True)
class _Rule:
    """A level line: its height, and where it begins and ends."""

    at: float
    begins: float
    ends: float


def with_tables(page: Page) -> list[PageLine]:
    """The lines of a page, with those of a table joined into one."""
    upright = [rule for rule in page.rules if is_upright(rule)]
    level = [rule for rule in page.rules if not is_upright(rule)]
    columns = _Columns(upright, page.joints)
    lines = page.lines
    if not 2 <= len(level) <= _MOST_RULES or len(upright) > _MOST_RULES:
        return lines
    for group in _groups(_joined_up(level)):
        for top, bottom in _stretches(group, columns, lines):
            inside = [rule for rule in group if top <= rule.at <= bottom]
            lines = _with_table(lines, inside, columns, page.height)
    return lines


def _joined_up(level: list[Box]) -> list[_Rule]:
    """Join the pieces that programs draw for each cell to whole rules."""
    rules: list[_Rule] = []
    for left, top, right, bottom in sorted(level, key=lambda r: (round(r[1]), r[0])):
        last = rules[-1] if rules else None
        at = (top + bottom) / 2
        if last and abs(last.at - at) <= _NEAR and left <= last.ends + _NEAR:
            last.ends = max(last.ends, right)
            last.begins = min(last.begins, left)
        else:
            rules.append(_Rule(at, left, right))
    return rules


def _groups(rules: list[_Rule]) -> list[list[_Rule]]:
    """The rules of one width and place, from the top, each height once."""
    groups: list[list[_Rule]] = []
    for rule in sorted(rules, key=lambda r: r.at):
        for group in groups:
            first = group[0]
            same = abs(first.begins - rule.begins) <= 2 * _NEAR
            if same and abs(first.ends - rule.ends) <= 2 * _NEAR:
                if rule.at - group[-1].at > _NEAR:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > 1]


def _inside(line: PageLine, above: _Rule, below: _Rule) -> bool:
    centre = (line.top + line.bottom) / 2
    return above.at < centre < below.at


@dataclass(frozen=True, slots=True)
class _Columns:
    """What separates columns: rules, and joints of rules drawn cell by cell."""

    rules: list[Box]
    joints: list[Box]

    def ruled_edges(self, above: _Rule, below: _Rule) -> list[float]:
        """The edges of columns between two rules, by the rules drawn."""
        return _edges(above, below, self.rules)

    def edges(self, above: _Rule, below: _Rule) -> list[float]:
        """The edges of columns between two rules, by rules or joints."""
        return _edges(above, below, self.rules + self.joints)


def _edges(above: _Rule, below: _Rule, upright: list[Box]) -> list[float]:
    middle = (above.at + below.at) / 2
    places = [above.begins, above.ends]
    for left, top, right, bottom in upright:
        at = (left + right) / 2
        crossing = top - _NEAR <= middle <= bottom + _NEAR
        if crossing and all(abs(at - place) > 2 * _NEAR for place in places):
            places += [at] if above.begins < at < above.ends else []
    return sorted(places)


def _stretches(
    group: list[_Rule], columns: _Columns, lines: list[PageLine]
) -> list[tuple[float, float]]:
    """The top and bottom of each stretch of adjoining bands with columns."""
    found: list[tuple[float, float]] = []
    before = 0
    for above, below in pairwise(group):
        many = len(columns.edges(above, below)) - 1
        ruled = len(columns.ruled_edges(above, below)) > 2
        if many < 2:
            between = [line for line in lines if _inside(line, above, below)]
            counts = {len(line.parts) for line in _rows_of(between)}
            many = counts.pop() if len(counts) == 1 else 0
        goes_on = found and found[-1][1] == above.at and (ruled or many == before)
        if many > 1 and goes_on:
            found[-1] = (found[-1][0], below.at)
        elif many > 1:
            found.append((above.at, below.at))
        before = many
    return found


def _rows_of(lines: list[PageLine]) -> list[PageLine]:
    """Join lines side by side into one row with all their parts."""
    rows: list[PageLine] = []
    for line in sorted(lines, key=lambda x: (x.top, x.left)):
        if rows and abs(rows[-1].bottom - line.bottom) < line.size * 0.5:
            parts = tuple(sorted((*rows[-1].parts, *line.parts)))
            rows[-1] = replace(rows[-1], parts=parts)
        else:
            rows.append(line)
    return rows


def _with_table(
    lines: list[PageLine], rules: list[_Rule], columns: _Columns, height: float
) -> list[PageLine]:
    """Replace the lines of a table with one line, if they are a table."""
    rows: list[list[str]] = []
    used: list[PageLine] = []
    for above, below in pairwise(rules):
        between = [line for line in lines if _inside(line, above, below)]
        used += between
        rows += _rows_between(between, above, below, columns)
    table = _table_of(rows)
    first = rules[0]
    beyond = [x for x in used if x.left < first.begins - 9 or x.right > first.ends + 9]
    if not table or beyond:
        return lines
    place = min(lines.index(line) for line in used)
    whole = PageLine(
        text=table,
        left=first.begins,
        right=first.ends,
        top=first.at,
        bottom=rules[-1].at,
        size=median(line.size for line in used),
        bold=False,
        share=first.at / max(1.0, height),
        kind="table",
    )
    kept = [line for line in lines if line not in used]
    before = sum(line not in used for line in lines[:place])
    return [*kept[:before], whole, *kept[before:]]


def _rows_between(
    lines: list[PageLine], above: _Rule, below: _Rule, columns: _Columns
) -> list[list[str]]:
    """The rows between two rules: one, or one per line without upright rules."""
    edges = columns.edges(above, below)
    singly = [_cells([row], edges) for row in _rows_of(lines)]
    if len(edges) < 3:
        return [[text for _, _, text in row.parts] for row in _rows_of(lines)]
    if len(columns.ruled_edges(above, below)) < 3 and all(map(all, singly)):
        return singly
    return [_cells(lines, edges)]


def _cells(lines: list[PageLine], edges: list[float]) -> list[str]:
    """The text of each cell of a row, its lines joined."""
    cells = [""] * (len(edges) - 1)
    for line in sorted(lines, key=lambda x: x.top):
        for left, right, text in line.parts:
            middle = (left + right) / 2
            at = sum(edge < middle for edge in edges[1:-1])
            cells[at] += (line_gap(cells[at], text) if cells[at] else "") + text
    return cells


def _table_of(rows: list[list[str]]) -> str:
    """The text of a table, one line per row; "" if the rows are not a table."""
    rows = [row for row in rows if any(row)]
    wide = max(map(len, rows), default=0)
    cells = [cell for row in rows for cell in row]
    filled = sum(bool(cell) for cell in cells)
    if len(rows) < 2 or wide < 2 or filled * 2 < len(cells):
        return ""
    if any(len(cell) > _LONGEST_CELL for cell in cells):
        return ""
    return "\n".join("\t".join(row) for row in rows)
