"""handout templates: list, show, compare and copy template packs."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from handout import packs
from handout.cli import show
from handout.cli.source import StrictOption
from handout.errors import UsageError, did_you_mean
from handout.packs import compare, eject

app = typer.Typer(no_args_is_help=True)
JsonOption = Annotated[bool, typer.Option("--json", help="As JSON.")]


@app.command("list")
def list_() -> None:
    """List the packs: name, title, what for."""
    with show.errors_shown():
        for pack in packs.list_packs():
            show.result(f"{pack.name:12} {pack.title('zh-CN'):8} {pack.description}")


@app.command("show")
def show_(name: Annotated[str, typer.Argument(metavar="PACK")]) -> None:
    """Show a pack: its parents, and which file comes from where."""
    # Imported here: --help and the other commands can do without.
    from handout.render.context import contract

    with show.errors_shown():
        pack = packs.find(name)
        show.result(f"{pack.name}: {pack.title('zh-CN')}. {pack.description}")
        show.result(f"inherits: {' > '.join(pack.chain)}")
        for relative, owner in packs.files_of(pack).items():
            show.result(f"  {relative:34} {owner}")
        show.result("options (--set NAME=VALUE):")
        for option in pack.options:
            told = f"{option.default} ({option.range}) {option.help}"
            show.result(f"  {option.name:12} {told}")
        show.result("names a template may use:")
        for name, kind in contract().items():
            show.result(f"  {name:12} {kind}")


@app.command()
def check(
    name: Annotated[str, typer.Argument(metavar="PACK")],
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="HANDOUT", help="Try only this one; may be repeated."),
    ] = None,
    jobs: Annotated[
        int, typer.Option(min=0, help="How many at once; 0: one a core.")
    ] = 0,
    strict: StrictOption = False,
    json: JsonOption = False,
) -> None:
    """Print hard handouts with a pack on A4, A5 and A3; show what came out wrong."""
    from handout.workshop import trial

    found = 0
    shown: list[dict[str, object]] = []
    with show.errors_shown():
        pack = packs.find(name)
        kinds = _kinds(tuple(only or ()), trial.names())
        count = trial.count(pack, kinds)
        for number, one in enumerate(trial.trials(pack, kinds, jobs=jobs), 1):
            show.progress(f"{number} of {count}: {one.handout}, {one.paper}")
            found += len(one.faults)
            shown.append(asdict(one))
            for fault in () if json else one.faults:
                show.result(f"{one.handout}, {one.paper}: {fault}")
        show.progress("")
        if json:
            show.as_json(shown)
        elif not found:
            pages = sum(int(str(one["pages"])) for one in shown)
            show.result(f"{pack.name}: {count} handouts, {pages} pages, nothing wrong")
    if strict and found:
        raise typer.Exit(1)


def _kinds(only: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """Give the handouts to try. Raises UsageError for one there is not."""
    for name in only:
        if name not in known:
            raise UsageError(
                f"there is no handout {name}",
                where="--only",
                hint=did_you_mean(name, known, f"there are: {', '.join(known)}"),
            )
    return only


@app.command()
def diff(name: Annotated[str, typer.Argument(metavar="PACK")]) -> None:
    """Show what a pack's own files change in those it inherits."""
    with show.errors_shown():
        for line in compare.differences(packs.find(name)):
            show.result(line)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    source: Annotated[str, typer.Option("--from", metavar="PACK")] = "meeting",
    only: Annotated[
        str, typer.Option(metavar="BLOCK", help="The block to copy for changing.")
    ] = "keyphrases",
) -> None:
    """Make a pack of your own that overrides one block and inherits the rest."""
    with show.errors_shown():
        for path in eject.new_pack(Path(name), packs.find(source), only):
            show.result(path)
