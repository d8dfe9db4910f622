"""Groups of options stand on the command line as options of their own."""

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from handout.cli.amount import amount
from handout.cli.groups import fill_group, spread_groups
from handout.errors import UsageError

FILE = """
exercises = "cloze"
edition = "facilitator"
phrases = 5
[meeting]
groups = "2"
"""


@dataclass(frozen=True)
class Sizes:
    """Two options."""

    rows: Annotated[int, typer.Option("--rows", min=1)] = 3
    note: Annotated[str, typer.Option("--note")] = "none"


@pytest.fixture
def said():
    return []


@pytest.fixture
def app(said):
    app = typer.Typer()

    @app.command()
    @spread_groups
    def draw(name: str, *, sizes: Sizes, twice: bool = False) -> None:
        """Draw."""
        said.append((name, sizes, twice))

    return app


@pytest.mark.parametrize(
    ("words", "given"),
    [
        (["a"], ("a", Sizes(), False)),
        (["a", "--rows", "5", "--twice"], ("a", Sizes(5), True)),
        (["--note", "x", "a"], ("a", Sizes(note="x"), False)),
    ],
)
def test_a_command_is_given_its_groups_filled_in(app, said, words, given):
    assert CliRunner().invoke(app, words).exit_code == 0
    assert said == [given]


def test_an_option_of_a_group_is_checked_as_any_other(app, said):
    result = CliRunner().invoke(app, ["a", "--rows", "0"])

    assert result.exit_code == 2
    assert "--rows" in result.output
    assert said == []


def test_a_group_takes_its_own_of_what_is_said():
    assert fill_group(Sizes, {"rows": 7, "colour": "red"}) == Sizes(7)


def test_a_preview_has_what_the_project_says_for_make(tmp_path, monkeypatch):
    from handout.cli.preview import _asker

    (tmp_path / "handout.toml").write_text(FILE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    options = _asker("meeting", "A5", ("labels=above",), "a.txt")()

    assert options.plan.exercises == ("cloze",)
    assert options.edition == "facilitator"
    assert options.analyse.phrases == 5
    assert options.plan.meeting.groups == ("2",)
    assert (options.paper, options.choices) == ("A5", ("labels=above",))


@pytest.mark.parametrize(("text", "amounts"), [("8", (0, 8)), ("5-10", (5, 10))])
def test_an_amount_of_phrases_is_a_most_or_a_range(text, amounts):
    assert amount(text) == amounts


@pytest.mark.parametrize("text", ["", "many", "41", "10-5", "-3"])
def test_no_other_text_is_an_amount_of_phrases(text):
    with pytest.raises(UsageError, match="number up to 40 or a range"):
        amount(text)
