"""What a person has changed stays, whatever becomes of the source."""

from dataclasses import dataclass, field, replace

from handouts import FEW
from hypothesis import given
from hypothesis import strategies as st

from handout.handout_file import dumps, loads, update
from handout.handout_file.merging import merge_drafts
from handout.handout_file.merging.fingerprints import record_of
from handout.model.blocks import (
    Excerpt,
    KeyPhrases,
    Marked,
    Notes,
    PhraseRow,
    Prompt,
    Quote,
    Reflection,
    Summary,
)
from handout.model.draft import Draft
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting

MINE = "我自己写的第"


def section(place, title, words):
    """A section as the program makes it, of some words."""
    blocks = [Summary(tuple(Excerpt(f"说到{word}。", place) for word in words))]
    if len(words) > 1:
        quote = Quote(Marked.of(f"还有{words[0]}。", (words[0],)), place)
        blocks.append(KeyPhrases((PhraseRow((words[0],), (1,), quote),)))
    blocks.append(Reflection((Prompt(f"怎样理解{title}？"),)))
    return HandoutSection(place, "", title, place, place, tuple(blocks), heads=words)


def draft(sections):
    """The draft of a source with these sections: title, and words."""
    made = [section(n, *one) for n, one in enumerate(sections, 1)]
    front = (Summary(tuple(Excerpt(f"{title}。", 1) for title, _ in sections)),)
    handout = Handout(
        "题目", "", "", "", "zh-CN", 9, 1, 3, Meeting(), front, tuple(made), ()
    )
    return Draft(handout, "article.txt", record_of(handout))


