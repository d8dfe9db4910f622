"""Builds the reflection block: prompts made of the section's own words."""

from dataclasses import replace

from handout.model.blocks import Excerpt, Prompt, Reflection, Room
from handout.plan.exercises.model_answers import answer_about, answer_of_all
from handout.plan.question_wording import PATTERNS, Patterns
from handout.plan.section_input import Part


def reflection(part: Part) -> Reflection:
    """Give two or three prompts; sections after one another are asked differently.

    A prompt that the text itself answers has the sentences that do.
    """
    patterns = PATTERNS.get(part.language, PATTERNS["zh-CN"])
    asked = [
        _understand(part, patterns),
        _relate(part, patterns),
        _apply(part, patterns),
    ]
    rooms = zip((3, 4, 4), (2, 3, 3), strict=True)
    prompts = [
        replace(prompt, room=Room(lines, share=share))
        for prompt, (lines, share) in zip(asked, rooms, strict=True)
        if prompt
    ]
    return Reflection(prompts=tuple(prompts))


def _pick(choices: tuple[str, ...], part: Part) -> str:
    return choices[(part.place - 1) % len(choices)]


def _understand(part: Part, patterns: Patterns) -> Prompt:
    choices = patterns.understand if part.title else patterns.understand_untitled
    pattern = _pick(choices, part)
    answer = answer_of_all(part) if pattern in patterns.answered else ()
    return Prompt(pattern.format(title=part.title), answer=answer)


def _relate(part: Part, patterns: Patterns) -> Prompt | None:
    """Ask how the section's heads, or two of its phrases, hang together."""
    names = part.heads if len(part.heads) > 1 else _phrases(part)
    names = names[:3]
    if len(names) < 2:
        return None
    pattern = _pick(
        patterns.relate_three if len(names) == 3 else patterns.relate_two, part
    )
    answer: tuple[Excerpt, ...] = ()
    if pattern in patterns.answered:
        evidence = [one for name in names for one in answer_about(part, name)[:1]]
        answer = tuple(dict.fromkeys(evidence))
    return Prompt(pattern.format(*names), answer=answer)


def _apply(part: Part, patterns: Patterns) -> Prompt:
    """Ask what a phrase means to the reader: the text answers that nowhere."""
    asked = set(part.heads[:3]) if len(part.heads) > 1 else set(_phrases(part)[:3])
    fresh = [text for text in _phrases(part) if text not in asked]
    phrase = (fresh or [*part.heads, *_phrases(part), part.title])[0]
    if not phrase:
        return Prompt(_pick(patterns.apply_untitled, part))
    places = [p.paragraph for p in part.found.keyphrases if p.text == phrase]
    hint = f"¶{places[0]}" if places else ""
    return Prompt(_pick(patterns.apply, part).format(phrase), hint=hint)


def _phrases(part: Part) -> tuple[str, ...]:
    return tuple(phrase.text for phrase in part.found.keyphrases)
