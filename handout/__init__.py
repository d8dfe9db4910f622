"""Turns a document into study handouts that are ready to print."""

__version__ = "0.1.0"
