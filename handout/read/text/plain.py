"""Reads plain text: every line that is not blank is a block."""

import re
from dataclasses import replace

from handout.read.blocks import Block, Contents, Source, visible
from handout.read.raw.decode import decode

# ## before two lines or more marks headings; a single # also opens a command.
_HASHES = re.compile(r"^#{2,6}[ \t]+\S", re.MULTILINE)
_HASHED = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_FEW_HASHES = 2

UNPRINTABLE = "characters that cannot be printed"

_SPACE = " \t\u3000\u00a0\ufeff\v\f"
# Half a character, NUL, and marks that only steer how other text is set.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069"
    r"\ufeff\ufffe\uffff\ud800-\udfff]"
)


def read_text(source: Source) -> Contents:
    """Read a text file: every line that is not blank is a block."""
    text, notices = decode(source.content, name=source.name, encoding=source.encoding)
    return Contents(text, text_blocks(text), visible(text), notices)


def text_blocks(text: str) -> tuple[Block, ...]:
    """Give one block a line, without the space at its ends.

    Characters that cannot be printed are taken out and kept as asides.
    """
    blocks: list[Block] = []
    start = 0
    hashed = len(_HASHES.findall(text)) >= _FEW_HASHES
    for number, line in enumerate(text.split("\n"), 1):
        match = _HASHED.match(line) if hashed else None
        if match:
            blocks += _heading(match, start=start, number=number)
        else:
            blocks += line_blocks(line, start=start, number=number)
        start += len(line) + 1
    return tuple(blocks)


def _heading(match: re.Match[str], *, start: int, number: int) -> list[Block]:
    """Give the heading of a line marked as in Markdown, and its marks as an aside."""
    mark, words = match.groups()
    at = start + match.start(2)
    found = line_blocks(words, start=at, number=number)
    level = len(mark)
    headed = [b if b.aside else replace(b, level=level) for b in found]
    return [Block(mark, start, number, aside="marks of headings"), *headed]


def line_blocks(line: str, *, start: int, number: int) -> list[Block]:
    """Give the block of one line, and an aside for what in it cannot be printed."""
    kept, lost = printable(line)
    body = kept.strip(_SPACE)
    indent = len(kept) - len(kept.lstrip(_SPACE))
    blocks = [Block(body, start + indent, number)] if body else []
    if lost:
        blocks.append(Block(lost, start + len(line), number, aside=UNPRINTABLE))
    return blocks


def printable(text: str) -> tuple[str, str]:
    """Part a text into what can be printed and what cannot."""
    lost = "".join(_INVISIBLE.findall(text))
    return (_INVISIBLE.sub("", text), lost) if lost else (text, "")
