"""Opens handout files, and makes of one what is to be printed."""

from dataclasses import dataclass, fields
from pathlib import Path, PurePath

from handout import files
from handout.errors import ReadError
from handout.handout_file import SUFFIX, is_draft, loads
from handout.model.document import Document
from handout.model.draft import Draft
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import AnalyseOptions, MakeOptions, ReadOptions

# A reader's own word on what is a heading: FILE.outline.yaml beside FILE.
SIDECAR = ".outline.yaml"
_WITH_VALUE = {"summary_sentences": "--sentences", "user_words": "--words"}
_OPTIONS = {"pinned": "--pin", "dropped": "--drop", "stop_words": "--stop"}


@dataclass(frozen=True, slots=True)
class Ready:
    """What is to be printed of a handout file, and the document if it was read."""

    handout: Handout
    document: Document | None
    notices: tuple[Notice, ...]


def opened(
    content: bytes, name: str, encoding: str = ""
) -> tuple[Draft, tuple[Notice, ...]]:
    """Read a handout file. Raises ReadError with line and column."""
    from handout.read.raw.decode import decode

    text, notices = decode(content, name=name, encoding=encoding)
    return loads(text, name=name), notices


def refuse_draft(content: bytes, name: str) -> None:
    """Raise ReadError for a handout file where a source is wanted."""
    if is_draft(content, name):
        raise ReadError(
            "is a handout file, and no article",
            where=name,
            hint="print it with handout make or handout worksheets, bring it up to "
            "date with handout plan --update, or give the article it is made of",
        )


def ready(content: bytes, name: str, options: MakeOptions, *, with_text: bool) -> Ready:
    """Give what is to be printed of a handout file; options win over the file."""
    from handout.plan.edited import looked_up, without_dropped
    from handout.plan.edited import with_text as add_text
    from handout.plan.edited.overrides import overruled

    draft, notices = opened(content, name, options.read.encoding)
    notices += idle_options(options.analyse, exercises=options.plan.exercises)
    told = overruled(draft.handout, options.plan, options.read.language)
    handout = without_dropped(told)
    document, more = document_beside(draft, name, options.read, needed=with_text)
    notices += more
    if document:
        handout, more = looked_up(handout, document, name=draft.document)
        notices += more
        handout = add_text(handout, document) if with_text else handout
    return Ready(handout, document, notices)


def idle_options(
    options: AnalyseOptions, *, exercises: tuple[str, ...] = ()
) -> tuple[Notice, ...]:
    """Say which options have nothing to choose, since a person has chosen."""
    plain = AnalyseOptions()
    named = _WITH_VALUE | _OPTIONS
    said = [
        named.get(field.name, f"--{field.name.replace('_', '-')}")
        for field in fields(options)
        if getattr(options, field.name) != getattr(plain, field.name)
    ]
    said += ["--exercises"] * bool(exercises)
    if not said:
        return ()
    message = f"{', '.join(said)}: no effect, the handout file holds what was chosen"
    return (Notice("options", message),)


def document_beside(
    draft: Draft, name: str, options: ReadOptions, *, needed: bool
) -> tuple[Document | None, tuple[Notice, ...]]:
    """Read the document a file names, from the file's own folder and no other."""
    if not draft.document:
        return None, _text_is_missing(name, "names no document") if needed else ()
    if name == "-" or not _is_bare(draft.document):
        why = f"takes no document from elsewhere ({draft.document[:60]})"
        return None, _text_is_missing(name, why) if needed or name != "-" else ()
    path = place_beside(draft, name)
    if path is None:
        why = f"finds no {draft.document} beside it"
        return None, _text_is_missing(name, why) if needed else ()
    return read_document(path, options)


def place_beside(draft: Draft, name: str) -> Path | None:
    """Give the document that a file names, if it is a plain file beside it."""
    if not draft.document or not _is_bare(draft.document):
        return None
    path = Path(name).parent / draft.document
    return path if path.is_file() and not path.is_symlink() else None


def read_document(
    path: Path, options: ReadOptions
) -> tuple[Document, tuple[Notice, ...]]:
    """Read a document with the corrections beside it. Raises ReadError."""
    from handout.read import read
    from handout.read.corrections import loads as corrections_of

    sidecar = Path(f"{path}{SIDECAR}")
    text = (
        files.load(sidecar).decode("utf-8-sig", "replace") if sidecar.is_file() else ""
    )
    return read(
        files.load(path),
        name=str(path),
        encoding=options.encoding,
        language=options.language,
        corrections=corrections_of(text, name=str(sidecar)),
    )


def _is_bare(name: str) -> bool:
    """Say whether a name is that of a file in the same folder, on any system."""
    return (
        PurePath(name).name == name
        and not set(name) & set('/\\:*?"<>|\0')
        and name not in (".", "..")
        and not name.endswith(SUFFIX)
    )


def _text_is_missing(name: str, why: str) -> tuple[Notice, ...]:
    message = f"{why}: the article is not printed, and no sentence was looked up"
    return (Notice("document", message, name),)
