"""Every mistake is told with its line, its column and the right word."""

import pytest

from handout.errors import ReadError
from handout.handout_file import dumps, is_draft, loads

HEAD = "handout: 1\ntitle: 题\n"
BLOCKS = HEAD + "sections:\n  - title: 节\n    blocks:\n"
NOTES = BLOCKS + "      - block: notes\n        "
QUOTES = "put the text in quotes: "
SPACES = "look at the spaces this line and the one before begin with: they must agree"
A_TEXT = "a text with “: ” or “ #” in it needs quotes: '…'"
NO_HANDOUT = (
    ": is not a handout file: it lacks the line “handout: 1”; write one with handout "
    "plan SOURCE"
)
CHOICE = BLOCKS + (
    "      - block: choice\n        items:\n          - question: 哪个\n"
    "            options: [甲, 乙]\n"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            HEAD + "front:\n\t- block: notes\n",
            ", line 4, column 1: has a tab where spaces must be; put two spaces for "
            "each tab",
        ),
        (
            HEAD + "<<<<<<< HEAD\nbyline: 甲\n=======\nbyline: 乙\n>>>>>>> other\n",
            ", line 3, column 1: holds both sides of a merge (<<<<<<<); keep one side "
            "and take the lines with <<<<<<<, ======= and >>>>>>> out",
        ),
        (
            BLOCKS + "      - block: sumary\n",
            ", line 6, column 16: there is no block “sumary”; did you mean “summary”?",
        ),
        (
            BLOCKS + "      - block: summary\n        sentnces: []\n",
            ", line 7, column 9: the block summary has no “sentnces”; did you mean "
            "“sentences”?",
        ),
        (
            HEAD + "titel: x\n",
            ", line 3, column 1: a handout file has no “titel”; did you mean “title”?",
        ),
        (
            BLOCKS
            + "      - block: reflection\n        prompts:\n          - 请说: 什么\n",
            ", line 8, column 13: a question has no “请说”; its words are: question, "
            f"room, answer, hint, minutes; {A_TEXT}",
        ),
        (
            BLOCKS + "      - block: summary\n        sentences:\n          a: b\n",
            ", line 8, column 11: “sentences” must be a list; write each on a line of "
            "its own, after a dash: - …",
        ),
        (
            NOTES + "room: {lines: 三}\n",
            ", line 7, column 23: “lines” cannot be “三”; it takes a whole number",
        ),
        (
            NOTES + "room: {lines: 5000}\n",
            ", line 7, column 23: “lines” cannot be 5000; it takes 200 at most",
        ),
        (
            NOTES + "room: {mm: 1e-300}\n",
            ", line 7, column 20: “mm” cannot be 1e-300; it takes 0, or 1 at least",
        ),
        (
            HEAD + "closing:\n" + "  - block: page_break\n" * 501,
            ", line 504, column 5: “closing” has 501 entries; it takes 500 at most",
        ),
        (
            NOTES + "pin: maybe\n",
            ", line 7, column 14: “pin” cannot be “maybe”; it takes true or false "
            "(是 or 否)",
        ),
        (
            NOTES + "room: {ruling: line}\n",
            ", line 7, column 24: “ruling” cannot be “line”; did you mean “lines”?",
        ),
        (
            HEAD + "language: zh\n",
            ", line 3, column 11: “language” cannot be “zh”; did you mean “zh-CN”?",
        ),
        (
            HEAD + "sections:\n  - title: a\n    paragraphs: 二到六\n",
            ", line 5, column 17: “paragraphs” cannot be read; write 2-6",
        ),
        (
            HEAD + "byline: a: b\n",
            f", line 3, column 10: has a colon in a text without quotes; {QUOTES}'…'",
        ),
        (
            CHOICE,
            ", line 8, column 13: an item of a choice lacks “answer”; add a line: "
            "answer: …",
        ),
        (
            CHOICE + "            answer: C\n",
            ", line 8, column 13: “answer” cannot be “C”; give the letters of the "
            "right "
            "options, of AB",
        ),
        (
            BLOCKS + "      - block: ordering\n        items: [甲, 乙]\n"
            "        order: [0, 2]\n",
            ", line 6, column 9: “order” does not name each item once; give each "
            "number "
            "from 0 to 1 once, or leave it out",
        ),
        (
            HEAD + "byline: *重点*\n",
            f", line 3, column 9: has a text that begins with *; {QUOTES}'*…'",
        ),
        (
            HEAD + "byline: !重要\n",
            f", line 3, column 10: has a text that begins with !; {QUOTES}'!…'",
        ),
        (
            HEAD + "byline: 'it's\n",
            ", line 3, column 13: has more text after a closing quotation mark; put "
            "the "
            "whole text in the other kind of quotes, or double the mark inside",
        ),
        (
            "handout: 1\na: &a [x, x]\nb: &b [*a, *a]\n",
            f", line 2, column 4: has a text that begins with &; {QUOTES}'&…'",
        ),
        (
            HEAD + "front: " + "[" * 99 + "]" * 99,
            ", line 3, column 31: is nested more than 24 deep; look at the spaces that "
            "the lines begin with",
        ),
        (
            HEAD + "title: 又一个\n",
            ", line 3, column 1: says “title” twice; keep one of them; the first is in "
            "line 2",
        ),
        (
            HEAD + "---\nhandout: 1\n",
            ", line 3, column 1: holds more than one document; take the line --- out, "
            "and what does not belong to it",
        ),
        ("", ": is empty; write it again: handout plan SOURCE"),
        ("# 只有批注\n", ": is empty; write it again: handout plan SOURCE"),
        ("- line: 一、总则\n", NO_HANDOUT),
        ("一篇文章\n\n正文在这里。\n", NO_HANDOUT),
        (
            "handout: 2\n",
            ", line 1, column 10: is of version 2; this program knows 1; install a "
            "newer handout, or write one with handout plan SOURCE",
        ),
        (
            HEAD + 'byline: "没有关上\n',
            ", line 4, column 1: has a quotation mark that is never closed; close it, "
            "or "
            "put the whole text in quotes: '…'",
        ),
        (
            HEAD + "byline: @某人\n",
            ", line 3, column 9: has a text that begins with a mark which needs "
            "quotes; "
            f"{QUOTES}'…'",
        ),
        (
            BLOCKS + "      - block: notes\n       title: x\n",
            f", line 7, column 8: does not fit what is before it; {SPACES}",
        ),
        (
            HEAD + "byline：作者\ndate: x\n",
            ", line 3, column 7: has a full-width colon (：) where “: ” must be; "
            "write byline: and a space",
        ),
        (
            HEAD + "byline: a\x07b\n",
            ", line 3, column 10: holds a character that cannot be printed (U+0007); "
            "take it out",
        ),
        (
            HEAD + "made:\n  head: a b c\n",
            ", line 4, column 9: “head” is not as the program wrote it; take the whole "
            "part “made:” out, to its last line",
        ),
        (
            HEAD + "byline: " + "长" * 2_000_000,
            ": has 2,000,028 characters; a handout file has 2,000,000 at most; take "
            "out "
            "what does not belong to it, or make several handouts",
        ),
    ],
)
def test_a_mistake_is_told_in_one_sentence(text, said):
    with pytest.raises(ReadError) as raised:
        loads(text, name="a.handout.yaml")

    assert str(raised.value) == f"a.handout.yaml{said}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            CHOICE.replace("甲, 乙", ", ".join(f"o{n}" for n in range(27))),
            "“options” has 27 entries; it takes 26 at most",
        ),
        (
            BLOCKS
            + "      - block: matching\n        pairs:\n"
            + "          - {phrase: 甲, sentence: 甲在。}\n" * 27,
            "“pairs” has 27 entries; it takes 26 at most",
        ),
        (
            BLOCKS
            + "      - block: cloze\n        items:\n          - "
            + "学[[习]]" * 201
            + "\n",
            "a sentence has 201 blanks; it takes 200 at most",
        ),
    ],
)
def test_more_than_anybody_would_print_is_one_sentence_with_its_place(text, said):
    with pytest.raises(
        ReadError, match=r"^a\.handout\.yaml, line \d+, column"
    ) as raised:
        loads(text, name="a.handout.yaml")

    assert str(raised.value).endswith(said)


