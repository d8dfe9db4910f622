"""handout templates: list, show, compare and copy template packs."""

from pathlib import Path
from typing import Annotated

import typer

from handout import packs, records
from handout.cli import catalogue, show
from handout.cli.preview import preview
from handout.cli.source import JsonOption, StrictOption
from handout.errors import UsageError, did_you_mean
from handout.packs import compare, eject

app = typer.Typer(no_args_is_help=True)


@app.command("list")
def list_(as_json: JsonOption = False) -> None:
    """List the packs: name, title, parent, what for; options and thumbnail."""
    with show.errors_shown():
        found = packs.list_packs()
        if as_json:
            show.record(records.packs_record(found))
            return
        for pack in found:
            for line in catalogue.lines(pack):
                show.result(line)


@app.command("show")
def show_(
    name: Annotated[str, typer.Argument(metavar="PACK")], as_json: JsonOption = False
) -> None:
    """Show a pack: files and where each comes from, options, variables, names."""
    with show.errors_shown():
        pack = packs.find(name)
        if as_json:
            show.record(records.pack_record(pack))
            return
        for line in catalogue.whole_lines(pack):
            show.result(line)


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
    as_json: JsonOption = False,
) -> None:
    """Print hard handouts with a pack on A4, A5 and A3; show what came out wrong."""
    from handout import trial

    shown: list[records.TrialRecord] = []
    with show.errors_shown():
        pack = packs.find(name)
        kinds = _kinds(tuple(only or ()), trial.names())
        count = trial.count(pack, kinds)
        idle = trial.idle(pack)
        found = len(idle)
        for line in () if as_json else idle:
            show.result(line)
        for number, one in enumerate(trial.trials(pack, kinds, jobs=jobs), 1):
            show.progress(f"{number} of {count}: {one.handout}, {one.paper}")
            found += len(one.faults)
            shown.append(
                records.trial_record(one.handout, one.paper, one.pages, one.faults)
            )
            for fault in () if as_json else one.faults:
                show.result(f"{one.handout}, {one.paper}: {fault}")
        show.progress("")
        if as_json:
            show.record(records.trials_record(idle, shown))
        elif not found:
            pages = sum(one["pages"] for one in shown)
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


app.command("preview")(preview)


@app.command()
def diff(
    name: Annotated[str, typer.Argument(metavar="PACK")], as_json: JsonOption = False
) -> None:
    """Show what a pack's own files change in those it inherits."""
    with show.errors_shown():
        pack = packs.find(name)
        if as_json:
            show.record(records.change_record(compare.changes(pack)))
            return
        for line in compare.differences(pack):
            show.result(line)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    source: Annotated[str, typer.Option("--from", metavar="PACK")] = "meeting",
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEMPLATE", help="What to copy, blocks/summary; may be repeated."
        ),
    ] = None,
) -> None:
    """Make a pack of your own that inherits all but what it copies for changing."""
    with show.errors_shown():
        written = eject.new_pack(Path(name), packs.find(source), tuple(only or ()))
        for path in written:
            show.result(path)
