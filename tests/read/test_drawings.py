"""Drawings of strangers are weighed before they are drawn."""

import pytest

from handout.read.drawings import is_too_heavy


def svg(inner):
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f"<svg {space} width='9' height='9'>{inner}</svg>".encode()


def test_uses_of_uses_are_counted_out():
    layers = "".join(
        f"<g id='g{n}'>" + f"<use href='#g{n - 1}'/>" * 10 + "</g>"
        for n in range(1, 10)
    )
    assert is_too_heavy(svg(f"<rect id='g0'/>{layers}<use href='#g9'/>"))


@pytest.mark.parametrize(
    "inner",
    [
        "<g id='a'><use href='#a'/></g>",
        "<pattern width='0.0001' height='1'><rect/></pattern>",
        "<text>" + "字" * 60_000 + "</text>",
        "<rect/>" * 30_000,
    ],
)
def test_a_drawing_that_no_page_needs_is_too_heavy(inner):
    assert is_too_heavy(svg(inner))


def test_an_ordinary_drawing_is_light():
    assert not is_too_heavy(svg("<rect id='a'/><use href='#a'/>" * 50))


def test_a_drawing_that_is_not_xml_is_left_to_the_renderer():
    assert not is_too_heavy(b"<svg")
