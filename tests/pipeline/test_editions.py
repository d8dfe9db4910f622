"""Both editions have the same lines and pages; only one of them has answers."""

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handout import packs
from handout.model.blocks import (
    Closing,
    Excerpt,
    FreeText,
    KeyPhrases,
    Marked,
    Notes,
    PageBreak,
    PhraseRow,
    Prompt,
    Quotation,
    Quote,
    Reflection,
    Room,
    Summary,
)
from handout.model.exercises import (
    Choice,
    ChoiceItem,
    Claim,
    Cloze,
    ClozeItem,
    Matching,
    Ordering,
    Pair,
    ShortAnswer,
    TrueFalse,
)
from handout.model.handout import HandoutSection
from handout.model.meeting import Discussion
from handout.model.options import MakeOptions
from handout.model.paper import paper_named
from handout.pipeline import Order
from handout.pipeline.editions import editions
from handout.pipeline.press import press_here
from handout.printing.engine.load import load_weasyprint
from handout.trial.hard_handouts import stress

PACKS = [pack.name for pack in packs.list_packs()]
TEXT = "读书要联系实际，不能只读书本，还要把学到的用到工作中去。"
# What a participant may nowhere find.
SECRET = ("密匙甲", "密匙乙", "密匙丙", "密匙丁")


def marked(word):
    return Marked(f"{TEXT[:8]}{word}{TEXT[8:]}", ((8, 8 + len(word)),))


def prompt(answer=3, lines=3):
    told = tuple(Excerpt(TEXT + SECRET[0], n + 1) for n in range(answer))
    return Prompt(TEXT, Room(lines, share=2), told, f"看{SECRET[1]}", 5)


ALL_KINDS = (
    Summary(sentences=(Excerpt(TEXT, 1), Excerpt(TEXT, 2))),
    KeyPhrases(
        rows=(PhraseRow(("联系实际",), (2,), Quote(Marked(TEXT, ((3, 7),)), 1)),)
    ),
    Reflection(prompts=(prompt(), prompt(0))),
    Cloze(items=(ClozeItem(marked(SECRET[2]), 1), ClozeItem(marked("联系"), 2))),
    Matching(
        pairs=tuple(Pair(word, marked(word), n) for n, word in enumerate("甲乙丙", 1))
    ),
    PageBreak(),
    Ordering(items=tuple(Excerpt(f"第{n}件事", n) for n in "一二三四")),
    ShortAnswer(prompts=(prompt(1, 2), prompt(9, 1))),
    Choice(
        items=(
            ChoiceItem(TEXT, ("对", "错", "都对", "都错"), "A", 1, SECRET[3]),
            ChoiceItem(TEXT, (TEXT, TEXT[:12], TEXT[3:]), "BC", 2),
        )
    ),
    TrueFalse(items=(Claim(TEXT, True, 1), Claim(TEXT, False, 2, SECRET[3]))),
    Quotation(passage=Excerpt(TEXT, 3), source="某人"),
    FreeText(paragraphs=(TEXT, TEXT), title="说明"),
    Discussion(question=TEXT, minutes=10, groups=("一组", "二组")),
    Notes(title="随记", room=Room(2)),
)


def handout_of(*sections, language="zh-CN", **changes):
    whole = next(handout for _, handout in stress())
    return replace(
        whole,
        language=language,
        sections=tuple(
            HandoutSection(n, "", "联系实际", 1, 3, blocks, minutes=20)
            for n, blocks in enumerate(sections, 1)
        ),
        closing=(Closing(prompts=(prompt(),)),),
        **changes,
    )


def printed(handout, pack, paper, *, edition, answers="inline"):
    """The PDF of one edition."""
    options = MakeOptions(edition=edition, answers=answers)
    (one,) = (e for e in editions((handout,), options) if not e.only_answers)
    order = Order(packs.find(pack), paper_named(paper), ())
    sheets = press_here(one.handouts, order)
    assert sheets.printed, sheets.lost
    return sheets.printed


def marks_of(pdf):
    """For each page its glyphs and drawn shapes, each with its place."""
    pages = []
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        glyphs = Counter(
            (text.get_text_range(n, 1), *(round(x, 1) for x in text.get_charbox(n)))
            for n in range(text.count_chars())
            if text.get_text_range(n, 1).strip()
        )
        shapes = Counter(
            (one.type, *(round(x, 1) for x in one.get_bounds()))
            for one in page.get_objects(max_depth=6)
            if one.type != pdfium.FPDF_PAGEOBJ_TEXT
        )
        pages.append((glyphs, shapes))
    return pages


def moved(participant, facilitator):
    """What the participant's pages have that the other edition has elsewhere."""
    one, other = marks_of(participant), marks_of(facilitator)
    if len(one) != len(other):
        return [f"{len(one)} pages, {len(other)} pages"]
    return [
        f"page {number}: {mark}"
        for number, (mine, theirs) in enumerate(zip(one, other, strict=True), 1)
        for kind in (0, 1)
        for mark in mine[kind] - theirs[kind]
    ]


def overprinted(participant, facilitator):
    """The added glyphs that stand on a glyph of the participant's page."""
    found = []
    for (mine, _), (theirs, _) in zip(
        marks_of(participant), marks_of(facilitator), strict=True
    ):
        for letter, left, bottom, right, top in theirs - mine:
            for other, a, b, c, d in mine:
                if min(right, c) - max(left, a) > 0.5 < min(top, d) - max(bottom, b):
                    found.append(f"{letter} on {other}")
    return found


def body_of(pdf, pages):
    """A PDF without the pages of answers behind it."""
    document, kept = pikepdf.open(BytesIO(pdf)), BytesIO()
    del document.pages[pages:]
    document.save(kept)
    return kept.getvalue()


