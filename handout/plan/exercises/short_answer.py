"""Builds the short answers: questions from heads, else from key phrases."""

from handout.model.blocks import Excerpt, Prompt, Room
from handout.model.exercises import ShortAnswer
from handout.plan.exercises.material import Material
from handout.plan.exercises.model_answers import answer_about
from handout.plan.prompts import built_in

_MOST = 3
# Characters of print that make a line of handwriting, and how an answer in one's own
# words compares with the sentences of the source.
_LINE = {"en": 60}
_HAN_LINE = 22
_OWN_WORDS = 0.75
_FEWEST_LINES, _MOST_LINES = 2, 5


def short_answer(material: Material) -> ShortAnswer | None:
    """Give up to three questions, each with the sentences that answer it."""
    part = material.part
    words = (material.prompts or built_in(part.language)).of(material.kind)
    heads = len(part.heads) > 1
    names = part.heads if heads else _phrases(material)
    asked = words.explain_head if heads else words.explain_phrase
    answers: dict[tuple[Excerpt, ...], str] = {}
    for name in names:
        answer = answer_about(part, name)
        if answer and len(answers) < _MOST:
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


def _phrases(material: Material) -> tuple[str, ...]:
    """Give phrases that answer no other exercise, those of the table last."""
    unseen = [said.phrase for said in material.said()]
    listed = [phrase.text for phrase in material.part.found.keyphrases]
    free = [p for p in (*unseen, *listed) if not any(w in p for w in material.hidden)]
    return tuple(dict.fromkeys(free))


def _room(answer: tuple[Excerpt, ...], language: str) -> Room:
    lines = _lines(answer, language)
    return Room(lines, share=lines)


def _lines(answer: tuple[Excerpt, ...], language: str) -> int:
    length = sum(len(sentence.text) for sentence in answer) * _OWN_WORDS
    lines = round(length / _LINE.get(language, _HAN_LINE))
    return min(_MOST_LINES, max(_FEWEST_LINES, lines))
