"""A line ends where it is full, also before a link or an underline."""

import pytest

from handout.printing.lines import last_space

BODY = (
    "<p>After eighteen months the picture was clear, and it pleased no one entirely. "
    "The <u>car park mattered</u> less than people had thought; the drainage"
)


@pytest.fixture
def taught():
    assert last_space.install() == ""
    yield
    last_space.remove()


def texts(lines):
    return ["".join(char.text for char in line) for line in lines]


def style(width):
    return f"p{{width:{width}mm;font:10.5pt/1.8 'Handout Serif';text-indent:2em}}"


@pytest.mark.usefixtures("taught")
def test_no_line_before_an_underline_ends_after_its_first_word(printed, lines_of):
    for tenths in range(500, 520, 2):
        found = texts(lines_of(printed(BODY, style(tenths / 10))))
        assert "pleased" not in found


@pytest.mark.usefixtures("taught")
def test_all_other_lines_break_as_before(printed):
    widths = range(30, 50, 3)

    ours = [printed(BODY, style(width)) for width in widths]
    last_space.remove()

    assert [printed(BODY, style(width)) for width in widths] == ours


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.layout import inline

    monkeypatch.setattr(inline, "split_first_line", lambda text: text)

    assert "split_first_line(text, style" in last_space.install()
