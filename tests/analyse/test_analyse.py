import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handout.analyse import analyse
from handout.analyse.bulk import one_section
from handout.analyse.phrases.candidates import named_candidates
from handout.analyse.phrases.selection import select
from handout.analyse.words.passage import passages
from handout.model.document import Document, Heading, Section
from handout.model.options import AnalyseOptions
from handout.read import read

SEED = Path(__file__).parents[2] / "seeds" / "sample-article.txt"
TEXT = (
    "数字孪生是把现实中的设备搬进计算机的技术。工程师在数字孪生里先试一遍新的工艺，"
    "再到车间里做。这样可以少走弯路。\n"
    "数字孪生离不开传感器网络。传感器网络每秒送来上万条读数，预测性维护就建立在这些读数上。"
    "预测性维护让停机时间减少了一半。\n"
    "工厂为什么愿意花这笔钱？因为停机时间就是成本，而数字孪生把成本降了下来。"
)


# Whatever comes in: a sensible result or an empty one with a notice.
STRANGE = {
    "one sentence": "知识与能力之间的桥梁是实践。",
    "one word": "实践",
    "no word": "……！？——",
    "a table": "| 年份 | 产量 |\n| --- | --- |\n| 2020 | 35 |\n| 2021 | 42 |",
    "verse": "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。",
    "names": "张伟 王芳 李娜 刘洋 陈静 杨帆 赵磊 黄敏 周杰 吴倩",
    "OCR noise": "冖 强化 理 论武 装 . 。 丨丨 囗 0O l1 党 员 领 导 卜 部 。 、",
    "emoji": "🎉🎉 今天发布 🚀 新版本 👩‍👩‍👧‍👦 支持离线阅读 😀😀😀",
    "control characters": "第一\x00段\ufffe文字\u200b。第二段文字。",
    "half a pair": "坏\ud83d字符在这里。好的字符也在这里。",
    "digits": "2023年12月31日 1,234 56% 第三 十二 3.14",
    "English": "One sentence only",
    "a formula": "E = mc^2；∑(x_i) = 0",
}
_CLAUSES = st.sampled_from(
    [
        "加强理论武装",
        "四个意识",
        "，",
        "。",
        "“一带一路”",
        "的",
        "open",
        "source",
        "和",
        "！",
        "推进改革",
        "基层治理",
        "是",
        "干部",
        "、",
        "《论语》",
        "3月5日",
        "？",
        "不忘初心",
        "\n",
    ]
)


@pytest.fixture(scope="module")
def seed() -> Document:
    return read(SEED.read_bytes(), name=SEED.name)[0]


def texts(found):
    return [item.text for item in found]


def phrases_of(text: str, **options) -> list[str]:
    found = analyse(one_section("", text), AnalyseOptions(**options))
    return texts(found.keyphrases)


def test_every_run_in_head_of_the_sample_stands_in_its_table(seed):
    tables = [texts(s.keyphrases) for s in analyse(seed, AnalyseOptions()).sections]

    assert {"强化理论武装", "强化目标引领", "强化价值追求"} <= set(tables[1])
    assert {"注重基层磨砺", "注重多岗交流", "注重一线成才"} <= set(tables[2])
    assert {"增强善于学习的本领", "增强狠抓落实的本领", "增强驾驭风险的本领"} <= set(
        tables[3]
    )
    assert {"为担当者遮风挡雨", "为实干者加油鼓劲", "为失误者指航引路"} <= set(
        tables[4]
    )


def test_numeral_formulas_of_the_sample_stand_in_its_tables(seed):
    tables = [texts(s.keyphrases) for s in analyse(seed, AnalyseOptions()).sections]

    assert {"四个意识", "四个自信", "两个维护", "两个一百年"} <= set(tables[1])
    assert "三个区分开来" in tables[4]


def test_a_summary_holds_no_run_in_head_no_question_and_no_pointing_opening(seed):
    found = analyse(seed, AnalyseOptions())

    for sentence in [s for part in found.sections for s in part.summary]:
        assert len(sentence.text) > 14
        assert not sentence.text.endswith(("？", "?"))
        assert not sentence.text.startswith(("这", "但", "因此"))


def test_the_overview_takes_sentences_from_several_sections(seed):
    found = analyse(seed, AnalyseOptions())
    last = [section.all_paragraphs[-1].number for section in seed.sections]
    places = {sum(s.paragraph > n for n in last) for s in found.overview}

    assert len(places) >= 4


def test_a_question_and_a_sentence_that_points_back_wait_for_better_ones():
    found = analyse(one_section("", TEXT), AnalyseOptions(summary_sentences=3))

    assert not any(
        t.startswith("这样") or t.endswith("？") for t in texts(found.overview)
    )


