import pytest

from handout.analyse import analyse
from handout.analyse.bulk import one_section
from handout.analyse.words.form import speakers
from handout.analyse.words.prose import BLANK, item_number, prose
from handout.model.document import Paragraph
from handout.model.options import AnalyseOptions


def read_of(*texts: str, kind: str = "text") -> list[str]:
    """What is left of paragraphs, without blanks."""
    given = tuple(Paragraph(n, t, 0, n, kind=kind) for n, t in enumerate(texts, 1))
    found = prose(given, speakers(texts))
    return [one.paragraph.text.replace(BLANK, "") for one in found]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("详情见https://example.org/a?b=1。欢迎投稿。", "详情见。欢迎投稿。"),
        ("写信到desk@example.org即可。", "写信到即可。"),
        ("<p>除夕吃团圆饭。</p>", "除夕吃团圆饭。"),
        ("点选择类型![录点](a.png)以后保存。", "点选择类型以后保存。"),
        ("死亡率下降[12]，寿命延长[^a]。", "死亡率下降，寿命延长。"),
        ("动能是 $E_k=\\frac{1}{2}mv^2$，单位是焦耳。", "动能是 ，单位是焦耳。"),
        ("::: warning 注意通电。", " 注意通电。"),
        ("配置写在/etc/default/grub里。", "配置写在里。"),
        ("（二）推进绿色发展。", "推进绿色发展。"),
        ("3. 打开后盖。", "打开后盖。"),
    ],
)
def test_what_is_not_prose_is_blanked_inside_a_paragraph(text, left):
    assert read_of(text) == [left]


@pytest.mark.parametrize(
    "text",
    [
        "时间：2026年3月5日19:00",
        "主持人：高洁",
        "图2-1 三类企业的产量",
        "表3 各季度准时率",
        "〔对课〕旧时学习词句的功课。",
        "[3] 王强. 民间借贷研究[M]. 北京: 大众出版社, 2019.",
        "第一章 概述…………………… 3",
        "首页 | 产品 | 文档 | 社区 | 关于",
        "记者：这口井后来怎样了？",
    ],
)
def test_lines_that_are_not_prose_are_not_read(text):
    assert read_of(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "2.5毫米的钢板足够承重。",
        "价格从$5涨到了$7，涨幅不小。",
        "3月5日，图书馆重新开放。",
        "图1年销售额翻了一番，这让大家吃惊，也让对手紧张。",
        "时间：它从不等人，也从不回头，这一点每个老人都懂。" * 8,
        "他说：“今天就走。”",
        "a < b 而且 c > d，所以 b 居中。",
    ],
)
def test_prose_that_looks_like_it_is_left_alone(text):
    assert read_of(text) == [text]


def test_nothing_is_read_behind_the_heading_of_a_bibliography():
    assert read_of("正文讲水稻。", "参考文献", "李明：水稻栽培，2020年。") == [
        "正文讲水稻。",
        "",
        "",
    ]


def test_code_is_not_read():
    assert read_of("for i in range(3): print(i)", kind="code") == [""]


def test_the_tags_of_speakers_are_blanked_where_they_come_again():
    talk = ("陆老师：井要深。", "汤师傅：水要清。", "陆老师：人要勤。", "汤师傅：对。")

    assert read_of(*talk) == ["井要深。", "水要清。", "人要勤。", "对。"]
    assert read_of("我的看法：井要深。") == ["我的看法：井要深。"]


def test_blanks_keep_every_place():
    text = "见https://example.org，另见<b>附录</b>。"
    (one,) = prose((Paragraph(1, text, 0, 1),))

    assert len(one.paragraph.text) == len(text)
    assert one.paragraph.text.index("另见") == text.index("另见")


def test_the_number_of_an_item_is_not_part_of_its_sentence():
    assert item_number("（三）强化监督。") == "（三）"
    assert item_number("2026年出台。") == ""


def test_an_address_gives_no_phrase_and_a_number_is_never_cut():
    text = (
        "活动网址是https://example.org/signup。补贴共36,000元，培训补贴按季度发放。"
        "培训补贴由社区办理，19:00以后停止办理。"
    )
    found = analyse(one_section("", text), AnalyseOptions(phrases=20))
    phrases = [p.text for p in found.keyphrases]

    assert "培训补贴" in phrases
    assert not [p for p in phrases if p.startswith(("000", "00", "http", "example"))]
