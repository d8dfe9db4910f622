"""The same article in every format gives the same handout."""

from dataclasses import replace
from pathlib import Path

import pytest

from handout import pipeline
from handout.analyse import analyse
from handout.model.options import MakeOptions, PlanOptions
from handout.pipeline import Source
from handout.plan import plan

FILES = Path(__file__).parent / "read" / "files"
SEED = Path(__file__).parents[1] / "seeds" / "sample-article.txt"
# The sample, made by other programs; README.md beside them says how.
SAMPLES = sorted(
    path
    for path in FILES.iterdir()
    if path.is_file() and path.name not in ("README.md", "columns.pdf")
)


def handout_of(path):
    document, _ = pipeline.read_source(Source(path.read_bytes(), path.name))
    options = MakeOptions()
    analysis = analyse(document, options.analyse)
    return plan(document, analysis, PlanOptions(with_text=True))


@pytest.fixture(scope="module")
def from_text():
    return handout_of(SEED)


def test_there_are_samples_of_every_format():
    assert {path.suffix for path in SAMPLES} >= {
        ".docx",
        ".epub",
        ".html",
        ".mhtml",
        ".odt",
        ".pdf",
    }


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_the_same_article_gives_the_same_handout_in_every_format(path, from_text):
    handout = handout_of(path)

    # What only some formats carry: bold run-in heads stay bold in the text.
    bare = replace(handout, text=(), date="", source="")
    assert bare == replace(from_text, text=(), date="", source="")
    texts = [
        "".join(run.text for run in p.runs) for s in handout.text for p in s.paragraphs
    ]
    wanted = [
        "".join(run.text for run in p.runs)
        for s in from_text.text
        for p in s.paragraphs
    ]
    assert texts == wanted
