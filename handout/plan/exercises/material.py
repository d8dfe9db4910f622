"""What exercises are made of: key phrases, and sentences that say them in full.

An exercise is worth printing only where its answer cannot be read off the same sheet.
So it knows what is there already, and what later exercises must not say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handout.model.analysis import Sentence
from handout.model.blocks import Marked
from handout.model.chinese import HAN
from handout.model.prompts import Prompts
from handout.plan.exercises.fit_to_ask import may_blank, may_quote
from handout.plan.quotes import clauses
from handout.plan.section_input import Part

_WHOLE = 64
_LONGEST, _SHORTEST = 56, 28
# Characters: longer answers are written with pain, shorter ones are guessed.
_LEAST, _MOST = 2, 9
_LATIN = 2.6
_LEAST_AROUND = 8
_MARKS = re.compile(r"[，、。；：！？“”‘’…（）《》,;:!?()\"]")
# English phrases that begin or end with one of these are pieces of longer ones.
_SMALL = (
    "a|an|the|of|to|in|on|at|by|for|from|with|during|as|and|or|but|that|which|who|is|are"
    "|was|were|be|been|have|has|had|not|no|every|ever|it|its|their|his|her|our|your"
)
_CUT_OFF = re.compile(rf"^(?:{_SMALL})\s|\s(?:{_SMALL})$", re.IGNORECASE)
# A sentence that says what a phrase is.
_DEFINING = r"^{0}(?:就)?(?:是|指)|(?:叫做?|称为|稱為|所谓|所謂)[“「]?{0}"
_WORD = re.compile(r"\w{0,2}")
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase, marked in the passage of a sentence that says it once.

    `near` is the phrase with the characters beside it, up to the next mark. `start` is
    the passage's place in ¶`paragraph`; `cut_before` and `cut_after` say whether the
    sentence goes on there.
    """

    phrase: str
    passage: Marked
    paragraph: int
    start: int
    near: str
    cut_before: bool = False
    cut_after: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where the passage begins, to put passages in reading order."""
        return self.paragraph, self.start

    def overlaps(self, other: "Said") -> bool:
        """Say whether two passages have words in common."""
        one, two = sorted((self, other), key=lambda said: said.place)
        same = one.paragraph == two.paragraph
        return same and one.start + len(one.passage.text) > two.start


@dataclass(frozen=True, slots=True)
class Material:
    """A section to make exercises of.

    `shown` are the texts that are on its sheet, `asked` those of its exercises, where
    who looks for an answer looks first. `hidden` are the words that no further exercise
    may show, for they are the answers of another. With `shared` another kind of
    exercise needs passages too.
    """

    part: Part
    shown: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    shared: bool = False
    prompts: Prompts | None = None
    kind: str = ""
    not_asked: frozenset[str] = frozenset()

    def askable(self) -> Iterator[Said]:
        """The phrases in the sentences that can be asked for; best first."""
        listed = [p.text for p in self.part.found.keyphrases]
        phrases = [*(p.text for p in self.part.found.more), *listed]
        whole = tuple(phrases)
        sentences = self.sentences
        for phrase in phrases:
            if not self._may_ask(phrase):
                continue
            defining = re.compile(_DEFINING.format(re.escape(phrase)))
            for sentence in sorted(
                sentences, key=lambda s: not defining.search(s.text)
            ):
                said = _find_phrase(phrase, sentence, whole)
                if said and not self._stands_there(said):
                    yield said

    def said_of(self, phrase: str, sentence: Sentence) -> Said | None:
        """A phrase in a sentence that says it once; None where the sheet shows it."""
        said = _find_phrase(phrase, sentence, ())
        return None if said is None or self._stands_there(said) else said

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that an exercise may quote."""
        return tuple(
            sentence
            for sentence in self.part.found.sentences
            if may_quote(self.part, sentence, self.not_asked)
        )

    def _may_ask(self, phrase: str) -> bool:
        length = len(phrase) / (1 if _HAN.search(phrase) else _LATIN)
        headings = (self.part.title, *self.part.all_heads)
        in_heading = any(phrase in heading for heading in headings)
        fit = _LEAST <= length <= _MOST and not _MARKS.search(phrase)
        if not fit or in_heading or _CUT_OFF.search(phrase):
            return False
        return may_blank(phrase, self.not_asked)

    def _stands_there(self, said: Said) -> bool:
        """Say whether the sheet shows the answer, or would show another one's.

        In a summary the answer is found by its neighbours, in an exercise by itself.
        """
        return (
            any(said.near in text for text in self.shown)
            or any(said.phrase in text for text in self.asked)
            or any(word in said.passage.text for word in self.hidden)
        )


def _find_phrase(
    phrase: str, sentence: Sentence, phrases: tuple[str, ...]
) -> Said | None:
    text = sentence.text
    found = [m.span() for m in _pattern(phrase).finditer(text)]
    if len(found) != 1 or _inside_longer(phrase, text, phrases):
        return None
    ((start, end),) = found
    first, last = passage_around(text, start, end)
    piece = text[first:last]
    if piece.casefold().count(phrase.casefold()) != 1:
        return None
    if len(piece) - len(phrase) < _LEAST_AROUND:
        return None
    marked = Marked(piece, ((start - first, end - first),))
    near = _before(text[:start]) + phrase + _after(text[end:])
    place = (sentence.paragraph, sentence.start + first)
    return Said(phrase, marked, *place, near, first > 0, last < len(text))


def _pattern(phrase: str) -> re.Pattern[str]:
    edge = "" if _HAN.search(phrase) else r"\b"
    return re.compile(edge + re.escape(phrase) + edge)


def _inside_longer(phrase: str, text: str, phrases: tuple[str, ...]) -> bool:
    return any(phrase in p and p != phrase and p in text for p in phrases)


def passage_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole sentence, or the clauses around the phrase in a long one."""
    scale = 1 if _HAN.search(text) else _LATIN
    if len(text) <= _WHOLE * scale:
        return 0, len(text)
    first, last = clauses(
        text,
        0,
        len(text),
        start,
        end,
        longest=int(_LONGEST * scale),
        shortest=int(_SHORTEST * scale),
    )
    first += len(text[first:last]) - len(text[first:last].lstrip())
    return first, first + len(text[first:last].rstrip())


def _before(text: str) -> str:
    match = _WORD.match(text[::-1])
    return match.group()[::-1] if match else ""


def _after(text: str) -> str:
    match = _WORD.match(text)
    return match.group() if match else ""
