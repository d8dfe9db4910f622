"""The public Python API: what the commands do, as functions; docs/api.md shows it."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, TypedDict, Unpack

from handout import pipeline
from handout.errors import HandoutError, did_you_mean
from handout.model.analysis import Analysis
from handout.model.document import Document
from handout.model.meeting import Meeting
from handout.model.notice import Notice
from handout.model.options import (
    AnalyseOptions,
    MakeOptions,
    PlanOptions,
    ReadOptions,
)
from handout.model.pack import Value
from handout.pipeline import Made, Source

__all__ = [
    "Analysis",
    "Document",
    "HandoutError",
    "Made",
    "Meeting",
    "Notice",
    "analyse_document",
    "make",
    "read_document",
    "worksheets",
]


class PrintOptions(TypedDict, total=False):
    """What `make` and `worksheets` can be asked; each as the option of the command.

    `options` are those of the pack (--set). `minutes` of the whole, or of each section.
    """

    template: str
    paper: str
    options: Mapping[str, Value]
    with_text: bool
    keep_punctuation: bool
    html: bool
    attach: bool
    font_dir: str | os.PathLike[str]
    encoding: str
    language: str
    phrases: int
    sentences: int
    include: Sequence[str]
    exclude: Sequence[str]
    meeting: Meeting
    minutes: Sequence[int]
    names: Sequence[str]
    exercises: Sequence[str]
    seed: int
    versions: Sequence[str]
    edition: Literal["participant", "facilitator", "both"]
    answers: Literal["inline", "end", "file"]
    sheets: int
    within: Sequence[str]


# Where an option goes; those of the pack and of the analysis have other names there.
_READ = ("encoding", "language")
_PLAN = ("with_text", "meeting", "minutes", "names", "exercises")
_MAKE = frozenset(
    ("template", "paper", "keep_punctuation", "html", "attach", "seed", "versions")
) | {"edition", "answers", "sheets", "within"}
_ANALYSE = {"phrases": "phrases", "sentences": "summary_sentences"}
_ANALYSE |= {"include": "pinned", "exclude": "dropped"}


def make(
    source: str | os.PathLike[str],
    out: str | os.PathLike[str] = "output",
    **options: Unpack[PrintOptions],
) -> Made:
    """Turn a document, or a handout file, into a printable handout in a folder.

    Raises HandoutError for what a user can mend.
    """
    return pipeline.make(
        Source.open(os.fspath(source)), Path(out), _make_options(options)
    )


def worksheets(
    source: str | os.PathLike[str],
    out: str | os.PathLike[str] = "output",
    *,
    one_file: bool = False,
    **options: Unpack[PrintOptions],
) -> Made:
    """Turn each section of a document into a worksheet in a folder.

    Raises HandoutError for what a user can mend.
    """
    opened = Source.open(os.fspath(source))
    return pipeline.worksheets(
        opened, Path(out), _make_options(options), one_file=one_file
    )


def read_document(
    path: str | os.PathLike[str], *, encoding: str = "", language: str = ""
) -> Document:
    """The document of a file: title, sections, paragraphs, what was set aside.

    Raises HandoutError for a file that cannot be read.
    """
    options = ReadOptions(encoding, language)
    return pipeline.read_source(Source.open(os.fspath(path)), options)[0]


def analyse_document(
    document: Document,
    *,
    phrases: int = 8,
    sentences: int = 3,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> Analysis:
    """The summaries and key phrases of a document, every one a piece of its text."""
    from handout.analyse import analyse

    options = AnalyseOptions(
        phrases=phrases,
        summary_sentences=sentences,
        pinned=tuple(include),
        dropped=tuple(exclude),
    )
    return analyse(document, options)


def _make_options(options: PrintOptions) -> MakeOptions:
    """The options of the pipeline. Raises TypeError for a name it does not have."""
    left: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in options.items()
    }
    read = {name: left.pop(name) for name in _READ if name in left}
    plan = {name: left.pop(name) for name in _PLAN if name in left}
    analyse = {to: left.pop(name) for name, to in _ANALYSE.items() if name in left}
    own = {name: left.pop(name) for name in _MAKE if name in left}
    of_pack: Mapping[str, Value] = left.pop("options", {})
    font_dir = os.fspath(left.pop("font_dir", ""))
    if left:
        name = next(iter(left))
        near = did_you_mean(name, PrintOptions.__annotations__)
        raise TypeError(f"{name!r} is not an option; {near}".rstrip("; "))
    return MakeOptions(
        ReadOptions(**read),
        AnalyseOptions(**analyse),
        PlanOptions(**plan),
        choices=tuple(f"{name}={_as_text(value)}" for name, value in of_pack.items()),
        font_dir=font_dir,
        **own,
    )


def _as_text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
