"""What the commands share: sources as they are given, and where results go."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from handout import files
from handout.model.options import AnalyseOptions, ReadOptions

SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A file, or - for standard input.")
]
OutOption = Annotated[
    Path, typer.Option("-o", "--out", metavar="DIR", help="Folder for the results.")
]
TemplateOption = Annotated[
    str,
    typer.Option(
        "--template", metavar="PACK", help="A template pack: its name or folder."
    ),
]

SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A choice the pack offers.",
    ),
]
PaperOption = Annotated[
    str, typer.Option("--paper", help="A4, A5, B5, 16K, A3 or Letter; else the pack's.")
]
FontOption = Annotated[
    str,
    typer.Option("--font-dir", metavar="DIR", help="A folder with fonts of your own."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, not text.")]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 if there was any note.")
]


@dataclass(frozen=True, slots=True)
class Reading:
    """Options of the commands that read a source."""

    encoding: Annotated[
        str,
        typer.Option(
            "--encoding", metavar="NAME", help="The source's encoding: gbk, big5 …"
        ),
    ] = ""
    language: Annotated[
        str,
        typer.Option("--language", help="The source's language: zh-CN, zh-TW or en."),
    ] = ""

    def options(self) -> ReadOptions:
        """Give them to the stage that reads."""
        return ReadOptions(self.encoding, self.language)


@dataclass(frozen=True, slots=True)
class Choosing:
    """Options of the commands that choose sentences and phrases."""

    phrases: Annotated[
        int, typer.Option("--phrases", min=0, max=40, help="Key phrases a section.")
    ] = 8
    sentences: Annotated[
        int,
        typer.Option(
            "--sentences",
            "--summary-sentences",
            min=1,
            max=40,
            help="Summary sentences a section.",
        ),
    ] = 3
    words: Annotated[
        Path | None,
        typer.Option("--words", metavar="FILE", help="Your own words, one a line."),
    ] = None
    stop: Annotated[
        Path | None,
        typer.Option(
            "--stop", metavar="FILE", help="Words no phrase may be, one a line."
        ),
    ] = None
    pin: Annotated[
        list[str] | None,
        typer.Option(
            "--pin", metavar="PHRASE", help="A phrase that must be in the table."
        ),
    ] = None
    drop: Annotated[
        list[str] | None,
        typer.Option("--drop", metavar="PHRASE", help="A phrase that must not be."),
    ] = None

    def options(self) -> AnalyseOptions:
        """Give them to the stage that analyses. Raises ReadError."""
        return AnalyseOptions(
            phrases=self.phrases,
            summary_sentences=self.sentences,
            user_words=listed(self.words),
            stop_words=listed(self.stop),
            pinned=tuple(self.pin or ()),
            dropped=tuple(self.drop or ()),
        )


def listed(path: Path | None) -> tuple[str, ...]:
    """Read a list of words, one a line; # opens a comment. Raises ReadError."""
    if path is None:
        return ()
    text = files.load(Path(path)).decode("utf-8-sig", "replace")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
