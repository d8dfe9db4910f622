"""Finds what may be a key phrase: every candidate is a whole unit, verbatim.

Sources: clauses of headings, run-in heads, quoted words and titles, clauses that stand
in a row of equals, and runs of content words between boundaries.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from handout.analyse.passage import Passage
from handout.analyse.stopwords import FUNCTION, is_content
from handout.analyse.words import Word

_CLAUSE = re.compile(r"[^，。；、：！？,;:!?\s“”‘’\"（）()《》【】〔〕…—]+")
_QUOTED = re.compile(
    r"“([^“”]{2,20})”|「([^」]{2,20})」|《([^《》]{2,24})》|\"([^\"]{2,24})\""
)
_HAN = re.compile(r"[㐀-鿿]")
_SHORTEST, _LONGEST = 3, 12
_MOST_WORDS = 5
# A clause that opens with one of these is a sentence's remainder, not a unit.
_BAD_OPENING = re.compile(
    r"(要|是|在|把|让|对|以|使|将|从|也|都|既|又|就|才|却|并|而|与|和|及|或|则|但|为了|"
    r"特别|当前|其中|无论|只有|必须|始终|不能|之际|总是|往往|作为|通过|因此|所以|如果|"
    r"我|你|他|她|它|这|那|该|其|有|没|不是|可以|能够|同时|进一步|不断|更加|被|向|由|当|"
    r"着力|努力|全面|积极|牢牢|切实|一步步|自觉)"
)
_BAD_END = re.compile(
    r"(的|了|着|过|之际|时|中|上|下|内|外|等|是|为|在|和|与|到|得|地|后|前|也|都)$"
)


@dataclass(slots=True)
class Candidate:
    """A phrase and what is known of it: `places` are (¶ number, offset)."""

    text: str
    places: list[tuple[int, int]] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    words: tuple[Word, ...] = ()
    siblings: int = 0
    alone: int = 0
    seen: int = 0


def candidates(part: Passage) -> dict[str, Candidate]:
    """Collect the candidates of one section, with every place they stand in."""
    found: defaultdict[str, Candidate] = defaultdict(lambda: Candidate(""))
    for text, source in _named(part):
        found[text].sources.add(source)
    for paragraph, words in zip(part.paragraphs, part.words, strict=True):
        for text, siblings in _parallel(paragraph.text):
            found[text].sources.add("parallel")
            found[text].siblings = max(found[text].siblings, siblings)
        for run, alone in _runs(words):
            text = "".join(w.text for w in run)
            candidate = found[text]
            candidate.sources.add("run")
            candidate.words = candidate.words or run
            candidate.seen += 1
            candidate.alone += alone
    for text, candidate in found.items():
        candidate.text = text
        candidate.places = list(_places(part, text))
    return {text: c for text, c in found.items() if c.places}


def _named(part: Passage) -> Iterator[tuple[str, str]]:
    """Give what the author has named: heading clauses, run-in heads, quotations."""
    for heading in part.headings:
        for clause in _CLAUSE.findall(heading.title):
            if _SHORTEST <= len(clause) <= _LONGEST and _whole(clause):
                yield clause, "heading"
    for paragraph in part.paragraphs:
        head = part.heads.get(paragraph.number, "")
        if 3 <= len(head) <= 14:
            yield head, "run-in"
        for groups in _QUOTED.findall(paragraph.text):
            quoted = next(g for g in groups if g).strip()
            if quoted[-1] not in "。！？!?，,":
                yield quoted, "quoted"


def _whole(clause: str) -> bool:
    return not _BAD_OPENING.match(clause) and not _BAD_END.search(clause)


def _parallel(text: str) -> Iterator[tuple[str, int]]:
    """Give the short clauses that stand in a row of equally long ones."""
    for sentence in re.split(r"[。！？\n]", text):
        clauses = _CLAUSE.findall(sentence)
        for here, clause in enumerate(clauses):
            if not 4 <= len(clause) <= 9 or not _whole(clause):
                continue
            near = clauses[max(0, here - 2) : here] + clauses[here + 1 : here + 3]
            siblings = sum(len(other) == len(clause) for other in near)
            if siblings and all(_HAN.match(c) for c in clause):
                yield clause, siblings


def _runs(words: tuple[Word, ...]) -> Iterator[tuple[tuple[Word, ...], bool]]:
    """Give runs of content words, and whether both their sides are boundaries."""
    for first, opening in enumerate(words):
        if not _may_open(opening):
            continue
        size = 0
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            word = words[last]
            if not is_content(word):
                break
            size += len(word.text)
            if size > _LONGEST:
                break
            if size >= _SHORTEST and _may_close(word):
                before = first == 0 or not is_content(words[first - 1])
                after = last + 1 == len(words) or not is_content(words[last + 1])
                yield words[first : last + 1], before and after


def _may_open(word: Word) -> bool:
    if not is_content(word) or not _HAN.match(word.text[0]):
        return word.tag == "eng"
    return word.tag[0] in "nvajlibgsz" or word.tag == "un"


def _may_close(word: Word) -> bool:
    if word.text in FUNCTION:
        return False
    return word.tag[0] in "nvajlig" or word.tag in ("un", "eng")


def _places(part: Passage, text: str) -> Iterator[tuple[int, int]]:
    for paragraph in part.paragraphs:
        at = paragraph.text.find(text)
        while at >= 0:
            yield paragraph.number, at
            at = paragraph.text.find(text, at + len(text))
