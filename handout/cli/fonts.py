"""handout fonts: which fonts print, and whether they are intact."""

from typing import TYPE_CHECKING

import typer

from handout import records
from handout.cli import show
from handout.cli.guarded import work_on
from handout.cli.help import Command, Group
from handout.cli.source import FontOption, JsonOption, SourceArgument
from handout.printing import fonts

if TYPE_CHECKING:
    from handout.pipeline import Source

app = typer.Typer(
    cls=Group, no_args_is_help=True, help="List and check the fonts that print."
)


@app.command("list", cls=Command)
def list_(as_json: JsonOption = False) -> None:
    """List the fonts: family, weight, characters, licence, origin."""
    if as_json:
        show.record(records.fonts_record(fonts.our_fonts()))
        return
    for font in fonts.our_fonts():
        show.result(
            f"{font.family:20} {font.weight}  {font.characters:6} characters  "
            f"{font.licence}  {font.origin}"
        )


@app.command(cls=Command)
def check(source: SourceArgument = "", font_dir: FontOption = "") -> None:
    """Check that the font files are intact, and have every character of SOURCE."""
    with show.errors_shown():
        fonts.check_files()
        show.result(f"{len(fonts.our_fonts())} fonts are intact")
        if source:
            from handout.pipeline import Source

            work_on(source, _check_characters, Source.open(source), font_dir)
            show.result(f"they have every character of {source}")


def _check_characters(source: "Source", font_dir: str) -> None:
    """Read a source, and look its characters up. Raises ReadError, FontError."""
    from handout.model.options import ReadOptions
    from handout.pipeline import read_source
    from handout.pipeline.missing_characters import check_characters, font_folder

    document, _ = read_source(source, ReadOptions())
    check_characters(document, font_folder(font_dir))
