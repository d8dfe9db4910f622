"""The names of OpenDocument's elements, and which of them are not shown."""

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
MATH = "{http://www.w3.org/1998/Math/MathML}math"
HREF = "{http://www.w3.org/1999/xlink}href"
PARAGRAPHS = (T + "p", T + "h")
# Deleted text, settings, the author of a comment, the rules of an index.
SILENT = frozenset(
    (
        *(T + name for name in ("tracked-changes", "sequence-decls", "variable-decls")),
        *(T + f"{name}-source" for name in ("table-of-content", "illustration-index")),
        *(T + f"{name}-source" for name in ("table-index", "object-index")),
        *(T + f"{name}-source" for name in ("alphabetical-index", "user-index")),
        *(T + name for name in ("bibliography-source", "user-field-decls", "script")),
        *(SVG + name for name in ("title", "desc")),
        *(DC + name for name in ("creator", "date")),
        *(META + name for name in ("creator-initials", "date-string")),
        OFFICE + "forms",
        OFFICE + "scripts",
        OFFICE + "event-listeners",
        MATH,
    )
)
