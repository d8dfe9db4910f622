"""A font that was cut for the same glyphs is not cut anew; another one is."""

import pytest

from handout.printing.speed import fonts as kept_fonts


@pytest.fixture
def cut(monkeypatch):
    """Give the family of each font that is cut, in order."""
    from weasyprint.pdf.fonts import Font

    stock, found = Font._harfbuzz_subset, []

    def _harfbuzz_subset(self, to_unicode, hinting):
        found.append(self.family)
        stock(self, to_unicode, hinting)

    monkeypatch.setattr(Font, "_harfbuzz_subset", _harfbuzz_subset)
    monkeypatch.setattr(kept_fonts, "_kept", {})
    yield found
    kept_fonts.remove()


def test_the_same_glyphs_are_cut_once_and_other_glyphs_anew(printed, cut):
    stock = printed("<p>学习</p>")
    assert kept_fonts.install() == ""
    cut.clear()

    first, again = printed("<p>学习</p>"), printed("<p>习学</p>")
    once = cut[:]
    more = printed("<p>学习吧</p>")

    assert first == stock != again
    assert once == ["Handout Serif"]
    assert cut == once * 2
    assert len(more) > len(first)


def test_a_font_of_a_pack_is_cut_each_time(printed, cut, monkeypatch):
    monkeypatch.setattr(kept_fonts, "our_fonts", tuple)
    kept_fonts.install()

    printed("<p>学习</p>")
    printed("<p>学习</p>")

    assert cut == ["Handout Serif"] * 2


def test_few_are_kept(printed, cut):
    kept_fonts.install()

    for sign in "一二三四五六七八九十百千":
        printed(f"<p>{sign}</p>")

    assert len(cut) == 12
    assert len(kept_fonts._kept) == kept_fonts._MOST


def test_another_weasyprint_gets_a_sentence(monkeypatch):
    from weasyprint.pdf.fonts import Font

    monkeypatch.setattr(Font, "_harfbuzz_subset", lambda self: self)

    assert "Font._harfbuzz_subset(self, to_unicode" in kept_fonts.install()
