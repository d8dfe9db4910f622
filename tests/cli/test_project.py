"""handout.toml gives a project's defaults; the command line has the last word."""

from pathlib import Path

import pytest

from handout.cli.project import FILE, choices, defaults, file_for, for_words
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
    return defaults(tmp_path / FILE)


def test_no_file_means_no_defaults(tmp_path):
    assert file_for([str(tmp_path / "a.txt")]) is None
    assert not any(defaults(None).values())


def test_each_command_gets_the_defaults_it_has_options_for(tmp_path):
    found = written(tmp_path, TOML)

    assert found["make"] == {
        "template": "plain",
        "paper": "A5",
        "out": str(tmp_path / "sheets"),
        "phrases": 5,
        "include": ["真功夫"],
        "host": "王主任",
    }
    assert choices(tmp_path / FILE).everywhere == (("row", 12), ("notes", False))
    assert "template" not in found["worksheets"]
    assert found["analyse"] == {"phrases": 5, "include": ["真功夫"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('tmplate = "plain"', "1:1: does not know tmplate; did you mean template?"),
        ('[meeting]\nhots = "x"', "2:1: does not know meeting.hots; did you mean"),
        ("pin = [1]", "it takes a list of texts"),
        ("options = 5", "options must be a table"),
        ("[options]\nrow = [9]", "2:1: options.row cannot be [9]"),
        ("[options.plain]\nrow = [9]", "2:1: options.plain.row cannot be [9]"),
        ('sentences = "5"', "sentences cannot be '5'; it takes a whole number"),
        (
            "phrases = true",
            "phrases cannot be True; it takes a whole number, or a range",
        ),
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


@pytest.fixture
def ran(tmp_path, monkeypatch):
    """What runs a command in a folder with an article and this handout.toml."""
    from typer.testing import CliRunner

    from handout.cli.app import app

    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("论学习\n\n学习要联系实际，不能只读书本。\n")

    def run(text, *words):
        return CliRunner().invoke(app, words, default_map=written(Path(), text))

    return run


def page(tmp_path, name="a"):
    (found,) = (tmp_path / "output").glob(f"{name}.html")
    return found.read_text(encoding="utf-8")


def test_set_changes_one_option_and_leaves_the_files_others(ran, tmp_path):
    toml = "[options]\nrow = 12\nruling = 'dots'\n"

    done = ran(toml, "make", "a.txt", "--html", "--set", "row=9")

    assert done.exit_code == 0, done.stderr
    assert "ruling-dots" in page(tmp_path)
    assert "--row: 9.0mm" in page(tmp_path)


def test_an_option_goes_to_the_packs_that_have_it(ran, tmp_path):
    toml = """template = "official"
[options]
row = 12
issuer = "某某办公室"
[options.worksheet]
row = 10
"""

    made = ran(toml, "make", "a.txt", "--html")
    sheets = ran(toml, "worksheets", "a.txt", "--html", "--one-file")

    assert (made.exit_code, sheets.exit_code) == (0, 0), made.stderr + sheets.stderr
    assert "--row: 12mm" in page(tmp_path)
    assert "某某办公室" in page(tmp_path)
    assert "--row: 10mm" in page(tmp_path, "a-worksheets")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[options]\nrwo = 9",
            "handout.toml:2:1: no pack of this project has an option rwo; "
            "did you mean row?",
        ),
        (
            '[options]\nissuer = "某某办公室"',
            "handout.toml:2:1: no pack of this project has an option issuer; "
            "the pack official has it: write it under [options.official]",
        ),
        (
            "[options.meeting]\nrwo = 9",
            "handout.toml:2:1: the pack meeting has no option rwo; did you mean row?",
        ),
        (
            "[options.metting]\nrow = 9",
            "handout.toml:1:2: there is no pack metting to choose options for; "
            "did you mean meeting?",
        ),
        (
            "[options.wide]\nrow = 9",
            "handout.toml:1:2: there is no pack wide to choose options for; "
            "write wide = … under [options], or name a pack",
        ),
        (
            "[options]\nrow = 99",
            "handout.toml:2:1: row cannot be 99, out of range; it takes 6 to 15 mm",
        ),
        (
            '[options.meeting]\nruling = "dotted"',
            "handout.toml:2:1: ruling cannot be 'dotted'; it takes lines | dots | "
            "grid | tian | none",
        ),
    ],
)
def test_a_wrong_option_is_told_with_its_place_and_what_to_do(text, said, ran):
    done = ran(text, "make", "a.txt")

    assert done.exit_code == 2
    assert done.stderr.endswith(f"handout: {said}\n")


