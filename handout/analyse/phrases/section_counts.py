"""Measures a section once, so that each of its candidates is measured against it."""

import re
from collections import Counter
from math import log

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.passage import SectionWords
from handout.analyse.words.segment import idf

CLAUSE_ENDS = re.compile(r"[，。；、：！？,;:!?\s“”‘’\"（）()《》【】〔〕…—]+")
_TALK = re.compile(r"[我你您咱吧呢吗嘛啊]")
_LATIN = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"[0-9０-９]")


class SectionCounts:
    """What all candidates of a section are measured against."""

    def __init__(self, part: SectionWords, found: list[Candidate]) -> None:
        self.part = part
        self.found = found
        self.texts = [p.text for p in part.paragraphs]
        self.offsets = []
        total = 0
        for text in self.texts:
            self.offsets.append(total)
            total += len(text) + 1
        self.length = max(1, total)
        self.words = Counter(w.text for line in part.words for w in line)
        self.total = max(1, sum(self.words.values()))
        most = max((n * idf(w) for w, n in part.counts.items()), default=1.0)
        self.salience = {w: n * idf(w) / most for w, n in part.counts.items()}
        self.firsts = {(s.paragraph.number, s.start) for s in part.sentences}
        self.heads = list(part.heads.values())
        first = next((s for s in part.sentences if not s.is_run_in), None)
        self.opening = first.text if first else ""
        joined = "".join(self.texts)
        size = max(1, len(joined))
        self.whole = (
            log(size),
            float(len(self.texts)),
            size / max(1, len(part.sentences)),
            len(_LATIN.findall(joined)) / size,
            len(_TALK.findall(joined)) / size,
            len(_DIGIT.findall(joined)) / size,
            (joined.count("“") + joined.count("《")) / size,
            float(bool(part.title)),
            float(len(found)),
        )
        self.longer, self.shorter = _nesting(found)


def _nesting(
    found: list[Candidate],
) -> tuple[dict[str, list[Candidate]], dict[str, list[Candidate]]]:
    """For each phrase the candidates that hold it, and those it holds."""
    known = {c.text: c for c in found}
    lengths = {len(c.text) for c in found}
    longer: dict[str, list[Candidate]] = {}
    shorter: dict[str, list[Candidate]] = {}
    for c in found:
        text = c.text
        size = len(text)
        inside = {
            text[at : at + n] for n in lengths if n < size for at in range(size - n + 1)
        }
        for piece in sorted(inside.intersection(known)):
            longer.setdefault(piece, []).append(c)
            shorter.setdefault(text, []).append(known[piece])
    return longer, shorter
