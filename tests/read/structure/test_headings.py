"""Headings in plain text: what is one, and what only looks like one."""

import json
from importlib.resources import files

import pytest
from accounts import outline

from handout.read import read
from handout.read.structure.scorer import choose_headings

BODY = "这一段是正文，说的是前面那一行所指的事情，有好几句话，也以句号结束。" * 2


def heads(text):
    document, _ = read(text.encode(), name="a.txt", title="")
    return outline(document)


@pytest.mark.parametrize(
    "line",
    [
        "40多岁的老周每天都来",
        "2023年5月",
        "各位代表！",
        "你说这是为什么呢？",
        "二是",
        "- 白乳胶一小瓶",
        "https://example.com/a/b",
        "主席指出：“",
    ],
)
def test_a_line_that_only_looks_like_a_heading_is_text(line):
    text = f"一、工作\n{BODY}\n{BODY}\n{line}\n{BODY}\n二、打算\n{BODY}\n{BODY}"
    assert heads(text) == [(1, "一、工作"), (1, "二、打算")]


@pytest.mark.parametrize(
    "marks",
    [
        ("一、", "二、", "三、"),
        ("（一）", "（二）", "（三）"),
        ("第一章 ", "第二章 ", "第三章 "),
        ("第1节 ", "第2节 ", "第3节 "),
        ("1. ", "2. ", "3. "),
        ("（1）", "（2）", "（3）"),
        ("① ", "② ", "③ "),
        ("1.1 ", "1.2 ", "1.3 "),
    ],
)
def test_numbers_that_count_on_over_texts_are_headings(marks):
    names = ["工作回顾", "主要问题", "今后打算"]
    text = "\n".join(f"{m}{n}\n{BODY}" for m, n in zip(marks, names, strict=True))
    wanted = [(1, f"{m}{n}") for m, n in zip(marks, names, strict=True)]
    assert heads(text) == wanted


def test_numbers_line_under_line_are_a_list():
    items = "1、旧书没有更新\n2、馆员偏少\n3、盲文图书没有"
    assert heads(f"{BODY}\n{items}\n{BODY}") == []


def test_text_before_the_first_heading_is_the_introduction():
    document, _ = read(
        f"{BODY}\n一、甲事\n{BODY}\n二、乙事\n{BODY}".encode(), name="a.txt"
    )
    assert document.sections[0].heading is None
    assert [p.text for p in document.sections[0].paragraphs] == [BODY]


def test_a_text_without_headings_has_none():
    assert heads("\n".join([BODY] * 12)) == []
    assert heads("\n".join(["“走吧。”他说。", BODY] * 9)) == []


def test_a_numbered_sentence_with_text_behind_it_is_a_run_in_head():
    text = f"一、甲事\n（一）深化改革，扩大开放。{BODY}\n（二）改善民生。{BODY}"
    document, _ = read(text.encode(), name="a.txt", title="")
    run_in = [p.run_in for p in document.paragraphs]
    assert run_in == ["（一）深化改革，扩大开放", "（二）改善民生"]


def test_lines_in_capitals_are_headings_of_an_english_text():
    body = (
        "The river was low that year, and nobody crossed it without getting wet. " * 2
    )
    text = f"THE FORD\n{body}\n{body}\nTHE OTHER SIDE\n{body}\n{body}"
    assert heads(text) == [(1, "THE FORD"), (1, "THE OTHER SIDE")]


def test_as_many_lines_are_chosen_as_promise_the_best_f1():
    likely = {0: 0.9, 5: 0.8, 9: 0.3, 12: 0.05}
    assert choose_headings(likely, surest=0.5, least=0.25) == {0, 5}
    assert choose_headings(likely, surest=0.95, least=0.25) == set()


def test_the_trees_are_small_and_every_node_is_whole():
    kept = (
        files("handout.read.structure.scorer") / "trees" / "headings.json"
    ).read_text("utf-8")
    assert len(kept) < 200_000
    looks = json.loads(kept)
    assert set(looks) == {"first", "second"}
    waiting = [tree for look in looks.values() for tree in look["trees"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            feature, threshold, *below = node
            assert 0 <= feature < 160
            assert isinstance(threshold, float)
            assert len(below) == 2
            waiting += below


def test_questions_in_talk_written_down_are_no_headings():
    talk = [
        "大家下午好，我先说两句。",
        "那为什么要读书？",
        "我想了很久，也没有想明白。",
    ]
    assert heads("\n".join(talk * 12)) == []


def test_each_look_has_all_the_figures_its_trees_ask_for():
    from handout.read.structure.scorer.neighbours import (
        Surroundings,
        features,
        heading_candidates,
    )
    from handout.read.structure.scorer.second_look import Company

    lines = ["一、甲事", BODY, "二、乙事", BODY, "图一", BODY]
    around = Surroundings(lines, "题目")
    first = {place: features(around, place) for place in heading_candidates(lines)}
    company = Company(around, dict.fromkeys(first, 0.5))
    second = {place: [*line, *company.figures(place)] for place, line in first.items()}
    kept = json.loads(
        (files("handout.read.structure.scorer") / "trees" / "headings.json").read_text()
    )
    for name, figures in (("first", first), ("second", second)):
        (size,) = {len(line) for line in figures.values()}
        assert max(asked(kept[name]["trees"])) < size


def asked(trees):
    """The places of the figures that trees ask for."""
    for node in trees:
        if isinstance(node, list):
            yield node[0]
            yield from asked(node[2:])


def test_a_second_look_sees_that_a_line_is_like_those_that_are_likely():
    from handout.read.structure.scorer.neighbours import Surroundings
    from handout.read.structure.scorer.second_look import Company

    lines = ["一、甲事", BODY, "二、乙事", BODY, "三、丙事", BODY, "图一", BODY]
    found = {0: 0.9, 2: 0.9, 4: 0.3, 6: 0.3}
    company = Company(Surroundings(lines, ""), found)
    numbered, bare = company.figures(4), company.figures(6)
    assert max(numbered[6:9]) > max(bare[6:9])


def test_more_lines_than_a_book_has_are_not_scored(monkeypatch):
    from handout.read.structure import scorer

    lines = ["甲事", BODY, "乙事", BODY]
    assert scorer.scores(lines, "")
    monkeypatch.setattr(scorer, "_MOST_LINES", 1)
    assert scorer.scores(lines, "") == {}
