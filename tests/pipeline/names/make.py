"""Writes names.xlsx with openpyxl and names.ods with odfpy, from names.csv."""

import csv
from pathlib import Path

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

HERE = Path(__file__).parent
ROWS = list(csv.reader((HERE / "names.csv").read_text(encoding="utf-8").splitlines()))

book = Workbook()
for row in ROWS:
    book.active.append([int(cell) if cell.isdecimal() else cell for cell in row])
book.save(HERE / "names.xlsx")

document = OpenDocumentSpreadsheet()
table = Table(name="名单")
for row in ROWS:
    line = TableRow()
    for cell in row:
        place = TableCell(valuetype="string")
        place.addElement(P(text=cell))
        line.addElement(place)
    table.addElement(line)
document.spreadsheet.addElement(table)
document.save(HERE / "names.ods")
