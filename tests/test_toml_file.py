"""TOML as strangers write it: tables, or one sentence with the place."""

from pathlib import Path
from time import process_time

import pytest

from handout import toml_file
from handout.errors import UsageError

HERE = Path("handout.toml")


@pytest.mark.parametrize(
    "text",
    [
        f"row = {'9' * 5000}",
        f"row = 0x{'f' * 5000}",
        "row = nan",
        'out = "a\\u0000b"',
        "row = -inf",
        "row = 1e400",
        "[a]\nrow = [[1234567890]]",
        "a = " + "[" * 5000,
        ".".join("a" * 60_000) + " = 1",
        "[" + " . ".join(["'a b'"] * 9_000) + "]",
        "a = {" + ".".join("b" * 60_000) + " = 1}",
    ],
)
def test_numbers_and_depths_that_nobody_writes_are_one_sentence(text):
    with pytest.raises(UsageError, match=r"^handout\.toml"):
        toml_file.parse_toml(text.encode(), HERE, UsageError)


def test_ordinary_numbers_and_keys_with_dots_are_read():
    text = b'a.b.c = 8.5\nd = -999999999\n"x.y" = "' + b"a.b " * 2_000 + b'"\ne = true'
    found = toml_file.parse_toml(text, HERE, UsageError)
    assert found["a"]["b"]["c"] == 8.5
    assert found["e"] is True


def test_the_place_of_a_key_is_found_in_one_pass_over_each_line(tmp_path):
    path = tmp_path / "handout.toml"
    blank = "[" + " " * 30_000 + "\n"
    path.write_text(blank * 3 + "[ table ]\nrow = 1\n", encoding="utf-8")
    begun = process_time()
    assert toml_file.place(path, "table.row") == f"{path}:5:1"
    assert process_time() - begun < 5
