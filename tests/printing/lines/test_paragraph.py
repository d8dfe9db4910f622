"""Where one line of a paragraph would be loose, its lines are broken otherwise."""

from itertools import pairwise

import pytest

from handout.printing.lines import chinese_lines
from handout.printing.lines import paragraph as best_lines

EM = 10.5
WORDS = (
    "首先安装依赖：Python 3.11以上、Pango 1.50以上、HarfBuzz 6.0以上。在Debian 12里，"
    "用apt install libpango-1.0-0即可；macOS用户可以用Homebrew。安装之后运行"
    "weasyprint --info，应当看到WeasyPrint version: 70.0和Pango version: 15012这样。"
)
PLAIN = (
    "强化理论武装。理论上的成熟是政治上成熟的基础，政治上的坚定源于理论上的清醒。" * 4
)


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    assert best_lines.install() == ""
    yield
    best_lines.remove()
    chinese_lines.remove()


def width(ems):
    return f"p{{width:{ems * EM}pt}}"


def widest(lines):
    """The widest gap between two Han of lines that are not last ones, in ems."""
    return max(
        (after.left - before.right) / EM
        for line in lines[:-1]
        for before, after in pairwise(line)
        if min(before.text, after.text) >= "一"
    )


def texts(lines):
    return ["".join(one.text for one in line) for line in lines]


@pytest.mark.usefixtures("taught")
def test_lines_before_long_words_are_even_where_one_by_one_they_are_loose(
    printed, lines_of
):
    even = lines_of(printed(f"<p>{WORDS}", width(28.5)))
    best_lines.remove()
    one_by_one = lines_of(printed(f"<p>{WORDS}", width(28.5)))

    assert widest(even) < 0.12 < widest(one_by_one)
    assert "".join(texts(even)) == WORDS.replace(" ", "")


@pytest.mark.usefixtures("taught")
def test_no_line_of_many_measures_is_looser_than_one_by_one(printed, lines_of):
    measures = [ems / 2 for ems in range(50, 86, 5)]

    even = [widest(lines_of(printed(f"<p>{WORDS}", width(ems)))) for ems in measures]
    best_lines.remove()
    before = [widest(lines_of(printed(f"<p>{WORDS}", width(ems)))) for ems in measures]

    assert max(even) < 0.25
    assert sum(even) < sum(before)


@pytest.mark.usefixtures("taught")
def test_a_paragraph_without_loose_lines_is_printed_as_before(printed):
    with_ = printed(f"<p>{PLAIN}", width(31))
    best_lines.remove()

    assert printed(f"<p>{PLAIN}", width(31)) == with_


@pytest.mark.usefixtures("taught")
def test_a_paragraph_goes_on_over_pages_with_every_line_once(printed, lines_of):
    style = width(28.5) + "@page{size:200mm 21mm}p{orphans:1;widows:1}"

    pages = lines_of(printed(f"<p>{WORDS * 3}", style))

    assert "".join(texts(pages)) == WORDS.replace(" ", "") * 3


@pytest.mark.usefixtures("taught")
def test_what_is_placed_beside_a_line_is_placed_once(printed, lines_of):
    note = "<i style='position:absolute;right:-3em'>注</i>"
    body = f"<p style='position:relative'>{note}{(WORDS + note) * 3}"

    for ems in (14, 21.5, 28.5):
        found = "".join(texts(lines_of(printed(body, width(ems)))))
        assert found.count("注") == 4
        assert len(found) == 4 + 3 * len(WORDS.replace(" ", ""))


@pytest.mark.usefixtures("taught")
def test_text_beside_a_float_is_left_as_it_is(printed, lines_of):
    body = f"<p><b style='float:left;width:3em'>浮</b>{WORDS}"

    found = "".join(texts(lines_of(printed(body, width(15.1)))))

    assert found.count("P") == WORDS.count("P")
    assert len(found) == len(WORDS.replace(" ", "")) + 1


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.layout import block

    monkeypatch.setattr(block, "iter_line_boxes", lambda text: text)

    assert "iter_line_boxes(context, box" in best_lines.install()
