"""The Typer app: one line per command."""

import sys
from pathlib import Path

import typer

from handout.cli import (
    analyse,
    check,
    fonts,
    make,
    outline,
    plan,
    project,
    show,
    templates,
)
from handout.errors import HandoutError

app = typer.Typer(
    name="handout",
    help="Turn a document into study handouts that are ready to print.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("make")(make.make)
app.command("worksheets")(make.worksheets)
app.command("plan")(plan.plan)
app.command("outline")(outline.outline)
app.command("analyse")(analyse.analyse)
app.command("check")(check.check)
app.add_typer(templates.app, name="templates", help="List, show and copy packs.")
app.add_typer(fonts.app, name="fonts", help="List and check our fonts.")


def run() -> None:
    """Run the command line with the defaults of the folder's handout.toml."""
    try:
        found = project.defaults(Path())
    except HandoutError as error:
        show.told(error)
        sys.exit(error.exit_code)
    app(default_map=project.for_words(found, sys.argv[1:]))
