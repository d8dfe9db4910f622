"""handout templates: list, show, check, preview, compare and make template packs."""

from pathlib import Path
from typing import Annotated

import typer

from handout import packs, records
from handout.cli import catalogue, show
from handout.cli.guarded import work_on_pack
from handout.cli.help import Command, Group
from handout.cli.preview import preview
from handout.cli.source import JsonOption, PackArgument, StrictOption
from handout.errors import UsageError, did_you_mean
from handout.packs import compare, eject
from handout.records.packs import PackRecord

app = typer.Typer(
    cls=Group,
    no_args_is_help=True,
    help="List, show, check, preview, compare and make template packs.",
)


@app.command("list", cls=Command)
def list_(as_json: JsonOption = False) -> None:
    """List the packs: name, title, parent, purpose, options, thumbnail."""
    with show.errors_shown():
        found = work_on_pack("templates", packs.list_packs)
        for mistake in work_on_pack("templates", packs.mistaken_packs):
            show.report_error(mistake)
        if as_json:
            show.record(records.packs_record(found))
            return
        for pack in found:
            for line in catalogue.lines(pack):
                show.result(line)


@app.command("show", cls=Command)
def show_(name: PackArgument, as_json: JsonOption = False) -> None:
    """Show a pack: files and their origin, options, variables, names."""
    with show.errors_shown():
        if as_json:
            show.record(work_on_pack(name, _pack_record, name))
            return
        for line in work_on_pack(name, _pack_lines, name):
            show.result(line)


def _pack_record(name: str) -> PackRecord:
    return records.pack_record(packs.find(name))


def _pack_lines(name: str) -> list[str]:
    return list(catalogue.whole_lines(packs.find(name)))


@app.command(cls=Command)
def check(
    name: PackArgument,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="HANDOUT", help="Try only this handout; may be repeated."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Parallel jobs (default: one per core)."),
    ] = None,
    strict: StrictOption = False,
    as_json: JsonOption = False,
) -> None:
    """Test a pack against difficult cases on A4, A5 and A3, and report the faults."""
    from handout import trial

    shown: list[records.TrialRecord] = []
    with show.errors_shown():
        pack = work_on_pack(name, packs.find, name)
        kinds = _kinds(tuple(only or ()), trial.trial_names())
        count = trial.count(pack, kinds)
        idle = work_on_pack(name, trial.idle, pack)
        found = len(idle)
        for line in () if as_json else idle:
            show.result(line)
        for number, one in enumerate(trial.trials(pack, kinds, jobs=jobs or 0), 1):
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
    """The handouts to try. Raises UsageError for an unknown one."""
    for name in only:
        if name not in known:
            raise UsageError(
                f"there is no handout {name}",
                where="--only",
                hint=did_you_mean(name, known, f"there are: {', '.join(known)}"),
            )
    return only


app.command("preview", cls=Command)(preview)


@app.command(cls=Command)
def diff(name: PackArgument, as_json: JsonOption = False) -> None:
    """Show what a pack changes in the files it inherits."""
    with show.errors_shown():
        if as_json:
            show.record(records.change_record(work_on_pack(name, _changes, name)))
            return
        for line in work_on_pack(name, _differences, name):
            show.result(line)


def _changes(name: str) -> list[compare.Change]:
    return list(compare.changes(packs.find(name)))


def _differences(name: str) -> list[str]:
    return list(compare.differences(packs.find(name)))


@app.command(cls=Command)
def new(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Folder of the new pack.")
    ],
    source: Annotated[
        str, typer.Option("--from", metavar="PACK", help="Pack to inherit from.")
    ] = "meeting",
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEMPLATE", help="Copy this, as blocks/summary; may be repeated."
        ),
    ] = None,
) -> None:
    """Make your own pack: it inherits everything but the files it copies."""
    with show.errors_shown():
        given = Path(name), source, tuple(only or ())
        for path in work_on_pack(source, _new_pack, *given):
            show.result(path)


def _new_pack(folder: Path, source: str, only: tuple[str, ...]) -> tuple[Path, ...]:
    return eject.new_pack(folder, packs.find(source), only)
