"""A reader that loses text, or invents some, is found out by every command."""

from dataclasses import replace

import pytest
from typer.testing import CliRunner

from handout.cli.app import app
from handout.read.text import plain

ARTICLE = "论学习\n\n一、意义\n\n学习是进步的阶梯。\n\n二、方法\n\n学习要联系实际。\n"
WHOLE = sum(not character.isspace() for character in ARTICLE)
LAST = len("学习要联系实际。")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "论学习.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def losing(monkeypatch):
    """A reader of plain text that drops its last paragraph."""
    honest = plain.read_text

    def read_less(source):
        contents = honest(source)
        return replace(contents, blocks=contents.blocks[:-1])

    monkeypatch.setattr(plain, "read_text", read_less)


@pytest.mark.usefixtures("losing")
@pytest.mark.parametrize(
    "command", ["outline", "analyse", "plan", "make", "worksheets"]
)
def test_every_command_notes_that_characters_are_lost(command, article, tmp_path):
    arguments = [command, str(article)]
    if command in ("make", "worksheets"):
        arguments += ["-o", str(tmp_path / "out")]

    ran = CliRunner().invoke(app, [*arguments, "--strict"])

    assert ran.exit_code == 1
    assert ran.stderr.splitlines()[0] == (
        f"handout: note: {article}: characters do not add up: {WHOLE} in the file, "
        f"{WHOLE - LAST} in the text, 0 set aside; compare the text with the file"
    )


@pytest.mark.usefixtures("losing")
def test_without_strict_the_loss_is_a_note(article):
    ran = CliRunner().invoke(app, ["analyse", str(article)])

    assert (ran.exit_code, "do not add up" in ran.stderr) == (0, True)


def test_characters_that_come_twice_are_noted_too(article, monkeypatch):
    honest = plain.read_text

    def read_twice(source):
        contents = honest(source)
        return replace(contents, blocks=(*contents.blocks, contents.blocks[-1]))

    monkeypatch.setattr(plain, "read_text", read_twice)

    ran = CliRunner().invoke(app, ["outline", str(article), "--strict"])

    assert (ran.exit_code, f"{WHOLE + LAST} in the text" in ran.stderr) == (1, True)


def test_a_text_that_is_read_whole_has_no_such_note(article):
    ran = CliRunner().invoke(app, ["analyse", str(article), "--strict"])

    assert (ran.exit_code, ran.stderr) == (0, "")
