"""handout.toml gives a project's defaults; the command line has the last word."""

import pytest

from handout.cli.project import defaults, for_words
from handout.errors import UsageError

TOML = """
template = "plain"
paper = "A5"
out = "sheets"
phrases = 5
pin = ["真功夫"]
[meeting]
host = "王主任"
[options]
row = 12
notes = false
"""


def written(tmp_path, text):
    (tmp_path / "handout.toml").write_text(text, encoding="utf-8")
    return defaults(tmp_path)


def test_no_file_means_no_defaults(tmp_path):
    assert defaults(tmp_path) == {}


def test_each_command_gets_the_defaults_it_has_options_for(tmp_path):
    found = written(tmp_path, TOML)

    assert found["make"] == {
        "template": "plain",
        "paper": "A5",
        "out": str(tmp_path / "sheets"),
        "phrases": 5,
        "pin": ["真功夫"],
        "host": "王主任",
        "settings": ["row=12", "notes=false"],
    }
    assert "template" not in found["worksheets"]
    assert found["analyse"] == {"phrases": 5, "pin": ["真功夫"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('tmplate = "plain"', "1:1: does not know tmplate; did you mean template?"),
        ('[meeting]\nhots = "x"', "2:1: does not know meeting.hots; did you mean"),
        ("pin = [1]", "it takes a list of texts"),
        ("options = 5", "options must be a table"),
        ("[options]\nrow = [9]", "options.row cannot be [9]"),
        ('phrases = "5"', "phrases cannot be '5'; it takes a whole number"),
        ("phrases = true", "phrases cannot be True"),
        ("with_text = 1", "it takes true or false"),
        ("\npaper = ", "handout.toml:2:9: is not TOML: invalid value"),
    ],
)
def test_a_mistake_is_told_with_the_nearest_key_or_the_type(text, said, tmp_path):
    with pytest.raises(UsageError) as raised:
        written(tmp_path, text)

    assert said in str(raised.value)
    assert "handout.toml" in str(raised.value)


def test_every_default_is_an_option_of_its_command():
    from typer.main import get_command

    from handout.cli.app import app
    from handout.cli.project import _KEYS

    commands = get_command(app).commands
    for option, _, names in _KEYS.values():
        for name in names:
            assert option in {p.name for p in commands[name].params}, (name, option)


def test_the_command_line_wins_over_the_file(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from handout.cli.app import app

    (tmp_path / "a.txt").write_text("论学习\n\n学习要联系实际，不能只读书本。\n")
    found = written(tmp_path, TOML)
    monkeypatch.chdir(tmp_path)

    ran = CliRunner().invoke(
        app, ["make", "a.txt", "--out", "elsewhere"], default_map=found
    )

    assert ran.exit_code == 0, ran.stderr
    assert (tmp_path / "elsewhere" / "a.pdf").is_file()


def test_set_changes_one_option_and_leaves_the_files_others(tmp_path, monkeypatch):
    from typer.testing import CliRunner

    from handout.cli.app import app

    (tmp_path / "a.txt").write_text("论学习\n\n学习要联系实际，不能只读书本。\n")
    found = written(tmp_path, "[options]\nrow = 12\nruling = 'dots'\n")
    monkeypatch.chdir(tmp_path)

    ran = CliRunner().invoke(
        app, ["make", "a.txt", "--html", "--set", "row=9"], default_map=found
    )

    assert ran.exit_code == 0, ran.stderr
    page = (tmp_path / "output" / "a.html").read_text(encoding="utf-8")
    assert "ruling-dots" in page
    assert "--row: 9.0mm" in page


@pytest.mark.parametrize(
    ("words", "host", "phrases"),
    [
        (["make", "a.txt"], True, True),
        (["make", "a.handout.yaml"], False, False),
        (["plan", "--update", "a.txt"], False, False),
    ],
)
def test_no_default_changes_what_a_person_has_edited(words, host, phrases):
    found = {
        "make": {"host": "甲", "phrases": 5, "paper": "A5"},
        "plan": {"host": "甲", "phrases": 5},
    }

    left = for_words(found, words)

    assert ("host" in left["make"], "host" in left["plan"]) == (host, host)
    assert ("phrases" in left["make"], "phrases" in left["plan"]) == (phrases, True)
    assert left["make"]["paper"] == "A5"
