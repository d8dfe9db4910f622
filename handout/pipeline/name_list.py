"""Reads a list of names: a text with one per line, a CSV file, a sheet of Excel."""

import csv
import re
from io import BytesIO, StringIO

from handout.errors import ReadError
from handout.read.raw.archive import Container
from handout.read.raw.decode import decode

_MOST_NAMES = 2000
# Characters; a list with a longer line in it is some other text.
_LONGEST_NAME = 60
_SHORT = 400
_HEADS = ("姓名", "名字", "名单", "名單", "name", "full name", "names")
_SHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NUMBER = re.compile(r"[\d\s.,:/-]*")
# Of a sheet, with the empty ones between: more than any list of names.
_MOST_CELLS = 5_000_000
_CELL = re.compile(rb'<c\b[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"')
_BOOK, _WAYS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_WAY = re.compile(rb"<Relationship\b[^>]*>")
_HINT = "give a text with one name per line, a CSV file, or a sheet with a column 姓名"


def read_names(content: bytes, *, name: str) -> tuple[str, ...]:
    """The names of a list, in its order; two people may have the same.

    In a table they are under 姓名 or "name", else in the first column that holds
    words. Raises ReadError for a file that is not a list, holds none, or too many.
    """
    table = content.startswith(_SHEETS)
    rows = _sheet(content, name) if table else _text(content, name)
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    found = tuple(filter(None, _column(cells)))
    if not found:
        raise ReadError("holds no names", where=name, hint=_HINT)
    if long := next((one for one in found if len(one) > _LONGEST_NAME), ""):
        raise ReadError(
            f"is not a list of names: it holds “{long[:12]}…”", where=name, hint=_HINT
        )
    if len(found) > _MOST_NAMES:
        raise ReadError(
            f"holds {len(found):,} names; a sign-in sheet takes {_MOST_NAMES:,}",
            where=name,
            hint="split the list and print a sheet for each part",
        )
    return found


def _text(content: bytes, name: str) -> list[list[str]]:
    text, _ = decode(content, name=name, encoding=_encoding(content))
    lines = text.splitlines()
    head = next((line for line in lines if line.strip()), "")
    mark = next((m for m in ("\t", ",", ";", "，", "、") if m in head), "")
    if not mark:
        return [[line] for line in lines]
    if mark in "，、":
        return [[one] for line in lines for one in re.split("[，、]", line)]
    try:
        return list(csv.reader(StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise ReadError(
            f"is not a CSV file ({error})", where=name, hint=_HINT
        ) from error


def _encoding(content: bytes) -> str:
    """Name the encoding of a list too short to tell it by its words; "" if longer."""
    if len(content) > _SHORT or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8-sig"


def _sheet(content: bytes, name: str) -> list[list[str]]:
    """Read the first sheet of an Excel or OpenDocument file."""
    from python_calamine import CalamineError, CalamineWorkbook

    if content.startswith(b"PK"):
        # Looks at the sizes before anything is unpacked.
        _refuse_far_cells(Container(content, name), name)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python(nrows=_MOST_NAMES * 2)
    except (CalamineError, ValueError, OSError) as error:
        raise ReadError(
            "is not a sheet that can be read",
            where=name,
            hint="open it in Excel and save it as .xlsx or .csv",
        ) from error
    return [[_cell_text(cell) for cell in row] for row in rows]


def _refuse_far_cells(book: Container, name: str) -> None:
    """Raise ReadError for a cell so far out that all between would fill the memory.

    A slip of the hand makes one: the reader builds the whole rectangle of a sheet.
    """
    entry = _first_sheet(book)
    cells = _CELL.findall(book.bytes_of(entry)) if entry in book else []
    if not cells:
        return
    columns = {column: _column_number(column) for column in {c for c, _ in cells}}
    rows = [int(row) for _, row in cells]
    width = max(columns.values()) - min(columns.values()) + 1
    if width * (max(rows) - min(rows) + 1) > _MOST_CELLS:
        far = max(cells, key=lambda cell: columns[cell[0]] * int(cell[1]))
        raise ReadError(
            f"has a cell far from the others: {b''.join(far).decode()}",
            where=name,
            hint="delete that cell, or save the list as .csv",
        )


def _first_sheet(book: Container) -> str:
    """The part that holds the first sheet of an Excel file; "" if it is not one."""
    if _BOOK not in book or _WAYS not in book:
        return ""
    sheet = re.search(rb'<sheet\b[^<>]*?\br:id="([^"]*)"', book.bytes_of(_BOOK))
    for way in _WAY.findall(book.bytes_of(_WAYS)):
        target = re.search(rb'\bTarget="([^"]*)"', way)
        if sheet and target and b'Id="' + sheet[1] + b'"' in way:
            part = target[1].decode("utf-8", "replace")
            return part[1:] if part.startswith("/") else f"xl/{part}"
    return ""


def _column_number(letters: bytes) -> int:
    """A column's number: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _cell_text(cell: object) -> str:
    """A cell as it is read: 3, not 3.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _column(rows: list[list[str]]) -> list[str]:
    """The cells under the head of names, else of the first column of words."""
    for at, row in enumerate(rows[:10]):
        for place, cell in enumerate(row):
            if cell.casefold().replace(" ", "") in {h.replace(" ", "") for h in _HEADS}:
                return [r[place] for r in rows[at + 1 :] if len(r) > place]
    for place in range(max(map(len, rows), default=0)):
        column = [row[place] for row in rows if len(row) > place and row[place]]
        words = [cell for cell in column if not _NUMBER.fullmatch(cell)]
        if len(words) * 2 > len(column):
            return words
    return []
