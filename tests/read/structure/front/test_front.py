from pathlib import Path

import pytest

from handout.read import read

BLOCKS = Path(__file__).with_name("title_blocks.txt")
FIELDS = {"T": "title", "B": "byline", "D": "date", "S": "source"}


def blocks():
    """Each block of title_blocks.txt: its name and its lines, parted and labelled."""
    for block in BLOCKS.read_text(encoding="utf-8").split("\n== ")[1:]:
        name, *rows = block.strip().split("\n")
        lines = [[part.split(" ", 1) for part in row.split(" && ")] for row in rows]
        yield name, [line for line in lines if line[0][0] and line != [[""]]]


def text_of(lines):
    """The file: a wide space is between the pieces of a line, but not in a title."""
    joined = []
    for line in lines:
        between = "\n" if all(label == "T" for label, _ in line) else "\u3000"
        joined.append(between.join(text for _, text in line))
    return "\n".join(joined)


def wanted(lines, label):
    return [text for line in lines for found, text in line if found == label]


ALL = pytest.mark.parametrize("lines", [pytest.param(b, id=n) for n, b in blocks()])


def parsed(lines):
    return read(text_of(lines).encode(), name="a.txt")[0]


def test_there_are_many_forms_of_title_block():
    assert len(list(blocks())) > 70


@ALL
def test_title_author_date_and_source_are_read(lines):
    document = parsed(lines)

    for label, name in FIELDS.items():
        found = getattr(document, name)
        assert (found.text if found else "") == "".join(wanted(lines, label)), name


@ALL
def test_what_is_around_the_text_is_never_text_or_heading(lines):
    document = parsed(lines)

    assert [p.text for p in document.paragraphs] == wanted(lines, ".")
    headings = [s.heading.text for s in document.walk() if s.heading]
    assert headings == wanted(lines, "H")


@ALL
def test_a_line_set_aside_is_known_as_what_it_is(lines):
    document = parsed(lines)

    labels = {(label.part, label.text) for label in document.labels}
    for line in lines:
        for label, text in line:
            if label.startswith("~") and label != "~":
                assert (label[1:].replace("_", " "), text) in labels


@ALL
def test_no_character_around_the_text_is_lost(lines):
    document = parsed(lines)

    assert document.characters == document.placed + document.set_aside


def test_a_correction_keeps_a_line_that_looks_like_a_name_in_the_text():
    from handout.read.corrections import load_corrections

    text = (
        "雨后的石板路\n叶知秋\n雨停以后，石板路上的水很快就流走了，只有低洼的地方还亮着"
        "。"
    )
    said = load_corrections("- {line: 叶知秋, is: text}")

    document, _ = read(text.encode(), name="a.txt", corrections=said)

    assert document.byline is None
    assert document.paragraphs[0].text == "叶知秋"


def test_a_table_of_contents_without_a_head_is_set_aside():
    chapters = ["第一章 渡口", "第二章 集市", "第三章 老屋"]
    body = "\n".join(
        f"{c}\n这一章的正文在这里，它比标题长，也有句号。" for c in chapters
    )
    text = "\n".join(["河边的书", *chapters, body])

    document, _ = read(text.encode(), name="a.txt")

    assert [s.heading.text for s in document.sections] == chapters
    assert [a.reason for a in document.asides] == ["the table of contents"] * 3


@pytest.mark.parametrize("head", ["【目录】", "目　录", "［目次］", "Contents"])
def test_a_table_of_contents_is_known_by_its_head(head):
    chapters = ["渡口", "集市"]
    body = "\n".join(
        f"{c}\n这一章的正文在这里，它比标题长，也有句号。" for c in chapters
    )

    document, _ = read("\n".join(["书", head, *chapters, body]).encode(), name="a.txt")

    assert [a.text for a in document.asides] == [head, *chapters]
