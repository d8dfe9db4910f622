"""Cuts an edited handout down to what fits its sheets."""

from dataclasses import replace

from handout.model.blocks import Block, KeyPhrases, PhraseRow, Summary
from handout.model.handout import Handout


def most_of(handout: Handout) -> tuple[int, int]:
    """How many sentences and phrases the fullest section has."""
    blocks = [block for section in handout.sections for block in section.blocks]
    sentences = [len(b.sentences) for b in blocks if isinstance(b, Summary)]
    phrases = [
        sum(len(row.phrases) for row in b.rows)
        for b in blocks
        if isinstance(b, KeyPhrases)
    ]
    return max(sentences, default=0), max(phrases, default=0)


def cut_section(handout: Handout, *, sentences: int, phrases: int) -> Handout:
    """Keep the first sentences and phrases of a section; pinned blocks stay whole."""
    return replace(
        handout,
        sections=tuple(
            replace(
                section,
                blocks=tuple(_shorter(b, sentences, phrases) for b in section.blocks),
            )
            for section in handout.sections
        ),
    )


def _shorter(block: Block, sentences: int, phrases: int) -> Block:
    if block.pin:
        return block
    if isinstance(block, Summary):
        return replace(block, sentences=block.sentences[:sentences])
    if not isinstance(block, KeyPhrases):
        return block
    rows: list[PhraseRow] = []
    for row in block.rows:
        left = phrases - sum(len(one.phrases) for one in rows)
        if left > 0:
            kept = replace(row, phrases=row.phrases[:left], counts=row.counts[:left])
            rows.append(kept)
    return replace(block, rows=tuple(rows))
