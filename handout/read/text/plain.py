"""Reads plain text: every line that is not blank is a block, or continues one."""

import re
from dataclasses import replace

from handout.model.notice import Notice
from handout.read.blocks import Contents, RawFile, SourceBlock, visible
from handout.read.raw.decode import decode
from handout.read.text.invisible import line_blocks
from handout.read.text.marks import with_marks
from handout.read.text.wrapped import joined_lines

# ## before two or more lines marks headings; a single # may open a command.
_HASHES = re.compile(r"^#{2,6}[ \t]+\S", re.MULTILINE)
_HASHED = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_FEW_HASHES = 2
_JOINED = (
    "lines that end at a width of about {} columns were joined to paragraphs; "
    "--lines keep leaves them as they are"
)


def read_plain_text(source: RawFile) -> Contents:
    """Read a text file: every line is a block, or a part of a broken paragraph."""
    text, notices = decode(source.content, name=source.name, encoding=source.encoding)
    blocks = with_marks(_lines(text))
    if source.lines != "keep":
        blocks, columns = joined_lines(blocks, text, always=source.lines == "join")
        if columns:
            notices += (Notice("lines", _JOINED.format(columns), source.name),)
    return Contents(text, tuple(blocks), visible(text), notices)


def _lines(text: str) -> list[SourceBlock]:
    """One block for each line that is not blank, without the space at its ends."""
    blocks: list[SourceBlock] = []
    start = 0
    hashed = len(_HASHES.findall(text)) >= _FEW_HASHES
    for number, line in enumerate(text.split("\n"), 1):
        match = _HASHED.match(line) if hashed else None
        if match:
            blocks += _heading(match, start=start, number=number)
        else:
            blocks += line_blocks(line, start=start, number=number)
        start += len(line) + 1
    return blocks


def _heading(match: re.Match[str], *, start: int, number: int) -> list[SourceBlock]:
    """The heading in a line marked as in Markdown, and its marks as an aside."""
    mark, words = match.groups()
    at = start + match.start(2)
    found = line_blocks(words, start=at, number=number)
    level = len(mark)
    headed = [b if b.aside else replace(b, level=level) for b in found]
    return [SourceBlock(mark, start, number, aside="marks of headings"), *headed]
