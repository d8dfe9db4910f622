"""No regular expression of the package takes longer than its text is long."""

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, process_time

import pytest
from attacks import attacks
from package_patterns import METHODS, package_patterns

from handout.read.structure.front.forms import forms, without_runs

# Patterns that see short texts only, each with the length and who sees to it.
SHORT = {
    "handout.read.structure.front.bylines._MADE": 30,  # is_byline()
    "handout.read.structure.front.bylines.": 80,  # is_byline(), names_people()
    "handout.read.structure.front.contents_list._CONTENTS": 60,  # contents_lines()
    "handout.read.structure.front.dates.": 70,  # is_date()
    "handout.read.structure.front.end.": 140,  # read_end()
    "handout.read.structure.front.pieces.": 140,  # pieces_of()
    "handout.read.metadata._NO_AUTHOR": 40,  # author() takes no longer name
    "handout.read.metadata._NO_TITLE": 100,  # title() takes no longer title
}
# Lengths at which a doubt arises, and at which it is held to be one: there a pattern
# that looks once takes a thousandth of what is allowed.
_SHORT, _MIDDLE, _LONG = 300, 3_000, 20_000
_DOUBTS, _ALLOWED = (0.00002, 0.002), 0.1
# Seconds for a pattern, so that one that never ends fails too.
_END = 2


class TookTooLongError(Exception):
    pass


@contextmanager
def a_limit(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TookTooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def longest_seen(place):
    """The length of the longest text that a pattern sees."""
    known = [length for name, length in SHORT.items() if place.startswith(name)]
    return known[0] if known else _LONG


def slow_text(pattern, methods, longest=_LONG, prepared=str):
    """The first text that takes far longer than its length allows; "" if none does."""
    text = ""
    encode = isinstance(pattern.pattern, bytes)

    def seconds(parts, call, length, clock=perf_counter):
        nonlocal text
        start, pump, end = parts
        text = f"{start}{pump * (min(length, longest) // len(pump))}{end}"
        given = text.encode("latin-1", "replace") if encode else prepared(text)
        begun = clock()
        call(given)
        return clock() - begun

    try:
        with a_limit(_END):
            for parts in attacks(pattern):
                for method in methods:
                    attack = parts, getattr(pattern, method)
                    if (
                        seconds(*attack, _SHORT) > _DOUBTS[0]
                        and seconds(*attack, _MIDDLE) > _DOUBTS[1]
                        and seconds(*attack, _LONG, process_time) > _ALLOWED
                    ):
                        return text
    except TookTooLongError:
        return text
    return ""


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(a+)+$", "match"),
        (r"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?content-type:", "match"),
        (r"(<!--.*?-->\s*)*<html", "match"),
        (r"\s+$", "search"),
        (r"x\s*y?\s*z", "match"),
        (r"\[\[(.*?)\]\]", "search"),
    ],
)
def test_the_attacks_find_what_backtracks(pattern, method):
    assert slow_text(re.compile(pattern), [method])


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"(?<!\s)\s++$", "search"),
        (r"(?<!a)(?>a+)b", "search"),
        (r"\w+", "search"),
        (r"(?:[^\n]*+\n)*+x", "match"),
    ],
)
def test_the_attacks_pass_what_looks_once(pattern, method):
    assert not slow_text(re.compile(pattern), [method])


def test_every_pattern_of_the_package_looks_once_at_its_text():
    found = package_patterns()
    slow = {}
    for (text, flags), places in found.items():
        pattern = re.compile(
            text, flags & ~re.UNICODE if isinstance(text, bytes) else flags
        )
        # Where no use is seen, as in a table that another module reads, all are tried.
        used = set().union(*places.values()) or {"match", "search"}
        longest = max(map(longest_seen, places))
        if worst := slow_text(pattern, sorted(used & METHODS), longest):
            slow[", ".join(places)] = worst[:60]
    assert not slow
    assert len(found) > 250


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.part)
def test_every_form_of_a_line_around_the_text_is_looked_for_once(form):
    assert not slow_text(form.pattern, ["match"], prepared=without_runs)
