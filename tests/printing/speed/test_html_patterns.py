"""HTML is read as it was, by patterns that are put together once."""

from xml.etree.ElementTree import tostring

import pytest
import tinyhtml5
from tinyhtml5 import inputstream

from handout.printing.speed import html_patterns as patterns

HTML = """<!doctype html><title>a]b^c-d\\e</title><p class='x y' id="看">看&amp;&#34;
<style>p > b {} /* ] ^ */</style><!-- -- - --><svg viewBox=0><g/></svg><br/><img alt=a>
<script>if (a < b && c]) {}</script><a href=x?y=1&z=2>z</a\t><p title='a"b'>x</p\n>
<textarea>\n]</textarea>\x00\x0c<b>unclosed <i>wrong</b></i><![CDATA[x]]>"""


@pytest.fixture(autouse=True)
def alone():
    patterns.remove()
    yield
    patterns.remove()


def read():
    return tostring(tinyhtml5.parse(HTML, namespace_html_elements=False))


def test_a_page_is_read_as_it_was():
    stock = read()

    assert patterns.install() == ""

    assert read() == stock
    assert patterns.install() == ""
    assert read() == stock


def test_each_pattern_is_put_together_once(monkeypatch):
    patterns.install()
    read()
    kept = dict(inputstream.characters_until_regex)
    monkeypatch.setattr(patterns.re, "compile", None)

    read()

    assert len(kept) > 3
    assert inputstream.characters_until_regex == kept


def test_another_tinyhtml5_gets_a_sentence(monkeypatch):
    monkeypatch.delattr(inputstream, "characters_until_regex")

    assert "has no characters_until_regex" in patterns.install()
