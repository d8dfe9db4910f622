"""Gathers runs of text into blocks, with white space collapsed and emphasis marked."""

import re
from dataclasses import dataclass, field, replace

from handout.model.chinese import HAN
from handout.model.document import Emphasis, NoteMark
from handout.read.blocks import SourceBlock, visible
from handout.read.formulas import raised_or_lowered

_RUNS = re.compile(r"[ \t\r\n\f\v]+|[^ \t\r\n\f\v]+")
_HAN_OR_MARK = re.compile(rf"[\u3000-\u303f{HAN}\u4dc0-\u4dff\uff00-\uffef“”‘’—…]")
# A break that the source asks for: a space, even between two Han characters.
_BREAK = "\u2028"
# The end of a line in a cell of a table: 12 over 34 is neither 1234 nor 12 34.
_LINE = "\u2029"
_BREAKS = (_BREAK, _LINE)


def line_gap(before: str, after: str) -> str:
    """What comes between two lines of one paragraph: a space, or nothing."""
    touching = before[-1:] + after[:1]
    return "" if _HAN_OR_MARK.search(touching) else " "


@dataclass(slots=True)
class SourceRun:
    """The text gathered for one block, and where it is strong or emphasised.

    `added` counts the visible characters that are not in the source: the signs that
    keep a formula or a power in one line from being misread.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    spans: list[Emphasis] = field(default_factory=list)
    lead: int = 0
    added: int = 0
    marks: list[NoteMark] = field(default_factory=list)
    _script: str = ""
    _scripted: str = ""
    _script_style: tuple[bool, bool, str] = (False, False, "")
    _after_formula: bool = False

    def label(self, text: str) -> None:
        """Open with a number that the format counts, in the style of what follows."""
        self.pieces.append(text)
        self.length += len(text)
        self.lead = self.length

    def add(
        self,
        text: str,
        *,
        strong: bool = False,
        em: bool = False,
        name: str = "",
        script: str = "",
    ) -> None:
        """Add text as a page shows it, with white space collapsed.

        `name` is "proper" for a name (专名号), "book" for a title (书名号); `script` is
        "sup" or "sub" for text above or below its line.
        """
        if self._scripted and script != self._script:
            self._close_script()
        if script:
            if not self._scripted:
                self._script_style = (strong, em, name)
            self._script = script
            self._scripted += text
            return
        self._add(text, strong, em, name)

    def formula(self, text: str, *, of: int) -> None:
        """Add a formula in one line, which the source wrote in `of` characters."""
        self._close_script()
        self.added += visible(text) - of
        if self.pieces and text[:1].isdecimal() and not self.gap:
            self._part_digits(text)
        began = self.length + 1
        self._add(text, False, False, "formula")
        self._after_formula = self.length >= began

    def mark(self, text: str) -> None:
        """Remember the mark of a note at this place; the text continues without it."""
        self._close_script()
        if text := text.strip():
            self.marks.append(NoteMark(self.length, text))

    def soft_break(self, *, in_cell: bool = False) -> None:
        """Break the text within one block."""
        self._close_script()
        if self.length > self.lead:
            self.gap = _LINE if in_cell else _BREAK

    def begin_line(self, label: str) -> None:
        """Begin a line of a cell, with the number that the format counts."""
        self.soft_break(in_cell=True)
        if self.length:
            self.add(label)
        else:
            self.label(label)

    def _add(self, text: str, strong: bool, em: bool, name: str) -> None:
        began = -1
        for part in _RUNS.findall(text):
            if part[0] in " \t\r\n\f\v":
                if self.gap not in _BREAKS:
                    self.gap = "\n" if "\n" in part else self.gap or " "
                continue
            if self.gap and self.length > self.lead:
                self._put_gap(part)
            elif self._after_formula:
                self._part_digits(part)
            self.gap = ""
            self._after_formula = False
            began = self.length if began < 0 else began
            self._put(part)
        if began >= 0:
            self._mark(began, "strong" if strong else "")
            self._mark(began, "em" if em else "")
            self._mark(began, name)

    def _put_gap(self, part: str) -> None:
        before = self.pieces[-1]
        if self.gap == "\n":
            self._put(line_gap(before, part))
            return
        if self.gap == _LINE and before[-1].isdecimal() and part[0].isdecimal():
            self._put(";")
            self.added += 1
        self._put(" ")

    def _part_digits(self, text: str) -> None:
        """Keep a digit of a formula from joining one of the text."""
        if self.pieces[-1][-1:].isdecimal() and text[:1].isdecimal():
            self._put(" ")

    def _close_script(self) -> None:
        """Write what was gathered above or below the line, keeping its meaning."""
        text, self._scripted = self._scripted, ""
        body = text.strip()
        if not body:
            self.gap = self.gap or (" " if text else "")
            return
        if text[0].isspace():
            self.gap = self.gap or " "
        before = self.pieces[-1] if self.pieces and not self.gap else ""
        up = self._script == "sup"
        written, small = raised_or_lowered(body, up=up, before=before)
        self.added += visible(written) - visible(body)
        strong, em, name = self._script_style
        apart = small or written[0] in "^_"
        self._add(written, strong, em, self._script if apart else name)
        if text[-1].isspace():
            self.gap = " "

    def _put(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def _mark(self, began: int, kind: str) -> None:
        if not kind:
            return
        last = next((s for s in reversed(self.spans) if s.kind == kind), None)
        if last and last.end >= began - 1:
            self.spans.remove(last)
            began = last.start
        self.spans.append(Emphasis(began, self.length, kind))

    def block(self, like: SourceBlock) -> SourceBlock | None:
        """The block that was gathered, with the traits of another; None if empty.

        A block that is all bold gets weight; a bold opening is its run-in head.
        """
        self._close_script()
        raw = "".join(self.pieces)
        text = raw.strip()
        if not text:
            return None
        shift = len(raw) - len(raw.lstrip())
        lead = max(0, self.lead - shift)
        spans = tuple(
            Emphasis(max(0, s.start - shift), min(s.end - shift, len(text)), s.kind)
            for s in self.spans
        )
        strong = [s for s in spans if s.kind == "strong"]
        opens = bool(strong) and strong[0].start <= lead
        whole = opens and strong[0].end == len(text)
        opens = opens and not whole
        return replace(
            like,
            text=text,
            label=lead,
            weight=max(like.weight, 1.0 if whole and like.kind == "text" else 0.0),
            run_in=text[: strong[0].end].strip() if opens else "",
            marks=tuple(
                NoteMark(min(max(0, m.at - shift), len(text)), m.text)
                for m in self.marks
            ),
            emphasis=tuple(s for s in spans if not (whole and s.kind == "strong")),
        )