def test_a_budget_of_characters_takes_the_place_of_a_number_of_sentences():
    options = AnalyseOptions(summary_chars=20)
    found = analyse(one_section("", TEXT), options)

    assert len(found.overview) == 1


def test_a_text_without_a_title_is_summed_up_by_its_opening_first():
    found = analyse(one_section("", TEXT), AnalyseOptions(summary_sentences=1))

    assert texts(found.overview) == ["数字孪生是把现实中的设备搬进计算机的技术。"]


def test_a_user_word_is_kept_whole_and_comes_into_the_table():
    before = phrases_of(TEXT, phrases=2)

    assert "一遍新的工艺" not in before
    assert "一遍新的工艺" in phrases_of(TEXT, phrases=2, user_words=("一遍新的工艺",))


def test_a_stop_word_takes_its_phrases_out_of_the_table():
    before = phrases_of(TEXT)
    after = phrases_of(TEXT, stop_words=("预测性维护", "数字孪生"))

    assert "数字孪生" in before
    assert not any(p.startswith("数字孪生") for p in after)


def test_a_pinned_phrase_comes_first_and_a_dropped_one_never():
    assert phrases_of(TEXT, pinned=("少走弯路",))[0] == "少走弯路"
    assert "数字孪生" not in phrases_of(TEXT, dropped=("数字孪生",))


def test_a_pinned_phrase_that_the_text_does_not_say_is_not_invented():
    assert "人工智能" not in phrases_of(TEXT, pinned=("人工智能",))


def test_one_section_may_have_numbers_of_its_own(seed):
    options = AnalyseOptions(phrases_in=((2, 3),), sentences_in=((2, 1),))
    found = analyse(seed, options)

    assert len(found.sections[1].keyphrases) == 3
    assert len(found.sections[1].summary) == 1
    assert len(found.sections[2].keyphrases) == 8


def test_reasons_are_given_when_asked_for():
    plain = analyse(one_section("", TEXT), AnalyseOptions())
    told = analyse(one_section("", TEXT), AnalyseOptions(explain=True))

    reasons = dict(told.reasons)

    assert plain.reasons == ()
    assert all(reasons[item.text] for item in [*told.keyphrases, *told.overview])
    assert texts(told.keyphrases) == texts(plain.keyphrases)


def test_traditional_text_is_analysed_like_simplified_and_keeps_its_characters():
    simple = (
        "国家实验室建设取得进展。国家实验室聚集了顶尖科学家，关键核心技术有了突破。"
    )
    traditional = (
        "國家實驗室建設取得進展。國家實驗室聚集了頂尖科學家，關鍵核心技術有了突破。"
    )
    one = analyse(one_section("", simple), AnalyseOptions())
    other = analyse(
        replace(one_section("", traditional), language="zh-TW"), AnalyseOptions()
    )

    assert [(p.paragraph, p.start) for p in one.keyphrases] == [
        (p.paragraph, p.start) for p in other.keyphrases
    ]
    assert all(p.text in traditional for p in other.keyphrases)


def test_an_english_table_holds_noun_phrases_without_stop_words():
    text = (
        "Open source software changes how teams work. The Apache Foundation hosts many "
        "open source projects. A project needs a community of maintainers. Most "
        "maintainers of open source projects are volunteers."
    )
    found = phrases_of(text)

    assert "Apache Foundation" in found
    assert any("open source" in p.lower() for p in found)
    assert not any(p.lower().split()[0] in {"the", "a", "of"} for p in found)


def checked(document: Document, **options):
    found = analyse(document, AnalyseOptions(**options))
    paragraphs = {p.number: p.text for p in document.paragraphs}
    sentences = [s for part in found.sections for s in part.summary]
    phrases = [p for part in found.sections for p in part.keyphrases]
    for item in [*sentences, *phrases, *found.overview, *found.keyphrases]:
        end = item.start + len(item.text)
        assert item.text
        assert paragraphs[item.paragraph][item.start : end] == item.text
    for table in [found.keyphrases, *(part.keyphrases for part in found.sections)]:
        texts = [p.text for p in table]
        for text in texts:
            assert texts.count(text) == 1
            for longer in [t for t in texts if text in t and text != t]:
                assert says_alone("\n".join(paragraphs.values()), text, longer)
    return found


def says_alone(text: str, shorter: str, longer: str) -> bool:
    around = [(m.start(), m.start() + len(longer)) for m in places_of(longer, text)]
    return any(
        not any(a <= m.start() and m.start() + len(shorter) <= b for a, b in around)
        for m in places_of(shorter, text)
    )


def places_of(phrase: str, text: str):
    return re.finditer(re.escape(phrase), text)


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_text_gives_what_it_has_and_nothing_more(name):
    found = checked(one_section("", STRANGE[name]))

    assert found.keyphrases or found.notices


