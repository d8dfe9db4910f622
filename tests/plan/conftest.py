"""Sections to make exercises of: by hand, by chance, and those of real texts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import strategies as st

from handout import pipeline
from handout.analyse import analyse
from handout.model.analysis import KeyPhrase, SectionAnalysis, Sentence
from handout.model.document import Paragraph, Section
from handout.model.options import AnalyseOptions, MakeOptions
from handout.plan import BLOCKS
from handout.plan.exercises import visible_texts
from handout.plan.exercises.material import Material
from handout.plan.section_input import Part, parts_of

TEXTS = [
    *Path("seeds").glob("*.txt"),
    *Path("tests/read/documents").glob("*.txt"),
]
WORDS = re.findall("..", "学习理论武装头脑群众路线基层磨砺风险底线思维担当作为实践问题")


def part_of(
    paragraphs: list[list[str]],
    phrases: list[str],
    *,
    listed: int = 0,
    run_in: tuple[str, ...] = (),
    language: str = "zh-CN",
) -> Part:
    """A section of paragraphs of sentences; the first phrases are in its table."""
    texts, sentences = [], []
    for number, spoken in enumerate(paragraphs, 1):
        head = run_in[number - 1] if number <= len(run_in) else ""
        text = head + "。" if head else ""
        for sentence in spoken:
            sentences.append(Sentence(sentence, number, len(text), len(sentences) + 1))
            text += sentence
        texts.append(Paragraph(number, text, 0, number, run_in=head))
    found = [
        KeyPhrase(phrase, 1, p.number, p.text.index(phrase))
        for phrase in phrases
        for p in [next(p for p in texts if phrase in p.text)]
    ]
    analysis = SectionAnalysis(
        (), tuple(found[:listed]), tuple(found[listed:]), tuple(sentences)
    )
    return Part(Section(None, tuple(texts)), analysis, language, 1, "")


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """A section of words put together by chance, some of which are phrases."""
    word = st.sampled_from(WORDS)
    clause = st.lists(word, min_size=2, max_size=6).map("".join)
    sentence = st.lists(clause, min_size=1, max_size=5).map(
        lambda c: "，".join(c) + "。"
    )
    paragraph = st.lists(sentence, min_size=1, max_size=4)
    paragraphs = draw(st.lists(paragraph, min_size=1, max_size=4))
    text = "".join(s for p in paragraphs for s in p)
    said = [w for w in WORDS if w in text]
    phrases = draw(st.lists(st.sampled_from(said), unique=True, max_size=10))
    shown_ = draw(st.lists(st.sampled_from(paragraphs[0]), max_size=1))
    return Material(part_of(paragraphs, phrases), tuple(shown_))


def real_materials() -> Iterator[Material]:
    """The sections of real texts, with what their sheets show."""
    for path in TEXTS:
        source = pipeline.Source(path.read_bytes(), path.name)
        document, _ = pipeline.read_source(source)
        options = MakeOptions(analyse=AnalyseOptions(phrases=5))
        for part in parts_of(document, analyse(document, options.analyse)):
            blocks = tuple(b for build in BLOCKS.values() if (b := build(part)))
            yield Material(part, tuple(visible_texts(blocks)))


@pytest.fixture(scope="session")
def real() -> list[Material]:
    return list(real_materials())


@pytest.fixture(scope="session")
def section() -> Callable[..., Part]:
    return part_of
