from dataclasses import replace

from handout.analyse import analyse
from handout.analyse.bulk import one_section
from handout.model.document import Aside, Emphasis
from handout.model.options import AnalyseOptions

SENTENCES = (
    "数字孪生把现实中的设备搬进计算机。工程师在数字孪生里先试新的工艺。"
    "传感器网络每秒送来上万条读数，预测性维护就建立在这些读数上。"
    "预测性维护让停机时间减少了一半，停机时间就是工厂的成本。"
)


def phrases(text: str, title: str = "", **options) -> list[str]:
    found = analyse(one_section(title, text), AnalyseOptions(**options))
    return [p.text for p in found.keyphrases]


def test_a_short_section_is_not_padded():
    assert len(phrases("练天鹅臂要先活动肩膀，再做手臂绕环，每天十分钟。")) <= 2
    assert phrases("今天下雨了。") == []


def test_at_most_three_phrases_come_from_one_sentence():
    text = (
        "本机采用前置滤芯、活性炭滤芯、反渗透膜、后置滤芯、紫外线灯、童锁开关和防干烧装置。"
        + SENTENCES
    )
    first = text.split("。", 1)[0]

    assert sum(p in first for p in phrases(text, phrases=20)) <= 3


def test_a_section_of_two_sentences_has_the_phrases_of_one():
    text = "预测性维护让停机时间减少一半。传感器网络每秒送来上万条读数。"
    found = phrases(text, phrases=20)

    assert found
    assert len({p in text.split("。")[0] for p in found}) == 1


def test_a_range_of_phrases_has_a_least():
    few = phrases(SENTENCES, phrases=20)
    more = phrases(SENTENCES, phrases=20, phrases_least=len(few) + 2)

    assert len(more) >= len(few) + 2


def test_what_is_pinned_passes_the_door():
    assert "每秒" in phrases(SENTENCES, pinned=("每秒",))


def test_whoever_is_named_in_a_form_is_in_no_phrase():
    document = one_section(
        "例会",
        "出席：物业公司经理邹一凯、孟思洁\n记录：孟思洁\n"
        "邹一凯汇报电梯更新方案。电梯更新方案由孟思洁起草，电梯更新费用由业主分摊。",
    )
    found = analyse(document, AnalyseOptions(phrases=20, phrases_least=20))

    assert found.keyphrases
    assert not [
        p.text for p in found.keyphrases if "一凯" in p.text or "思洁" in p.text
    ]


def test_a_name_with_a_title_is_no_second_row():
    text = (
        "白岳山同志来到山区。白岳山同志修好了水渠。村民都说白岳山是好人，白岳山没有走。"
        "水渠灌溉了梯田，梯田种上了水稻。"
    )
    found = phrases(text, phrases=20, phrases_least=20)

    assert len({"白岳山", "白岳山同志"} & set(found)) == 1


def test_bold_words_and_defined_terms_come_first():
    text = (
        "水稻是半水生作物。浅水层可以抑制无效分蘖，合理密植决定了群体结构。"
        "所谓“晒田”，就是在分蘖末期把水排干。"
    )
    document = one_section("", text)
    (section,) = document.sections
    (paragraph,) = section.paragraphs
    at = text.index("群体结构")
    bold = replace(paragraph, emphasis=(Emphasis(at, at + 4, "strong"),))
    marked = replace(document, sections=(replace(section, paragraphs=(bold,)),))
    found = analyse(marked, AnalyseOptions(phrases=3, explain=True))

    assert {"群体结构", "晒田"} <= {p.text for p in found.keyphrases}
    reasons = {text: [name for name, _ in why] for text, why in found.reasons}
    assert "set in bold or italics" in reasons["群体结构"]
    assert "defined here" in reasons["晒田"]


def test_people_of_lines_that_were_set_aside_are_in_no_phrase_either():
    body = one_section(
        "例会", "孟思洁通报了充电棚的选址。充电棚由孟思洁负责，充电棚建在东门。"
    )
    form = Aside("记录：孟思洁", "a line of the form", 0, 1, "record")
    found = analyse(replace(body, asides=(form,)), AnalyseOptions(phrases_least=8))

    assert found.keyphrases
    assert not [p.text for p in found.keyphrases if "思洁" in p.text]
