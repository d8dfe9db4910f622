"""What the commands share: sources as they are given, and where results go."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar

import typer

from handout import files, guard
from handout.cli.amount import amount
from handout.cli.guarded import MemoryLimit, TimeLimit
from handout.errors import UsageError, did_you_mean
from handout.model.kinds import KINDS
from handout.model.options import AnalyseOptions, ReadOptions
from handout.model.paper import PAPERS

_LANGUAGES = ("zh-CN", "zh-TW", "en")


def _packs() -> list[str]:
    from handout import packs

    return [pack.name for pack in packs.list_packs()]


SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A file, or - for standard input.")
]
PackArgument = Annotated[
    str,
    typer.Argument(
        metavar="PACK", help="Template pack (name or folder).", autocompletion=_packs
    ),
]
OutOption = Annotated[
    Path,
    typer.Option(
        "-o",
        "--out",
        metavar="DIR",
        help="Folder for the results.",
        rich_help_panel="Output",
    ),
]
TemplateOption = Annotated[
    str,
    typer.Option(
        "--template",
        metavar="PACK",
        help="Template pack (name or folder).",
        rich_help_panel="Template and paper",
        autocompletion=_packs,
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Set an option of the pack; may be repeated.",
        rich_help_panel="Template and paper",
    ),
]
PaperOption = Annotated[
    str,
    typer.Option(
        "--paper",
        metavar="|".join(PAPERS),
        help="Paper size (default: the pack's).",
        rich_help_panel="Template and paper",
        autocompletion=lambda: list(PAPERS),
    ),
]
FontOption = Annotated[
    str,
    typer.Option(
        "--font-dir",
        metavar="DIR",
        help="Folder with your own fonts.",
        rich_help_panel="Template and paper",
    ),
]
JsonOption = Annotated[
    bool,
    typer.Option("--json", help="Print JSON, not text.", rich_help_panel="Output"),
]
StrictOption = Annotated[
    bool,
    typer.Option(
        "--strict",
        help="Exit with 1 if anything is noted.",
        rich_help_panel="Output",
    ),
]


@dataclass(frozen=True, slots=True)
class Reading:
    """Options of the commands that read a source."""

    PANEL: ClassVar[str] = "Source"
    encoding: Annotated[
        str,
        typer.Option(
            "--encoding",
            metavar="NAME",
            help="Encoding of the source: gbk, big5 … (default: detected).",
        ),
    ] = ""
    language: Annotated[
        str,
        typer.Option(
            "--language",
            metavar="|".join(_LANGUAGES),
            help="Language of the source (default: detected).",
            autocompletion=lambda: list(_LANGUAGES),
        ),
    ] = ""

    lines: Annotated[
        str,
        typer.Option(
            "--lines",
            metavar="keep|join",
            help="Lines of plain text: keep each, or join them to paragraphs.",
        ),
    ] = ""
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help=f"{', '.join(KINDS)}; else found."),
    ] = ""
    sections: Annotated[
        str,
        typer.Option(
            "--sections",
            metavar="none|1|2|3|TITLES",
            help="Where to cut: nowhere, to a depth, or at titles with commas between.",
        ),
    ] = ""
    time_limit: TimeLimit = 0
    memory_limit: MemoryLimit = 0

    def options(self) -> ReadOptions:
        """The options of the stage that reads; the limits hold from now on.

        Raises UsageError.
        """
        if self.lines not in ("", "keep", "join"):
            raise UsageError(
                f"--lines is keep or join, not {self.lines[:40]}",
                hint="leave it out to have it found",
            )
        if self.kind and self.kind not in KINDS:
            raise UsageError(
                f"there is no kind of text called {self.kind}",
                where="[[kind]]",
                hint=did_you_mean(self.kind, KINDS, f"choose from: {' '.join(KINDS)}"),
            )
        guard.allow(self.time_limit, self.memory_limit)
        return ReadOptions(
            self.encoding, self.language, self.lines, self.kind, self.sections
        )


@dataclass(frozen=True, slots=True)
class Choosing:
    """Options of the commands that choose sentences and phrases."""

    PANEL: ClassVar[str] = "Sentences and phrases"
    phrases: Annotated[
        str,
        typer.Option(
            "--phrases",
            metavar="N|LOW-HIGH",
            help="Key phrases per section: at most N, or at least LOW as well.",
        ),
    ] = "8"
    sentences: Annotated[
        int,
        typer.Option(
            "--sentences",
            "--summary-sentences",
            metavar="N",
            min=1,
            max=40,
            help="Summary sentences per section.",
        ),
    ] = 3
    words: Annotated[
        Path | None,
        typer.Option(
            "--words", metavar="FILE", help="Your own words and names, one per line."
        ),
    ] = None
    stop: Annotated[
        Path | None,
        typer.Option(
            "--stop",
            metavar="FILE",
            help="Stop words, one per line: never chosen as key phrases.",
        ),
    ] = None
    include: Annotated[
        list[str] | None,
        typer.Option(
            "--include",
            "--pin",
            metavar="PHRASE",
            help="Always list this key phrase; may be repeated.",
        ),
    ] = None
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            "--drop",
            metavar="PHRASE",
            help="Never list this key phrase; may be repeated.",
        ),
    ] = None

    def options(self) -> AnalyseOptions:
        """The options of the stage that analyses. Raises ReadError, UsageError."""
        # A project's file may say a bare number.
        least, most = amount(str(self.phrases))
        return AnalyseOptions(
            phrases=most,
            phrases_least=least,
            summary_sentences=self.sentences,
            user_words=read_word_list(self.words),
            stop_words=read_word_list(self.stop),
            pinned=tuple(self.include or ()),
            dropped=tuple(self.exclude or ()),
        )


def read_word_list(path: Path | None) -> tuple[str, ...]:
    """Read a list of words, one per line; # opens a comment. Raises ReadError."""
    if path is None:
        return ()
    text = files.load(Path(path)).decode("utf-8-sig", "replace")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)
