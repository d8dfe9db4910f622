"""Sentences that name their paragraph are looked for there, word by word."""

import pytest

from handout.preflight.rules.source import fold_width, source_findings

SOURCE = tuple(
    map(fold_width, ("第一段说了一件事,很要紧。", "第二段说别的事（不少）。"))
)


def found(sheet, *texts):
    return [(one.rule, one.line) for one in source_findings(sheet(*texts), SOURCE)]


@pytest.mark.parametrize(
    "sentence",
    [
        "第一段说了一件事，很要紧。〔¶1〕",
        "说了一件事,很要紧。〔¶1〕",
        "•第二段说别的事(不少)。〔¶2〕",
        "第一段说了一件事，很要紧。〔¶1〕第二段说别的事（不少）。〔¶2〕",
        "说的是别的，但没有注明出处。",
        "〔¶2〕",
    ],
)
def test_a_sentence_of_its_paragraph_has_no_finding(sheet, sentence):
    assert found(sheet, sentence) == []


def test_a_sentence_over_several_lines_is_read_as_one(sheet):
    assert found(sheet, "第一段说了", "一件事，很要紧。〔", "¶1〕") == []


def test_a_sentence_with_another_word_is_found(sheet):
    assert found(sheet, "第一段说了两件事，", "很要紧。〔¶1〕") == [("S1", 2)]


@pytest.mark.parametrize("number", [0, 2, 3, 999_999])
def test_a_sentence_of_another_paragraph_is_found(sheet, number):
    sentence = f"第一段说了一件事，很要紧。〔¶{number}〕"

    assert found(sheet, sentence) == [("S2", 1)]
