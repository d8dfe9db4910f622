"""Whole numbers of at most nine digits."""

import pytest

from handout.numbers import whole_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("012", 12),
        ("999999999", 999_999_999),
        ("1000000000", None),
        ("9" * 5000, None),
        ("", None),
        (None, None),
        ("-1", None),
        ("²", None),
        ("1.5", None),
        (" 1", None),
    ],
)
def test_a_number_is_read_only_where_every_machine_can_hold_it(text, value):
    assert whole_number(text) == value
