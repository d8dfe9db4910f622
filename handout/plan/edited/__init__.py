"""Plans what a person has edited: leaves dropped blocks out, looks quotes up."""

from dataclasses import dataclass, field, replace
from typing import Any

from handout.model.analysis import Analysis, KeyPhrase, SectionAnalysis
from handout.model.blocks import (
    Block,
    Excerpt,
    KeyPhrases,
    Quote,
)
from handout.model.document import Document, Paragraph
from handout.model.exercises import ClozeItem, Pair
from handout.model.handout import Handout
from handout.model.meeting import Agenda
from handout.model.notice import Notice
from handout.model.tree import map_tree
from handout.plan.text import text_sections

# A mark changed from half to full width is the same sentence: paper shows it so anyway.
_WIDTH = str.maketrans("，：；？！（）", ",:;?!()")
_SHOWN = 5
_LONGEST = 30


def without_dropped(handout: Handout) -> Handout:
    """Leave out what a person keeps off the paper, and sections that are empty then."""
    sections = (
        replace(section, blocks=tuple(b for b in section.blocks if not b.drop))
        for section in handout.sections
        if not section.drop
    )
    gone = {section.title for section in handout.sections if section.drop}
    return replace(
        handout,
        front=tuple(_without(b, gone) for b in handout.front if not b.drop),
        sections=tuple(section for section in sections if section.blocks),
        closing=tuple(block for block in handout.closing if not block.drop),
    )


def _without(block: Block, gone: set[str]) -> Block:
    """Take the sections that are not printed out of the agenda."""
    if not isinstance(block, Agenda):
        return block
    return replace(block, items=tuple(i for i in block.items if i.title not in gone))


def looked_up(
    handout: Handout, document: Document, *, name: str
) -> tuple[Handout, tuple[Notice, ...]]:
    """Set the ¶ of every quoted sentence to where it is now, or to none with a notice.

    `name` is what notices call the document.
    """
    search = _Search(document.paragraphs)
    found: Handout = map_tree(handout, search.renumber)
    return found, search.notices(name)


def renumber_quotes(handout: Handout, document: Document) -> Handout:
    """Renumber sentences that are elsewhere now; pinned blocks stay as they are.

    What is not in the document at all keeps the number that it has.
    """
    search = _Search(document.paragraphs, keeps=True)

    def change(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(b if b.pin else map_tree(b, search.renumber) for b in blocks)

    return replace(
        handout,
        front=change(handout.front),
        closing=change(handout.closing),
        sections=tuple(
            replace(section, blocks=change(section.blocks))
            for section in handout.sections
        ),
    )


def with_text(handout: Handout, document: Document) -> Handout:
    """Add the article itself, with the phrases of the tables marked."""
    sections = [_phrases_in(handout, s.all_paragraphs) for s in document.sections]
    analysis = Analysis((), (), tuple(SectionAnalysis((), p) for p in sections))
    return replace(handout, text=text_sections(document, analysis))


def _phrases_in(
    handout: Handout, paragraphs: tuple[Paragraph, ...]
) -> tuple[KeyPhrase, ...]:
    """Find the phrases of the tables where they are quoted from."""
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    return tuple(
        KeyPhrase(phrase, count, number, _place_of(phrase, row.quote, texts[number]))
        for section in handout.sections
        for block in section.blocks
        if isinstance(block, KeyPhrases)
        for row in block.rows
        for phrase, count in zip(row.phrases, row.counts, strict=True)
        if (number := row.quote.paragraph) in texts and phrase in texts[number]
    )


def _place_of(phrase: str, quote: Quote, text: str) -> int:
    """Find a phrase in a paragraph: in its quotation, else at its first place."""
    passage = quote.passage.text
    before = text.find(passage)
    inside = passage.find(phrase)
    return before + inside if before >= 0 and inside >= 0 else text.index(phrase)


@dataclass(slots=True)
class _Search:
    """Finds sentences in a document, and remembers those that are not there."""

    paragraphs: tuple[Paragraph, ...]
    keeps: bool = False
    lost: list[str] = field(default_factory=list)
    folded: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folded = {p.number: p.text.translate(_WIDTH) for p in self.paragraphs}

    def renumber(self, value: Any) -> Any:
        """Set the ¶ number of a quoted value."""
        if isinstance(value, Excerpt):
            text = value.text
        elif isinstance(value, Quote | ClozeItem):
            text = value.passage.text
        elif isinstance(value, Pair):
            text = value.sentence.text
        else:
            return value
        if not value.paragraph:
            return value
        return replace(value, paragraph=self.number(text, value.paragraph))

    def number(self, text: str, said: int) -> int:
        """The ¶ that holds a text: the one that is said, else the first."""
        wanted = text.translate(_WIDTH)
        if wanted in self.folded.get(said, ""):
            return said
        for number, held in self.folded.items():
            if wanted in held:
                return number
        self.lost.append(text)
        return said if self.keeps else 0

    def notices(self, name: str) -> tuple[Notice, ...]:
        """Say which sentences are not in the document."""
        lost = list(dict.fromkeys(self.lost))
        said = [
            Notice("edited", f"not in {name} any more, printed without ¶: {_cut(text)}")
            for text in lost[:_SHOWN]
        ]
        if len(lost) > _SHOWN:
            more = f"not in {name} any more: {len(lost) - _SHOWN} others"
            said.append(Notice("edited", more))
        return tuple(said)


def _cut(text: str) -> str:
    return f"“{text[:_LONGEST]}{'…' * (len(text) > _LONGEST)}”"
