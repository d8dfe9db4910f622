"""handout check: reads a printed file back and says what is not as it should be."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from handout import files
from handout.cli import show
from handout.cli.source import StrictOption


def check(
    path: Annotated[Path, typer.Argument(metavar="FILE.pdf", help="What was printed.")],
    sheets: Annotated[
        int, typer.Option(min=0, help="How many sheets it may take, on both sides.")
    ] = 0,
    strict: StrictOption = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Check a PDF before it is printed: lines, fonts, ink, pages, what was left in."""
    from handout.check import CheckOptions
    from handout.check import check as check_

    with show.errors_shown():
        found = check_(files.load(path), CheckOptions(name=path.name, sheets=sheets))
        if json:
            show.as_json([asdict(finding) for finding in found])
        else:
            for finding in found:
                show.result(f"{'note ' if finding.is_note else ''}{finding}")
    if strict and any(not finding.is_note for finding in found):
        raise typer.Exit(1)
