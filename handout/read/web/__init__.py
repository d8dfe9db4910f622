"""Readers of web pages, saved pages and e-books, which are pages too."""
