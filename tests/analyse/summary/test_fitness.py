import pytest

from handout.analyse import analyse
from handout.analyse.bulk import one_section
from handout.analyse.summary.fitness import Fitness, fitness
from handout.model.options import AnalyseOptions


@pytest.mark.parametrize(
    "text",
    [
        "（完）",
        "好的。",
        "科学原理：",
        "第三季度\t92%\t合格。",
        "适用型号：RY-300",
        "安全注意事项",
        "W← W-η/(√s+ε)",
    ],
)
def test_a_summary_never_holds_a_scrap_a_label_or_a_row(text):
    assert fitness(text) == Fitness.NEVER


@pytest.mark.parametrize(
    "text",
    [
        "它为什么只在夜里活动？",
        "红色按键暂未使用。",
        "加班须在系统中提交申请并由主管审批",
    ],
)
def test_questions_absences_and_lines_without_an_end_wait_for_better_ones(text):
    assert fitness(text) == Fitness.AT_NEED


@pytest.mark.parametrize(
    "text",
    [
        "实践出真知。",
        "病人无明显不适，三天以后可以出院，半年内每月复查一次，其间不要饮酒。",
        "The station opens in May.",
        "奶奶说：“有个女孩多好。”",
    ],
)
def test_whole_sentences_come_first(text):
    assert fitness(text) == Fitness.WHOLE


def test_a_summary_is_no_more_than_half_of_a_short_section():
    text = "水稻喜欢水。浅水层抑制无效分蘖。扬花期不能断水。"
    found = analyse(one_section("水稻", text), AnalyseOptions())

    assert len(found.sections[0].summary) == 2


def test_a_section_of_scraps_has_no_summary():
    found = analyse(one_section("", "（完）\n目录\n版本：2.1\n"), AnalyseOptions())

    assert not found.sections[0].summary
    assert "no-sentences" in [notice.code for notice in found.notices]


@pytest.mark.parametrize("text", ["“一个说：‘这孩子将来要发财的。’", "所以他走了。”"])
def test_half_a_quotation_waits_for_better_ones(text):
    assert fitness(text) == Fitness.AT_NEED


def test_a_command_is_no_sentence():
    assert fitness("# grub-install --target=x86_64-efi 装到硬盘上。") == Fitness.NEVER
