"""Handouts of every block there is, with texts that are hard to write and to read."""

from dataclasses import fields, replace
from typing import Any, get_type_hints

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from handout.handout_file.shape import (
    KINDS,
    LANGUAGES,
    LEAST_OF,
    MOST_OF,
    RULINGS,
    item_kind,
)
from handout.model.blocks import Block, Marked, PhraseRow
from handout.model.draft import Draft, Mark, Record, SectionMarks
from handout.model.exercises import ChoiceItem, Matching, Ordering
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting

NASTY = (
    *("¶3 ", "¶", "¶3", ": ", ":", " #", "# ", "- ", "-", "? ", '"', "'", "😀", "\n"),
    *("\t", "\x85", "\ufeff", " ", "　", "\u2028", "\r", "\r\n", "\0", "\x1b", "\x7f"),
    *("【】", "[[", "]]", "…", "×2", " ×3", " × ", "2024-01-01", "010", "否", "yes"),
    *("1e3", "null", "~", "{", "}", "[", "]", ",", "&a ", "*a", "!t ", "|", ">", "%"),
    *("@", "`", "\\", "<<<<<<< ", "=======", "---", "...", "汉字", "一句话。", "word"),
    *("长" * 300, "=", "<<", "0x1F", "12:30", "true", "\n\n", "  ", "，", "“四个意识”"),
)
# Drafts are large: shrinking one takes minutes, and its parts fail alone soon enough.
FEW = settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
texts = st.lists(st.sampled_from(NASTY), max_size=4).map("".join)
marks = st.builds(
    Mark,
    st.sampled_from([*KINDS, "title", "heads"]),
    st.from_regex("[0-9a-f]{8}", fullmatch=True),
)


def values(kind: Any, owner: str = "", key: str = "") -> st.SearchStrategy[Any]:
    """Values of a type of the model."""
    most = MOST_OF.get((owner, key), 9999)
    if kind is str and key == "ruling":
        return st.sampled_from(["", *RULINGS])
    if inner := item_kind(kind):
        return st.lists(values(inner, owner, key), max_size=3).map(tuple)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(
            1 if owner == "HandoutSection" and key == "place" else 0, most
        ),
        float: st.just(0.0)
        | st.floats(LEAST_OF.get((owner, key), 0), most).map(
            lambda number: round(number, 3)
        ),
        Marked: marked(),
        PhraseRow: rows(),
    }
    if kind in plain:
        return plain[kind]
    if kind is ChoiceItem:
        return kinds(kind).map(with_letters)
    if kind is Block:
        return st.one_of(map(kinds, KINDS.values())).map(with_order)
    return kinds(kind)


def sections() -> st.SearchStrategy[HandoutSection]:
    """Sections as a file holds them: what shares a page is found again at printing."""
    return kinds(HandoutSection).map(
        lambda section: replace(section, shares_page=False, fills_spread=False)
    )


def with_letters(item: ChoiceItem) -> ChoiceItem:
    """An item whose answers are among its options."""
    return replace(item, answer="ABC"[: len(item.options)])


def with_order(block: Block) -> Block:
    """A block whose order, if it has one, names each item once."""
    if not isinstance(block, Matching | Ordering) or not block.order:
        return block
    items = block.pairs if isinstance(block, Matching) else block.items
    return replace(block, order=tuple(reversed(range(len(items)))))


def kinds(kind: type) -> st.SearchStrategy[Any]:
    """Values of a class."""
    hints = get_type_hints(kind)
    return st.builds(
        kind,
        **{f.name: values(hints[f.name], kind.__name__, f.name) for f in fields(kind)},
    )


@st.composite
def marked(draw: st.DrawFn) -> Marked:
    """A text some of whose pieces are marked."""
    pieces = draw(st.lists(st.tuples(texts, st.booleans()), max_size=3))
    spans, at = [], 0
    for text, is_marked in pieces:
        if is_marked:
            spans.append((at, at + len(text)))
        at += len(text)
    return Marked("".join(text for text, _ in pieces), tuple(spans))


@st.composite
def rows(draw: st.DrawFn) -> PhraseRow:
    """A row with as many counts as phrases."""
    phrases = draw(st.lists(texts, min_size=1, max_size=3))
    counts = draw(
        st.lists(st.integers(0, 99), min_size=len(phrases), max_size=len(phrases))
    )
    quote = draw(values(get_type_hints(PhraseRow)["quote"]))
    return PhraseRow(tuple(phrases), tuple(counts), quote)


records = st.builds(
    Record,
    head=st.lists(marks, max_size=2).map(tuple),
    front=st.lists(marks, max_size=2).map(tuple),
    closing=st.lists(marks, max_size=2).map(tuple),
    sections=st.lists(
        st.builds(
            SectionMarks,
            st.integers(0, 99),
            st.integers(0, 99),
            st.lists(marks, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)
handouts = st.builds(
    Handout,
    title=texts,
    byline=texts,
    date=texts,
    source=texts,
    language=st.sampled_from(LANGUAGES),
    characters=st.integers(0, 9999),
    words=st.integers(0, 9999),
    paragraphs=st.integers(0, 9999),
    meeting=kinds(Meeting),
    front=values(tuple[Block, ...]),
    sections=st.lists(sections(), max_size=3).map(tuple),
    closing=values(tuple[Block, ...]),
    seed=st.integers(0, 9999),
)
drafts = st.builds(Draft, handouts, document=texts, record=records)
