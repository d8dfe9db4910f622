"""Writes one document in Word, OpenDocument, as a page and as an e-book."""

import io
import zipfile
from html import escape

from docx_files import docx, val

_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        **{n: n for n in ("office", "text", "table", "style")},
        **{"draw": "drawing", "fo": "xsl-fo-compatible"},
    }.items()
)
_STYLES = "".join(
    f'<style:style style:name="{name}" style:family="text">'
    f"<style:text-properties {said}/></style:style>"
    for name, said in {
        "hidden": 'text:display="none"',
        "sup": 'style:text-position="super 58%"',
        "sub": 'style:text-position="sub 58%"',
    }.items()
)
_CONTAINER = (
    '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>'
)
_BOOK = (
    '<package><manifest><item id="a" href="a.xhtml" '
    'media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
_HALF = {
    "docx": "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
    "html": "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
    "odt": '<draw:frame><draw:object><math xmlns="http://www.w3.org/1998/Math/MathML">'
    "<mfrac><mn>1</mn><mn>2</mn></mfrac></math></draw:object></draw:frame>",
}
FORMATS = ("docx", "odt", "html", "epub")


def page_like(suffix):
    return suffix in ("html", "epub")


def run(suffix, text, style=""):
    """A piece of a paragraph; `style` is "", "sup", "sub", "hidden" or "half"."""
    if style == "half":
        return _HALF["html" if page_like(suffix) else suffix]
    text = escape(text)
    if suffix == "docx":
        raised = {"sup": "superscript", "sub": "subscript"}.get(style)
        said = val("vertAlign", raised) if raised else ""
        said = "<w:vanish/>" if style == "hidden" else said
        return f'<w:r><w:rPr>{said}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    if suffix == "odt":
        named = f'<text:span text:style-name="{style}">{text}</text:span>'
        return named if style else text
    tags = {"sup": "sup", "sub": "sub", "hidden": 'span style="display: none"'}
    tag = tags.get(style, "")
    return f"<{tag}>{text}</{tag.split()[0]}>" if tag else text


def para(suffix, *runs):
    inner = "".join(one if one.startswith("<") else run(suffix, one) for one in runs)
    tag = {"docx": "w:p", "odt": "text:p"}.get(suffix, "p")
    return f"<{tag}>{inner}</{tag}>"


def heading(suffix, *lines):
    breaks = {"docx": "<w:r><w:br/></w:r>", "odt": "<text:line-break/>"}
    inner = breaks.get(suffix, "<br/>").join(run(suffix, line) for line in lines)
    if suffix == "docx":
        return f"<w:p><w:pPr>{val('outlineLvl', 0)}</w:pPr>{inner}</w:p>"
    if suffix == "odt":
        return f'<text:h text:outline-level="1">{inner}</text:h>'
    return f"<h1>{inner}</h1>"


def table(suffix, rows):
    """A table of rows of (text, rows, columns), or None for what is covered."""
    write = {"docx": _word_row, "odt": _odt_row}.get(suffix, _page_row)
    tag = {"docx": "w:tbl", "odt": "table:table"}.get(suffix, "table")
    inner = "".join(write(rows, at) for at in range(len(rows)))
    return f"<{tag}>{inner}</{tag}>"


def _page_row(rows, at):
    cells = (
        f'<td rowspan="{c[1]}" colspan="{c[2]}">{escape(c[0])}</td>'
        for c in rows[at]
        if c
    )
    return f"<tr>{''.join(cells)}</tr>"


def _odt_row(rows, at):
    cells = (
        f'<table:table-cell table:number-rows-spanned="{c[1]}" '
        f'table:number-columns-spanned="{c[2]}">{para("odt", c[0])}</table:table-cell>'
        if c
        else "<table:covered-table-cell/>"
        for c in rows[at]
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _word_row(rows, at):
    written = ""
    for column, cell in enumerate(rows[at]):
        above = _above(rows, at, column)
        if cell:
            merged = val("vMerge", "restart") if cell[1] > 1 else ""
            said = val("gridSpan", cell[2]) + merged
            written += f"<w:tc><w:tcPr>{said}</w:tcPr>{para('docx', cell[0])}</w:tc>"
        elif above:
            said = val("gridSpan", above[2]) + "<w:vMerge/>"
            written += f"<w:tc><w:tcPr>{said}</w:tcPr><w:p/></w:tc>"
    return f"<w:tr>{written}</w:tr>"


def _above(rows, at, column):
    """The cell that reaches down to this place from its first column."""
    for up in range(at - 1, -1, -1):
        cell = rows[up][column]
        if cell:
            return cell if up + cell[1] > at else None
    return None


def written(suffix, body):
    """The whole file."""
    if suffix == "docx":
        return docx(body)
    if suffix == "html":
        return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()
    parts = {
        "content.xml": f"<office:document-content {_ODF}><office:automatic-styles>"
        f"{_STYLES}</office:automatic-styles><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    }
    if suffix == "epub":
        page = f"<html><body>{body}</body></html>"
        parts = {
            "META-INF/container.xml": _CONTAINER,
            "book.opf": _BOOK,
            "a.xhtml": page,
        }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return file.getvalue()
