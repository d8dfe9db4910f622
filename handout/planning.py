"""Writes the handout file of a source, and brings it up to date."""

from pathlib import Path

from handout import files
from handout.draft import SUFFIX, dumps
from handout.draft.file import SCHEMA
from handout.draft.record import record_of
from handout.draft.schema import schema_text
from handout.errors import UsageError
from handout.model.draft import Draft
from handout.model.notice import Notice
from handout.model.options import MakeOptions
from handout.pipeline import Made, Source, analyse, read


def draft_of(source: Source, options: MakeOptions) -> tuple[Draft, tuple[Notice, ...]]:
    """Give the draft of a source, as the program alone makes it."""
    from handout.plan import plan

    document, notices = read(source, options.read)
    analysis = analyse(document, options)
    handout = plan(document, analysis, options.plan)
    name = Path(source.name).name if source.name != "-" else ""
    draft = Draft(handout, name, record_of(handout))
    return draft, notices + analysis.notices


def target_of(source: Source, out: Path | None) -> Path:
    """Give the place of the handout file: beside the source, or where it was asked."""
    name = "handout" if source.name == "-" else Path(source.name).stem
    if out is None:
        folder = Path() if source.name == "-" else Path(source.name).parent
        return folder / f"{name}{SUFFIX}"
    if out.is_dir():
        return out / f"{name}{SUFFIX}"
    if out.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(
            "is no name for a handout file",
            where=str(out),
            hint=f"call it {out.stem or 'handout'}{SUFFIX}",
        )
    return out


def write_new(source: Source, out: Path | None, options: MakeOptions) -> Made:
    """Write the handout file of a source; one that is there already is never lost."""
    target = target_of(source, out)
    if target.exists():
        raise UsageError(
            "is there already, and may have been edited",
            where=str(target),
            hint="bring it up to date with --update, or choose another name with -o",
        )
    draft, notices = draft_of(source, options)
    text = dumps(draft, name=target.name)
    written = files.write_whole(target, text.encode())
    write_schema(target.parent)
    return Made((written,), 0, notices)


def write_schema(folder: Path) -> None:
    """Write the schema that editors complete by, unless it is there."""
    path, content = folder / SCHEMA, schema_text().encode()
    if not path.is_file() or files.load(path) != content:
        files.write_whole(path, content)
