"""Invisible hints stand where Chinese lines may break, may not, or have a gap."""

from xml.etree import ElementTree

import pytest

from handout.printing.lines import hints as break_hints


def visible(text):
    return text.replace("\u200b", "|").replace("\u2060", "~").replace("\u2005", "_")


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("他说“好”的", "他说|“好”|的"),
        ("他说：“好。”", "他说：|“好。”"),
        ("增强“四个意识”、坚定", "增强|“四个意识”、坚~定"),
        ("“想头”“盼头”", "“想头”|“盼~头”"),
        ("“‘四个’意识”（甲）", "“‘四个’|意识”|（甲）"),
        ("（“甲”）", "（“甲”）"),
        ("“甲”APP", "“甲”|APP"),
        ("don’t say “no” here", "don’t say “no” here"),
        ("卡尔·马克思", "卡尔~·马克思"),
        ("北京～上海—广州", "北京~～上海~—广~州"),
        ("春天——也", "春天~——也"),
        ("好。——某某“好。”——某某", "好。——某某|“好。”——某~某"),
        ("等等……好", "等等……好"),
        ("甲／乙，和/或，a/b", "甲~／~乙，和/~或，a/b"),
        ("用AB和7，α与5%都", "用_AB_和_7，α_与_5%都"),
        ("用 AB 和", "用 AB 和"),
        ("到2019年，第3章，5 km", "到_2019_~年，第_~3_~章，5 ~km"),
        ("意见①和[12]", "意见~①和~[12]"),
        ("这样结束的段落。”", "这样结束的段~落。”"),
        ("这样结束。好。", "这样结束。好。"),
        ("不太长的。", "不太长的。"),
        ("这里只有一个GDP增。", "这里只有一个_GDP_~增。"),
        ("从10～12时到2019-2020年的", "从_10~～~12_~时到_2019-~2020_~年~的"),
        (
            "see example.org/long/address_of/it",
            "see example.|org/|long/|address_of/it",
        ),
        ("3.14159265358979323", "3.14159265358979323"),
        ("——开头，·也是", "——开头，~·也~是"),
        ("a · b", "a · b"),
        ("", ""),
    ],
)
def test_hints_stand_where_a_line_may_or_may_not_break(text, hinted):
    found = break_hints.hints(text)

    assert visible(found) == hinted
    assert break_hints.hints(found) == found
    assert break_hints.without_hints(found) == text


@pytest.mark.parametrize(
    ("source", "hinted"),
    [
        ("<p>他说<u>“甲”</u>，好</p>", "<p>他说|<u>“甲”</u>，好</p>"),
        ("<p>用<u>AB</u>和<u>甲</u>C</p>", "<p>用_<u>AB</u>|_和<u>甲</u>|_C</p>"),
        ("<p>到<u>2019</u>年</p>", "<p>到_<u>2019</u>_~年</p>"),
        ("<p>他说<u>“甲”</u>的</p>", "<p>他说|<u>“甲”|</u>的</p>"),
        ("<p><b>卡<i>尔</i></b>·马</p>", "<p><b>卡<i>尔~</i></b>·马</p>"),
        ("<p>甲<b /><i>“乙”</i></p>", "<p>甲|<b /><i>“乙”</i></p>"),
        ("<div>甲<p>“乙”</p>“丙”</div>", "<div>甲<p>“乙”</p>“丙”</div>"),
        ("<p>甲<br />“乙”</p>", "<p>甲<br />“乙”</p>"),
        ("<p>甲<code>乙“丙</code>“丁”</p>", "<p>甲<code>乙“丙</code>“丁”</p>"),
        ("<p>甲<!--x“y-->“乙”</p>", "<p>甲|<!--x“y-->“乙”</p>"),
    ],
)
def test_hints_see_across_inline_elements_only(source, hinted):
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    root = ElementTree.fromstring(source, parser)

    break_hints.add_hints(root)

    assert visible(ElementTree.tostring(root, "unicode")) == hinted


@pytest.mark.parametrize(
    "name", ["style", "script", "svg", "title", "meta", "textarea", "pre", "code"]
)
def test_what_is_not_running_text_keeps_its_text(name):
    root = ElementTree.Element("body")
    ElementTree.SubElement(ElementTree.SubElement(root, name), "b").text = "甲“乙”丙"
    root[0].text = "甲“乙”丙"

    break_hints.add_hints(root)

    assert "".join(root.itertext()) == "甲“乙”丙" * 2


def test_the_strict_rule_keeps_dashes_and_dots_off_the_line_start():
    text = "好。——某，等等……a"

    assert visible(break_hints.hints(text, strict=True)) == "好。~——某，等等~……a"
    assert visible(break_hints.hints(text)) == "好。——某，等等……a"


def test_a_document_asks_for_the_strict_rule_on_its_root():
    root = ElementTree.fromstring("<html data-lines='strict'><p>等等……好</p></html>")

    break_hints.add_hints(root)

    assert visible("".join(root.itertext())) == "等等~……好"


def test_a_number_that_stands_apart_gets_no_gap():
    root = ElementTree.fromstring("<p><b data-apart=''>1</b>这一段的最后</p>")

    break_hints.add_hints(root)

    assert visible("".join(root.itertext())) == "1这一段的最~后"


def test_the_last_two_characters_stay_together_across_elements():
    root = ElementTree.fromstring("<p>这一段的最<b>后</b>。</p>")

    break_hints.add_hints(root)

    assert visible("".join(root.itertext())) == "这一段的最~后。"


@pytest.mark.parametrize("sign", ["7", "a", "é", "=", "！"])
def test_a_run_without_end_may_break_within(sign):
    text = "编号" + sign * 1_000 + "。"

    hinted = break_hints.hints(text)

    assert break_hints.without_hints(hinted) == text
    longest = max(map(len, hinted.split("\u200b")))
    assert longest < 30 or sign == "！"


def test_a_long_word_is_left_to_itself():
    word = "a" * 60

    assert "\u200b" not in break_hints.hints(f"学 {word} 习")
