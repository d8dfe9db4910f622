"""The door to WeasyPrint: loading it, its boxes, and the table of hooks."""
