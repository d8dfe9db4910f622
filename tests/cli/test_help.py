"""The help shows options in groups, choices as choices, and never a false default."""

import re

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from handout import __version__
from handout.cli.app import app

GROUPS = ["Output", "Meeting", "Sentences and phrases", "Exercises", "Source"]


def every_command(group=None, words=()):
    for name, command in (group or get_command(app)).commands.items():
        if hasattr(command, "commands"):
            yield from every_command(command, (*words, name))
        else:
            yield (*words, name)


by_command = pytest.mark.parametrize("words", list(every_command()), ids=" ".join)


def help_of(*words):
    ran = CliRunner().invoke(app, [*words, "--help"])
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def test_the_version_is_shown():
    ran = CliRunner().invoke(app, ["--version"])

    assert (ran.exit_code, ran.stdout) == (0, f"handout {__version__}\n")


@by_command
def test_a_short_option_shows_the_same_help(words):
    assert CliRunner().invoke(app, [*words, "-h"]).stdout == help_of(*words)


@by_command
def test_every_parameter_has_a_help_text_and_a_short_line(words):
    command = get_command(app)
    for word in words:
        command = command.commands[word]

    assert all(one.help for one in command.params if not one.hidden)
    assert max(map(len, help_of(*words).splitlines())) <= 80


@by_command
def test_no_default_stands_for_something_else(words):
    shown = help_of(*words)

    assert not re.search(r"\[default: 0\b|x<=|<=x|int range", shown)


def test_options_are_in_groups():
    shown = help_of("make")

    assert [group for group in GROUPS if f"\n{group}:\n" not in shown] == []
    assert shown.index("\nMeeting:") < shown.index("--host") < shown.index("\nFitting:")


def test_choices_are_shown_as_choices():
    shown = help_of("make")

    assert "--edition participant|facilitator|both" in shown
    assert "--answers inline|end|file" in shown
    assert "--language zh-CN|zh-TW|en" in shown


def test_old_names_of_options_work_and_are_not_shown(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("论学习\n\n学习要联系实际，不能只读书本。\n", encoding="utf-8")
    words = ["analyse", str(path)]

    old = CliRunner().invoke(app, [*words, "--pin", "联系实际", "--drop", "书本"])
    new = CliRunner().invoke(
        app, [*words, "--include", "联系实际", "--exclude", "书本"]
    )

    assert (old.exit_code, old.stdout) == (0, new.stdout)
    assert "--pin" not in help_of("analyse")


def test_a_shell_completes_commands_and_choices():
    environment = {
        "_HANDOUT_COMPLETE": "complete_bash",
        "COMP_WORDS": "handout make a.txt --edition f",
        "COMP_CWORD": "4",
    }

    ran = CliRunner().invoke(app, [], env=environment, prog_name="handout")

    assert ran.stdout.split() == ["facilitator"]
