"""handout templates preview: a handout on the screen while its pack is made."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from handout import assets, pipeline
from handout.cli import project, show
from handout.cli.meeting import groups_of, plan_options
from handout.cli.source import (
    OutOption,
    PaperOption,
    SetOption,
    analysis_options,
    load,
)
from handout.model.meeting import Meeting
from handout.model.options import MakeOptions, ReadOptions

_DEFAULT = "meeting"


def preview(
    name: Annotated[str, typer.Argument(metavar="PACK")],
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A file; else an article of ours.")
    ] = "",
    watch: Annotated[
        bool, typer.Option("--watch", help="Show it in the browser; print each save.")
    ] = False,
    out: OutOption = Path("output"),
    paper: PaperOption = "",
    settings: SetOption = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port for --watch; 0: any.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option(help="Open the browser, where there is a terminal.")
    ] = True,
) -> None:
    """Print an article with a pack; with --watch, again whenever a file is saved."""
    given = source or str(assets.sample())
    ask = _asker(name, paper, tuple(settings or ()))
    with show.errors_shown():
        if watch:
            _watch(given, ask, port=port, opens=browser and sys.stdout.isatty())
            return
        made = pipeline.make(load(given), out, ask())
        for path in made.paths:
            show.result(path)
    show.notices(made.notices)


def _watch(
    source: str, ask: Callable[[], MakeOptions], *, port: int, opens: bool
) -> None:
    """Serve the preview until Ctrl-C."""
    from handout.workshop.preview import Preview, View, watch
    from handout.workshop.server import Server

    shown = Preview(Path(source), ask=ask, load=load)
    server = Server(port)

    def publish(view: View) -> None:
        server.publish(view)
        show.said(
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
        show.said("the preview has ended")
    finally:
        server.close()


def _asker(
    name: str, paper: str, choices: tuple[str, ...]
) -> Callable[[], MakeOptions]:
    """Give what reads the options of the moment: handout.toml's, then those given."""

    def ask() -> MakeOptions:
        said: dict[str, Any] = project.defaults(Path()).get("make", {})
        # The project's options are those of its own pack.
        own = said.get("settings", []) if said.get("template", _DEFAULT) == name else []
        return MakeOptions(
            read=ReadOptions(said.get("encoding", ""), said.get("language", "")),
            analyse=analysis_options(
                said.get("phrases", 8),
                said.get("sentences", 3),
                _path(said, "words"),
                _path(said, "stop"),
                said.get("pin"),
                said.get("drop"),
            ),
            plan=plan_options(
                _meeting(said),
                said.get("minutes", ""),
                _path(said, "names"),
                with_text=said.get("with_text", False),
            ),
            template=name,
            choices=(*own, *choices),
            paper=paper or said.get("paper", ""),
            keep_punctuation=said.get("keep_punctuation", False),
            font_dir=said.get("font_dir", ""),
        )

    return ask


def _path(said: dict[str, Any], key: str) -> Path | None:
    return Path(said[key]) if key in said else None


def _meeting(said: dict[str, Any]) -> Meeting:
    keys = {"title": "meeting"} | {
        key: key for key in ("date", "time", "place", "host")
    }
    texts = {name: said.get(key, "") for name, key in keys.items()}
    return Meeting(**texts, groups=groups_of(said.get("groups", "")))
