"""A change reaches every value of a tree, and what does not change is kept as it is."""

from handout.model.blocks import Prompt, Reflection, Room
from handout.model.tree import map_tree


def test_a_change_reaches_what_is_inside_tuples_and_dataclasses():
    block = Reflection((Prompt("为什么？", Room(3)), Prompt("怎么做？")))

    changed = map_tree(block, lambda v: v + "！" if isinstance(v, str) else v)

    assert [prompt.text for prompt in changed.prompts] == ["为什么？！", "怎么做？！"]


def test_what_is_changed_is_not_looked_into():
    block = Reflection((Prompt("为什么？", Room(3)),))

    changed = map_tree(
        block, lambda v: Prompt("x", v.room) if isinstance(v, Prompt) else v
    )

    assert changed.prompts == (Prompt("x", Room(3)),)


def test_a_tree_without_changes_is_the_same_tree():
    block = Reflection((Prompt("为什么？", Room(3)),))

    assert map_tree(block, lambda value: value) == block
