"""The laws of the handout file, for every block and for texts that are hard on YAML."""

from dataclasses import replace

from handouts import FEW, drafts
from hypothesis import given
from hypothesis import strategies as st
from messy import Messy

from handout.handout_file import dumps, loads, update
from handout.handout_file.shape import KINDS
from handout.handout_file.text import whole_tree
from handout.model.blocks import Excerpt

numbers = st.integers(0, 10_000)


def test_there_are_blocks_of_every_kind():
    assert len(KINDS) > 15


@FEW
@given(drafts)
def test_what_is_written_is_read_back(draft):
    assert loads(dumps(draft)) == draft


@FEW
@given(drafts)
def test_a_file_we_wrote_comes_back_byte_for_byte(draft):
    text = dumps(draft)

    assert dumps(loads(text)) == text


@FEW
@given(drafts, numbers)
def test_a_file_that_any_hand_wrote_is_read_and_left_as_it_is(draft, number):
    text = Messy(number).file(whole_tree(draft))

    assert loads(text) == draft
    assert update(text, loads(text)) == text


@FEW
@given(drafts, drafts, numbers)
def test_an_update_holds_what_it_was_given(draft, other, number):
    text = Messy(number).file(whole_tree(draft))

    changed = update(text, other)

    assert loads(changed) == other
    assert "# mine" in changed
    assert update(changed, other) == changed


@FEW
@given(drafts, numbers)
def test_one_change_touches_one_line(draft, number):
    text = Messy(number).file(whole_tree(draft))
    seed = draft.handout.seed + 1
    other = replace(draft, handout=replace(draft.handout, seed=seed))

    changed = update(text, other)

    lines = zip(text.splitlines(), changed.splitlines(), strict=True)
    assert [one for one, two in lines if one != two] == [
        line for line in text.splitlines() if line.startswith("seed:")
    ]


def test_comments_order_and_layout_of_what_stays_survive():
    text = """# 我的底稿
handout: 1
closing:   # 放在最前
- {block: notes, title: "记一记"}

title: '题目'   # 暂定
sections:
    # 第一节要细讲
    -   title: 总则
        blocks:
        -   block: summary      # 已核对
            sentences:
            -   "¶1 一句话。"   # 张三
            -   ¶2 又一句。
    - title: 附则
"""
    draft = loads(text)
    first = draft.handout.sections[0]
    summary = first.blocks[0]
    longer = replace(summary, sentences=(*summary.sentences, Excerpt("三。", 3)))
    sections = (replace(first, blocks=(longer,)), draft.handout.sections[1])
    other = replace(draft, handout=replace(draft.handout, sections=sections))

    changed = update(text, other)

    new = "            - ¶3 三。\n"
    assert changed == text.replace("又一句。\n", "又一句。\n" + new)
    assert update(changed, draft) == text
