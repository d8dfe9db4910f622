"""Reads the front matter above a Markdown text, in YAML, TOML or Hexo's form."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from handout.read.blocks import SourceBlock

_YAML = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
# Hexo leaves the first rule out.
_HEXO = re.compile(
    r"\A((?:title|date|tags|categories|layout|author)[ \t]*:[^\n]*\n"
    r"(?:[ \t-][^\n]*\n|[\w]+[ \t]*:[^\n]*\n)*?)---[ \t]*(?:\n|\Z)"
)
_LINE = re.compile(r"[\w-]+[ \t]*:(?:[ \t]+[^\s\[{&*!|>'\"%@`][^\n]*)?\Z")
_FIELDS = {
    "title": "title",
    "author": "byline",
    "authors": "byline",
    "date": "date",
    "source": "source",
}
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Front matter: what it says about the text, and where the text begins."""

    blocks: tuple[SourceBlock, ...] = ()
    end: int = 0


def front_of(text: str) -> FrontMatter:
    """The front matter of a text; empty if it has none that can be read."""
    for pattern, read in ((_YAML, _of_yaml), (_TOML, _of_toml), (_HEXO, _of_yaml)):
        match = pattern.match(text[:_MOST])
        if not match:
            continue
        said = read(match.group(1))
        if said is not None:
            return FrontMatter(_blocks(said, text[: match.end()]), match.end())
    return FrontMatter()


def _blocks(said: Mapping[str, object], front: str) -> tuple[SourceBlock, ...]:
    found = []
    taken: set[str] = set()
    for key, value in said.items():
        name = _FIELDS.get(str(key).lower(), "")
        text = _value_as_line(value)
        if not name or name in taken or not text or not _is_in(text, front):
            continue
        taken.add(name)
        at = max(0, front.find(text.split()[0]))
        found.append(SourceBlock(text, at, front.count("\n", 0, at) + 1, field=name))
    return tuple(sorted(found, key=lambda block: block.start))


def _value_as_line(value: object) -> str:
    """A value as one line: a list of names, or the name out of a person's details."""
    if isinstance(value, Mapping):
        return _value_as_line(value.get("name", ""))
    if isinstance(value, list):
        return " ".join(filter(None, map(_value_as_line, value)))
    return " ".join(str(value).split()) if value is not None else ""


def _is_in(text: str, front: str) -> bool:
    """Whether a source contains all characters of a text in the same order."""
    rest = iter(front)
    return all(character in rest for character in text if not character.isspace())


def _of_yaml(text: str) -> Mapping[str, object] | None:
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and all(map(_LINE.match, lines)):
        pairs = (line.partition(":") for line in lines)
        return {key.strip(): _bare(value) for key, _, value in pairs}
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    # Everything is text: a date stays as it is written.
    reader = YAML(typ="base", pure=True)
    try:
        found = reader.load(text)
    except (YAMLError, ValueError, TypeError, RecursionError):
        return _line_by_line(lines)
    return found if isinstance(found, Mapping) else None


def _line_by_line(lines: list[str]) -> Mapping[str, object] | None:
    """Read front matter that is not valid YAML as its author means it."""
    pairs = (line.partition(":") for line in lines if re.match(r"[\w-]+[ \t]*:", line))
    return {key.strip(): _bare(value) for key, _, value in pairs} or None


def _bare(value: str) -> str:
    value = re.sub(r"(?<!\s)\s++#.*", "", value).strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] in "\"'" else value


def _of_toml(text: str) -> Mapping[str, object] | None:
    # Keys with ten thousand dots would exhaust the memory of the TOML reader.
    if any(line.partition("=")[0].count(".") > 20 for line in text.split("\n")):
        return None
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return _equal_signs(text)
    raw = _equal_signs(text) or {}
    # A date as it is written, not as Python would write it.
    return {key: raw.get(key, value) if key == "date" else value
            for key, value in found.items()}  # fmt: skip


def _equal_signs(text: str) -> Mapping[str, object] | None:
    pairs = (line.partition("=") for line in text.split("\n") if "=" in line)
    return {key.strip(): _bare(value) for key, _, value in pairs} or None
