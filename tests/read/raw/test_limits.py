"""What a stranger's file may cost."""

import pytest

from handout.errors import ReadError
from handout.read.raw import limits
from handout.read.raw.limits import Budget


def test_a_file_of_too_many_elements_is_refused():
    budget = Budget("a.docx")
    budget.step(limits.MOST_ELEMENTS)
    with pytest.raises(ReadError, match="elements") as caught:
        budget.step()
    assert caught.value.where == "a.docx"
    assert "split" in caught.value.hint


def test_a_file_that_takes_too_long_is_refused(monkeypatch):
    now = iter([0.0, 59.0, 61.0])
    monkeypatch.setattr(limits, "monotonic", lambda: next(now))
    budget = Budget("a.pdf")
    budget.look()
    with pytest.raises(ReadError, match="longer than 60 seconds"):
        budget.look()
