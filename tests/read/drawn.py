"""PDF files drawn letter by letter, for what no program at hand would write."""

from io import BytesIO

import pikepdf

WIDE, HIGH = 400, 600


def pdf_of(*pages, rotate=0, box=(0, 0, WIDE, HIGH), unicode=None):
    """A PDF of content streams, in Helvetica; `unicode` says what its codes mean."""
    file = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
    )  # fmt: skip
    if unicode:
        lines = "\n".join(
            f"<{code:02x}> <{text.encode('utf-16-be').hex()}>"
            for code, text in unicode.items()
        )
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
            "1 begincodespacerange <00> <ff> endcodespacerange "
            f"{len(unicode)} beginbfchar {lines} endbfchar endcmap end end"
        )
        font.ToUnicode = file.make_stream(cmap.encode())
    font = file.make_indirect(font)
    for content in pages:
        page = file.add_blank_page(page_size=(WIDE, HIGH))
        page.MediaBox = pikepdf.Array(box)
        page.Rotate = rotate
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = file.make_stream(f"BT {content} ET".encode())
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def line(text, x, y, *, size=12, matrix="1 0 0 1"):
    """A line of text at a place; `matrix` turns it."""
    return f"/F {size} Tf {matrix} {x} {y} Tm ({text}) Tj "


def column(texts, x, y, **more):
    """Lines one under another."""
    return "".join(line(text, x, y - 14 * n, **more) for n, text in enumerate(texts))
