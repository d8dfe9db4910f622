"""The whole way through on the sample: nothing invented, nothing lost, same bytes."""

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pypdfium2 import PdfDocument, raw

from handout import packs, pipeline
from handout.analyse import analyse
from handout.errors import FontError, UsageError
from handout.model.options import AnalyseOptions, MakeOptions, PlanOptions
from handout.pipeline import Source
from handout.pipeline.attachment import attach_file
from handout.preflight import CheckOptions
from handout.render.punctuation import on_paper

SEED = Path(__file__).parents[2] / "seeds" / "sample-article.txt"


@pytest.fixture(scope="module")
def sample():
    return Source(SEED.read_bytes(), SEED.name)


def test_every_sentence_and_phrase_stands_in_the_source_at_its_place(sample):
    document, _ = pipeline.read_source(sample)

    found = analyse(document, AnalyseOptions())

    paragraphs = document.paragraphs
    chosen = [*found.overview, *found.keyphrases]
    for section in found.sections:
        chosen += [*section.summary, *section.keyphrases]
    assert len(chosen) > 30
    for one in chosen:
        text = paragraphs[one.paragraph - 1].text
        assert text[one.start : one.start + len(one.text)] == one.text


def test_every_character_of_the_sample_is_placed_or_set_aside(sample):
    document, _ = pipeline.read_source(sample)

    assert document.characters == document.placed + document.set_aside
    assert document.characters == sum(
        not c.isspace() for c in sample.content.decode("utf-8")
    )


def test_the_same_input_gives_the_same_bytes_twice(sample, tmp_path):
    first = pipeline.make(sample, tmp_path / "one", MakeOptions())
    second = pipeline.make(sample, tmp_path / "two", MakeOptions())

    assert first.paths[0].read_bytes() == second.paths[0].read_bytes()
    assert first.notices == ()


def fonts_in(path):
    """The names of the fonts in a PDF, each with whether it is embedded."""
    found = {}
    with pikepdf.open(path) as pdf:
        for page in pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                parts = font.get("/DescendantFonts", [font])
                descriptor = parts[0].FontDescriptor
                kinds = ("/FontFile", "/FontFile2", "/FontFile3")
                found[str(font.BaseFont)] = any(kind in descriptor for kind in kinds)
    return found


def test_every_font_of_the_pdf_is_embedded_and_ours(sample, tmp_path):
    made = pipeline.make(sample, tmp_path, MakeOptions())

    fonts = fonts_in(made.paths[0])

    assert len(fonts) >= 4
    assert all(fonts.values())
    assert all("+Handout-" in name for name in fonts)


def test_a_handout_tells_its_title_language_and_sections(sample, tmp_path):
    made = pipeline.make(sample, tmp_path, MakeOptions())

    with pikepdf.open(made.paths[0]) as pdf, pdf.open_outline() as outline:
        info = pdf.docinfo
        assert str(info["/Title"]) == "在学思践悟中守初心担使命"
        assert str(info["/Author"]).startswith("作者系中央党校")
        assert str(pdf.Root.Lang) == "zh-CN"
        below = [item.title for item in outline.root[0].children]
    assert below[0] == "一　筑牢信仰之基，把稳思想之舵"
    assert below[-1] == "学习体会与行动计划"
    assert len(below) == 5


def test_worksheets_are_whole_sheets_one_file_a_section(sample, tmp_path):
    made = pipeline.worksheets(sample, tmp_path, MakeOptions())

    assert len(made.paths) == 4
    for path in made.paths:
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) % 2 == 0


def test_worksheets_in_one_file_start_each_on_a_new_sheet(sample, tmp_path):
    made = pipeline.worksheets(sample, tmp_path, MakeOptions(), one_file=True)

    assert len(made.paths) == 1
    with pikepdf.open(made.paths[0]) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) % 2 == 0
        assert len(outline.root) == 4


def test_a_character_that_no_font_has_is_named_with_its_paragraph(tmp_path):
    source = Source(
        "题目\n一段话。\n𪚥字从来没有人写，这里有一个。".encode(), "rare.txt"
    )

    with pytest.raises(FontError) as raised:
        pipeline.make(source, tmp_path, MakeOptions())

    assert "𪚥 (U+2A6A5)" in str(raised.value)
    assert "¶2" in raised.value.where
    assert "[[font_dir]]" in raised.value.hint
    assert list(tmp_path.iterdir()) == []


def test_with_text_prints_every_paragraph_once_with_its_number(sample, tmp_path):
    pypdfium2 = pytest.importorskip("pypdfium2")
    document, _ = pipeline.read_source(sample)
    options = MakeOptions(plan=PlanOptions(with_text=True), keep_punctuation=True)

    made = pipeline.make(sample, tmp_path, options)

    pages = pypdfium2.PdfDocument(made.paths[0])
    printed = "".join(
        "".join(page.get_textpage().get_text_bounded().split()) for page in pages
    )
    # A page break may stand inside a paragraph: compare its opening.
    for paragraph in document.paragraphs:
        opening = paragraph.text[:24].replace(" ", "")
        assert opening in printed


