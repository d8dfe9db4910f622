"""What a user gives: a file, standard input, or a handout file, opened in one place."""

import sys
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from handout import files
from handout.errors import ReadError
from handout.handout_file import is_draft
from handout.model.options import ReadOptions

if TYPE_CHECKING:
    from handout.model.document import Document
    from handout.model.notice import Notice

# A user's own word on what is a heading: FILE.outline.yaml beside FILE.
SIDECAR = ".outline.yaml"
STANDARD_INPUT = "-"
_NOTHING_KNOWN = ReadOptions()


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a source, and the name to call it by ("-" for standard input).

    `corrections` is the text of the sidecar FILE.outline.yaml, "" if there is none.
    """

    content: bytes
    name: str
    corrections: str = ""

    @classmethod
    def open(cls, path: str) -> "Source":
        """Read a file, or standard input, with its corrections. Raises ReadError."""
        if path == STANDARD_INPUT:
            return cls(files.read_no_more(sys.stdin.buffer, path), path)
        sidecar = Path(path + SIDECAR)
        said = files.load(sidecar) if files.is_file(sidecar) else b""
        return cls(files.load(Path(path)), path, said.decode("utf-8-sig", "replace"))

    @property
    def stem(self) -> str:
        """The name of the results, without folder and suffix."""
        if self.name == STANDARD_INPUT:
            return "handout"
        return files.safe_name(PurePath(self.name).stem.removesuffix(".handout"))

    @property
    def file_name(self) -> str:
        """The name without its folder, which may be private."""
        return PurePath(self.name).name if self.name != STANDARD_INPUT else "source"

    @property
    def is_handout_file(self) -> bool:
        """Whether it is a handout that a person may have edited."""
        return is_draft(self.content, self.name)


def read_source(
    source: Source, options: ReadOptions = _NOTHING_KNOWN
) -> tuple["Document", tuple["Notice", ...]]:
    """Read an article. Raises ReadError, also for a handout file."""
    from handout.read import read
    from handout.read.corrections import load_corrections

    if source.is_handout_file:
        raise ReadError(
            "is a handout file, not an article",
            where=source.name,
            hint="print it with handout make or handout worksheets, bring it up to "
            "date with handout plan --update, or give the article it is made of",
        )
    corrections = (
        load_corrections(source.corrections, name=f"{source.name}{SIDECAR}")
        if source.corrections
        else ()
    )
    document, notices = read(
        source.content,
        name=source.name,
        encoding=options.encoding,
        language=options.language,
        lines=options.lines,
        sections=options.sections,
        corrections=corrections,
    )
    return replace(document, kind=options.kind or document.kind), notices
