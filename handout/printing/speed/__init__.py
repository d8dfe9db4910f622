"""Hooks that make WeasyPrint start and lay out sooner, and change no page."""
