"""What is cut is what an analysis for fewer sentences and phrases finds."""

import pytest

from handout import pipeline
from handout.analyse import analyse
from handout.assets import sample
from handout.model.options import AnalyseOptions
from handout.plan import shorten


@pytest.fixture(scope="module")
def document():
    document, _ = pipeline.read_source(pipeline.Source.open(str(sample())))
    return document


@pytest.fixture(scope="module")
def traditional(tmp_path_factory):
    text = "\n".join(
        f"{head}\n" + long * 9 + "。" + short
        for head, long, short in (
            ("一、初心", "我們要把守護家鄉的責任放在心上，", "這是居民的約定。"),
            ("二、辦法", "每一條步道都要有人定期巡視，", "辦法要寫成紀錄。"),
        )
    )
    file = tmp_path_factory.mktemp("article") / "article.txt"
    file.write_text(text, encoding="utf-8")
    document, _ = pipeline.read_source(pipeline.Source.open(str(file)))
    assert document.language == "zh-TW"
    return document


def test_a_sentence_taken_at_need_is_in_no_shorter_summary(traditional):
    wide = analyse(traditional, AnalyseOptions(summary_sentences=6))

    cut = shorten(wide, sentences=2, phrases=8)

    assert [len(one.summary) for one in wide.sections] == [2, 2]
    narrow = analyse(traditional, AnalyseOptions(summary_sentences=2))
    assert [s.summary for s in cut.sections] == [s.summary for s in narrow.sections]
    assert [len(one.summary) for one in cut.sections] == [1, 1]


@pytest.mark.parametrize(("sentences", "phrases"), [(2, 8), (3, 8), (5, 12)])
def test_a_wide_analysis_holds_the_narrow_one(document, sentences, phrases):
    wide = analyse(document, AnalyseOptions(summary_sentences=6, phrases=12))

    cut = shorten(wide, sentences=sentences, phrases=phrases)

    narrow = analyse(
        document, AnalyseOptions(summary_sentences=sentences, phrases=phrases)
    )
    assert [s.summary for s in cut.sections] == [s.summary for s in narrow.sections]
    assert [s.keyphrases for s in cut.sections] == [
        s.keyphrases for s in narrow.sections
    ]
    assert cut.overview == narrow.overview
