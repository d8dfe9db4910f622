"""Chinese lines break where they may and fill their measure."""

import importlib
import importlib.metadata
import inspect
import re
from itertools import pairwise

import pytest

from handout.printing.lines import chinese_lines

POINTS = 72 / 25.4
EM = 10.5
SEED = (
    "强化理论武装。理论上的成熟是政治上成熟的基础，政治上的坚定源于理论上的清醒。"
    "党员领导干部要学深悟透、融会贯通、真信笃行，深入领会贯穿其中的坚定信仰信念、"
    "鲜明人民立场、强烈历史担当、求真务实作风，增强“四个意识”、坚定“四个自信”、"
    "做到“两个维护”，以理论自信提升行动自觉，在思想上政治上行动上保持高度一致。"
)
MIXED = (
    "他说<u>“四个意识”</u>，<b>“两个维护”</b>的<a href='#'>“一把手”</a>——这是2019年"
    "GDP增长6.1%的WeasyPrint 70.0试验（卡尔·马克思、北京～上海、北京—上海）……“不忘”，"
    "“想头”“盼头”。《求是》杂志：「引文『再引』」〔2024〕〈篇〉【注】；真的吗？！是的，"
    "价格/成本，甲／乙，约5℃，增50%，他问：“‘四个’意识呢？”——破折号——也要看。"
)
NEVER_FIRST = "、，；：。！？”’）》〉】〕」』·～,.;:!?)]}%℃／"
NEVER_LAST = "“‘（《〈【〔「『([{／"
# What a mark's advance in the font may stick out, because the half of it is blank and
# cut off; `halt` cuts a quarter off both sides of ·.
OUTSIDE = dict.fromkeys("、，；：。！？”’）》〉】〕」』", EM / 2) | {"·": EM / 4}


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    yield
    chinese_lines.remove()


def plain(html):
    return re.sub("<.*?>", "", html)


def broken_rules(lines):
    """Every line edge that L1, L2 or L3 forbid."""
    texts = ["".join(one.text for one in line) for line in lines]
    starts = [text for text in texts[1:] if text[0] in NEVER_FIRST]
    ends = [text for text in texts[:-1] if text[-1] in NEVER_LAST]
    halves = [
        (above, below)
        for above, below in pairwise(texts)
        if above[-1] == below[0] and below[0] in "—…"
    ]
    return [*starts, *ends, *halves]


@pytest.mark.usefixtures("taught")
def test_no_line_starts_or_ends_with_a_forbidden_mark(printed, lines_of):
    widths = range(30, 130, 5)
    text = f"<p>{MIXED}{MIXED}{SEED}"

    def broken(*, hinted):
        return [
            rule
            for mm in widths
            for rule in broken_rules(
                lines_of(printed(text, f"p{{width:{mm}mm}}", hinted=hinted))
            )
        ]

    assert broken(hinted=True) == []
    assert broken(hinted=False) != []


@pytest.mark.usefixtures("taught")
def test_hints_leave_no_trace_in_the_text_of_the_pdf(printed, lines_of):
    pdf = printed(f"<p>{MIXED}{SEED}", "p{width:60mm}")

    text = "".join(one.text for line in lines_of(pdf) for one in line)

    assert text == re.sub(r"\s", "", plain(MIXED + SEED))


def ragged(lines, measure):
    """The lines, but for the last, whose right edge is not at the measure."""
    found = []
    for line in lines[:-1]:
        last = line[-1]
        over = last.right - measure
        trimmed = over - OUTSIDE.get(last.text, 0)
        if min(abs(over), abs(trimmed)) > 0.2 or last.ink_right > measure + 0.2:
            found.append("".join(one.text for one in line))
    return found


@pytest.mark.parametrize("features", ["normal", "'chws'", "'halt'"])
@pytest.mark.parametrize("family", ["Handout Serif", "Handout Sans", "Handout Kai"])
@pytest.mark.parametrize(
    ("body", "selector", "mm"),
    [
        ("<p>{}</p>", "p", 150),
        ("<table><tr><td>{}</table>", "td", 60),
        ("<div><p>{}</p></div>", "div", 60),
    ],
)
@pytest.mark.usefixtures("taught")
def test_every_line_but_the_last_fills_its_measure(
    printed, lines_of, family, features, body, selector, mm
):
    style = (
        f"{selector} {{width:{mm}mm;padding:0;text-indent:2em;font-family:{family};"
        f"font-feature-settings:{features}}}"
        "table{border-spacing:0} div{display:inline-block}"
    )

    lines = lines_of(printed(body.format(MIXED + SEED * 2), style))

    assert len(lines) > 8
    assert ragged(lines, mm * POINTS) == []


