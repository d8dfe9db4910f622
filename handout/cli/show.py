"""Results, notices and errors in the terminal; the only module that prints."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

import typer

from handout import records
from handout.cli import INTERRUPTED
from handout.errors import HandoutError, WriteError, as_flag, with_option_names
from handout.messages import language, translate
from handout.model.notice import Notice

# What a terminal obeys, or shows in another order: strangers' names may hold it.
_MARKS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
)
_UNSEEN = re.compile(f"[{_MARKS}\t\n]")
# The content of a picture, given as its address.
_DATA = re.compile(r"(?<!\w)(data:[^\s,'\"]{0,40}+)[^\s'\"]*+")
_LONGEST = 2_000
_UNSEEN_IN_TEXT = re.compile(f"[{_MARKS}]")


@contextmanager
def errors_shown() -> Iterator[None]:
    """Show an error that can be mended as one sentence, and exit with its code."""
    try:
        yield
    except HandoutError as error:
        fail(error)
    except KeyboardInterrupt:
        # files.py has seen to it; Typer would say nothing.
        _say("")
        report_work("stopped; no file was left half-written")
        raise typer.Exit(INTERRUPTED) from None


def report_error(error: HandoutError) -> None:
    """Show an error as one sentence."""
    _say(f"handout: {_sentence(error.where, error.message, error.hint)}")


def _sentence(where: str, message: str, hint: str = "") -> str:
    """One sentence in the reader's language, with options as they are typed."""
    colon, semicolon = ("：", "；") if language() else (": ", "; ")
    sentence = colon.join(filter(None, (translate(where), translate(message))))
    sentence += f"{semicolon}{translate(hint)}" if hint else ""
    return with_option_names(sentence, as_flag)


def fail(error: HandoutError) -> None:
    """Show an error and exit with its code."""
    report_error(error)
    raise typer.Exit(error.exit_code)


def notices(found: tuple[Notice, ...], *, strict: bool = False) -> None:
    """Show what is worth knowing; with `strict` it makes the exit code 1."""
    for notice in found:
        sentence = _sentence(notice.where, notice.message)
        _say(f"handout: {translate('note')}: {sentence}")
    if strict and found:
        raise typer.Exit(1)


def report_work(text: str) -> None:
    """Show what was done, "" for nothing, beside the results."""
    if text:
        _say(f"handout: {translate(text)}")


def progress(text: str) -> None:
    """Show how far the work is, on a terminal alone; "" takes the line away."""
    if sys.stderr and sys.stderr.isatty():
        with suppress(OSError):
            typer.echo(f"\r\x1b[K{translate(text)}", nl=False, err=True)


def _say(text: str) -> None:
    """Say a line beside the results; where nobody can read it, it is not said."""
    with suppress(OSError):
        typer.echo(harmless(text), err=True)


def harmless(text: str) -> str:
    """A message as a terminal may have it: in one line, and not without an end."""
    text = _DATA.sub(r"\1…", text)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST - 400]} … {text[-380:]}"
    return _UNSEEN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")


def result(text: object) -> None:
    """Show a result on standard output."""
    try:
        typer.echo(_UNSEEN_IN_TEXT.sub(_escape, str(text)))
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: that is not an error, and
        # what is still to be said is said to nobody.
        _say_no_more()
        raise typer.Exit(0) from None
    except OSError as error:
        _say_no_more()
        fail(WriteError(f"cannot be written ({error.strerror})", where="the results"))


def _say_no_more() -> None:
    """Send what is still in the buffer, and all that follows, to nobody."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def record(value: Mapping[str, object]) -> None:
    """Show a record as JSON that a person can read too."""
    result(records.as_text(value, indent=2))


def files(found: records.MadeRecord, *, as_json: bool) -> None:
    """Show the files made of one source, a line each, or as a record."""
    for path in () if as_json else found["files"]:
        result(path)
    if as_json:
        record(records.files_record([found], []))
