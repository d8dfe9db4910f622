import pytest

from handout.analyse.phrases.empty_phrases import (
    is_clause,
    is_empty,
    is_label,
    opens_inside,
)


@pytest.mark.parametrize(
    "text",
    [
        "三根火柴",
        "第五天的结果",
        "一个男孩",
        "上千人",
        "一半地方",
        "三名选手",
        "各乡镇",
        "去年冬天",
        "子夏曰",
        "文献表明",
        "如下图示",
        "点击右上角",
        "左下角",
        "这些资料",
        "有的窗口",
        "在我看来",
        "参考资料",
        "图3",
        "A区",
        "第一场",
        "A1286",
    ],
)
def test_amounts_labels_steps_and_formulas_of_speech_are_empty(text):
    assert is_empty(text)


@pytest.mark.parametrize(
    "text",
    [
        "四个意识",
        "各向异性",
        "三道防线",
        "第二次信息化浪潮",
        "一国两制",
        "一次性告知",
        "本草纲目",
        "分布式文件系统",
        "COVID-19",
        "图灵机",
        "年度报告",
        "光合作用",
    ],
)
def test_names_of_things_are_not_empty(text):
    assert not is_empty(text)


def test_a_label_is_no_name_of_a_point():
    assert is_label("第一场")
    assert is_label("重点提示") or is_label("提示")
    assert not is_label("强化理论武装")


def test_a_phrase_that_was_cut_at_its_front_says_so():
    assert opens_inside(["与", "私部门"])
    assert opens_inside(["经常", "考"])
    assert not opens_inside(["为", "人民", "服务"])


def test_a_word_that_makes_a_clause_is_behind_the_first():
    assert is_clause(["菜", "总", "差", "一口气"])
    assert not is_clause(["将", "军"])
