"""Builds the reflection block: prompts made of the section's own words."""

from handout.model.blocks import Prompt, Reflection, Room
from handout.plan.part import Part
from handout.plan.patterns import PATTERNS, Patterns


def reflection(part: Part) -> Reflection:
    """Give two or three prompts; sections after one another are asked differently."""
    patterns = PATTERNS.get(part.language, PATTERNS["zh-CN"])
    texts = [
        _understand(part, patterns),
        _relate(part, patterns),
        _apply(part, patterns),
    ]
    prompts = [
        Prompt(text, Room(lines, share=share))
        for text, lines, share in zip(texts, (3, 4, 4), (2, 3, 3), strict=True)
        if text
    ]
    return Reflection(tuple(prompts))


def _pick(choices: tuple[str, ...], part: Part) -> str:
    return choices[(part.place - 1) % len(choices)]


def _understand(part: Part, patterns: Patterns) -> str:
    if not part.title:
        return _pick(patterns.understand_untitled, part)
    return _pick(patterns.understand, part).format(title=part.title)


def _relate(part: Part, patterns: Patterns) -> str:
    """Ask how the section's heads, or two of its phrases, hang together."""
    names = part.heads if len(part.heads) > 1 else _phrases(part)
    if len(names) > 3:
        names = names[:3]
    if len(names) == 3:
        return _pick(patterns.relate_three, part).format(*names)
    if len(names) == 2:
        return _pick(patterns.relate_two, part).format(*names)
    return ""


def _apply(part: Part, patterns: Patterns) -> str:
    asked = set(part.heads[:3]) if len(part.heads) > 1 else set(_phrases(part)[:3])
    fresh = [text for text in _phrases(part) if text not in asked]
    phrase = (fresh or [*part.heads, *_phrases(part), part.title])[0]
    if not phrase:
        return _pick(patterns.apply_untitled, part)
    return _pick(patterns.apply, part).format(phrase)


def _phrases(part: Part) -> tuple[str, ...]:
    return tuple(phrase.text for phrase in part.found.keyphrases)
