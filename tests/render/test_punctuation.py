"""Half-width marks between Han are printed full-width, and nothing else changes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.render.punctuation import on_paper


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("不忘初心,方得始终", "不忘初心，方得始终"),
        ("提出:“四个意识”", "提出：“四个意识”"),
        ("党校(国家行政学院)学员", "党校（国家行政学院）学员"),
        ("使用WeasyPrint,并打印", "使用WeasyPrint，并打印"),
        ("为什么?因为", "为什么？因为"),
        ("真的!", "真的！"),
        ("第一;第二", "第一；第二"),
        ("“学习”,“思考”", "“学习”，“思考”"),
        ("下午3:30开会", "下午3:30开会"),
        ("共3,400字", "共3,400字"),
        ("见http://a.b/c,谢谢", "见http://a.b/c，谢谢"),
        ("调用f(x)得到", "调用f(x)得到"),
        ("Yes, no (maybe): ok?", "Yes, no (maybe): ok?"),
        ("排版引擎(WeasyPrint)很快", "排版引擎（WeasyPrint）很快"),
    ],
)
def test_a_mark_is_widened_where_chinese_stands_beside_it(source, printed):
    assert on_paper(source) == printed


@settings(derandomize=True, max_examples=300)
@given(st.text(alphabet="中文a1 ,:;?!()“”。\n"))
def test_the_mapping_keeps_the_length_and_is_done_once(text):
    printed = on_paper(text)

    assert len(printed) == len(text)
    for before, after in zip(text, printed, strict=True):
        assert before == after or (before, after) in set(
            zip(",:;?!()", "，：；？！（）", strict=True)
        )


@pytest.mark.parametrize(
    "text", ["动能是(1/2)mv²，", "设x_(ij)、", "等于√(2)。", "即(a+b)²，", "为e^(x)的"]
)
def test_brackets_of_a_formula_stay_as_they_are(text):
    assert on_paper(text) == text
