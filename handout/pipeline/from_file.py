"""Opens handout files, and makes of one what is to be printed."""

from dataclasses import dataclass, fields
from pathlib import Path, PurePath

from handout import files
from handout.handout_file import SUFFIX, loads
from handout.model.document import Document
from handout.model.draft import Draft
from handout.model.handout import Handout
from handout.model.notice import Notice
from handout.model.options import AnalyseOptions, ReadOptions
from handout.pipeline.order import Order
from handout.pipeline.source import STANDARD_INPUT, Source, read_source

# Where an option of the analysis has another name for the user.
_NAMES = {"summary_sentences": "sentences", "user_words": "words"}
_NAMES |= {"pinned": "include", "dropped": "exclude", "stop_words": "stop"}


@dataclass(frozen=True, slots=True)
class EditedHandout:
    """What is to be printed of a handout file."""

    handout: Handout
    notices: tuple[Notice, ...]


def open_draft(
    content: bytes, name: str, encoding: str = ""
) -> tuple[Draft, tuple[Notice, ...]]:
    """Read a handout file. Raises ReadError with line and column."""
    from handout.read.raw.decode import decode

    text, notices = decode(content, name=name, encoding=encoding)
    return loads(text, name=name), notices


def handout_of_file(source: Source, order: Order) -> EditedHandout:
    """The handout that a file holds; options win over the file. Raises ReadError."""
    from handout.plan import apply_options, looked_up, without_dropped
    from handout.plan import with_text as add_text

    options, name = order.options, source.name
    draft, notices = open_draft(source.content, name, options.read.encoding)
    notices += idle_options(options.analyse, exercises=options.plan.exercises)
    changed = apply_options(draft.handout, options.plan, options.read.language)
    handout = without_dropped(changed)
    document, more = document_beside(draft, name, options.read, needed=order.with_text)
    notices += more
    if document:
        handout, more = looked_up(handout, document, name=draft.document)
        notices += more
        handout = add_text(handout, document) if order.with_text else handout
    return EditedHandout(handout, notices)


def idle_options(
    options: AnalyseOptions, *, exercises: tuple[str, ...] = ()
) -> tuple[Notice, ...]:
    """Say which options have nothing to choose, since a person has chosen."""
    plain = AnalyseOptions()
    said = [
        f"[[{_NAMES.get(field.name, field.name)}]]"
        for field in fields(options)
        if getattr(options, field.name) != getattr(plain, field.name)
    ]
    said += ["[[exercises]]"] * bool(exercises)
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
    if name == STANDARD_INPUT or not _is_bare(draft.document):
        why = f"takes no document from elsewhere ({draft.document[:60]})"
        return None, _text_is_missing(
            name, why
        ) if needed or name != STANDARD_INPUT else ()
    path = place_beside(draft, name)
    if path is None:
        why = f"finds no {draft.document} beside it"
        return None, _text_is_missing(name, why) if needed else ()
    return read_source(Source.open(str(path)), options)


def place_beside(draft: Draft, name: str) -> Path | None:
    """The document that a file names, if it is a plain file beside it."""
    if not draft.document or not _is_bare(draft.document):
        return None
    path = Path(name).parent / draft.document
    return path if files.is_file(path) and not path.is_symlink() else None


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
