"""The laws of the handout file, for every block and for texts that are hard on YAML."""

from handouts import FEW, drafts
from hypothesis import given
from hypothesis import strategies as st
from messy import Messy

from handout.draft import dumps, loads, update
from handout.draft.file import whole_tree
from handout.draft.shape import KINDS

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
