"""The Typer app: one line per command."""

from typing import Annotated

import typer

from handout.cli import (
    analyse,
    check,
    fonts,
    make,
    outline,
    plan,
    show,
    templates,
)
from handout.cli.help import Command, Group
from handout.version import __version__

app = typer.Typer(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    name="handout",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in (
    make.make,
    make.worksheets,
    make.sheets,
    plan.plan,
    outline.outline,
    analyse.analyse,
    check.check,
):
    app.command(_command.__name__, cls=Command)(_command)
app.add_typer(templates.app, name="templates")
app.add_typer(fonts.app, name="fonts")


@app.callback()
def _main(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and exit.",
            is_eager=True,
            callback=lambda asked: _show_version(asked=asked),
        ),
    ] = False,
) -> None:
    """Turn a document into study handouts that are ready to print."""


def _show_version(*, asked: bool) -> None:
    """Show the version, if it is asked for, and exit."""
    if asked:
        show.result(f"handout {__version__}")
        raise typer.Exit


def run() -> None:
    """Run the command line."""
    app()