def test_stock_lines_are_ragged(printed, lines_of):
    lines = lines_of(printed(f"<p>{SEED * 3}", "p{width:150mm}"))

    assert len(ragged(lines, 150 * POINTS)) > len(lines) / 2


@pytest.mark.parametrize("align", ["left", "start", "center", "right", "end"])
def test_text_that_is_not_justified_is_printed_as_stock_does(printed, align):
    body = f"<p>“引文”和<b>黑体</b>。{SEED}"
    style = f"p{{text-align:{align};width:90mm}}"
    stock = printed(body, style)

    chinese_lines.install()
    try:
        assert printed(body, style) == stock
    finally:
        chinese_lines.remove()


@pytest.mark.parametrize(
    "body",
    [
        "<p>最后一行“不”动。</p>",
        "<p>English words only, “quoted” or not, are filled by stretching spaces, as"
        " they always were; nobody’s letters are torn apart, and don’t say otherwise.",
        "<p style='white-space:pre-wrap'>甲 乙" + SEED,
        "<p dir=rtl>" + SEED,
        "<p>" + "甲<br>乙“乙”乙。<br>" * 3,
    ],
)
def test_lines_that_need_no_filling_are_printed_as_stock_does(printed, body):
    stock = printed(body, "p{width:90mm}")

    chinese_lines.install()
    try:
        assert printed(body, "p{width:90mm}") == stock
    finally:
        chinese_lines.remove()


def steps(line):
    """How far each character stands from the one before it."""
    return {
        first.text + second.text: second.left - first.left
        for first, second in pairwise(line)
    }


@pytest.mark.usefixtures("taught")
def test_nothing_stretches_inside_dashes_dots_numbers_and_words(printed, lines_of):
    text = "看" * 6 + "……——2019Word，（好）"

    natural, stretched = (
        steps(lines_of(printed(f"<p>{text}<br>甲", f"p{{width:76mm;{css}}}"))[0])
        for css in ("text-align-last:left", "text-align-last:justify")
    )

    for pair in ("……", "20", "01", "19", "Wo", "or", "rd", "d，", "（好", "好）"):
        assert stretched[pair] == pytest.approx(natural[pair], abs=0.03), pair
    for pair in ("看看", "看…"):
        assert stretched[pair] > natural[pair] + 1, pair


@pytest.mark.usefixtures("taught")
def test_a_lone_space_takes_its_share_and_not_the_whole_gap(printed, lines_of):
    body = f"<p>{'看' * 9} Word{'看' * 9}<br>甲"

    natural, stretched = (
        steps(lines_of(printed(body, f"p{{width:88mm;{css}}}"))[0])
        for css in ("text-align-last:left", "text-align-last:justify")
    )

    between_words = stretched["看W"] - natural["看W"]
    between_characters = stretched["看看"] - natural["看看"]
    assert between_characters > 0.5
    assert between_words == pytest.approx(between_characters + EM / 2, abs=0.1)


@pytest.mark.usefixtures("taught")
def test_a_small_gap_goes_to_the_spaces_alone(printed, lines_of):
    body = "<p>看看 Word 看看<br>甲"

    natural, stretched = (
        steps(lines_of(printed(body, f"p{{width:26.8mm;{css}}}"))[0])
        for css in ("text-align-last:left", "text-align-last:justify")
    )

    assert stretched["看看"] == pytest.approx(natural["看看"], abs=0.03)
    assert stretched["看W"] > natural["看W"] + 0.3


@pytest.mark.usefixtures("taught")
def test_marks_at_both_edges_lose_their_empty_half(printed, lines_of):
    measure = 8 * EM
    text = "“看看看看看看看看看看看看看看，“看看看看看”。看看"

    lines = lines_of(
        printed(f"<p>{text}", f"p{{width:{measure}pt;font-feature-settings:'chws'}}")
    )

    assert [line[0].text + line[-1].text for line in lines[:3]] == [
        "“看",
        "看，",
        "“。",
    ]
    for line in lines[:-1]:
        assert -0.5 < line[0].ink_left < EM / 4
        assert measure - EM / 2 < line[-1].ink_right < measure + 0.1


