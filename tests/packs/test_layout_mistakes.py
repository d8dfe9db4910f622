"""A style that the layout cannot follow is a mistake of the pack, in a sentence."""

from contextlib import suppress

import pytest

from handout import packs
from handout.errors import TemplateError
from handout.packs.layout_mistakes import layout_mistakes_explained


@pytest.mark.parametrize(
    "rule",
    [
        "@page { margin: 900mm }",
        "p { font-size: 0.00002pt; line-height: 0 }",
        "p { font-size: 2000000000pt }",
        "p { width: calc(NaN * 1mm) }",
        "p { text-indent: 1e12em }",
        "@color-profile --x { src: url(../x.icc) }",
        "p { width: " + "(" * 3_000 + "1mm" + ")" * 3_000 + " }",
        "p" + ":not(p" * 2_500 + ")" * 2_500 + " { color: red }",
    ],
    ids=lambda rule: rule[:30],
)
def test_a_style_that_cannot_be_followed_prints_or_is_explained(rule, pressed):
    # Anything else than a page or a TemplateError is a traceback to a person.
    with suppress(TemplateError):
        pressed({"style.css": rule, "blocks/summary.html.j2": "<p>学习</p>"})


def test_the_mistake_names_the_style_sheet(pressed):
    with pytest.raises(TemplateError, match=r"mine/style\.css: asks for pages that"):
        pressed({"style.css": "@page { margin: 1000mm }"})


def test_what_our_own_packs_ask_for_in_vain_is_a_bug():
    with (
        pytest.raises(ZeroDivisionError),
        layout_mistakes_explained(packs.find("meeting")),
    ):
        raise ZeroDivisionError
