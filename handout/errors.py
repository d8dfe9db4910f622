"""The errors a user can mend, each with its exit code.

HandoutError
├── UsageError      2  the command line asks for something that cannot be
├── ReadError       3  a source cannot be read
├── TemplateError   4  a template is wrong
├── FontError       5  a font is missing or lacks characters
├── WriteError      6  nothing could be written
└── SetupError      6  this machine lacks something printing needs

Anything else that is raised is a bug and keeps its traceback.
"""

import re
from collections.abc import Callable, Iterable

# An option in a message: [[font_dir]]. The command line writes --font-dir.
_OPTION = re.compile(r"\[\[(\w+)\]\]")


def with_option_names(text: str, name: Callable[[str], str] = str) -> str:
    """Write the options in a message as the caller knows them, as `name` has them."""
    return _OPTION.sub(lambda found: name(found[1]), text)


def as_flag(option: str) -> str:
    """The name of an option on the command line: --font-dir for font_dir."""
    return f"--{option.replace('_', '-')}"


class HandoutError(Exception):
    """What is wrong, where, and what to do next, as one sentence."""

    exit_code = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        # An error raised in the process that prints reaches the one that was asked.
        return _again, (type(self), self.message, self.where, self.hint)

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self, name: Callable[[str], str] = str) -> str:
        """The whole error; options are written as `name` has them."""
        place = f"{self.where}: " if self.where else ""
        advice = f"; {self.hint}" if self.hint else ""
        return with_option_names(f"{place}{self.message}{advice}", name)


def _again(
    kind: type[HandoutError], message: str, where: str, hint: str
) -> HandoutError:
    return kind(message, where=where, hint=hint)


class UsageError(HandoutError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class ReadError(HandoutError):
    """A source cannot be read."""

    exit_code = 3


class TemplateError(HandoutError):
    """A template is wrong."""

    exit_code = 4


class FontError(HandoutError):
    """A font is missing, or no font has a character of the text."""

    exit_code = 5


class WriteError(HandoutError):
    """Nothing could be written."""

    exit_code = 6


class SetupError(HandoutError):
    """The machine lacks something that printing needs."""

    exit_code = 6


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint for an unknown name: the nearest one, else `otherwise`."""
    import difflib

    near = difflib.get_close_matches(name, list(dict.fromkeys(known)), n=1)
    return f"did you mean {near[0]}?" if near else otherwise