words = st.sampled_from(["理论", "实践", "基层", "本领", "担当", "学习"])
sources = st.lists(
    st.tuples(
        st.sampled_from(
            ["总则", "筑牢信仰之基", "强化实践锻炼", "提高综合能力", "附则"]
        ),
        st.lists(words, min_size=1, max_size=3, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0],
).map(draft)


@dataclass
class Person:
    """Edits by chance, and knows what was written."""

    draw: st.DrawFn
    wrote: list[str] = field(default_factory=list)

    def does(self, one_in):
        return self.draw(st.integers(1, one_in)) == 1

    def words(self):
        self.wrote.append(f"{MINE}{len(self.wrote)}句。")
        return self.wrote[-1]

    def block(self, block):
        """The blocks that one block becomes."""
        if self.does(6):
            return ()
        if isinstance(block, Summary) and self.does(4):
            own = Excerpt(self.words())
            return (replace(block, sentences=(*block.sentences, own)),)
        block = replace(block, pin=self.does(6))
        return (Notes(title=self.words()), block) if self.does(6) else (block,)

    def section(self, one):
        """The sections that one section becomes."""
        if self.does(6):
            return ()
        title = self.words() if self.does(4) else one.title
        blocks = tuple(own for block in one.blocks for own in self.block(block))
        edited = replace(one, title=title, blocks=blocks)
        if self.does(8):
            return edited, HandoutSection(0, "", "", 0, 0, (Notes(title=self.words()),))
        return (edited,)


@st.composite
def edited(draw, source):
    """A draft as a person left it, and the texts they wrote."""
    person = Person(draw)
    found = [own for one in source.handout.sections for own in person.section(one)]
    sections = tuple(replace(s, place=n) for n, s in enumerate(found, 1))
    return replace(source, handout=replace(source.handout, sections=sections)), tuple(
        person.wrote
    )


cases = sources.flatmap(lambda one: st.tuples(st.just(one), edited(one)))


@FEW
@given(cases, sources)
def test_a_persons_edits_survive_any_change_of_the_source(case, fresh):
    _, (mine, wrote) = case

    found = merge_drafts(mine, fresh).draft

    assert [text for text in wrote if text not in repr(found.handout)] == []
    pinned = [b for s in mine.handout.sections for b in s.blocks if b.pin]
    assert [b for b in pinned if repr(b) not in repr(found.handout)] == []


@FEW
@given(cases, sources)
def test_an_update_done_twice_is_done_once(case, fresh):
    _, (mine, _) = case
    once = merge_drafts(mine, fresh).draft

    assert merge_drafts(once, fresh).draft == once


@FEW
@given(cases)
def test_a_source_that_has_not_changed_changes_nothing(case):
    source, (mine, _) = case

    assert merge_drafts(mine, source).draft == mine


@FEW
@given(cases, sources)
def test_an_update_is_written_into_the_persons_own_text(case, fresh):
    source, (mine, _) = case
    text = update(dumps(source), mine).replace("\nseed:", "\n# 我的批注\nseed:")
    found = merge_drafts(loads(text), fresh).draft

    changed = update(text, found)

    assert loads(changed) == found
    assert "# 我的批注" in changed


def test_what_nobody_touched_is_made_anew():
    mine, fresh = draft([("总则", ("理论",))]), draft([("总则", ("实践", "基层"))])

    assert merge_drafts(mine, fresh).draft == fresh


def test_a_source_without_its_changes_gives_the_old_file_back():
    old, new = (
        draft([("总则", ("理论", "实践")), ("附则", ("学习",))]),
        draft([("总则", ("担当",))]),
    )

    there = merge_drafts(old, new).draft

    assert there == new
    assert merge_drafts(there, old).draft == old


def test_what_a_person_took_out_does_not_come_back():
    old = draft([("总则", ("理论", "实践")), ("附则", ("学习",))])
    left = replace(old.handout.sections[0], blocks=old.handout.sections[0].blocks[1:])
    mine = replace(old, handout=replace(old.handout, sections=(left,)))

    found = merge_drafts(
        mine, draft([("总则", ("担当", "本领")), ("附则", ("基层",))])
    ).draft

    assert [one.title for one in found.handout.sections] == ["总则"]
    kinds = [block.kind for block in found.handout.sections[0].blocks]
    assert kinds == ["keyphrases", "reflection"]


def test_new_sections_come_in_at_their_place_and_gone_ones_are_told():
    mine = draft([("总则", ("理论",)), ("附则", ("学习",))])
    fresh = draft([("总则", ("理论",)), ("提高综合能力", ("本领",))])

    found = merge_drafts(mine, fresh)

    assert [s.title for s in found.draft.handout.sections] == ["总则", "提高综合能力"]
    assert [str(notice) for notice in found.notices] == [
        "“附则”: not in the source any more; taken out",
        "“提高综合能力”: new in the source; added",
    ]


def test_a_section_that_a_person_renamed_is_known_again():
    old = draft([("总则", ("理论",)), ("附则", ("学习",))])
    named = replace(old.handout.sections[0], title="开头的话")
    sections = (named, old.handout.sections[1])
    mine = replace(old, handout=replace(old.handout, sections=sections))

    fresh = draft(
        [("强化实践锻炼", ("基层",)), ("总则", ("担当",)), ("附则", ("学习",))]
    )
    found = merge_drafts(mine, fresh).draft.handout

    assert [s.title for s in found.sections] == ["强化实践锻炼", "开头的话", "附则"]
    assert found.sections[1].blocks == (
        *fresh.handout.sections[1].blocks[:-1],
        Reflection((Prompt("怎样理解总则？"),)),
    )
    assert found.sections[1].first == 2


def test_a_block_to_be_made_anew_is_made_anew_once():
    old = draft([("总则", ("理论",))])
    one = old.handout.sections[0]
    own = replace(one.blocks[0], sentences=(Excerpt("我的。"),), redo=True)
    changed = replace(one, blocks=(own, *one.blocks[1:]))
    mine = replace(old, handout=replace(old.handout, sections=(changed,)))

    assert merge_drafts(mine, old).draft == old


def test_a_file_without_its_record_keeps_all_it_says():
    old = draft([("总则", ("理论",))])
    mine = loads(dumps(old).split("\n# 以下由程序记录")[0])

    found = merge_drafts(mine, draft([("总则", ("担当",)), ("附则", ("学习",))])).draft

    assert found.handout.sections[0].blocks == old.handout.sections[0].blocks
    assert [one.title for one in found.handout.sections] == ["总则", "附则"]
