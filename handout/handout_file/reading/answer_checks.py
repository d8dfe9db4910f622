"""What is wrong with a block whose keys are all right: answers that are no option."""

from typing import Any

from handout.handout_file.shape import MOST_BLANKS
from handout.model.exercises import ChoiceItem, ClozeItem, Matching, Ordering

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def fault_of(value: Any) -> tuple[str, str] | None:
    """What is wrong with a value, and what to do; None if nothing is."""
    if isinstance(value, ChoiceItem):
        letters = _LETTERS[: len(value.options)]
        odd = "".join(one for one in value.answer if one not in letters)
        if odd:
            hint = f"give the letters of the right options, of {letters or 'none'}"
            return f"“answer” cannot be “{value.answer[:20]}”", hint
    if isinstance(value, ClozeItem) and len(value.passage.marks) > MOST_BLANKS:
        message = f"a sentence has {len(value.passage.marks):,} blanks"
        return message, f"it takes {MOST_BLANKS} at most"
    if isinstance(value, Matching | Ordering):
        items = value.pairs if isinstance(value, Matching) else value.items
        if value.order and sorted(value.order) != list(range(len(items))):
            hint = f"give each number from 0 to {len(items) - 1} once, or leave it out"
            return "“order” does not name each item once", hint
    return None
