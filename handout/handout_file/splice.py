"""Writes a draft into a file a person has edited, and touches only what has changed.

The tree of what the file holds is compared with the tree of what it shall hold; where
they differ, the text between the marks of the nodes is replaced, all else stays.
"""

from dataclasses import dataclass, field

from handout.handout_file.reading.nodes import ListNode, MapNode, Node
from handout.handout_file.text import read_draft, whole_tree, write_text
from handout.handout_file.writing import Tree
from handout.handout_file.writing.list_diff import Pairs, pair_items
from handout.handout_file.writing.yaml_text import (
    block,
    is_one_line,
    scalar,
    write_inline,
)
from handout.model.draft import Draft

# What the file may leave out, as it follows from the rest; stale if it stays as it was.
_TOLD = ("title", "branches", "place", "marks")


def splice_draft(text: str, draft: Draft, name: str) -> str:
    """The text with the draft in it. Raises ReadError if it cannot be read."""
    held, root = read_draft(text, name)
    old, new = whole_tree(held), whole_tree(draft)
    for strict in (False, True):
        changed = _Splice(text, strict=strict).rewrite(root, old, new)
        if _holds(changed, draft, name):
            return changed
    # Right comes first: a file that no splice can mend is rewritten.
    return write_text(draft, name)


def _holds(text: str, draft: Draft, name: str) -> bool:
    """Say whether a text holds a draft."""
    from handout.errors import ReadError

    try:
        return read_draft(text, name)[0] == draft
    except ReadError:
        return False


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where a value is: the offset after its colon or dash, and their column."""

    after: int
    column: int
    flow: bool
    dash: bool = False


@dataclass(slots=True)
class _Splice:
    """Gathers the changes of one text."""

    text: str
    strict: bool
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def rewrite(self, root: Node, old: Tree, new: Tree) -> str:
        self.change(root, old, new, _Slot(root.start, -2, flow=False))
        line_end = "\r\n" if "\r\n" in self.text else "\n"
        pieces: list[str] = []
        at = 0
        for start, end, put in sorted(self.edits, key=lambda edit: edit[:1]):
            pieces += [self.text[at:start], put.replace("\n", line_end)]
            at = max(at, end)
        return "".join([*pieces, self.text[at:]])

    def put(self, start: int, end: int, text: str) -> None:
        self.edits.append((start, end, text))

    def change(self, node: Node, old: Tree, new: Tree, slot: _Slot) -> None:
        """Make of a node that holds `old` one that holds `new`."""
        if old == new and not self.strict:
            return
        if not (self.went_inside(node, old, new) or old == new):
            self.replace(node, new, slot)

    def went_inside(self, node: Node, old: Tree, new: Tree) -> bool:
        """Change what is in a mapping or a list; False if it must be rewritten."""
        if isinstance(node, MapNode) and isinstance(old, dict) and new:
            return isinstance(new, dict) and self.mapping(node, old, new)
        if isinstance(node, ListNode) and isinstance(old, list) and new:
            return isinstance(new, list) and self.sequence(node, old, new)
        return False

    def replace(self, node: Node, new: Tree, slot: _Slot) -> None:
        """Rewrite a value, and keep the comments before it."""
        if slot.flow:
            lead = "" if node.start > slot.after else " "
            self.put(node.start, node.end, lead + write_inline(new))
            return
        gap = self.text[slot.after : node.start]
        kept = gap.rstrip() if "#" in gap else ""
        self.put(slot.after, max(node.end, slot.after), _after(new, slot, kept))

    def mapping(self, node: MapNode, old: Tree, new: Tree) -> bool:
        """Change keys one by one; False if the mapping must be rewritten."""
        gone = [key for key in node.entries if self.is_gone(key, old, new)]
        fresh = [k for k in new if k not in node.entries and old.get(k) != new[k]]
        left = [key for key in node.entries if key not in gone]
        if not left or (node.flow and (gone or fresh)):
            return not gone and not fresh
        column = node.column - 1
        for key in left:
            entry = node.entries[key]
            if key in new:
                slot = _Slot(entry.colon, column, node.flow)
                self.change(entry.value, old.get(key), new[key], slot)
        self.take_out(
            [entry.key.start for entry in node.entries.values()],
            [entry.end for entry in node.entries.values()],
            [key in gone for key in node.entries],
        )
        self.add_keys(node, left, fresh, new)
        return True

    def is_gone(self, key: str, old: Tree, new: Tree) -> bool:
        """Say whether a key of the file is to go."""
        return key not in new and (key in old or (self.strict and key in _TOLD))

    def add_keys(
        self, node: MapNode, left: list[str], fresh: list[str], new: Tree
    ) -> None:
        """Add keys, each after the one it follows in a new file."""
        order = list(new)
        column = node.column - 1
        for key in fresh:
            lines = block({key: new[key]}, column)
            before = [k for k in order[: order.index(key)] if k in left]
            if before:
                self.add_after(node.entries[before[-1]].end, lines)
            else:
                first = node.entries[left[0]].key.start
                self.add_before(first, lines, column)

    def sequence(self, node: ListNode, old: Tree, new: Tree) -> bool:
        """Change items one by one; False if the list must be rewritten."""
        if len(old) != len(node.items):
            return False
        pairs = pair_items(old, new)
        kept = {one for one, other in pairs if other is not None and one is not None}
        if not kept or (node.flow and not len(kept) == len(old) == len(new)):
            return False
        column = node.column - 1
        for one, other in pairs:
            if one is not None and other is not None:
                after = node.dashes[one] + 1 if not node.flow else node.items[one].start
                slot = _Slot(after, column, node.flow, dash=True)
                self.change(node.items[one], old[one], new[other], slot)
        if node.flow:
            return True
        ends = [max(i.end, d + 1) for i, d in zip(node.items, node.dashes, strict=True)]
        self.take_out(list(node.dashes), ends, [n not in kept for n in range(len(old))])
        self.add_items(node, ends, pairs, new)
        return True

    def add_items(
        self,
        node: ListNode,
        ends: list[int],
        pairs: Pairs,
        new: Tree,
    ) -> None:
        """Add items, each after the one it follows."""
        column = node.column - 1
        first = min(
            one for one, other in pairs if one is not None and other is not None
        )
        last: int | None = None
        for one, other in pairs:
            if one is not None and other is not None:
                last = one
            elif other is not None:
                lines = block([new[other]], column)
                if last is None:
                    first = _first_kept(pairs)
                    self.add_before(node.dashes[first], lines, column)
                else:
                    apart = [""] * self.is_apart(node)
                    self.add_after(ends[last], [*apart, *lines])

    def is_apart(self, node: ListNode) -> bool:
        """Say whether blank lines part the items of a list."""
        return (
            len(node.dashes) > 1
            and not self.text[
                self.text.rfind("\n", 0, self.line_start(node.dashes[1]) - 1) + 1 :
            ]
            .split("\n", 1)[0]
            .strip()
        )

    def add_after(self, end: int, lines: list[str]) -> None:
        """Add lines under the line that something ends in."""
        self.put(self.line_end(end), self.line_end(end), "\n" + "\n".join(lines))

    def add_before(self, start: int, lines: list[str], column: int) -> None:
        """Add lines where something begins, which moves to a line of its own."""
        text = "\n".join(lines).lstrip(" ")
        self.put(start, start, f"{text}\n{' ' * column}")

    def take_out(self, starts: list[int], ends: list[int], gone: list[bool]) -> None:
        """Take entries out, each with its lines."""
        first = gone.index(False)
        if first and not self.opens_line(starts[0]):
            # They share a line with what holds them: the next entry moves up.
            self.put(starts[0], starts[first], "")
            gone = [False] * first + gone[first:]
        for start, end, goes in zip(starts, ends, gone, strict=True):
            if goes:
                # With the line end before it: what is added below follows it.
                first = self.line_start(start)
                self.put(self.line_end(first) if first else 0, self.line_end(end), "")

    def opens_line(self, offset: int) -> bool:
        return not self.text[self.line_start(offset) : offset].strip()

    def line_start(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The end of the line that the character before an offset is in."""
        end = self.text.find("\n", max(offset - 1, 0))
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[end - 1 : end] == "\r" else end


def _first_kept(pairs: Pairs) -> int:
    return next(one for one, other in pairs if one is not None and other is not None)


def _after(new: Tree, slot: _Slot, kept: str) -> str:
    """What follows a colon or a dash; `kept` are comments there."""
    if is_one_line(new):
        text = write_inline(new) if isinstance(new, dict | list) else scalar(new)
        space = " " if kept.startswith("#") else ""
        absent = new == "" and not slot.dash
        return kept if absent else f" {text}{space}{kept}"
    lines = block(new, slot.column + 2)
    if slot.dash and not kept:
        return " " + "\n".join(lines).lstrip(" ")
    return f"{kept}\n" + "\n".join(lines)