def locked(handout, pack, paper):
    """Print both editions, and say what is not as it should be."""
    one, other = (
        printed(handout, pack, paper, edition=edition)
        for edition in ("participant", "facilitator")
    )
    if other.pages < one.pages:
        return [f"{one.pages} pages, {other.pages} pages"]
    body = body_of(other.pdf, one.pages)
    return moved(one.pdf, body) + overprinted(one.pdf, body)


@pytest.mark.parametrize(
    ("pack", "paper"), [*((pack, "A4") for pack in PACKS), ("meeting", "A5")]
)
def test_nothing_moves_for_an_answer(pack, paper):
    handout = handout_of(ALL_KINDS, version="A")

    assert locked(handout, pack, paper) == []


@pytest.fixture(scope="module", autouse=True)
def _loaded():
    """Load WeasyPrint first: it allows deeper recursion, which Hypothesis minds."""
    load_weasyprint(None)


@given(
    st.lists(st.sampled_from(ALL_KINDS), min_size=1, max_size=8),
    st.sampled_from(PACKS),
    st.sampled_from(["A4", "A5", "A3", "B5"]),
    st.sampled_from(["zh-CN", "zh-TW", "en"]),
)
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_moves_whatever_stands_in_a_handout(blocks, pack, paper, language):
    handout = handout_of(tuple(blocks), tuple(blocks[:2]), language=language)

    assert locked(handout, pack, paper) == []


def test_a_template_that_makes_room_for_an_answer_is_noticed(tmp_path):
    folder = tmp_path / "mine"
    (folder / "blocks").mkdir(parents=True)
    (folder / "pack.toml").write_text('parent = "base"\n')
    (folder / "blocks" / "ordering.html.j2").write_text(
        "<p>{% if handout.facilitator %}答案{% endif %}</p><p>题目</p>"
    )

    handout = handout_of(ALL_KINDS[6:7])

    assert locked(handout, str(folder), "A4") != []


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = "".join(page.get_textpage().get_text_range() for page in document)
    told = document.get_metadata_dict().values()
    outline = (one.get_title() for one in document.get_toc())
    return "".join([pages, *told, *outline]).replace("\r\n", "")


def test_only_the_facilitator_has_answers_and_hints():
    handout = handout_of(ALL_KINDS)

    reader = printed(handout, "meeting", "A4", edition="participant")
    leader = printed(handout, "meeting", "A4", edition="facilitator")

    assert not any(word in text_of(reader.pdf) for word in SECRET)
    assert all(word in text_of(leader.pdf) for word in SECRET)
    assert not any(word.encode("utf-16-be") in reader.pdf for word in SECRET)


def test_what_does_not_fit_stands_on_the_pages_of_answers_and_is_told():
    handout = handout_of((ShortAnswer(prompts=(prompt(40, 1),) * 4),))

    leader = printed(handout, "worksheet", "A4", edition="facilitator")

    assert [n.code for n in leader.notices] == ["answers"]
    assert "3 answers or hints do not fit" in leader.notices[0].message
    assert SECRET[0] in text_of(leader.pdf)[-2_000:]


def test_answers_at_the_end_leave_the_boxes_empty():
    handout = handout_of(ALL_KINDS)
    reader = printed(handout, "meeting", "A4", edition="participant")

    leader = printed(handout, "meeting", "A4", edition="facilitator", answers="end")

    body = body_of(leader.pdf, reader.pages)
    assert leader.pages > reader.pages
    assert moved(reader.pdf, body) == []
    assert SECRET[0] not in text_of(body)
    assert SECRET[1] in text_of(body)
    assert all(word in text_of(leader.pdf) for word in SECRET)


def test_there_is_a_file_for_each_version_and_edition():
    options = MakeOptions(versions=("A", "B"), edition="both", answers="file")

    found = list(editions((handout_of(ALL_KINDS),), options))

    assert [one.suffix for one in found] == [
        "-A",
        "-A-facilitator",
        "-A-answers",
        "-B",
        "-B-facilitator",
        "-B-answers",
    ]
    orders = [one.handouts[0].sections[0].blocks[6].order for one in found]
    assert orders[0] == orders[1] == orders[2] != orders[3]
    assert [one.handouts[0].facilitator for one in found[:3]] == [False, True, True]


def test_a_handout_without_answers_has_no_file_of_them():
    options = MakeOptions(answers="file")
    plain = replace(handout_of((ALL_KINDS[0],)), closing=())

    assert [one.suffix for one in editions((plain,), options)] == [""]


def test_the_version_stands_on_every_page():
    handout = handout_of(ALL_KINDS, version="B")

    pdf = printed(handout, "worksheet", "A5", edition="participant").pdf

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    assert all(re.search(r"B\s*卷", page) for page in pages)


def test_every_page_of_the_facilitator_says_so():
    handout = handout_of(ALL_KINDS[2:8])

    pdf = printed(handout, "worksheet", "A4", edition="facilitator").pdf

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    assert all("主持人版" in page for page in pages)


def test_the_sample_with_every_exercise_matches_page_for_page(tmp_path):
    from handout import pipeline
    from handout.model.exercises import MADE_OF_TEXT
    from handout.model.options import PlanOptions

    (path,) = Path("seeds").glob("*.txt")
    source = pipeline.Source(path.read_bytes(), path.name)
    options = MakeOptions(plan=PlanOptions(exercises=MADE_OF_TEXT), edition="both")

    made = pipeline.make(source, tmp_path, options)

    reader, leader = (p.read_bytes() for p in made.paths)
    assert made.paths[1].name.endswith("-facilitator.pdf")
    assert moved(reader, leader) == []
    assert overprinted(reader, leader) == []
    answer = "三个区分开来"
    assert text_of(leader).count(answer) > text_of(reader).count(answer)
