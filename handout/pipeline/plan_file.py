"""Writes the handout file of a source, and brings it up to date."""

from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from handout import files
from handout.errors import ReadError, UsageError
from handout.handout_file import SUFFIX, dumps, update
from handout.handout_file.merging import merge_drafts
from handout.handout_file.merging.fingerprints import record_of
from handout.handout_file.shape.schema import schema_text
from handout.handout_file.text import SCHEMA
from handout.model.analysis import Analysis
from handout.model.document import Document
from handout.model.draft import Draft
from handout.model.notice import Notice
from handout.model.options import MakeOptions
from handout.packs.prompts import prompts_of
from handout.pipeline.from_file import open_draft, place_beside
from handout.pipeline.output import Made
from handout.pipeline.source import STANDARD_INPUT, Source, read_source
from handout.plan import renumber_quotes


@dataclass(frozen=True, slots=True)
class PlannedDraft:
    """The draft of a source as the program alone makes it, and what it is made of."""

    draft: Draft
    document: Document
    analysis: Analysis
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """Why each block of a handout is there, line by line."""

    lines: tuple[str, ...]
    notices: tuple[Notice, ...]


def plan_draft(source: Source, options: MakeOptions) -> PlannedDraft:
    """Read and analyse a source, and plan its draft."""
    from handout.analyse import analyse
    from handout.plan import exercises_not_made, plan

    document, notices = read_source(source, options.read)
    analysis = analyse(document, options.analyse)
    prompts = prompts_of(document.language, (), options.prompts_file)
    handout = plan(document, analysis, replace(options.plan, prompts=prompts))
    name = Path(source.name).name if source.name != STANDARD_INPUT else ""
    draft = Draft(handout, name, record_of(handout))
    notices += analysis.notices + exercises_not_made(handout, options.plan.exercises)
    return PlannedDraft(draft, document, analysis, notices)


def target_of(source: Source, out: Path | None) -> Path:
    """The place of the handout file: beside the source, or where it was asked."""
    is_input = source.name == STANDARD_INPUT
    name = "handout" if is_input else Path(source.name).stem
    if out is None:
        folder = Path() if is_input else Path(source.name).parent
        return folder / f"{name}{SUFFIX}"
    if out.is_dir():
        return out / f"{name}{SUFFIX}"
    if out.suffix.lower() not in (".yaml", ".yml"):
        raise UsageError(
            "is not a name for a handout file",
            where=str(out),
            hint=f"call it {out.stem or 'handout'}{SUFFIX}",
        )
    return out


def write_new(source: Source, out: Path | None, options: MakeOptions) -> Made:
    """Write the handout file of a source; one that is there already is never lost."""
    target = target_of(source, out)
    if target.exists():
        raise UsageError(
            "already exists and may contain edits",
            where=str(target),
            hint="bring it up to date with [[update]], or choose another name "
            "with [[out]]",
        )
    found = plan_draft(source, options)
    text = dumps(found.draft, name=target.name)
    written = files.write_whole(target, text.encode())
    write_schema(target.parent)
    return Made((written,), 0, found.notices)


def update_file(source: Source, out: Path | None, options: MakeOptions) -> Made:
    """Bring a handout file up to date with its source; what a person wrote stays.

    `source` is the handout file, or the source it is made of. The old file is kept
    beside the new one. Raises ReadError, UsageError.
    """
    if source.is_handout_file:
        target, content = Path(source.name), source.content
        source = _source_of(target, content)
    else:
        target = target_of(source, out)
        if not files.is_file(target):
            hint = "leave out [[update]] to write it, or name the file with [[out]]"
            raise UsageError("is not there yet", where=str(target), hint=hint)
        content = files.load(target)
    mine, notices = open_draft(content, str(target))
    fresh = plan_draft(source, options)
    found = merge_drafts(mine, fresh.draft)
    handout = renumber_quotes(found.draft.handout, fresh.document)
    text = _text_of(content, str(target))
    changed = update(text, replace(found.draft, handout=handout), name=str(target))
    notices = (*notices, *fresh.notices, *found.notices)
    if changed.encode() == content:
        said = Notice("update", "is up to date", str(target))
        return Made((target,), 0, (*notices, said))
    kept = _backed_up(target, content)
    files.write_whole(target, changed.encode())
    write_schema(target.parent)
    said = Notice("update", f"the file as it was is kept: {kept.name}", str(target))
    return Made((target,), 0, (*notices, said))


def explain_blocks(source: Source, options: MakeOptions) -> Explained:
    """Say why each block is there, of a source or of a handout file."""
    from handout.handout_file.explain import reasons_of

    draft: Draft | None = None
    notices: tuple[Notice, ...] = ()
    if source.is_handout_file:
        draft, notices = open_draft(source.content, source.name)
        source = _source_of(Path(source.name), source.content)
    asked = replace(options, analyse=replace(options.analyse, explain=True))
    found = plan_draft(source, asked)
    lines = reasons_of(draft or found.draft, found.analysis, found.document)
    return Explained(tuple(lines), notices + found.notices)


def _source_of(target: Path, content: bytes) -> Source:
    """The source that a handout file names, from its own folder."""
    draft, _ = open_draft(content, str(target))
    path = place_beside(draft, str(target))
    if path is None:
        named = draft.document or "no document"
        raise ReadError(
            f"names {named}, which is not a file beside it",
            where=str(target),
            hint=f"give the source: handout plan SOURCE [[update]] -o {target}",
        )
    return Source.open(str(path))


def _text_of(content: bytes, name: str) -> str:
    """A file's text with its own line ends, so that not one is changed."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        from handout.read.raw.decode import decode

        return decode(content, name=name)[0]


def _backed_up(target: Path, content: bytes) -> Path:
    """Keep a file beside itself, under a name that is not taken."""
    for number in count(1):
        path = target.with_name(f"{target.name}.bak{number if number > 1 else ''}")
        if not path.exists():
            return files.write_whole(path, content)
    raise AssertionError


def write_schema(folder: Path) -> None:
    """Write the schema that editors complete by, unless it is there."""
    path, content = folder / SCHEMA, schema_text().encode()
    if not files.is_file(path) or files.load(path) != content:
        files.write_whole(path, content)
