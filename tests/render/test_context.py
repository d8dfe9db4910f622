"""What templates get is as it should stand on paper."""

from handout.model.handout import TextRun
from handout.render.context import _map_texts
from handout.render.punctuation import on_paper


def test_a_mark_that_begins_or_ends_a_run_sees_its_neighbours_in_other_runs():
    runs = (TextRun("底线思维", marked=True), TextRun(",突出重心"), TextRun(":"))

    printed = _map_texts(runs, on_paper)

    assert [run.text for run in printed] == ["底线思维", "，突出重心", "："]
    assert printed[0].marked
