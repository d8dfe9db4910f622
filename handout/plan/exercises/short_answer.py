"""Builds the short answers: questions from heads, else from key phrases."""

from handout.model.blocks import Excerpt, Prompt, Room
from handout.model.exercises import ShortAnswer
from handout.plan.exercises.fit_to_ask import is_given_away, may_blank
from handout.plan.exercises.material import Material
from handout.plan.exercises.model_answers import answer_about
from handout.plan.prompts import built_in, class_of, heading_to_ask

_MOST = 3
# Characters of print that make a line of handwriting, and how an answer in one's own
# words compares with the sentences of the source.
_LINE = {"en": 60}
_HAN_LINE = 22
_OWN_WORDS = 0.75
_FEWEST_LINES, _MOST_LINES = 2, 5


def short_answer(material: Material) -> ShortAnswer | None:
    """Up to three questions, each with the sentences that answer it."""
    part = material.part
    words = (material.prompts or built_in(part.language)).of(material.kind)
    named = tuple(h for h in part.heads if _may_name(h, material))
    heads = len(named) > 1
    names = named if heads else _phrases(material)
    asked = words.explain_head if heads else words.explain_phrase
    answers: dict[tuple[Excerpt, ...], str] = {}
    for name in names:
        answer = answer_about(part, name)
        if len(answers) < _MOST and _is_good(answer, material):
            answers.setdefault(answer, name)
    ordered = sorted(answers.items(), key=lambda item: item[0][0].paragraph)
    prompts = [
        Prompt(
            asked[(part.place + n) % len(asked)].format(part=name, concept=name),
            _room(answer, part.language),
            answer,
        )
        for n, (answer, name) in enumerate(ordered)
    ]
    return ShortAnswer(prompts=tuple(prompts)) if prompts else None


def _may_name(head: str, material: Material) -> bool:
    """Whether a question may name a head: it says something, and names no person."""
    asked = heading_to_ask(head)
    return bool(asked) and not any(word in asked for word in material.not_asked)


def _is_good(answer: tuple[Excerpt, ...], material: Material) -> bool:
    """Whether an answer is whole sentences of the text that the sheet does not show."""
    texts = {sentence.text for sentence in material.sentences}
    return bool(answer) and all(
        any(one.text in text for text in texts)
        and not is_given_away(one.text, material.shown)
        for one in answer
    )


def _phrases(material: Material) -> tuple[str, ...]:
    """The phrases that answer no other exercise, those of the table last."""
    found = material.part.found
    text = "\n".join(sentence.text for sentence in found.sentences)
    unseen = [said.phrase for said in material.askable()]
    listed = [phrase.text for phrase in found.keyphrases]
    free = [p for p in (*unseen, *listed) if not any(w in p for w in material.hidden)]
    asked = [p for p in free if may_blank(p, material.not_asked) and class_of(p, text)]
    return tuple(dict.fromkeys(asked))


def _room(answer: tuple[Excerpt, ...], language: str) -> Room:
    lines = _lines(answer, language)
    return Room(lines, share=lines)


def _lines(answer: tuple[Excerpt, ...], language: str) -> int:
    length = sum(len(sentence.text) for sentence in answer) * _OWN_WORDS
    lines = round(length / _LINE.get(language, _HAN_LINE))
    return min(_MOST_LINES, max(_FEWEST_LINES, lines))
