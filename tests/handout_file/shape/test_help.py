"""Blocks and keys are named as they are elsewhere."""

import tomllib
from pathlib import Path

from handout.handout_file.shape.help import BLOCKS

ROOT = Path(__file__).parents[3]
# What is called otherwise on paper, or is not named there.
_OTHER_LABELS = {"sign_in": "present"}
_UNNAMED = {"text", "page_break"}


def test_a_block_has_one_name_on_paper_in_the_file_and_in_the_glossary():
    labels = tomllib.loads((ROOT / "templates/base/strings.toml").read_text("utf-8"))
    glossary = (ROOT / "CONTRIBUTING.md").read_text("utf-8")

    for word, (chinese, _) in BLOCKS.items():
        if word not in _UNNAMED | {"quotation"}:
            assert labels[_OTHER_LABELS.get(word, word)] == chinese, word
            assert f"| `{word}` |" in glossary, word
            assert f"| {chinese} |" in glossary, word
