"""Assembles the blocks of a format without lines, with offsets and pictures."""

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from handout.model.document import Emphasis, Picture
from handout.model.notice import Notice
from handout.read.blocks import Contents, SourceBlock
from handout.read.drawings import is_too_heavy
from handout.read.raw.limits import Budget
from handout.read.text.invisible import UNPRINTABLE, line_blocks, split_printable

_MOST_PICTURE_BYTES = 100_000_000
_MOST_PICTURES = 3_000


def contents_of(
    blocks: list[SourceBlock],
    *,
    characters: int,
    budget: Budget,
    name: str = "",
    notices: tuple[Notice, ...] = (),
    pictures: tuple[Picture, ...] = (),
    inside: dict[str, str] | None = None,
    readings: tuple[tuple[str, str], ...] = (),
) -> Contents:
    """Count offsets in the blocks' own text, for a format that has no lines."""
    placed: list[SourceBlock] = []
    start = 0
    # A block may be split, and one of invisible characters set aside.
    after = [0]
    for number, block in enumerate(blocks, 1):
        budget.step()
        for part in _printable(block):
            placed.append(replace(part, start=start, line=number))
            start += len(part.text) + 1
        after.append(len(placed))
    kept, left_out = _drop_oversized(pictures, name)
    return Contents(
        text="\n".join(block.text for block in placed),
        blocks=tuple(placed),
        characters=characters,
        notices=(*notices, *left_out),
        pictures=tuple(
            replace(one, after=after[min(one.after, len(blocks))]) for one in kept
        ),
        inside=inside or {},
        readings=tuple(dict.fromkeys(readings)),
    )


def _printable(block: SourceBlock) -> list[SourceBlock]:
    if block.aside:
        return [block]
    if block.kind == "table":
        # Tabs and line ends in a table are columns and rows.
        kept, lost = split_printable(block.text)
        found = [SourceBlock(kept)] if kept.strip() else []
        found += [SourceBlock(lost, aside=UNPRINTABLE)] if lost else []
    else:
        found = line_blocks(block.text.replace("\n", "\v"), start=0, number=0)
    return [_clean_block(block, part) for part in found]


def _clean_block(block: SourceBlock, found: SourceBlock) -> SourceBlock:
    if found.aside:
        return found
    text = found.text.replace("\v", "\n")
    if text == block.text:
        return block
    gone = _removed_places(block.text, text)

    def new_place(place: int) -> int:
        return min(len(text), max(0, place - bisect_left(gone, place)))

    spans = [
        Emphasis(new_place(s.start), new_place(s.end), s.kind) for s in block.emphasis
    ]
    head, _ = split_printable(block.run_in)
    return replace(
        block,
        text=text,
        label=new_place(block.label),
        marks=tuple(replace(mark, at=new_place(mark.at)) for mark in block.marks),
        run_in=head.strip() if text.startswith(head.strip()) else "",
        emphasis=tuple(span for span in spans if span.start < span.end),
    )


def _removed_places(before: str, after: str) -> list[int]:
    """The places of the characters that cleaning removed."""
    gone = []
    reached = 0
    for place, character in enumerate(before):
        if reached < len(after) and character == after[reached]:
            reached += 1
        else:
            gone.append(place)
    return gone


def _drop_oversized(
    pictures: tuple[Picture, ...], name: str
) -> tuple[list[Picture], list[Notice]]:
    """Leave out pictures that are too large to print, with a notice."""
    heavy: dict[bytes, bool] = {}
    kept: list[Picture] = []
    left_out: Counter[str] = Counter()
    size = 0
    for picture in pictures:
        if "svg" in picture.media_type:
            if picture.content not in heavy:
                heavy[picture.content] = is_too_heavy(picture.content)
            if heavy[picture.content]:
                left_out["drawings that would take too long to draw"] += 1
                continue
        if (
            size + len(picture.content) > _MOST_PICTURE_BYTES
            or len(kept) >= _MOST_PICTURES
        ):
            left_out["pictures beyond 100 MB"] += 1
            continue
        size += len(picture.content)
        kept.append(picture)
    return kept, [
        Notice("pictures", f"{what} are left out: {many}", name)
        for what, many in left_out.items()
    ]