def test_html_beside_the_pdf_stands_alone_with_our_fonts(sample, tmp_path):
    made = pipeline.make(sample, tmp_path, MakeOptions(html=True))

    page = made.paths[1].read_text(encoding="utf-8")

    assert made.paths[1].suffix == ".html"
    assert page.count("@font-face") == 6
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert re.search(r"#box-\d+ \{ height: \d", page)


@pytest.mark.parametrize("sheets", [3, 5])
def test_a_handout_is_fitted_to_the_sheets_asked_for(sample, sheets, tmp_path):
    options = MakeOptions(sheets=sheets)

    made = pipeline.make(sample, tmp_path, options)

    assert (made.pages + 1) // 2 == sheets
    assert made.said.startswith(f"fitted to {sheets} sheets, printed on both sides: ")


def test_minutes_for_another_number_of_sections_are_refused(sample, tmp_path):
    options = MakeOptions(plan=PlanOptions(minutes=(10, 20)))

    with pytest.raises(UsageError, match="gives 2 numbers for 4 sections"):
        pipeline.make(sample, tmp_path, options)


def test_what_is_wrong_on_the_printed_pages_is_a_notice(sample, tmp_path):
    pack = tmp_path / "ours"
    pack.mkdir()
    (pack / "pack.toml").write_text('parent = "meeting"\n', encoding="utf-8")
    style = ".prompt { break-inside: auto } .prompt .box { break-before: page }"
    (pack / "style.css").write_text(style, encoding="utf-8")

    options = MakeOptions(template=str(pack))
    made = pipeline.make(sample, tmp_path, options)

    parted = [notice for notice in made.notices if notice.code == "K7"]
    assert len(parted) > 10
    assert re.match(
        r"sample-article\.pdf, page \d+: a prompt is parted", str(parted[0])
    )


def test_an_attached_source_is_what_sentences_are_compared_with(sample, tmp_path):
    (path,) = pipeline.make(sample, tmp_path, MakeOptions(attach=True)).paths
    (again,) = pipeline.make(sample, tmp_path / "2", MakeOptions(attach=True)).paths

    report = pipeline.check(path.read_bytes(), CheckOptions())

    assert report.findings == ()
    assert not {"S1", "S2"} & {rule for rule, _ in report.not_checked}
    assert path.read_bytes() == again.read_bytes()


def test_nothing_is_attached_unless_it_is_asked_for(sample, tmp_path):
    (path,) = pipeline.make(sample, tmp_path, MakeOptions()).paths

    report = pipeline.check(path.read_bytes(), CheckOptions())
    other = Source("这是另一篇文章。\n\n它说的是别的事。".encode(), "other.txt")
    found = pipeline.check(path.read_bytes(), CheckOptions(), other).findings

    assert ("S1", "no source is given, nor attached") in report.not_checked
    assert [one.rule for one in found].count("S1") > 10


def test_an_attached_file_that_cannot_be_read_is_told(sample, tmp_path):
    (path,) = pipeline.make(sample, tmp_path, MakeOptions()).paths
    pdf = attach_file(
        path.read_bytes(), "picture.png", b"\x89PNG\r\n\x1a\n" + bytes(99)
    )

    report = pipeline.check(pdf, CheckOptions())

    (why,) = (why for rule, why in report.not_checked if rule == "S1")
    assert why.startswith("the attached file: picture.png")


@pytest.mark.parametrize("name", [pack.name for pack in packs.list_packs()])
def test_the_text_of_the_pdf_is_the_text_of_the_source(name, sample, tmp_path):
    plan = PlanOptions(with_text=True)

    made = pipeline.make(sample, tmp_path, MakeOptions(plan=plan, template=name))

    document, _ = pipeline.read_source(sample)
    pages = list(texts_of(made.paths[0]))
    said = [paragraph.text for paragraph in document.paragraphs]
    if name in ("cards", "worksheet"):
        # These print no article.
        found = analyse(document, AnalyseOptions())
        said = [one.text for one in found.sections[1].keyphrases]
    for text in said:
        wanted = "".join(on_paper(text).split())
        assert any(
            wanted in page or continues(wanted, page, following)
            for page, following in pairwise([*pages, ""])
        ), wanted


def texts_of(path):
    """The text of each page as it is in the PDF, without what PDFium makes up."""
    with PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            yield "".join(
                text.get_text_range(i, 1)
                for i in range(text.count_chars())
                if not raw.FPDFText_IsGenerated(text, i)
            )


def continues(wanted, page, following):
    """Whether a paragraph begins on a page and ends on the following one."""
    return any(
        wanted[:at] in page and wanted[at:] in following for at in range(1, len(wanted))
    )
