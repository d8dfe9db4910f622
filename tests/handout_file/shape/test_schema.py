"""The schema that editors complete by says what the program reads, and no more."""

import json
from pathlib import Path

import pytest
from handouts import FEW, drafts
from hypothesis import given
from jsonschema import Draft7Validator
from ruamel.yaml import YAML

from handout.handout_file import dumps
from handout.handout_file.shape import KINDS, entry_of, keys_of
from handout.handout_file.shape.help import BLOCKS, help_of
from handout.handout_file.shape.schema import schema_text

PUBLISHED = Path(__file__).parents[3] / "docs" / "handout.schema.json"
SCHEMA = Draft7Validator(json.loads(schema_text()))


def as_an_editor_reads(text):
    return YAML(typ="safe", pure=True).load(text)


def test_the_published_schema_is_the_programs():
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_one():
    Draft7Validator.check_schema(json.loads(schema_text()))


@FEW
@given(drafts)
def test_what_the_program_writes_fits_the_schema(draft):
    found = as_an_editor_reads(dumps(draft))

    assert [error.message for error in SCHEMA.iter_errors(found)] == []


@pytest.mark.parametrize(
    "text",
    [
        "handout: 1\ntitel: x\n",
        "handout: 2\n",
        "title: x\n",
        "handout: 1\nfront: [{block: sumary}]\n",
        "handout: 1\nfront: [{block: notes, titel: x}]\n",
        "handout: 1\nfront: [{block: notes, room: {lines: drei}}]\n",
        "handout: 1\nfront: [{block: notes, room: {ruling: line}}]\n",
        "handout: 1\nlanguage: fr\n",
    ],
)
def test_an_editor_marks_what_the_program_refuses(text):
    assert list(SCHEMA.iter_errors(as_an_editor_reads(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_and_every_key_of_it_is_explained(kind):
    shape = entry_of(KINDS[kind])

    assert all(BLOCKS[kind])
    assert [
        key.name for key in keys_of(shape) if not all(help_of(shape, key.name))
    ] == []


def test_every_definition_explains_its_keys():
    definitions = json.loads(schema_text())["definitions"]
    mute = [
        f"{name}.{key}"
        for name, one in definitions.items()
        for form in one.get("anyOf", [one])
        for key, value in form.get("properties", {}).items()
        if key != "block" and "description" not in value
    ]

    assert mute == []
