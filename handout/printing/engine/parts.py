"""Parts of WeasyPrint that other rooms use; it has no types, and is imported late."""

from functools import cache
from importlib import import_module
from typing import Any


@cache
def box_kinds() -> Any:
    """The classes of laid-out boxes: TextBox, LineBox, TableRowBox …."""
    return import_module("weasyprint.formatting_structure.boxes")


@cache
def text_ffi() -> Any:
    """Pango through CFFI: `ffi`, `pango` and the units of both."""
    return import_module("weasyprint.text.ffi")


@cache
def line_breaking() -> Any:
    """The functions that measure and break a line of text."""
    return import_module("weasyprint.text.line_break")


@cache
def style_sheets() -> Any:
    """The part that reads style sheets: its tables of properties, and its sheets."""
    return import_module("weasyprint.css")
