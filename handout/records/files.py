"""What `make`, `worksheets` and `plan` print with --json: the files, and faults."""

from pathlib import Path
from typing import Literal, TypedDict

from handout.errors import HandoutError, as_flag, with_option_names
from handout.model.notice import Notice
from handout.records.document import NoticeRecord, notice_records
from handout.records.version import SCHEMA


class MadeRecord(TypedDict):
    """The files made of a source, and the pages in them.

    `fitted` says what was done to fit it to its sheets, "" if nothing was.
    """

    source: str
    files: list[str]
    pages: int
    fitted: str
    notices: list[NoticeRecord]


class FailureRecord(TypedDict):
    """A source that nothing was made of: what is wrong, where, and what to do."""

    source: str
    message: str
    where: str
    hint: str
    exit_code: int


class FilesRecord(TypedDict):
    """What a run made, and what it could not make."""

    schema: Literal[1]
    made: list[MadeRecord]
    failed: list[FailureRecord]


def made_record(
    source: str,
    paths: tuple[Path, ...],
    pages: int,
    notices: tuple[Notice, ...],
    fitted: str = "",
) -> MadeRecord:
    """The record of what was made of one source."""
    return {
        "source": source,
        "files": [str(path) for path in paths],
        "pages": pages,
        "fitted": fitted,
        "notices": notice_records(notices),
    }


def failure_record(source: str, error: HandoutError) -> FailureRecord:
    """The record of a source that could not be used."""
    return {
        "source": source,
        "message": with_option_names(error.message, as_flag),
        "where": with_option_names(error.where, as_flag),
        "hint": with_option_names(error.hint, as_flag),
        "exit_code": error.exit_code,
    }


def files_record(made: list[MadeRecord], failed: list[FailureRecord]) -> FilesRecord:
    """The record of a whole run."""
    return {"schema": SCHEMA, "made": made, "failed": failed}
