"""What the commands share: sources as they are given, and where results go."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from handout import files
from handout.pipeline import Source

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
    typer.Option("--set", metavar="KEY=VALUE", help="A choice the pack offers."),
]
PaperOption = Annotated[
    str, typer.Option("--paper", help="A4, A5, B5, 16K, A3 or Letter; else the pack's.")
]
FontOption = Annotated[
    str,
    typer.Option("--font-dir", metavar="DIR", help="A folder with fonts of your own."),
]
EncodingOption = Annotated[
    str,
    typer.Option(
        "--encoding", metavar="NAME", help="The source's encoding: gbk, big5 …"
    ),
]
LanguageOption = Annotated[
    str, typer.Option("--language", help="The source's language: zh-CN, zh-TW or en.")
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help="Exit with 1 if there was any note.")
]


def load(given: str) -> Source:
    """Read the bytes of a source. Raises ReadError."""
    if given == "-":
        return Source(sys.stdin.buffer.read(), "-")
    return Source(files.load(Path(given)), given)
