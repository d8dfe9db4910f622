"""Values made of variables are worked out once, and are the same."""

import pytest

from handout.printing.speed import remembered_values as remembered

ROWS = "".join(f"<p class={name}>看<b>一</b>看" for name in "abcab")
STYLES = [
    "p{border:var(--rule) solid; --rule:1pt} .b{--rule:3pt}",
    "p{--size:9pt; font-size:var(--size); margin:calc(var(--size) * 2)} .c{--size:1em}",
    ":root{--deep:var(--deeper);--deeper:2mm} p{padding:var(--deep) var(--none, 3mm)}",
    "p{width:max(20mm, 3em, 10%); height:var(--tall)} .b{--tall:nonsense}",
    "b{content:var(--word)} p::before{content:var(--word) '。'} .a{--word:'甲'}",
]


@pytest.fixture
def taught():
    assert remembered.install() == ""
    yield
    remembered.remove()


@pytest.mark.parametrize("style", STYLES)
def test_pages_are_the_same_byte_for_byte(printed, style):
    stock = printed(ROWS, style)

    remembered.install()
    try:
        assert printed(ROWS, style) == stock
    finally:
        remembered.remove()


@pytest.fixture
def validated(monkeypatch):
    """What WeasyPrint validates once its variables are known, in order."""
    from weasyprint.css.validation import expanders

    found = []
    stock = expanders.PendingExpander.validate

    def listening(self, tokens, wanted_key, base_url):
        found.append(wanted_key)
        return stock(self, tokens, wanted_key, base_url)

    monkeypatch.setattr(expanders.PendingExpander, "validate", listening)
    return found


@pytest.mark.usefixtures("taught")
def test_each_value_is_worked_out_once(printed, validated):
    printed(
        "<div class=a><p>一</div><div class=b><p>二</div>",
        "p{border:var(--rule) solid} :root{--rule:1pt} .a{color:red} .b{color:blue}",
    )

    # Paragraphs of unlike parents have styles of their own.
    assert validated
    assert len(validated) == len(set(validated))