@pytest.mark.parametrize("mark", ["。", "……", "！？", "”。"])
def test_marks_without_a_word_are_no_summary(mark):
    document, _ = read(f"{mark}\n".encode(), name="-")
    found = analyse(document, AnalyseOptions())
    assert not found.overview
    assert "no-sentences" in [notice.code for notice in found.notices]
    document, _ = read(f"实践出真知。\n{mark}\n".encode(), name="-")
    texts = [s.text for s in analyse(document, AnalyseOptions()).overview]
    assert texts == ["实践出真知。"]


def test_an_empty_document_gives_notices():
    codes = {n.code for n in checked(one_section("", "")).notices}

    assert codes == {"no-sentences", "no-phrases"}


def test_a_document_of_headings_alone_gives_notices():
    heading = Heading("一、", "加强理论学习", 1, 0, 1)
    document = Document("-", "zh-CN", 8, sections=(Section(heading, ()),))

    assert checked(document).notices


def test_a_sentence_of_fifty_thousand_characters_is_one_sentence():
    clause = "加强基层治理和服务，推进乡村振兴和产业发展，"
    text = clause * (50_000 // len(clause)) + "完成。"
    found = checked(one_section("", text))

    assert [s.text for s in found.overview] == [text]


def test_thanks_and_who_said_it_never_stand_in_a_table():
    text = (
        "谢谢主持人。王华明表示，社区食堂解决了吃饭难题。"
        "非常感谢。王华明表示，社区食堂要多办。"
    )
    found = {p.text for p in checked(one_section("", text)).keyphrases}

    assert "社区食堂" in found
    assert not {"谢谢主持人", "非常感谢", "王华明表示"} & found


def test_numbers_and_dates_never_stand_in_a_table():
    text = (
        "2023年12月，产量为35万吨，比上年增长12.5%。第三季度产量为9万吨，第四季度更多。"
    )
    found = checked(one_section("", text))

    assert not {"2023年", "12月", "2023年12月", "12.5%", "35万吨", "第三"} & {
        p.text for p in found.keyphrases
    }


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=400))
def test_any_text_is_answered_verbatim_and_alike_twice(text):
    document = one_section("", text)

    assert checked(document) == checked(document)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(_CLAUSES, max_size=120).map("".join), st.integers(0, 6))
def test_any_row_of_clauses_is_answered_verbatim_and_without_pieces(text, number):
    found = checked(one_section("基层治理", text), phrases=number, summary_sentences=2)

    assert len(found.keyphrases) <= number
    assert len(found.overview) <= 2


def test_a_piece_of_a_phrase_is_chosen_only_if_it_also_stands_alone():
    scores = {"知识图谱补全": 3.0, "知识图谱": 2.0, "图谱": 1.0}
    once = "知识图谱补全需要算法。知识图谱补全的目的是补上关系。"
    twice = "知识图谱补全需要算法。知识图谱是人工智能的基础。"

    assert chosen_from(once, scores) == ["知识图谱补全"]
    assert chosen_from(twice, scores) == ["知识图谱补全", "知识图谱"]


def chosen_from(text: str, scores: dict[str, float]) -> list[str]:
    part = passages(one_section("", text))[0]
    return select(scores, named_candidates(part, tuple(scores)), [], 8)


def test_a_numbered_run_in_head_stands_in_the_table_without_its_number():
    text = (
        "（一）推进绿色发展。加快建立法律制度和政策导向，建立健全经济体系。\n"
        "（二）着力解决突出环境问题。坚持全民共治、源头防治，实施大气污染防治行动。"
    )
    found = phrases_of(text)

    assert {"推进绿色发展", "着力解决突出环境问题"} <= set(found)
    assert not any(phrase.startswith(("（", "一", "二")) for phrase in found)


def test_a_long_run_in_statement_need_not_stand_in_the_table():
    text = (
        "使用下面的命令来获取这些信息。运行内核模块的列表命令。\n"
        "使用下面的命令来查找那些信息。运行磁盘分区的列表命令。"
    )
    found = phrases_of(text, phrases=2)

    assert "使用下面的命令来获取这些信息" not in found


def test_a_mixed_text_gives_names_in_both_scripts():
    text = (
        "Kubernetes 是一个容器编排平台。用 Kubernetes 部署应用时，"
        "容器编排由控制平面完成。"
        "负载均衡把请求分给各个容器，Kubernetes 监视它们。"
    )
    found = phrases_of(text)

    assert "Kubernetes" in found
    assert "容器编排" in " ".join(found)


def test_a_phrase_never_goes_across_a_space_between_chinese_characters():
    text = "加强 理论 武装 工作 推进 基层 治理 能力 建设。加强 理论 武装。"
    found = phrases_of(text)

    assert not [phrase for phrase in found if " " in phrase]
