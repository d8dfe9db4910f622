"""Corrections of the outline: found by their text, and a notice where they fit none."""

from pathlib import Path

import pytest
from accounts import outline, placed, set_aside

from handout.errors import ReadError
from handout.read import read
from handout.read.corrections import Correction, lines_wanted, load_corrections

SAMPLE = Path(__file__).parents[2] / "seeds" / "sample-article.txt"


def read_corrected(sidecar, content=None):
    content = content or SAMPLE.read_bytes()
    document, notices = read(
        content, name="a.txt", corrections=load_corrections(sidecar)
    )
    assert document.characters == placed(document) + set_aside(document)
    return document, notices


def test_a_sidecar_is_read_with_and_without_its_head():
    line = "- {line: 一、总则, is: heading, level: 2, after: 前文}"
    wanted = (Correction("一、总则", "heading", 2, "前文"),)
    assert load_corrections(line) == load_corrections(f"corrections:\n{line}") == wanted
    assert load_corrections("") == load_corrections("# nothing yet\n") == ()


def test_a_line_can_be_made_a_heading_and_a_heading_a_line():
    document, notices = read_corrected(
        "- {line: 筑牢信仰之基, is: text}\n"
        "- {line: 注重基层磨砺。不经历, is: heading, level: 2}\n"
    )
    levels = [level for level, _ in outline(document)]
    assert levels == [1, 2, 1, 1]
    assert document.paragraphs[1].text == "筑牢信仰之基,把稳思想之舵"
    assert not notices
    reasons = [s.heading.reason for s in document.walk() if s.heading]
    assert "said by a correction" in reasons


def test_a_line_can_be_kept_or_set_aside_or_named():
    document, _ = read_corrected(
        "- {line: 责任编辑, is: text}\n"
        "- {line: 为中国人民谋幸福, is: aside}\n"
        "- {line: 强化实践锻炼, is: title}\n"
    )
    assert document.paragraphs[-1].text.startswith("责任编辑")
    assert "set aside by a correction" in [aside.reason for aside in document.asides]
    assert document.title.text == "强化实践锻炼,注重基层磨砺"


def test_a_correction_survives_edits_of_the_source():
    text = SAMPLE.read_text("utf-8")
    edited = "新加的一段话，在最前面。\n\n" + text.replace(
        "筑牢信仰之基", "筑牢信念之基"
    )
    sidecar = "- {line: '筑牢信仰之基,把稳思想之舵', is: text}"
    document, notices = read_corrected(sidecar, edited.encode())
    assert not notices
    assert "筑牢信念之基,把稳思想之舵" in [p.text for p in document.paragraphs]


def test_a_correction_that_fits_no_line_is_a_notice():
    _, notices = read_corrected("- {line: 这一行早已不在这篇文章里了, is: heading}")
    assert [notice.code for notice in notices] == ["correction"]
    assert "这一行早已不在" in notices[0].message


def test_a_line_that_comes_twice_is_distinguished_by_the_line_before():
    body = "这一段是正文，有好几句话，也以句号结束。" * 3
    text = f"甲章\n{body}\n小结\n{body}\n乙章\n{body}\n小结\n{body}"
    sidecar = "- {line: 小结, is: heading, level: 2, after: 这一段}\n"
    document, _ = read_corrected(sidecar, text.encode())
    assert outline(document).count((2, "小结")) == 2
    sidecar = "- {line: 小结, is: text, after: 没有这样的一行}\n"
    _, notices = read_corrected(sidecar, text.encode())
    assert notices


@pytest.mark.parametrize(
    ("sidecar", "said"),
    [
        ("- {is: heading}", "says no line"),
        ("- {line: x, is: chapter}", "must be one of"),
        ("- {line: x, level: 9}", "level"),
        ("- {line: x, colour: red}", "unknown word"),
        ("- {line: [", "no YAML"),
        ("just words", "not a list"),
        ("- {line: x, level: 2019-13-45}", "level|YAML"),
    ],
)
def test_a_wrong_sidecar_is_refused_with_an_example(sidecar, said):
    with pytest.raises(ReadError, match=said) as caught:
        load_corrections(sidecar, name="a.outline.yaml")
    assert caught.value.where.startswith("a.outline.yaml")
    assert "is: heading" in caught.value.hint


@pytest.mark.parametrize(
    "sidecar",
    [
        "lines: keep\n",
        "lines: keep\ncorrections:\n- {line: 无此行, is: text}\n",
        "- lines: keep\n",
    ],
)
def test_the_sidecar_can_keep_the_lines_of_a_text(sidecar):
    found = load_corrections(sidecar, name="a.outline.yaml")
    assert lines_wanted(found) == "keep"


def test_lines_other_than_keep_or_join_are_refused():
    with pytest.raises(ReadError, match="keep or join"):
        load_corrections("lines: some\n", name="a.outline.yaml")


@pytest.mark.parametrize(
    "text",
    [
        '- line: !!int ""',
        '- line: !!float ""',
        "- line: !!bool x",
        f"- line: 0x{'f' * 5000}",
        f"- {{line: x, 0x{'f' * 5000}: 1}}",
        "- line: [a, b]",
        "- {line: x, [a, b]: 1}",
        "- {line: x, is: " + "y" * 5_000 + "}",
    ],
)
def test_a_value_that_is_not_a_text_is_one_short_sentence(text):
    with pytest.raises(ReadError) as raised:
        load_corrections(text, name="a.outline.yaml")
    assert len(str(raised.value)) < 300


def test_aliases_in_aliases_are_never_written_out():
    nested = "".join(
        f"- line: &b{n} [{', '.join([f'*b{n - 1}' if n else 'x'] * 10)}]\n"
        for n in range(12)
    )
    with pytest.raises(ReadError, match="says no line"):
        load_corrections(nested)


def test_an_anchor_that_is_given_twice_is_read_without_a_warning():
    text = (
        "- {line: &a 一、总则, is: heading, level: 1}\n- {line: &a 附件, is: aside}\n"
    )

    assert [one.line for one in load_corrections(text)] == ["一、总则", "附件"]
