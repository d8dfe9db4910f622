"""Limits grow with the work, up to a most, unless the user says what is allowed."""

import pytest

from handout.guard.limits import MOST, Limits, set_allowance

PAGE = Limits(seconds=10, megabytes=100, more_seconds=2, more_megabytes=30)


def test_limits_grow_with_the_size_of_the_work():
    assert PAGE.for_size(0) == Limits(10, 100)
    assert PAGE.for_size(5_000_000) == Limits(20, 300)


def test_limits_do_not_grow_for_ever():
    assert PAGE.for_size(10**12) == Limits(MOST.seconds, MOST.megabytes)


@pytest.fixture
def allowance():
    yield set_allowance
    set_allowance(0, 0)


def test_what_the_user_allows_wins(allowance):
    allowance(2_000, 8_000)

    assert PAGE.for_size(0) == Limits(2_000, 8_000)
    assert PAGE.for_size(10**12) == Limits(2_000, 8_000)
