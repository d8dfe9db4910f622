"""Options of a pack: typed, in range, inherited, and told by their nearest name."""

import pytest

from handout import packs
from handout.errors import TemplateError, UsageError
from handout.packs.choices import choose_values, pairs

WRITE = 'write for example: type = "bool", default = false'
TOML = """
parent = "base"
[options.row]
default = 10
[options.head]
type = "bool"
default = false
help = "a red head"
[options.style]
type = "choice"
choices = ["plain", "rich"]
default = "plain"
"""


@pytest.fixture
def pack(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.toml").write_text(TOML, encoding="utf-8")
    return packs.find(str(tmp_path / "mine"))


def test_a_pack_inherits_options_and_may_change_their_default(pack):
    row = next(option for option in pack.options if option.name == "row")

    assert (row.default, row.unit, row.token) == (10, "mm", "--row")
    assert {option.name for option in pack.options} >= {"notes", "ruling", "head"}


def test_what_the_user_sets_is_read_as_the_options_kind(pack):
    given = pairs(("row=9.5", "head=yes", "style=rich", "notes=否"))

    values = choose_values(pack, given)

    assert values["row"] == 9.5
    assert values["head"] is True
    assert values["style"] == "rich"
    assert values["notes"] is False
    assert values["ruling"] == "lines"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("rwo=9", "the pack mine has no option rwo; did you mean row?"),
        ("row=900", "row cannot be 900, out of range; it takes 6 to 15 mm"),
        ("row=high", "row cannot be 'high'; it takes 6 to 15 mm"),
        ("style=poor", "style cannot be 'poor'; it takes plain | rich"),
        ("head=perhaps", "head cannot be 'perhaps'; it takes true or false"),
    ],
)
def test_a_wrong_choice_is_told_with_what_would_be_right(given, said, pack):
    with pytest.raises(UsageError) as raised:
        choose_values(pack, pairs((given,)))

    assert str(raised.value) == f"set: {said}"


def test_a_choice_without_a_value_is_told():
    said = r"^set: row gives no value; write set KEY=VALUE$"
    with pytest.raises(UsageError, match=said):
        pairs(("row",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[options.x]\ntype = 'bool'",
            f"1:2: options.x has no default; {WRITE}",
        ),
        (
            "[options.x]\ndefault = 1",
            f"1:2: options.x has no type; {WRITE}",
        ),
        (
            "[options.x]\ntype = 'int'\ndefault = 'a'",
            "3:1: the default of options.x is 'a'; it takes a whole number",
        ),
        (
            "[options.x]\ntype = 'bool'\ndefalt = 1",
            "3:1: does not know options.x.defalt; did you mean default?",
        ),
        (
            "[options.x]\ntype = 'text'\ndefault = ''\ntoken = '--x'",
            f"1:2: options.x is text, and text sets no CSS variable; {WRITE}",
        ),
    ],
)
def test_a_wrong_option_in_pack_toml_is_told(text, said, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.toml").write_text(text, encoding="utf-8")

    with pytest.raises(TemplateError) as raised:
        packs.find(str(tmp_path / "mine"))

    folder = f"{tmp_path / 'mine'}/"
    assert str(raised.value).replace(folder, "") == f"pack.toml:{said}"
