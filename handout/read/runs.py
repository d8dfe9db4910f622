"""Gathers runs of text into blocks: white space as it is read, emphasis by place."""

import re
from dataclasses import dataclass, field, replace

from handout.model.document import Emphasis, Picture
from handout.model.notice import Notice
from handout.read.blocks import Block, Contents
from handout.read.raw.limits import Budget
from handout.read.text.plain import line_blocks

_RUNS = re.compile(r"[ \t\r\n\f\v]+|[^ \t\r\n\f\v]+")
_HAN_OR_MARK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…]")


def joined(before: str, after: str) -> str:
    """Give what stands between two lines of one paragraph: a space, or nothing."""
    touching = before[-1:] + after[:1]
    return "" if _HAN_OR_MARK.search(touching) else " "


@dataclass(slots=True)
class Run:
    """The text gathered for one block, and where it is strong or emphasised."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    spans: list[Emphasis] = field(default_factory=list)
    lead: int = 0

    def label(self, text: str) -> None:
        """Open with a number that the format counts; it takes on the type after it."""
        self.pieces.append(text)
        self.length += len(text)
        self.lead = self.length

    def add(
        self, text: str, *, strong: bool = False, em: bool = False, name: str = ""
    ) -> None:
        """Add text as a page shows it: white space runs together.

        `name` is "proper" for a name (专名号), "book" for a title (书名号).
        """
        began = -1
        for part in _RUNS.findall(text):
            if part[0] in " \t\r\n\f\v":
                self.gap = "\n" if "\n" in part else self.gap or " "
                continue
            if self.gap and self.length > self.lead:
                gap = joined(self.pieces[-1], part) if self.gap == "\n" else " "
                self._put(gap)
            self.gap = ""
            began = self.length if began < 0 else began
            self._put(part)
        if began >= 0:
            self._mark(began, "strong" if strong else "")
            self._mark(began, "em" if em else "")
            self._mark(began, name)

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

    def block(self, like: Block) -> Block | None:
        """Give the block that was gathered, with the traits of another; None if empty.

        A block that is bold as a whole gets weight, a bold opening is its run-in head.
        """
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
            emphasis=() if whole else spans,
        )


def contents_of(
    blocks: list[Block],
    *,
    characters: int,
    budget: Budget,
    notices: tuple[Notice, ...] = (),
    pictures: tuple[Picture, ...] = (),
    inside: dict[str, str] | None = None,
    readings: tuple[tuple[str, str], ...] = (),
) -> Contents:
    """Count offsets in the blocks' own text, for a format that has no lines."""
    placed: list[Block] = []
    start = 0
    for number, block in enumerate(blocks, 1):
        budget.step()
        for part in _printable(block):
            placed.append(replace(part, start=start, line=number))
            start += len(part.text) + 1
    text = "\n".join(block.text for block in placed)
    return Contents(
        text, tuple(placed), characters, notices, pictures, inside or {}, readings
    )


def _printable(block: Block) -> list[Block]:
    if block.aside:
        return [block]
    # A block of several lines, such as a table, is one line to the cleaner.
    found = line_blocks(block.text.replace("\n", "\v"), start=0, number=0)
    return [_cleaned(block, part) for part in found]


def _cleaned(block: Block, found: Block) -> Block:
    if found.aside:
        return found
    text = found.text.replace("\v", "\n")
    same = text == block.text
    return replace(
        block,
        text=text,
        run_in=block.run_in if same else "",
        emphasis=block.emphasis if same else (),
    )
