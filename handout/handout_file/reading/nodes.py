"""The only module that parses YAML for the handout file: every value is a text.

YAML would make a date of 2024-01-01, 10 of 010 and false of 否's cousin no; here a text
stays as it was typed. What it also offers (aliases, tags) no handout file needs.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handout.handout_file.reading.mistakes import Place, mistake, syntax_mistake

_DEEPEST = 24
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_KEEPS = re.compile(r"[|>]\d?\+")


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of the file: its offsets, and its line and column from 1."""

    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class TextNode(Node):
    """A text as it was typed; `absent` where there is nothing (key: )."""

    text: str
    absent: bool = False


@dataclass(frozen=True, slots=True)
class ListNode(Node):
    """A list; `flow` if it is written [one, two]. `dashes` are the items' offsets."""

    items: tuple[Node, ...]
    flow: bool
    dashes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value; `colon` is the offset after the colon."""

    key: TextNode
    value: Node
    colon: int

    @property
    def end(self) -> int:
        """Where the entry ends."""
        return max(self.colon, self.value.end)


@dataclass(frozen=True, slots=True)
class MapNode(Node):
    """Keys with their values; `flow` if it is written {key: value}."""

    entries: dict[str, Entry]
    flow: bool


def parse_yaml(text: str, *, name: str = "") -> Node:
    """What the text holds. Raises ReadError with line and column."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    if conflict := _CONFLICT.search(text):
        place = Place(name, text.count("\n", 0, conflict.start()) + 1, 1)
        raise mistake(
            f"holds both sides of a merge ({conflict[1]})",
            place,
            "keep one side and take the lines with <<<<<<<, ======= and >>>>>>> out",
        )
    try:
        return _Composer(text, name).root(YAML(typ="safe", pure=True).parse(text))
    except YAMLError as error:
        raise syntax_mistake(error, text, name) from error
    # ruamel lets some errors of its own through where a text ends too early.
    except (ValueError, IndexError, AttributeError, TypeError) as error:
        raise mistake(
            "is not YAML", Place(name), "look at the last lines that were changed"
        ) from error


class _Composer:
    """Builds nodes of the parser's events; keeps count, and refuses what is odd."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def root(self, events: Iterator[Any]) -> Node:
        found: Node | None = None
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent" and found is not None:
                hint = "take the line --- out, and what does not belong to it"
                raise self.wrong(event, "holds more than one document", hint)
            if kind in ("ScalarEvent", "SequenceStartEvent", "MappingStartEvent"):
                found = self.node(event, events, 1)
            if kind == "AliasEvent":
                self.plain(event)
        if found is None or (isinstance(found, TextNode) and not found.text.strip()):
            raise mistake(
                "is empty", Place(self.name), "write it again: handout plan SOURCE"
            )
        return found

    def wrong(self, event: Any, message: str, hint: str) -> Exception:
        mark = event.start_mark
        return mistake(message, Place(self.name, mark.line + 1, mark.column + 1), hint)

    def plain(self, event: Any) -> None:
        """Refuse anchors, aliases and tags: they are always a text without quotes."""
        first = self.text[event.start_mark.index : event.start_mark.index + 1]
        odd = type(event).__name__ == "AliasEvent" or event.anchor
        if odd or getattr(event, "tag", None) or getattr(event, "ctag", None):
            raise self.wrong(
                event,
                f"has a text that begins with {first}",
                f"put the text in quotes: '{first}…'",
            )

    def node(self, event: Any, events: Iterator[Any], depth: int, at: int = -1) -> Node:
        """Build one node; `at` is where an absent one would be."""
        self.plain(event)
        if depth > _DEEPEST:
            hint = "look at the spaces that the lines begin with"
            raise self.wrong(event, f"is nested more than {_DEEPEST} deep", hint)
        kind = type(event).__name__
        if kind == "ScalarEvent":
            return self.scalar(event, at)
        if kind == "SequenceStartEvent":
            return self.sequence(event, events, depth)
        return self.mapping(event, events, depth)

    def scalar(self, event: Any, at: int) -> TextNode:
        start, end = event.start_mark.index, event.end_mark.index
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.style is None and not event.value:
            # The parser puts what is not there where the next thing begins.
            start = end = at if at >= 0 else start
            line = bisect_right(self.lines, start)
            return TextNode(start, end, line, self.column(start) + 1, "", absent=True)
        raw = self.text[start:end]
        if not _KEEPS.match(raw):
            end = start + len(raw.rstrip())
        return TextNode(start, end, line, column, event.value)

    def column(self, offset: int) -> int:
        return offset - self.lines[bisect_right(self.lines, offset) - 1]

    def sequence(self, event: Any, events: Iterator[Any], depth: int) -> ListNode:
        start, flow = event.start_mark.index, bool(event.flow_style)
        column = self.column(start)
        items: list[Node] = []
        dashes: list[int] = []
        end = start
        for one in events:
            if type(one).__name__ == "SequenceEndEvent":
                end = one.end_mark.index if flow else end
                break
            at = -1
            if not flow:
                dashes.append(self.dash(end, column) if items else start)
                at = dashes[-1] + 1
            items.append(self.node(one, events, depth + 1, at))
            end = max(items[-1].end, at)
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        return ListNode(start, end, *place, tuple(items), flow, tuple(dashes))

    def dash(self, after: int, column: int) -> int:
        """Find the dash of the next item: the first one that opens a line."""
        pattern = re.compile(rf"^ {{{column}}}-(?=\s|$)", re.MULTILINE)
        found = pattern.search(self.text, after)
        return found.end() - 1 if found else after

    def mapping(self, event: Any, events: Iterator[Any], depth: int) -> MapNode:
        start, flow = event.start_mark.index, bool(event.flow_style)
        entries: dict[str, Entry] = {}
        end = start
        for one in events:
            if type(one).__name__ == "MappingEndEvent":
                end = one.end_mark.index if flow else end
                break
            entry = self.entry(one, events, depth)
            self.refuse_twice(one, entry.key.text, entries)
            entries[entry.key.text] = entry
            end = entry.end
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        return MapNode(start, end, *place, entries, flow)

    def entry(self, event: Any, events: Iterator[Any], depth: int) -> Entry:
        self.plain(event)
        key = self.node(event, events, depth + 1)
        if not isinstance(key, TextNode):
            hint = "put a text that begins with [ or { in quotes"
            raise self.wrong(event, "has a list where a word must be", hint)
        colon = self.text.find(":", key.end) + 1
        value = self.node(next(events), events, depth + 1, colon)
        return Entry(key, value, colon)

    def refuse_twice(self, event: Any, key: str, entries: dict[str, Entry]) -> None:
        if key in entries:
            line = entries[key].key.line
            hint = f"keep one of them; the first is in line {line}"
            raise self.wrong(event, f"says “{key}” twice", hint)
