"""Gathers what is inside a Markdown paragraph: text, stress, entities, formulas."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from handout.read.blocks import SourceBlock, visible
from handout.read.formulas import linear_of_tex
from handout.read.runs import SourceRun
from handout.read.text.footnotes import without_marks
from handout.read.text.invisible import split_printable

if TYPE_CHECKING:
    from markdown_it.token import Token

PICTURE = "the words for a picture that the file only names"
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]+)(?<=\S)\*\*")
_LIGHT = re.compile(r"==(?=\S)([^=\n]+)(?<=\S)==")
# Marks that other programs add: comments, tags, names of blocks, attributes.
_EXTRAS = re.compile(
    r"%%[^%\n]*%%|\{%[^%\n]*%\}|\{\{<[^<>\n]*+>\}\}|!\[\[[^\[\]\n]*\]\]"
    r"|(?<=\S)[ \t]\^[\w-]+$|\{[:#.][^{}\n]*\}[ \t]*$"
)
_MARKED = re.compile(r"[%{\[=^*]")
_LINKED = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\]")
_ALERT = re.compile(r"\[!\w+\][+-]?[ \t]*")
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_STRONG, _EMPHASISED = ("b", "strong", "th"), ("i", "em", "cite", "dfn", "var")
_SCRIPTS = ("sup", "sub")
# What is inside these is not read with the text: readings above it, scripts.
_UNREAD = ("rt", "rp", "script", "style", "template", "head", "title", "svg", "math")


@dataclass(slots=True)
class MarkdownLine:
    """One block as it is gathered, and the characters of the source it keeps.

    `added` is how many more are printed than the source writes: © for &copy; is one
    for six. `notes` and `asides` are what was inside the line and is not part of it.
    """

    run: SourceRun = field(default_factory=SourceRun)
    kept: list[str] = field(default_factory=list)
    added: int = 0
    notes: list[SourceBlock] = field(default_factory=list)
    asides: list[SourceBlock] = field(default_factory=list)
    strong: int = 0
    em: int = 0
    script: str = ""
    unread: str = ""

    def number(self, shown: str, typed: str) -> None:
        """Open with the number of an item, which the source may write differently."""
        self.run.label(shown)
        self.kept.append(typed)
        self.added += visible(shown) - visible(typed)

    def text(self, text: str, *, strong: bool = False) -> None:
        """Add text as the source has it."""
        if self.unread or not text:
            return
        self.kept.append(text)
        self.run.add(
            text, strong=strong or self.strong > 0, em=self.em > 0, script=self.script
        )

    def respell(self, shown: str, typed: str) -> None:
        """Add what the source writes in another way: an entity, a check box."""
        shown, _ = split_printable(shown)
        if self.unread or not shown:
            return
        if visible(shown):
            self.kept.append(typed)
            self.added += visible(shown) - visible(typed)
        self.run.add(shown, strong=self.strong > 0, em=self.em > 0, script=self.script)

    def formula(self, tex: str) -> None:
        """Add a formula in one line with the same meaning."""
        self.kept.append(tex)
        self.run.formula(linear_of_tex(tex), of=visible(tex))

    def tag(self, tag: str) -> None:
        """Take an HTML tag inside a line."""
        match = _TAG.match(tag)
        if not match:
            return
        closes, name = bool(match.group(1)), match.group(2).lower()
        step = -1 if closes else 1
        if self.unread:
            self.unread = "" if closes and name == self.unread else self.unread
        elif name in _UNREAD:
            self.unread = "" if closes or tag.endswith("/>") else name
        elif name == "br":
            self.run.soft_break()
        elif name in _SCRIPTS:
            self.script = "" if closes else name
        elif name in _STRONG:
            self.strong = max(0, self.strong + step)
        elif name in _EMPHASISED:
            self.em = max(0, self.em + step)

    def blocks(self, like: SourceBlock) -> list[SourceBlock]:
        """The block of the line, then the notes and asides that were inside it."""
        block = self.run.block(like)
        self.added += self.run.added
        return [*([block] if block else []), *self.notes, *self.asides]


_TAKEN: dict[str, Callable[[MarkdownLine, str], None]] = {
    "code_inline": lambda line, text: line.text(text),
    "softbreak": lambda line, _: line.run.add("\n"),
    "hardbreak": lambda line, _: line.run.soft_break(),
    "html_inline": lambda line, text: line.tag(text),
    "formula": lambda line, text: line.formula(text),
}


def gather_line(
    line: MarkdownLine,
    children: "list[Token]",
    notes: frozenset[str],
    *,
    quoted: bool = False,
    listed: bool = False,
) -> None:
    """Put the tokens of a line together; its first may mark an alert or a task."""
    for place, child in enumerate(children):
        text = child.content
        if place == 0 and quoted and (alert := _ALERT.match(text)):
            text = text[alert.end() :]
        if place == 0 and listed and (task := _TASK.match(text)):
            line.respell("☐ " if task.group(1) == " " else "☑ ", task.group().strip())
            text = text[task.end() :]
        _take(line, child, text, notes)


def _take(line: MarkdownLine, child: "Token", text: str, notes: frozenset[str]) -> None:
    kind = child.type
    if kind == "text":
        _text(line, without_marks(text, notes) if notes else text)
    elif kind == "text_special":
        line.respell(text, child.markup)
    elif kind == "image":
        _picture(line, child)
    elif kind == "note":
        _note(line, child, notes)
    elif kind in _TAKEN:
        _TAKEN[kind](line, text)
    line.strong += child.nesting * kind.startswith("strong")
    line.em += child.nesting * kind.startswith("em_")


def _text(line: MarkdownLine, text: str) -> None:
    """Add text without the marks of other programs; **重点。**正文 is bold here.

    CommonMark does not read that as bold, because a space is missing.
    """
    if not _MARKED.search(text):
        line.text(text)
        return
    text = _LINKED.sub(r"\1", _EXTRAS.sub("", text))
    text = _LIGHT.sub(r"\1", text)
    for place, part in enumerate(_BOLD.split(text)):
        line.text(part, strong=place % 2 == 1)


def _picture(line: MarkdownLine, image: "Token") -> None:
    """Set the words for a picture aside: what they describe is not printed."""
    if line.unread:
        return
    inside = MarkdownLine()
    gather_line(inside, image.children or [], frozenset())
    line.asides += inside.blocks(SourceBlock("", aside=PICTURE))
    line.kept += inside.kept
    line.added += inside.added


def _note(line: MarkdownLine, note: "Token", notes: frozenset[str]) -> None:
    """Keep a note that is written inside its line as a note after it."""
    inside = MarkdownLine()
    gather_line(inside, note.children or [], notes)
    line.notes += inside.blocks(SourceBlock("", kind="footnote"))
    line.kept += inside.kept
    line.added += inside.added


def unescape_html(line: str) -> tuple[str, int]:
    """A line of HTML with its entities read, and how many characters that adds."""
    shown, _ = split_printable(unescape(line))
    return shown, visible(shown) - visible(line)
