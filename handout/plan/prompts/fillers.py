"""What a section has for the slots of a question."""

import re
from collections.abc import Iterator
from itertools import combinations

from handout.model.analysis import Sentence
from handout.plan.prompts.headings import heading_to_ask
from handout.plan.prompts.phrase_class import (
    class_of,
    is_person,
    mentions_a_person,
    names_a_time,
)
from handout.plan.section_input import Part

Fillers = dict[str, tuple[str, ...]]

_BETWEEN = re.compile(r"(?:[”」]?(?:和|与|與|及|跟)[“「]?|[”」][“「])")
_FEWEST_STEPS = 3
_STEP = re.compile(
    r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]|第.{1,2}步|[Ss]tep \d"
)
_QUOTED_LEAST, _QUOTED_MOST = 8, 32
_NOT_QUOTED = re.compile(
    r"[\d“”‘’「」『』：:（）()？?]|^(?:但|而|所以|因此|可是|这|這|那|他|她|它)"
)


def fillers(part: Part, not_asked: frozenset[str]) -> Fillers:
    """What fits each slot, best first; a slot without anything is left out.

    No filler holds one of the words `not_asked`.
    """
    classed = _phrases(part)
    heads = [heading_to_ask(head) for head in part.heads]
    concepts = classed.get("concept", [])
    found: dict[str, list[str]] = {
        "title": [heading_to_ask(part.title)],
        "part": heads,
        "concept": concepts,
        "task": [
            *(h for h in heads if class_of(h, h) == "task"),
            *classed.get("task", []),
        ],
        "event": classed.get("event", []),
        "quotation": list(_quotations(part.found.sentences)),
        "steps": _steps(part),
    }
    found["one"] = ["\t".join(pair) for pair in _pairs(part, concepts)]
    kept = {
        slot: tuple(t for t in texts if _may(t, not_asked))
        for slot, texts in found.items()
    }
    return {slot: tuple(dict.fromkeys(texts)) for slot, texts in kept.items() if texts}


def _may(text: str, not_asked: frozenset[str]) -> bool:
    fit = bool(text) and not names_a_time(text) and not is_person(text)
    return fit and not any(word in text for word in not_asked)


def _phrases(part: Part) -> dict[str, list[str]]:
    """The phrases of the section's table, by their class."""
    text = "\n".join(p.text for p in part.section.all_paragraphs if p.kind != "table")
    heads = (part.title, *part.heads)
    found: dict[str, list[str]] = {}
    for phrase in part.found.keyphrases:
        if kind := class_of(phrase.text, text, heads=heads):
            found.setdefault(kind, []).append(phrase.text)
    return found


def _pairs(part: Part, concepts: list[str]) -> Iterator[tuple[str, str]]:
    """Two concepts that the section names in one breath: 城市与乡村."""
    text = "\n".join(p.text for p in part.section.all_paragraphs)
    for one, other in combinations(concepts, 2):
        for first, second in ((one, other), (other, one)):
            joined = re.escape(first) + _BETWEEN.pattern + re.escape(second)
            if one not in other and other not in one and re.search(joined, text):
                yield first, second


def _steps(part: Part) -> list[str]:
    """How many steps the section's longest numbered list has."""
    items = [
        p
        for p in part.section.all_paragraphs
        if p.kind == "item" and _STEP.match(p.text)
    ]
    return [str(len(items))] if len(items) >= _FEWEST_STEPS else []


def _quotations(sentences: tuple[Sentence, ...]) -> Iterator[str]:
    for sentence in sorted(sentences, key=lambda s: s.rank):
        text = sentence.text.rstrip("。.")
        fit = _QUOTED_LEAST <= len(text) <= _QUOTED_MOST
        odd = _NOT_QUOTED.search(text) or names_a_time(text)
        if fit and not odd and not mentions_a_person(text):
            yield text
