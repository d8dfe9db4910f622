"""Looking one line ahead breaks lines where looking four lines ahead does."""

import pytest

from handout.printing.lines import chinese_lines
from handout.printing.speed import short_lookahead as lookahead

TEXTS = (
    "强化理论武装。理论上的成熟是政治上成熟的基础，政治上的坚定源于理论上的清醒。" * 9,
    "他说“四个意识”——这是2019年GDP增长6.1%的WeasyPrint 70.0试验（卡尔·马克思）……" * 9,
    "English words with few 汉字 in them, 看看看看看看看看看看看看看 and so on. " * 9,
    "看" * 30 + "https://example.org/" + "long/" * 40 + "看" * 90,
    "看" * 25 + "\u00ad" + "看" * 90,
    "看" * 30 + "　　" + "、。" * 40 + "看" * 90,
)


@pytest.fixture
def taught():
    assert chinese_lines.install() == ""
    yield
    lookahead.remove()
    chinese_lines.remove()


@pytest.mark.parametrize("width", [90, 128, 171, 244, 333])
@pytest.mark.usefixtures("taught")
def test_every_line_breaks_where_it_would_have(printed, width):
    body = "".join(f"<p>{text}" for text in TEXTS)
    style = f"p{{width:{width}pt}}"

    far = printed(body, style)
    assert lookahead.install() == ""

    assert printed(body, style) == far


@pytest.mark.usefixtures("taught")
def test_less_text_is_shaped(printed, monkeypatch):
    from weasyprint.text import line_break

    stock = line_break.create_layout
    shaped = []

    def counting(text, *others):
        shaped.append(len(text))
        return stock(text, *others)

    monkeypatch.setattr(line_break, "create_layout", counting)
    printed(f"<p>{TEXTS[0]}", "p{width:300pt}")
    far, shaped[:] = sum(shaped), []
    lookahead.install()
    printed(f"<p>{TEXTS[0]}", "p{width:300pt}")

    assert sum(shaped) < far * 0.6


@pytest.mark.parametrize(
    ("near", "is_safe"),
    [
        ("看" * 20, True),
        ("看" * 14, False),
        ("看" * 10 + "word" * 5, False),
        ("看" * 10 + "word看看好看看看看", True),
    ],
)
def test_a_break_near_the_end_of_what_was_looked_at_is_not_trusted(near, is_safe):
    assert lookahead._is_safe(near, len("看" * 10) * 3) is is_safe


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.layout import inline

    monkeypatch.setattr(inline, "split_first_line", lambda text: text)

    assert "split_first_line(text, style" in lookahead.install()
