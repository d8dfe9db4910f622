"""The same seed shuffles alike everywhere, and never into the right order."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from handout.model.blocks import Excerpt, Marked
from handout.model.exercises import Choice, ChoiceItem, Matching, Ordering, Pair
from handout.model.options import PlanOptions
from handout.plan import plan, shuffle_exercises
from handout.plan.exercises.shuffle import permutation
from tests.plan.test_plan import document

ITEMS = tuple(Excerpt(c) for c in "甲乙丙丁戊")
PAIRS = tuple(Pair(c, Marked(c), 1) for c in "甲乙丙丁戊")
CHOICE = ChoiceItem("哪一个？", ("对", "错一", "错二", "错三"), "A")


def with_blocks(*blocks):
    handout = plan(*document(1), PlanOptions())
    return replace(handout, sections=(replace(handout.sections[0], blocks=blocks),))


def blocks(handout, **options):
    return (
        shuffle_exercises(handout, seed=options.pop("seed", 1), **options)
        .sections[0]
        .blocks
    )


@given(st.integers(2, 9), st.text(max_size=5), st.integers(0, 30))
def test_a_shuffle_is_an_order_of_all_items_and_never_the_right_one(size, key, place):
    order = permutation(size, key, place)

    assert sorted(order) == list(range(size))
    assert list(order) != list(range(size))


@given(st.integers(3, 5), st.text(max_size=5))
def test_versions_differ_as_long_as_there_are_orders(size, key):
    count = min(6, len(list(permutations(range(size)))) - 1)

    orders = {permutation(size, key, place) for place in range(count)}

    assert len(orders) == count


def test_nothing_and_one_thing_stay_as_they_are():
    assert permutation(0, "", 0) == ()
    assert permutation(1, "", 3) == (0,)


def test_an_order_is_the_same_on_every_machine():
    assert permutation(5, "1/1/3", 0) == (3, 4, 1, 0, 2)


def test_a_version_has_its_name_and_an_order_of_its_own():
    handout = with_blocks(Matching(pairs=PAIRS), Ordering(items=ITEMS))

    a = shuffle_exercises(handout, seed=1, version="A")
    b = shuffle_exercises(handout, seed=1, version="B", place=1)

    assert (a.version, b.version, a.seed) == ("A", "B", 1)
    for one, other in zip(a.sections[0].blocks, b.sections[0].blocks, strict=True):
        assert one.order != other.order
        assert sorted(one.order) == [0, 1, 2, 3, 4]


def test_another_seed_shuffles_otherwise():
    handout = with_blocks(Ordering(items=ITEMS))

    assert blocks(handout)[0].order != blocks(handout, seed=2)[0].order


def test_an_order_that_somebody_chose_stays():
    handout = with_blocks(Ordering(items=ITEMS, order=(4, 3, 2, 1, 0)))

    assert blocks(handout)[0].order == (4, 3, 2, 1, 0)


def test_the_letter_of_the_right_option_goes_with_it():
    (block,) = blocks(with_blocks(Choice(items=(CHOICE,))))

    (item,) = block.items
    assert item.options != CHOICE.options
    assert item.options["ABCD".index(item.answer)] == "对"


def test_two_right_options_are_named_in_order():
    both = replace(CHOICE, options=("对一", "对二", "错一", "错二"), answer="AB")

    (block,) = blocks(with_blocks(Choice(items=(both,))))

    (item,) = block.items
    assert {item.options["ABCD".index(x)] for x in item.answer} == {"对一", "对二"}
    assert list(item.answer) == sorted(item.answer)


def test_options_that_speak_of_each_other_stay_where_they_are():
    for last in ("以上都对", "All of the above", "A和B", "A and C"):
        item = replace(CHOICE, options=(*CHOICE.options[:3], last))
        (block,) = blocks(with_blocks(Choice(items=(item,))))
        assert block.items == (item,)


def test_places_and_printed_items_say_the_same():
    block = Matching(pairs=PAIRS, order=(2, 0, 1, 4, 3))

    for pair, place in zip(block.pairs, block.places, strict=True):
        assert block.printed[place - 1] is pair
    right = Ordering(items=ITEMS, order=(2, 0, 1, 4, 3)).printed
    assert [place for place, _ in right] == [3, 1, 2, 5, 4]
