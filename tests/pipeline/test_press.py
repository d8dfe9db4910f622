"""A pack that would take all time or memory is given up in a sentence, and soon."""

import pytest

from handout import guard, packs
from handout.errors import TemplateError
from handout.model.paper import PAPERS
from handout.pipeline import Order, press
from handout.render.limits import TEMPLATE
from handout.trial.hard_handouts import stress

HANDOUT = dict(stress())["one section"]
SMALL = guard.Limits(seconds=2, megabytes=500)
BODIES = {
    "words without end": "{% for n in range(90000) %}{{ 'word ' * 10 }}{% endfor %}",
    "a table of a billion columns": "<table><tr><td colspan=999999999>x</table>",
    "a picture that uses itself": (
        "<svg><defs><g id=a0><path d='M0 0h1'/></g>"
        "{% for n in range(9) %}<g id=a{{ n + 1 }}>"
        "{% for m in range(9) %}<use href='#a{{ n }}'/>{% endfor %}</g>{% endfor %}"
        "</defs><use href='#a9'/></svg>"
    ),
    "numbers that square": (
        "{% set ns = namespace(x=10) %}{% for n in range(40) %}"
        "{% set ns.x = ns.x * ns.x %}{% endfor %}{{ ns.x % 7 }}"
    ),
    "text that doubles": (
        "{% set ns = namespace(x='xxxxxxxx') %}{% for n in range(40) %}"
        "{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    ),
}
STYLES = {
    "a counter padded": (
        "@counter-style z { system: numeric; symbols: '0' '1'; pad: 99999999 'ab' }"
        "p { counter-reset: a 1 } p::before { content: counter(a, z) }"
    ),
    "variables that double": ":root { --a0: xxxxxxxxxx; "
    + "".join(f"--a{n + 1}: {f'var(--a{n}) ' * 10}; " for n in range(9))
    + "} p::before { content: var(--a9); font-family: var(--a9) }",
    "a grid far away": "p { display: grid; grid-template-columns: repeat(99999, 1mm) }",
}


@pytest.fixture
def printer(monkeypatch):
    """A guarded process with small limits, as the command prints in one."""
    monkeypatch.setattr(press, "_PACK_LAYOUT", SMALL)
    child = guard.Child()
    yield child
    child.end()


@pytest.mark.parametrize(
    ("style", "body"),
    [("", body) for body in BODIES.values()]
    + [(style, "<p>学习</p>") for style in STYLES.values()],
    ids=[*BODIES, *STYLES],
)
def test_a_bomb_is_given_up_in_a_sentence(style, body, printer, tmp_path):
    folder = tmp_path / "bomb"
    (folder / "blocks").mkdir(parents=True)
    (folder / "pack.toml").write_text('parent = "base"\n')
    (folder / "style.css").write_text(style)
    (folder / "blocks" / "summary.html.j2").write_text(f"<p>{body}</p>")
    stage = guard.Stage(TEMPLATE.where, TemplateError, SMALL, TEMPLATE.hint)
    order = Order(packs.find(str(folder)), PAPERS["A4"], ())

    with pytest.raises(TemplateError) as raised:
        printer.ask(stage, press.press_here, (HANDOUT,), order)

    said = raised.value.message
    assert any(word in said for word in ("longer", "memory", "large", "deeply", "laid"))
