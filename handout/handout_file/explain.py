"""Says why each block of a handout is there, and each sentence and phrase in it."""

from collections.abc import Iterator

from handout.handout_file.merging.blocks import origins_of
from handout.handout_file.shape.file_keys import FileEntry
from handout.handout_file.shape.help import BLOCKS
from handout.model.analysis import Analysis, Reasons
from handout.model.blocks import Block, Excerpt, KeyPhrases, Overview, Summary
from handout.model.document import Document
from handout.model.draft import Draft, Mark

# As many reasons as can be read at a glance, for and against.
_SHOWN = 3
_LONGEST = 44
_MADE = {
    "summary": "the sentences that sum the section up best",
    "overview": "the sentences that stand best for the whole text",
    "structure": "the sections, and the heads in them",
    "keyphrases": "the phrases that are most worth explaining",
    "reflection": "questions made of the section's own title, heads and phrases",
    "closing": "the same questions for every text",
    "agenda": "the sections, since minutes were given",
    "sign_in": "the list of names that was given",
    "discussion": "a question made of the title, since there are groups or minutes",
}
_NOWHERE = "does not stand in the text, so it is yours or of an earlier text"
_EXERCISE = "an exercise made of the section's own phrases and sentences"


def reasons_of(draft: Draft, analysis: Analysis, document: Document) -> Iterator[str]:
    """The reasons, line by line, in the order of the handout."""
    entry = FileEntry.of(draft)
    said = _Said(analysis, document)
    yield from said.blocks("front", entry.front, entry.made.front)
    marks = {
        (m.paragraphs.start, m.paragraphs.end): m.marks for m in entry.made.sections
    }
    for section in entry.sections:
        span = f"¶{section.first}–{section.last}" if section.first else "no ¶"
        title = f"{section.number} {section.title}".strip() or "(no title)"
        yield ""
        made = marks.get((section.first, section.last), ())
        yield from said.blocks(f"{title}  {span}", section.blocks, made)
    yield ""
    yield from said.blocks("closing", entry.closing, entry.made.closing)


class _Said:
    """Knows the reasons of every sentence and phrase, by its text."""

    def __init__(self, analysis: Analysis, document: Document) -> None:
        self.reasons = dict(analysis.reasons)
        self.text = "\n".join(p.text for p in document.paragraphs)
        self.ranks = {
            s.text: s.rank for part in analysis.sections for s in part.summary
        }
        self.ranks |= {s.text: s.rank for s in analysis.overview if s.rank}

    def blocks(
        self, title: str, blocks: tuple[Block, ...], made: tuple[Mark, ...]
    ) -> Iterator[str]:
        yield title
        for block, origin in zip(blocks, origins_of(blocks, made), strict=True):
            name = f"{block.kind} {BLOCKS.get(block.kind, ('',))[0]}".strip()
            if origin is None:
                why = "yours"
            elif origin.edited:
                why = "made by the program, changed by you: stays at an update"
            else:
                why = f"made by the program: {_MADE.get(block.kind, _EXERCISE)}"
            flags = [w for w in ("pin", "redo", "drop") if getattr(block, w)]
            yield f"  {name}: {why}{''.join(f'; {w}: true' for w in flags)}"
            yield from self.inside(block)

    def inside(self, block: Block) -> Iterator[str]:
        if isinstance(block, Summary | Overview):
            for sentence in block.sentences:
                yield f"    {self.sentence(sentence)}"
        elif isinstance(block, KeyPhrases):
            for row in block.rows:
                for phrase in row.phrases:
                    yield f"    {self.phrase(phrase, row.quote.paragraph)}"

    def sentence(self, sentence: Excerpt) -> str:
        text = sentence.text
        shown = f"{text[:_LONGEST]}{'…' * (len(text) > _LONGEST)}"
        if text not in self.text:
            return f"{shown}: {_NOWHERE}"
        rank = self.ranks.get(text)
        chosen = f"chosen as number {rank}" if rank else "not chosen by the program"
        place = f"¶{sentence.paragraph} " if sentence.paragraph else ""
        return f"{place}{shown}: {chosen}{_explain_reasons(self.reasons.get(text, ()))}"

    def phrase(self, phrase: str, paragraph: int) -> str:
        count = self.text.count(phrase)
        if not count:
            return f"{phrase}: {_NOWHERE}"
        often = "once" if count == 1 else f"{count} times"
        why = _explain_reasons(self.reasons.get(phrase, ()))
        return f"{phrase}: said {often} in the text, quoted from ¶{paragraph}{why}"


def _explain_reasons(reasons: Reasons) -> str:
    """What counts most for a choice, and against it."""
    for_it = [name for name, weight in reasons if weight > 0][:_SHOWN]
    against = [name for name, weight in reasons if weight < 0][:_SHOWN]
    told = f"; for it: {', '.join(for_it)}" if for_it else ""
    return told + (f"; against it: {', '.join(against)}" if against else "")
