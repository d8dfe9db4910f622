"""Selects phrases of which none says what a better one says already."""

import re
from collections.abc import Mapping
from functools import lru_cache
from math import inf

from handout.analyse.phrases.candidates import Candidate
from handout.analyse.words.traditional import simple

_SHARED = 0.67
_LIKENESS_COSTS, _NEVER = 0.5, inf
_POOL = 60
_REMEMBERED = 1000
# What a name may have besides: a title, or first names before the family's.
_ADDED = re.compile(
    r"(?:小|老)?(?:同志|先生|女士|小姐|教授|博士|老师|同学|院士|总统|总理|主席|将军|爷爷|奶奶|"
    r"叔叔|阿姨|师傅|大夫|医生|书记|主任)|(?:[\u4e00-\u9fff]{1,6}[·・])+|[·・].{1,8}|e?s|'s"
)
_PLURAL = re.compile(r"(?<=[a-z]{3})(?:(?<=ss)es|(?<!s)s)$")


def select(
    scores: dict[str, float],
    found: Mapping[str, Candidate],
    first: list[str],
    limit: int,
) -> list[str]:
    """Choose the best; likeness to a better one costs.

    None is but a piece of another: of two where one is inside the other, both are
    chosen only if the text says the shorter one by itself too, and never beside those
    that are to come `first`.
    """
    ranked = sorted(scores, key=lambda text: (-scores[text], text))[:_POOL]
    chosen: list[str] = []
    for text in first:
        if len(chosen) < limit and not any(_are_nested(text, c) for c in chosen):
            chosen.append(text)
    # Two phrases are compared once: what the next pick must know of the last is kept.
    fresh = [t for t in ranked if not any(_are_nested(t, c) for c in chosen)]
    costs = {t: max((_cost(t, c, found) for c in chosen), default=0.0) for t in fresh}
    left = [text for text in fresh if costs[text] < _NEVER]
    while left and len(chosen) < limit:
        best = max(left, key=lambda text: scores[text] - costs[text])
        chosen.append(best)
        for text in left:
            costs[text] = max(costs[text], _cost(text, best, found))
        left = [text for text in left if costs[text] < _NEVER]
    return chosen


def _are_nested(one: str, other: str) -> bool:
    return one in other or other in one


def _cost(one: str, other: str, found: Mapping[str, Candidate]) -> float:
    if _are_nested(one, other):
        shorter, longer = sorted((one, other), key=len)
        alone = (
            shorter != longer
            and not longer.isascii()
            and not _is_same_name(shorter, longer)
            and _stands_alone(found[shorter], found[longer])
        )
        return _LIKENESS_COSTS if alone else _NEVER
    if _is_same(one, other) or _crosses(found[one], found[other]):
        return _NEVER
    letters, rest = set(one), set(other)
    if " " in one and " " in other and (one + other).isascii():
        # Of Latin letters there are few, and most phrases share them: words say more.
        letters, rest = set(one.lower().split()), set(other.lower().split())
    alike = len(letters & rest) >= _SHARED * min(len(letters), len(rest))
    return _LIKENESS_COSTS if alike else 0.0


def _is_same_name(shorter: str, longer: str) -> bool:
    """Say whether one is the other with a title or first names: 白求恩, 白求恩同志."""
    rest = longer.replace(shorter, "", 1)
    return bool(_ADDED.fullmatch(rest))


def _is_same(one: str, other: str) -> bool:
    """Say whether two are one phrase in another form: startups, Startup."""
    return _form(one) == _form(other)


@lru_cache(_REMEMBERED)
def _form(text: str) -> str:
    return _PLURAL.sub("", text.casefold()) if text.isascii() else simple(text)


def _crosses(one: Candidate, other: Candidate) -> bool:
    """Say whether one begins inside the other wherever it is: halves of a third."""
    if one.text[0] not in other.text and other.text[0] not in one.text:
        return False
    spans = {
        line: [(a, a + len(other.text)) for n, a in other.places if n == line]
        for line, _ in one.places
    }
    size = len(one.text)
    return all(
        any(start < at + size and at < end for start, end in spans[line])
        for line, at in one.places
    )


def _stands_alone(shorter: Candidate, longer: Candidate) -> bool:
    """Say whether the shorter phrase is also said outside of the longer one."""
    where = [m.start() for m in re.finditer(re.escape(shorter.text), longer.text)]
    inside = {(line, at + step) for line, at in longer.places for step in where}
    return not inside.issuperset(shorter.places)
