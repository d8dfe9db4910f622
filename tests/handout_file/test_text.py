"""docs/handout-file.md explains every key, and its examples are read."""

import json
import re
from pathlib import Path

import pytest

from handout.handout_file import loads
from handout.handout_file.shape import KINDS
from handout.handout_file.shape.schema import schema_text

GUIDE = Path(__file__).parents[2] / "docs" / "handout-file.md"
TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def whole(example):
    """A whole file with the blocks of an example."""
    if example.startswith("handout:"):
        return example
    return "handout: 1\nfront:\n" + re.sub("^", "  ", example, flags=re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_every_example_is_read(example):
    assert loads(whole(example)).handout.front


def test_the_examples_hold_every_block():
    handouts = [loads(whole(example)).handout for example in EXAMPLES]
    blocks = [b for one in handouts for b in (*one.front, *one.closing)]

    assert {block.kind for block in blocks} == set(KINDS)


def test_every_key_is_explained_or_shown():
    schema = json.loads(schema_text())
    shapes = [schema, *schema["definitions"].values()]
    forms = [form for one in shapes for form in (one, *one.get("anyOf", ()))]
    keys = {key for form in forms for key in form.get("properties", ())}
    keys |= {
        k for f in forms for p in f.get("anyOf", ()) for k in p.get("properties", ())
    }

    assert len(keys) > 50
    assert [k for k in sorted(keys) if not re.search(rf"`{k}`|\b{k}:", TEXT)] == []