@pytest.mark.usefixtures("taught")
def test_a_mark_that_is_half_wide_already_stays_inside(printed, lines_of):
    measure = 8.2 * EM
    text = "看看看看看看看。" * 3

    lines = lines_of(
        printed(f"<p>{text}", f"p{{width:{measure}pt;font-feature-settings:'halt'}}")
    )

    assert len(lines) == 3
    for line in lines[:-1]:
        # The advance in the font is full; half of it is blank and outside.
        assert line[-1].text == "。"
        assert measure - EM / 2 < line[-1].ink_right < measure


@pytest.mark.usefixtures("taught")
def test_a_mark_before_a_space_at_line_end_loses_its_half_too(printed, lines_of):
    measure = 8.4 * EM
    body = f"<p><b>{'看' * 7}，</b><i> </i>{'看' * 9}"

    first, *_ = lines_of(printed(body, f"p{{width:{measure}pt}}"))

    assert first[-1].text == "，"
    assert first[-1].right - measure == pytest.approx(EM / 2, abs=0.1)


@pytest.mark.usefixtures("taught")
def test_a_mark_inside_a_padded_box_keeps_its_half(printed, lines_of):
    measure = 8.9 * EM
    body = f"<p><span>“{'看' * 6}，</span>{'看' * 9}"
    style = f"p{{width:{measure}pt}} span{{padding:0 .2em}}"

    first, *_ = lines_of(printed(body, style))

    assert first[0].left == pytest.approx(0.2 * EM, abs=0.1)
    assert first[-1].right == pytest.approx(measure - 0.2 * EM, abs=0.1)


@pytest.mark.usefixtures("taught")
def test_a_line_that_is_too_long_is_not_squeezed(printed, lines_of):
    lines = lines_of(printed("<p>看·看·看·看", f"p{{width:{EM}pt}}"))

    assert ["".join(one.text for one in line) for line in lines[:2]] == ["看·"] * 2
    assert steps(lines[0])["看·"] == pytest.approx(EM, abs=0.03)


def test_a_leader_is_printed_as_stock_does(printed):
    body = "<p>“第一章”强化理论武装"
    style = "p{width:90mm;text-align-last:justify} p::after{content:leader('.') '12'}"
    stock = printed(body, style)

    chinese_lines.install()
    try:
        assert printed(body, style) == stock
    finally:
        chinese_lines.remove()


@pytest.mark.parametrize(("ems", "filled"), [(8.0, True), (10.0, True), (11.6, False)])
@pytest.mark.usefixtures("taught")
def test_a_line_before_a_long_word_is_filled_within_reason(
    printed, lines_of, ems, filled
):
    body = f"<p>{'看' * 6}{'W' * 16}"

    lines = lines_of(printed(body, f"p{{width:{ems * EM}pt}}"))

    assert "".join(one.text for one in lines[0]) == "看" * 6
    assert (ragged(lines[:2], ems * EM) == []) is filled


@pytest.mark.usefixtures("taught")
def test_a_character_with_an_accent_of_its_own_stretches_once(printed, lines_of):
    lines = lines_of(printed(f"<p>{'看x̂' * 40}", "p{width:80mm}"))

    furthest = max(one.right for line in lines for one in line)
    assert furthest == pytest.approx(80 * POINTS, abs=0.1)


@pytest.mark.usefixtures("taught")
def test_an_underline_runs_on_under_widened_gaps(printed):
    pdfium = pytest.importorskip("pypdfium2")

    pdf = printed(f"<p><u>{SEED}</u>", "p{width:80mm}")

    page = pdfium.PdfDocument(pdf)[0]
    edges = [
        one.get_bounds()
        for one in page.get_objects()
        if one.type == pdfium.raw.FPDF_PAGEOBJ_PATH
    ]
    assert len(edges) > 4
    for left, _, right, _ in edges[:-1]:
        assert left == pytest.approx(0, abs=0.6)
        assert right == pytest.approx(80 * POINTS, abs=0.6)


