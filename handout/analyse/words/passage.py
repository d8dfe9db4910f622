"""A section made ready for scoring: its sentences, its words, its word counts."""

import re
from collections import Counter
from dataclasses import dataclass, replace

from handout.analyse.words.form import people, speakers
from handout.analyse.words.prose import item_number, prose
from handout.analyse.words.segment import Word, cut, idf
from handout.analyse.words.sentences import sentence_spans
from handout.analyse.words.stopwords import is_content
from handout.model.document import Document, Heading, Paragraph, Section

Vector = dict[str, float]
_NUMBERED = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])\s*(?=\w)"
)
_LONGEST_PLAIN, _LONGEST_NUMBERED = 9, 14
# A head that runs into its paragraph: a short first sentence without a comma.
_OPENING = re.compile(r"(?P<head>[^，,。；;：:！!？?\s“”]{4,14})。(?=\S)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence with its place, and the tf-idf vector of its content words."""

    text: str
    paragraph: Paragraph
    start: int
    is_run_in: bool
    vector: Vector
    words: list[Word]


@dataclass(frozen=True, slots=True)
class SectionWords:
    """One section: `words` are the words of each paragraph, in order.

    `paragraphs` are blank where they are not prose; sentences have the source's text.
    `counts` is how often the section says each content word; `heads` are the run-in
    heads by the number of their paragraph; `title` is the section's headings, or the
    document's title where it has one section; `others` are the texts of all other
    sections; `people` are named in the document's forms or speak in it.
    """

    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    words: tuple[tuple[Word, ...], ...]
    sentences: tuple[Spoken, ...]
    counts: Counter[str]
    heads: dict[int, str]
    title: str = ""
    others: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(p.text for p in self.paragraphs)

    @property
    def head_names(self) -> dict[int, str]:
        """The run-in heads without numbers: 推进改革, not （一）推进改革."""
        return {n: _NUMBERED.sub("", head) for n, head in self.heads.items()}

    @property
    def points(self) -> tuple[str, ...]:
        """The run-in heads that name a point of the section in a few characters.

        A longer one without a number is more often a statement.
        """
        longest = {
            n: _LONGEST_PLAIN if name == self.heads[n] else _LONGEST_NUMBERED
            for n, name in self.head_names.items()
        }
        return tuple(h for n, h in self.head_names.items() if len(h) <= longest[n])


def passages(
    document: Document, user_words: tuple[str, ...] = ()
) -> tuple[SectionWords, ...]:
    """Make every top section of a document ready for scoring.

    Each of the user's words is kept as one word wherever it is.
    """
    alone = len(document.sections) == 1
    title = document.title.text if document.title and alone else ""
    kept = tuple(word for word in user_words if word.strip())
    texts = ["\n".join(p.text for p in s.all_paragraphs) for s in document.sections]
    lines = [p.text for p in document.paragraphs]
    forms = [aside.text for aside in document.asides]
    named, known = frozenset(people([*forms, *lines])), speakers(lines)
    parts = (
        _passage(section, title, kept, (*texts[:n], *texts[n + 1 :]), known)
        for n, section in enumerate(document.sections)
    )
    return tuple(replace(part, people=named) for part in parts)


def _passage(
    section: Section,
    title: str,
    user_words: tuple[str, ...],
    others: tuple[str, ...],
    known: frozenset[str],
) -> SectionWords:
    written = section.all_paragraphs
    read = prose(written, known)
    paragraphs = tuple(one.paragraph for one in read)
    words = tuple(cut_with(p.text, user_words) for p in paragraphs)
    counts = Counter(w.text for line in words for w in line if is_content(w))
    heads = heads_by_paragraph(written)
    spoken = [
        _spoken_sentence(paragraph, line, start, end, heads.get(paragraph.number, ""))
        for paragraph, one, line in zip(written, read, words, strict=True)
        if one.speaks
        for start, end in _sentences(paragraph, one.paragraph.text)
    ]
    headings = tuple(s.heading for s in section.walk() if s.heading)
    names = "\n".join(h.title for h in headings) or title
    sentences = tuple(spoken)
    return SectionWords(
        headings, paragraphs, words, sentences, counts, heads, names, others
    )


def _sentences(written: Paragraph, read: str) -> list[tuple[int, int]]:
    """Split what is prose of a paragraph into sentences.

    The number of a list's item is not part of its sentence; one that is typed into
    running text is.
    """
    spans = sentence_spans(read)
    numbered = len(item_number(written.text))
    if spans and written.kind != "item" and numbered == spans[0][0]:
        spans[0] = (len(written.text) - len(written.text.lstrip()), spans[0][1])
    return spans


def cut_with(text: str, user_words: tuple[str, ...]) -> tuple[Word, ...]:
    """Cut a text into words, each of the user's words in one piece."""
    if not any(word in text for word in user_words):
        return cut(text)
    longest_first = sorted(set(user_words), key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(re.escape(word) for word in longest_first))
    found: list[Word] = []
    done = 0
    for match in [*pattern.finditer(text), None]:
        start = match.start() if match else len(text)
        for word in cut(text[done:start]):
            found.append(Word(word.text, word.tag, done + word.start))
        if match:
            found.append(Word(match[0], "nz", start))
            done = match.end()
    return tuple(found)


def heads_by_paragraph(paragraphs: tuple[Paragraph, ...]) -> dict[int, str]:
    """The heads that open paragraphs, by the paragraph's number.

    Those the reader found, and short first sentences where sister paragraphs have
    one that begins with the same character.
    """
    openings = {}
    for paragraph in paragraphs:
        match = _OPENING.match(paragraph.text)
        if match:
            openings[paragraph.number] = match["head"]
    begins = Counter(head[0] for head in openings.values())
    heads = {n: head for n, head in openings.items() if begins[head[0]] > 1}
    return heads | {p.number: p.run_in for p in paragraphs if p.run_in}


def _spoken_sentence(
    paragraph: Paragraph, line: tuple[Word, ...], start: int, end: int, head: str
) -> Spoken:
    inside = [w for w in line if start <= w.start < end]
    is_run_in = bool(head) and end <= len(head) + 1
    text = paragraph.text[start:end]
    return Spoken(text, paragraph, start, is_run_in, vector_of(inside), inside)


def vector_of(words: list[Word]) -> Vector:
    """Weigh content words by how often they are said here and how rare they are."""
    counts = Counter(w.text for w in words if is_content(w))
    return {word: count * idf(word) for word, count in counts.items()}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two word vectors, 0 to 1."""
    if len(one) > len(other):
        one, other = other, one
    dot = sum(weight * other.get(word, 0.0) for word, weight in one.items())
    return dot / (length(one) * length(other)) if dot else 0.0


def length(vector: Vector) -> float:
    """The Euclidean length of a word vector."""
    return float(sum(weight * weight for weight in vector.values()) ** 0.5)
