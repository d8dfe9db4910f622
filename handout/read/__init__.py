"""Stage 1, read: the bytes of a file become a Document that lost no character."""

from collections.abc import Callable
from pathlib import PurePath

from handout.errors import ReadError
from handout.model.document import Document
from handout.model.notice import Notice
from handout.read.blocks import Block
from handout.read.decode import decode
from handout.read.markdown import markdown_blocks
from handout.read.structure import build
from handout.read.text import text_blocks

Reader = Callable[[str], tuple[Block, ...]]

# One format, one line: the reader turns decoded text into blocks in reading order.
READERS: dict[str, Reader] = {
    ".txt": text_blocks,
    ".text": text_blocks,
    ".md": markdown_blocks,
    ".markdown": markdown_blocks,
}


def read(content: bytes, *, name: str) -> tuple[Document, tuple[Notice, ...]]:
    """Read one file; its name tells the format and stands in messages.

    Raises ReadError if the format is unknown, the bytes are not text, or nothing
    but white space is in it.
    """
    suffix = PurePath(name).suffix.lower() if name != "-" else ".txt"
    reader = READERS.get(suffix)
    if reader is None:
        raise ReadError(
            f"{suffix or 'a file without a suffix'} is not a format handout reads",
            where=name,
            hint=f"save it as one of: {' '.join(sorted(READERS))}",
        )
    text, notices = decode(content, name=name)
    if not text.strip():
        raise ReadError(
            "is empty: there is no text to make a handout of",
            where=name,
            hint="open the file and see whether it was saved",
        )
    return build(reader(text), text, name=name), notices