NAMES = {
    "weasyprint.layout.inline.split_inline_box": (
        "(context, box, position_x, max_x, bottom_space, skip_stack, "
        "containing_block, absolute_boxes, fixed_boxes, line_placeholders, "
        "waiting_floats, line_children, first_letter_style, first_line_style)"
    ),
    "weasyprint.layout.inline.text_align": "(context, line, available_width, last)",
    "weasyprint.text.line_break.first_line_metrics": (
        "(first_line, text, layout, resume_at, space_collapse, style, "
        "hyphenated=False, hyphenation_character=None)"
    ),
    "weasyprint.text.line_break.Layout.reactivate": "(self, style)",
    "weasyprint.draw.text.draw_text_decoration": (
        "(stream, textbox, offset_x, offset_y, thickness, color)"
    ),
}


def owner_of(name):
    """The module or class that holds a function of WeasyPrint."""
    path = name.split(".")[:-1]
    if path[-1] == "Layout":
        return importlib.import_module(".".join(path[:-1])).Layout
    return importlib.import_module(".".join(path))


def functions():
    return [getattr(owner_of(name), name.split(".")[-1]) for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_weasyprint_is_the_one_we_were_written_against(name):
    function = getattr(owner_of(name), name.split(".")[-1])

    assert importlib.metadata.version("weasyprint") == "70.0"
    assert str(inspect.signature(function)) == NAMES[name]


def test_what_we_use_of_weasyprint_and_pango_is_there():
    from weasyprint.formatting_structure import boxes
    from weasyprint.pdf.stream import Stream
    from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, pango

    assert TO_UNITS * FROM_UNITS == 1
    assert pango.PANGO_GLYPH_EMPTY == 0x0FFFFFFF
    assert callable(pango.pango_layout_set_single_paragraph_mode)
    assert callable(pango.pango_font_get_glyph_extents)
    for name in ("InlineBox", "LineBox", "TextBox"):
        assert inspect.isclass(getattr(boxes, name))
    for name in ("artifact", "stacked", "set_color", "move_to", "curve_to", "fill"):
        assert callable(getattr(Stream, name))


@pytest.mark.parametrize("name", NAMES)
def test_another_weasyprint_gets_a_sentence_and_stays_as_it_is(monkeypatch, name):
    stock = functions()
    attribute = name.split(".")[-1]
    with monkeypatch.context() as other:
        other.setattr(owner_of(name), attribute, lambda layout: layout)
        said = chinese_lines.install()
    with monkeypatch.context() as other:
        other.delattr(owner_of(name), attribute)
        also_said = chinese_lines.install()

    assert attribute + "(" in said
    assert attribute + "(" in also_said
    assert functions() == stock


def test_installing_twice_and_removing_once_gives_stock_back():
    stock = functions()

    chinese_lines.install()
    chinese_lines.install()
    taught = functions()
    chinese_lines.remove()

    assert all(ours is not theirs for ours, theirs in zip(taught, stock, strict=True))
    assert functions() == stock


HARD = {
    "a long address": "看https://example.org/" + "path/to/a-page_of.it/" * 9 + "看。",
    "one endless word": "看" + "a" * 200 + "看。",
    "nothing but marks": "，。、；：？！“”‘’（）《》——……" * 5,
    "mixed widths": "ＡＢＣ１２３ABC123，,。.（(）)看？?！!" * 5,
    "kana": "ひらがな、カタカナー。「かぎ」ッャュョ々〻" * 5,
    "combining marks": "看x̂é看Ǻ看、" * 20,
    "right to left": "看שלום看، العربية看。" * 9,
    "hints of its own": "看\u200b看\u2060看\u2005W\u2005看\ufeff看\u00ad看" * 9,
    "spaces of all kinds": "看 看\u00a0看\u3000看\u2003看\t看\n看" * 9,
    "only openers": "“（《" * 30,
    "one character": "看",
    "nothing": "",
}


@pytest.mark.parametrize("ems", [1, 2, 3, 6, 11.3, 40])
@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
@pytest.mark.usefixtures("taught")
def test_hard_texts_are_printed_in_narrow_and_wide_columns(printed, text, ems):
    style = f"p{{width:{ems}em;overflow-wrap:anywhere;font-feature-settings:'chws'}}"
    body = f"<p>{text}<p><b>{text[:9]}</b>{text[9:]}<i>{text}</i>"

    assert printed(body, style).startswith(b"%PDF")


@pytest.mark.usefixtures("taught")
def test_a_long_address_breaks_where_its_parts_meet(printed, lines_of):
    style = f"p{{width:{16 * EM}pt}}"

    lines = lines_of(printed(f"<p>{HARD['a long address']}", style))

    assert len(lines) > 6
    assert max(line[-1].right for line in lines) < 16 * EM + 0.5
