"""The forms of lines around a text that are not part of it, one row each."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# What a line is, and how the outline names it.
PARTS = {
    "subtitle": "the subtitle",
    "kicker": "a line over the title",
    "occasion": "where it was said",
    "salutation": "how the readers are addressed",
    "addressee": "whom an official letter is sent to",
    "abstract": "the abstract",
    "keywords": "the keywords",
    "number": "the number of the paper",
    "red head": "the red head of an official paper",
    "mark": "a mark of urgency or secrecy",
    "attachment": "names an attachment",
    "affiliation": "where the authors work",
    "author": "about the author",
    "byline": "another author",
    "date": "another date",
    "source": "another source",
    "place": "where it took place",
    "people": "who took part",
    "topic": "what it was about",
    "editor": "an editor's line",
    "editor's note": "an original title or editor's note",
    "adoption": "when it was adopted",
    "note": "a note on the text",
    "printed": "who printed it and when",
    "copies": "who gets a copy",
    "contact": "whom to ask",
    "written": "when and where it was written",
    "closing": "closes a letter",
    "end": "a mark of the end",
}
_RUN = re.compile(r"(\s)\s++")
BEFORE, AFTER, END = "before", "after", "end"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of line: the part it is, the places where it may be, and its pattern."""

    part: str
    places: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def forms() -> tuple[Form, ...]:
    """The rows of forms.toml."""
    kept = files("handout.read.structure.front") / "forms.toml"
    rows = tomllib.loads(kept.read_text(encoding="utf-8"))["form"]
    return tuple(
        Form(row["part"], tuple(row["places"]), re.compile(row["pattern"]))
        for row in rows
    )


def part_of(text: str, place: str) -> str:
    """The part that a line is in this place; "" if it is text."""
    text = without_runs(text)
    for form in forms():
        if place in form.places and form.pattern.match(text):
            return form.part
    return ""


def without_runs(text: str) -> str:
    """The text with runs of blanks as one: many could be split in too many ways."""
    return _RUN.sub(r"\1", text)