def test_a_text_is_a_text_as_it_was_typed():
    typed = ["2024-01-01", "010", "否", "yes", "1e3", "null", "~", "0x1F", "12:30:00"]

    text = (
        HEAD + "front:\n  - block: text\n    paragraphs: [" + ", ".join(typed) + "]\n"
    )

    assert list(loads(text).handout.front[0].paragraphs) == typed


@pytest.mark.parametrize(
    ("typed", "read"), [("是", True), ("对", True), ("true", True), ("否", False)]
)
def test_yes_and_no_may_be_chinese(typed, read):
    assert loads(NOTES + f"drop: {typed}\n").handout.sections[0].blocks[0].drop is read


def test_five_hundred_blocks_are_read():
    many = BLOCKS + "      - block: notes\n        title: 笔记：第一条\n" * 500

    assert len(loads(many).handout.sections[0].blocks) == 500
    assert loads(dumps(loads(many))) == loads(many)


@pytest.mark.parametrize(
    ("content", "name", "known"),
    [
        (b"# note\n\nhandout: 1\n", "-", True),
        (b"\xef\xbb\xbfhandout: 1\r\n", "x.txt", True),
        ("handout: 1\n".encode("utf-16"), "-", True),
        ("# 中文批注\nhandout: 1\n".encode("gbk"), "-", True),
        (b"anything", "a.handout.yaml", True),
        (b"handout: a word that opens an article\n", "-", False),
        ("一篇文章".encode(), "article.txt", False),
    ],
)
def test_a_handout_file_is_told_by_its_name_or_its_content(content, name, known):
    assert is_draft(content, name) is known
