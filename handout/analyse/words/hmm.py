"""Cuts text as jieba does: the likeliest listed words, and an HMM for what is between.

jieba's own code warns when it is compiled and asks for pkg_resources when it is loaded;
of the package only the figures of its HMM are used, which are plain tables.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import find_spec, module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any, NamedTuple

Places = list[list[tuple[float, int]]]
# What a listed word can be made of; the rest is cut by character.
_WORDS = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%\-]+)")
_SPACE = re.compile(r"(\r\n|\s)")
_HAN = re.compile(r"([\u4e00-\u9fd5]+)")
_LATIN = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
# A character begins, continues or ends a word, or is one; what may come before each.
_STATES = "BMES"
_BEFORE = {"B": "ES", "M": "MB", "S": "SE", "E": "BM"}
_NEVER = -3.14e100


class _Figures(NamedTuple):
    start: dict[str, float]
    change: dict[str, dict[str, float]]
    emit: dict[str, dict[str, float]]


def cut_by_hmm(
    text: str,
    words_from_each_place: Callable[[str], Places],
    is_listed: Callable[[str], int],
) -> Iterator[str]:
    """Words that join back to the text."""
    for part in _WORDS.split(text):
        if _WORDS.match(part):
            yield from _cut_words(part, words_from_each_place(part), is_listed)
            continue
        for piece in _SPACE.split(part):
            yield from [piece] if _SPACE.match(piece) else piece


def _cut_words(
    text: str, places: Places, is_listed: Callable[[str], int]
) -> Iterator[str]:
    ends = _best_route(places)
    start = single = 0
    while start < len(text):
        end = ends[start] + 1
        if end - start > 1:
            yield from _cut_singles(text[single:start], is_listed)
            yield text[start:end]
            single = end
        start = end
    yield from _cut_singles(text[single:], is_listed)


def _best_route(places: Places) -> list[int]:
    """Where the likeliest word from each place ends; of equals the longest."""
    route: list[tuple[float, int]] = [(0.0, 0)] * (len(places) + 1)
    for start in range(len(places) - 1, -1, -1):
        route[start] = max(
            [(weight + route[last + 1][0], last) for weight, last in places[start]]
        )
    return [last for _, last in route]


def _cut_singles(text: str, is_listed: Callable[[str], int]) -> Iterator[str]:
    """Cut what no listed word takes: it may be a word that is not listed."""
    if len(text) < 2 or is_listed(text):
        yield from text
        return
    for part in _HAN.split(text):
        if _HAN.match(part):
            yield from _cut_unknown(part)
        else:
            yield from filter(None, _LATIN.split(part))


def _cut_unknown(text: str) -> Iterator[str]:
    start = 0
    for place, state in enumerate(_likeliest_states(text)):
        if state in "ES":
            yield text[start : place + 1]
            start = place + 1
    if start < len(text):
        yield text[start:]


def _likeliest_states(text: str) -> str:
    """The state of each character, by the algorithm of Viterbi."""
    start, change, emit = _figures()
    weights = {s: start[s] + emit[s].get(text[0], _NEVER) for s in _STATES}
    paths = {s: s for s in _STATES}
    for character in text[1:]:
        best = {
            state: max(
                (
                    weights[before]
                    + change[before].get(state, _NEVER)
                    + emit[state].get(character, _NEVER),
                    before,
                )
                for before in _BEFORE[state]
            )
            for state in _STATES
        }
        weights = {state: weight for state, (weight, _) in best.items()}
        paths = {state: paths[before] + state for state, (_, before) in best.items()}
    return paths[max((weights[state], state) for state in "ES")[1]]


@cache
def _figures() -> _Figures:
    """The tables of jieba's HMM, read without loading jieba itself."""
    package = find_spec("jieba")
    assert package
    assert package.origin
    folder = Path(package.origin).parent / "finalseg"
    return _Figures(*(_table(folder, name) for name in ("start", "trans", "emit")))


def _table(folder: Path, name: str) -> Any:
    name = f"prob_{name}"
    loader = SourceFileLoader(f"handout_jieba_{name}", str(folder / f"{name}.py"))
    spec = spec_from_loader(loader.name, loader)
    assert spec
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module.P
