"""What sentences are ranked by: the phrases they hold, the senses of their words."""

from array import array

import pytest

from handout.analyse.bulk import one_section
from handout.analyse.learned.load import VECTORS_HEAD, Vectors
from handout.analyse.phrases.key_phrases import mentions, rate_phrases
from handout.analyse.summary.feature_names import SENTENCE, SENTENCE_RANKED
from handout.analyse.summary.features import Setting, sentence_features
from handout.analyse.summary.held_phrases import LISTED, Mention, holds
from handout.analyse.summary.held_phrases import NAMES as PHRASE_NAMES
from handout.analyse.summary.senses import NAMES as SENSE_NAMES
from handout.analyse.summary.senses import senses
from handout.analyse.words.passage import passages
from handout.analyse.words.segment import cut
from handout.model.options import AnalyseOptions

TEXT = "理论武装是关键。要加强理论武装，也要深入基层。\n深入基层要有办法。"


def numbers_of(mention: Mention) -> list[dict[str, float]]:
    part = passages(one_section("", TEXT))[0]
    rows = holds(list(part.sentences), [mention])
    return [dict(zip(PHRASE_NAMES, row, strict=True)) for row in rows]


def test_each_sentence_knows_which_phrases_it_holds_and_which_it_says_first():
    first, second, third = numbers_of(Mention("理论武装", 0.0, 0, ((1, 0), (1, 11))))

    assert (first["phrases said first"], second["phrases said first"]) == (1, 0)
    assert first["phrases expected"] == second["phrases expected"] == 0.5
    assert first["share in phrases"] == 0.5
    assert (third["phrases listed"], third["best phrase"]) == (0, -9)


def test_a_phrase_that_is_not_among_the_listed_counts_only_as_likely():
    _, second, third = numbers_of(Mention("深入基层", 2.0, LISTED, ((1, 18), (2, 0))))

    assert second["best phrase"] == third["best phrase"] == 2.0
    assert second["phrases listed"] == third["phrases of the table"] == 0
    assert third["share in phrases"] == 0


def test_a_sentence_of_the_titles_sense_is_like_the_title():
    words = ["理论", "基层"]
    head = "\n".join(words).encode()
    values = array("b", [100, 0, 0, 100]).tobytes()
    vectors = Vectors(VECTORS_HEAD.pack(len(head), 2) + head + values)
    part = passages(one_section("", "讲理论。到基层。没有词。"))[0]
    rows = list(senses(list(part.sentences), cut("基层"), vectors))
    like_title = [row[SENSE_NAMES.index("sense like the title")] for row in rows]

    assert like_title == pytest.approx([0, 1, 0])
    assert [row[-2:] for row in rows] == [[100, 0], [0, 100], [0, 0]]


def test_every_number_that_sentences_are_ranked_by_has_a_name():
    part = passages(one_section("理论", TEXT))[0]
    head = "理论".encode()
    vectors = Vectors(VECTORS_HEAD.pack(len(head), 24) + head + bytes(24))
    held = mentions(part, rate_phrases(part, AnalyseOptions(), most=32))
    setting = Setting(list(part.sentences), part.title, [])
    rows = sentence_features(setting, lambda _: 0.0, vectors, held)

    assert {len(row) for row in rows} == {len(SENTENCE)}
    assert len(set(SENTENCE)) == len(SENTENCE)
    assert {f"{name} rank" for name in SENTENCE_RANKED} <= set(SENTENCE)
