"""Builds the reflection blocks: questions that fit the text, with room for answers."""

from handout.model.blocks import Excerpt, Prompt, Reflection, Room
from handout.model.prompts import Prompts
from handout.plan.exercises.model_answers import answer_about, answer_of_all
from handout.plan.prompts import Asked, ask_sections, fillers
from handout.plan.proportion import Share
from handout.plan.section_input import Part

# Texts whose sentences answer no question about them.
_TOLD_BETWEEN_THE_LINES = frozenset({"story", "poem", "essay"})


def reflections(
    parts: tuple[Part, ...],
    shares: tuple[Share, ...],
    prompts: Prompts,
    kind: str,
    not_asked: frozenset[str],
) -> tuple[Reflection | None, ...]:
    """The questions of each section; None for one that is asked nothing.

    A question that the text itself answers has the sentences that do.
    """
    given = [
        (fillers(part, not_asked), share.prompts)
        for part, share in zip(parts, shares, strict=True)
    ]
    asked = ask_sections(prompts, kind, given)
    answers = kind not in _TOLD_BETWEEN_THE_LINES
    return tuple(
        _reflection(part, share, found, answers=answers)
        for part, share, found in zip(parts, shares, asked, strict=True)
    )


def _reflection(
    part: Part, share: Share, asked: tuple[Asked, ...], *, answers: bool
) -> Reflection | None:
    if not asked:
        return None
    return Reflection(
        prompts=tuple(
            Prompt(
                text=one.text,
                room=Room(lines, share=weight),
                answer=_answer(part, one) if answers else (),
                hint=_hint(part, one),
            )
            for one, (lines, weight) in zip(asked, share.rooms, strict=False)
        )
    )


def _answer(part: Part, asked: Asked) -> tuple[Excerpt, ...]:
    if not asked.pattern.answered:
        return ()
    words = [word for word in asked.words if word not in part.title]
    evidence = [one for word in words for one in answer_about(part, word)[:1]]
    return tuple(dict.fromkeys(evidence)) or answer_of_all(part)


def _hint(part: Part, asked: Asked) -> str:
    """Where to look for what is asked about, where the text does not answer."""
    if asked.pattern.answered:
        return ""
    places = [
        phrase.paragraph
        for phrase in part.found.keyphrases
        if phrase.text in asked.words
    ]
    return f"¶{places[0]}" if places else ""
