"""handout templates preview: a handout on the screen while its pack is made."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from handout import assets, pipeline
from handout.cli import project, show
from handout.cli.exercises import Exercises
from handout.cli.groups import fill_group
from handout.cli.options import Asking, Meetings
from handout.cli.printing import Printing, Told
from handout.cli.source import (
    Choosing,
    OutOption,
    PackArgument,
    PaperOption,
    Reading,
    SetOption,
)
from handout.model.options import MakeOptions
from handout.pipeline import Source


def preview(
    name: PackArgument,
    source: Annotated[
        str,
        typer.Argument(
            metavar="[SOURCE]", help="Source file (default: the sample article)."
        ),
    ] = "",
    watch: Annotated[
        bool,
        typer.Option(
            "--watch", help="Show it in the browser, and print it again at each save."
        ),
    ] = False,
    out: OutOption = Path("output"),
    paper: PaperOption = "",
    settings: SetOption = None,
    port: Annotated[
        int | None,
        typer.Option(
            min=1, max=65535, metavar="N", help="Port for --watch (default: any free)."
        ),
    ] = None,
    browser: Annotated[
        bool,
        typer.Option(help="With --watch, open the browser (on a terminal only)."),
    ] = True,
) -> None:
    """Print an article with a pack; with --watch, again whenever a file is saved."""
    given = source or str(assets.sample())
    ask = _asker(name, paper, tuple(settings or ()), given)
    with show.errors_shown():
        if watch:
            _watch(given, ask, port=port or 0, opens=browser and sys.stdout.isatty())
            return
        made = pipeline.make(Source.open(given), out, ask())
        for path in made.paths:
            show.result(path)
    show.notices(made.notices)


def _watch(
    source: str, ask: Callable[[], MakeOptions], *, port: int, opens: bool
) -> None:
    """Serve the preview until Ctrl-C."""
    from handout.preview import Preview, View, watch
    from handout.preview.server import Server

    shown = Preview(Path(source), ask=ask, load=Source.open)
    server = Server(port)

    def publish(view: View) -> None:
        server.publish(view)
        show.report_work(
            f"{view.error}"
            if view.error
            else f"{len(view.sizes)} pages in {view.seconds:.2f} s"
        )

    show.result(server.address)
    sys.stdout.flush()
    if opens:
        import webbrowser

        webbrowser.open(server.address)
    try:
        watch(shown, publish)
    except KeyboardInterrupt:
        show.report_work("the preview has ended")
    finally:
        server.close()


def _asker(
    name: str, paper: str, choices: tuple[str, ...], source: str
) -> Callable[[], MakeOptions]:
    """A function that reads the current options: handout.toml's, then those given."""

    def ask() -> MakeOptions:
        file = project.file_for([source])
        found = project.for_words(project.defaults(file), [source])
        said: dict[str, Any] = found["make"]
        given = {"settings": choices, "paper": paper or said.get("paper", "")}
        told = Told(
            fill_group(Printing, said | given),
            fill_group(Reading, said),
            fill_group(Choosing, said),
            fill_group(Exercises, said),
            fill_group(Asking, said),
            file,
        )
        plan = fill_group(Meetings, said).options()
        with_text = said.get("with_text", False)
        return told.options(name, replace(plan, with_text=with_text))

    return ask
