"""The names of Word's elements, and which of them are not shown."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted text, and the older of two drawings of the same thing.
GONE = frozenset(
    [W + name for name in ("del", "moveFrom", "delText", "rPr", "pPr", "sectPr")]
    + [_MC + "Fallback"]
)
FORMULAS = (M + "oMath", M + "oMathPara")
