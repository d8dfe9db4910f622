"""The handout file: loads, dumps and update bring a draft from and to its YAML."""

import re
from typing import TYPE_CHECKING

# Loaded when such a file is used: a handout made of an article needs none of it.
if TYPE_CHECKING:
    from handout.model.draft import Draft

SUFFIX = ".handout.yaml"
_SUFFIXES = (SUFFIX, ".handout.yml")
_OPENING = re.compile(rb"(?:\s|#[^\n]*\n|---[^\n]*\n)*[\"']?handout[\"']?\s*:\s*\d")
_BOM = "\ufeff"


def is_draft(content: bytes, name: str) -> bool:
    """Say whether a file is a handout file, by its name or by how it begins."""
    head = content[:8000].removeprefix(_BOM.encode())
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return name.lower().endswith(_SUFFIXES) or bool(_OPENING.match(head))


def loads(text: str, *, name: str = "") -> "Draft":
    """Read a handout file. Raises ReadError with line, column and the right word."""
    from handout.handout_file.text import read_draft

    return read_draft(text.removeprefix(_BOM), name)[0]


def dumps(draft: "Draft", *, name: str = "") -> str:
    """Write a new handout file; `name` is what its comments call it by."""
    from handout.handout_file.text import write_text

    return write_text(draft, name)


def update(text: str, draft: "Draft", *, name: str = "") -> str:
    """Write a draft into a file that a person has edited.

    Comments, order and layout of what has not changed stay as they are.
    """
    from handout.handout_file.splice import splice_draft

    mark = _BOM if text.startswith(_BOM) else ""
    return mark + splice_draft(text.removeprefix(_BOM), draft, name)
