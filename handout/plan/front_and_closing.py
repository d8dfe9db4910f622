"""Builds what stands on the first page and on the last."""

from handout.model.analysis import Analysis
from handout.model.blocks import (
    Block,
    Branch,
    Closing,
    Overview,
    Prompt,
    Room,
    Structure,
)
from handout.model.document import Document
from handout.plan.question_wording import PATTERNS
from handout.plan.section_input import Part
from handout.plan.summary import excerpts


def front(
    document: Document, analysis: Analysis, parts: tuple[Part, ...]
) -> tuple[Block, ...]:
    """Give the overview and the picture of the structure."""
    blocks: list[Block] = []
    if sentences := excerpts(analysis.overview):
        blocks.append(Overview(sentences))
    branches = tuple(
        Branch(p.place, p.number, p.title, p.heads) for p in parts if p.title
    )
    if len(branches) > 1:
        title = document.title.text if document.title else ""
        blocks.append(Structure(title, branches))
    return tuple(blocks)


def closing(document: Document) -> tuple[Block, ...]:
    """Give the questions about the whole document."""
    patterns = PATTERNS.get(document.language, PATTERNS["zh-CN"])
    shares = (2, 1, 2)
    prompts = zip(patterns.closing, shares, strict=True)
    return (Closing(tuple(Prompt(text, Room(share=share)) for text, share in prompts)),)
