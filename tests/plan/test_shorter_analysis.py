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
