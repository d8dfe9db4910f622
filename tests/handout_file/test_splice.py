"""A change touches what changed; what a person wrote beside it stays as it is."""

from dataclasses import replace

from handout.handout_file import dumps, loads
from handout.handout_file.splice import splice_draft
from handout.model.blocks import Branch, Structure
from handout.model.draft import Draft
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting

OWN = "    title: 论学习   # 我写的\n"


def draft():
    section = HandoutSection(1, "一", "学习的意义", 1, 1, ())
    front = (Structure("论学习", (Branch(1, "一", "学习的意义", ()),)),)
    values = ("论学习", "", "", "", "zh-CN", 10, 1, 1, Meeting(), front, (section,), ())
    return Draft(Handout(*values))


def dated(whole, date):
    return replace(whole, handout=replace(whole.handout, date=date))


def test_a_key_that_only_repeats_what_the_rest_says_stays_where_it_does_no_harm():
    line = next(
        line for line in dumps(draft()).splitlines(True) if "block: structure" in line
    )
    text = dumps(draft()).replace(line, line + OWN)

    changed = splice_draft(text, dated(loads(text), "5 月 1 日"), "x")

    assert OWN in changed
    assert loads(changed).handout.date == "5 月 1 日"
    assert len(set(text.splitlines()) ^ set(changed.splitlines())) == 2


def test_a_key_that_would_say_what_is_no_longer_true_goes():
    line = next(
        line for line in dumps(draft()).splitlines(True) if "block: structure" in line
    )
    text = dumps(draft()).replace(line, line + OWN)
    before = loads(text)
    structure = replace(before.handout.front[0], title="学习新论")
    handout = replace(before.handout, title="学习新论", front=(structure,))

    changed = splice_draft(text, replace(before, handout=handout), "x")

    assert OWN not in changed
    assert loads(changed).handout == handout