def test_what_is_said_of_one_pack_does_not_concern_another(ran):
    assert ran("[options.official]\nred_head = true", "make", "a.txt").exit_code == 0


EVERY_KEY = """
template = "plain"
paper = "A5"
language = "zh-CN"
encoding = "utf-8"
lines = "keep"
time_limit = 60
memory_limit = 900
with_text = true
keep_punctuation = true
kind = "essay"
sections = "2"
prompts = "2"
no = ["structure"]
room = "tight"
exercises = "cloze"
seed = 3
versions = "2"
edition = "facilitator"
answers = "end"
phrases = 5
sentences = 2
words = "w.txt"
stop = "w.txt"
include = ["真功夫"]
exclude = ["学习"]
pin = ["真功夫"]
drop = ["学习"]
out = "o"
font_dir = "o"
worksheet = "worksheet"
[meeting]
title = "读书会"
date = "1 月 2 日"
time = "9:00"
place = "三楼"
host = "王主任"
groups = "2"
minutes = "90"
names = "w.txt"
[options]
row = 9
"""


def test_a_preview_gets_all_that_make_gets(ran, tmp_path, monkeypatch):
    from handout.cli import preview
    from handout.cli.project import _KEYS

    (tmp_path / "w.txt").write_text("张伟\n")
    asked = []
    monkeypatch.setattr(
        "handout.pipeline.make",
        lambda source, out, options: asked.append(options),  # noqa: ARG005
    )

    ran(EVERY_KEY, "make", "a.txt")
    shown = preview._asker("plain", "", (), "a.txt")()
    edited = preview._asker("plain", "A4", ("row=8",), "a.handout.yaml")()

    keys = {key.rpartition(".")[2] for key in _KEYS}
    assert [key for key in keys if f"{key} = " not in EVERY_KEY] == []
    assert [shown] == asked
    assert (shown.plan.meeting.host, shown.plan.names) == ("王主任", ("张伟",))
    assert (edited.plan.meeting.host, edited.paper) == ("", "A4")
    assert edited.choices == ("row=8",)


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


@pytest.fixture
def projects(tmp_path, monkeypatch):
    """Two projects, the working folder in the first one."""
    for name, paper in (("one", "A5"), ("two", "B5")):
        folder = tmp_path / name / "deep" / "articles"
        folder.mkdir(parents=True)
        (tmp_path / name / FILE).write_text(f'paper = "{paper}"\n', encoding="utf-8")
        (folder / "a.txt").write_text("论学习\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "one" / "deep")
    return tmp_path


@pytest.mark.parametrize(
    ("sources", "file"),
    [
        (["articles/a.txt"], "one"),
        (["../../two/deep/articles/a.txt"], "two"),
        (["-"], "one"),
        (["missing.txt"], "one"),
        ([], "one"),
    ],
)
def test_the_file_is_looked_for_upwards_from_the_source(projects, sources, file):
    assert file_for(sources).resolve() == projects / file / FILE


def test_a_source_outside_every_project_uses_that_of_the_working_folder(projects):
    (projects / "a.txt").write_text("论学习\n", encoding="utf-8")

    assert file_for([str(projects / "a.txt")]) == projects / "one" / FILE


def test_the_run_says_which_file_it_uses(projects):
    from typer.testing import CliRunner

    from handout.cli.app import app

    ran = CliRunner().invoke(app, ["analyse", "articles/a.txt"])

    assert f"handout: defaults are from {projects / 'one' / FILE}\n" in ran.stderr


def test_a_value_of_the_file_is_checked_as_one_of_the_command_line(projects):
    from typer.testing import CliRunner

    from handout.cli.app import app

    (projects / "one" / FILE).write_text("phrases = 900\n", encoding="utf-8")

    ran = CliRunner().invoke(app, ["analyse", "articles/a.txt"])

    assert ran.exit_code == 2
    assert "--phrases" in ran.stderr
