"""A handout fills exactly the sheets that were asked for, or says which it can."""

from dataclasses import replace

import pytest

from handout.errors import UsageError
from handout.pipeline.fit import (
    Amounts,
    FitLimits,
    find_amounts,
    fit_message,
    limits_of,
)

WISHED = Amounts(sentences=3, phrases=8)


def pages(amounts):
    """Count as a pack might: a page a section, more where there is more."""
    lines = amounts.lines or 4
    height = 10 * amounts.sentences + 6 * amounts.phrases + 9 * lines
    return 2 + -(-height * 4 // 100) if not amounts.flowing else -(-height * 2 // 100)


def test_what_fits_is_left_as_it_is():
    sheets = (pages(WISHED) + 1) // 2

    assert find_amounts(pages, WISHED, FitLimits(), sheets=sheets) == WISHED


@pytest.mark.parametrize("sheets", [1, 2, 3, 4, 5, 6])
def test_the_sheets_are_filled_exactly(sheets):
    found = find_amounts(pages, WISHED, FitLimits(), sheets=sheets)

    assert (pages(found) + 1) // 2 == sheets


def test_summaries_go_first_and_come_back_where_they_need_not():
    found = find_amounts(pages, WISHED, FitLimits(), sheets=3)

    # No more of any one thing would fit.
    for more in ({"sentences": 1}, {"phrases": 1}):
        ((name, step),) = more.items()
        value = getattr(found, name) + step
        if value <= getattr(WISHED, name):
            assert pages(replace(found, **{name: value})) > 6
    assert not found.flowing


def test_limits_are_kept():
    limits = limits_of(("sentences=2-3", "phrases=7-8"))

    found = find_amounts(pages, WISHED, limits, sheets=3)

    assert found.sentences >= 2
    assert found.phrases >= 7


def test_what_cannot_be_is_refused_with_the_nearest_number():
    with pytest.raises(UsageError) as error:
        find_amounts(pages, WISHED, FitLimits(), sheets=40)

    assert "cannot be done with 40 sheets; the nearest that can is" in str(error.value)


@pytest.mark.parametrize(
    "given", ["words=1-2", "lines=4", "lines=5-2", "", "lines=a-b"]
)
def test_limits_that_cannot_be_read_are_refused(given):
    with pytest.raises(UsageError, match="NAME=LOW-HIGH"):
        limits_of((given,))


def test_it_is_said_what_was_done():
    found = Amounts(1, 5, 2, flowing=True)

    assert fit_message(WISHED, found, 2) == (
        "fitted to 2 sheets, printed on both sides: 1 summary sentence for 3; "
        "5 key phrases for 8; boxes of 2 lines; sections follow one another"
    )
