"""What is asked of exercises and editions is read, or answered in one sentence."""

import shutil

import pytest
from typer.testing import CliRunner

from handout.assets import sample
from handout.cli.app import app
from handout.cli.exercises import exercising, kinds_of, versions_of
from handout.errors import UsageError
from handout.model.exercises import MADE_OF_TEXT

TEXT = """题目

一、起

要以钉钉子精神把工作落到实处，一抓到底。领导干部要坚持底线思维，防患未然。

二、承

评价干部要看群众口碑，不看自夸。年轻干部要到基层一线去，在实践中长才干。
"""


def test_all_is_every_kind_that_a_text_gives():
    assert kinds_of("all") == MADE_OF_TEXT
    assert kinds_of("") == ()
    assert kinds_of("short answer, cloze,cloze") == ("short_answer", "cloze")


def test_versions_are_named_or_counted():
    assert versions_of("3") == ("A", "B", "C")
    assert versions_of("甲, 乙") == ("甲", "乙")
    assert versions_of("") == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("cloz", "", "both", "inline"), "did you mean cloze?"),
        (("choice", "", "both", "inline"), "or all"),
        (("", "A,A", "both", "inline"), "cannot name versions A,A"),
        (("", "9" * 5000, "both", "inline"), "cannot name versions 999"),
        (("", "../x", "both", "inline"), "cannot name versions ../x"),
        (("", "", "facilitater", "inline"), "did you mean facilitator?"),
        (("", "", "both", "ende"), "did you mean end?"),
        (("", "", "participant", "end"), "add --edition facilitator"),
    ],
)
def test_a_mistake_is_told_with_what_is_near(given, said):
    with pytest.raises(UsageError) as raised:
        exercising(*given)

    assert said in str(raised.value)


def test_every_version_and_edition_is_written_and_named(tmp_path, monkeypatch):
    shutil.copyfile(sample(), tmp_path / "a.txt")
    monkeypatch.chdir(tmp_path)
    line = "make a.txt --exercises short_answer --versions 2 --edition facilitator"

    result = CliRunner().invoke(app, [*line.split(), "--answers", "file"])

    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "output").iterdir()) == [
        "a-A-answers.pdf",
        "a-A-facilitator.pdf",
        "a-B-answers.pdf",
        "a-B-facilitator.pdf",
    ]


def test_what_cannot_be_made_is_a_note(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("题目\n\n只有一句话。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(app, ["make", "a.txt", "--exercises", "matching"])

    assert result.exit_code == 0
    assert "note: no matching in section 1" in result.output
