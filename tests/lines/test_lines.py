"""Each line keeps the rules of Chinese layout; the same cases measure others too."""

import sys
from pathlib import Path

import pytest

from handout.preflight.pages.page import Glyph

judge = sys.modules["judge"]
CASES = judge.cases()


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.rule}-{case.plain[:12]}-{case.ems:g}em"
)
def test_what_must_hold_of_a_line_holds(case, printed_cases):
    lines = printed_cases[case]

    assert judge.broken(case, lines) == [], judge.texts(lines)


def test_there_are_enough_cases_and_every_claim_is_used():
    claims = {claim.split(" ")[0] for case in CASES for claim in case.must}

    assert len(CASES) > 60
    assert claims == set(judge.CLAIMS)


def line(text, *, size=10.5, gap=0.0):
    return [
        Glyph(char, x, x + size, x + 1, x + size - 1, 0, size, "")
        for i, char in enumerate(text)
        for x in [i * size * (1 + gap)]
    ]


@pytest.mark.parametrize(
    ("claim", "text", "lines"),
    [
        ("flush", "一二三四", [line("一二"), line("三四")]),
        ("starts-not ，", "一，二", [line("一"), line("，二")]),
        ("ends-not （", "一（二", [line("一（"), line("二")]),
        ("together 12", "一12", [line("一1"), line("2")]),
        ("line 1 一二", "一二", [line("一"), line("二")]),
        ("pair 。（", "一。（二", [line("一。（二")]),
        ("wide ， 0.5", "一，二", [line("一，二")]),
        ("gap 一A 0.25", "一A", [line("一A")]),
        ("gap W-tight ，W", "，W", [line("，W", gap=0.25)]),
        ("gap-at-most 0.25", "一二三", [line("一二", gap=0.5), line("三")]),
        ("unstretched 12", "12", [line("12", gap=0.2)]),
        (
            "even-left",
            "“一",
            [[Glyph("“", 0, 10, 5, 9, 0, 10.5, "")]],
        ),
        ("last-at-least 2", "一二。", [line("一"), line("二。")]),
        ("clean", "一二", [line("一 二")]),
    ],
)
def test_the_judge_finds_what_does_not_hold(claim, text, lines):
    case = judge.Case("X", text, 3.0, (claim,))

    assert judge.broken(case, lines) == [claim]


def test_no_case_overflows_its_measure_but_by_what_cannot_break(printed_cases):
    over = {
        case.text[:8]
        for case, lines in printed_cases.items()
        for one in lines
        if one[-1].ink_right > case.measure + 0.5
    }

    # An address, and a line of nothing but marks: neither may break anywhere.
    assert over <= {"https://", "，。、；：？！，"}


def test_the_cases_stand_where_the_benchmark_looks():
    assert Path(judge.__file__).with_name("cases.toml").is_file()
