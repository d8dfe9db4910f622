"""Worksheets and records of discussions print all hard handouts well."""

import pytest

from handout.trial import trial_names


@pytest.mark.parametrize("handout", trial_names())
@pytest.mark.parametrize("pack", ["worksheet", "minutes"])
def test_a_hard_handout_is_printed_without_a_fault(pack, handout, faults):
    assert faults(pack, handout) == []
