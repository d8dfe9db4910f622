import pytest

from handout.read.structure.front.names import is_name, is_unit, may_be_name


@pytest.mark.parametrize(
    "text",
    ["叶知秋", "邱　岳", "欧阳牧野", "安娜·科瓦列娃", "簡如蘭", "Ruth Abernathy"],
)
def test_a_surname_or_the_form_of_a_foreign_name_makes_a_name(text):
    assert is_name(text)


@pytest.mark.parametrize("text", ["方法", "安装", "时间", "关于", "常见问题", "高血压"])
def test_a_common_word_that_begins_like_a_surname_is_not_a_name(text):
    assert not is_name(text)


@pytest.mark.parametrize("text", ["前言", "引言", "总则"])
def test_the_head_of_an_opening_is_not_a_pen_name(text):
    assert not may_be_name(text, word=True)


@pytest.mark.parametrize("text", ["学生工作处", "云泽市教育局", "编辑部"])
def test_the_name_of_an_office_is_known_by_its_end(text):
    assert is_unit(text)
