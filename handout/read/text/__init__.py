"""Readers of plain text and Markdown, and what they share."""
