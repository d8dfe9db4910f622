"""A template's mistake is one sentence: file, line, column, and what would be right."""

import pytest

from handout import packs
from handout.errors import TemplateError
from handout.model.paper import PAPERS
from handout.packs.lint import check_templates
from handout.render import render as render_unchecked
from handout.render.environment import templates_of
from handout.render.faults import refuse_unknown_blocks
from handout.trial.hard_handouts import stress

HANDOUT = dict(stress())["one section"]
SUMMARY = "blocks/summary.html.j2"
AT = f"{SUMMARY}:1:1: "


def render(handout, pack, paper):
    """The page of a pack whose templates were checked first, as the pipeline does."""
    check_templates(pack)
    return render_unchecked(handout, pack, paper)


def message(files, tmp_path):
    """The whole message that a pack of these files raises, without its folder."""
    folder = tmp_path / "mine"
    for name, text in ({"pack.toml": 'parent = "base"\n'} | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as raised:
        render(HANDOUT, packs.find(str(folder)), PAPERS["A4"])
    assert raised.value.exit_code == 4
    return str(raised.value).replace(f"{folder}/", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "\n\n<p>{{ labels.sumary }}</p>",
            f"{SUMMARY}:3:14: there is no labels.sumary; did you mean summary?",
        ),
        (
            "{{ hadout.title }}",
            f"{SUMMARY}:1:4: there is no hadout; did you mean handout?",
        ),
        (
            "{{ handout.titel }}",
            f"{SUMMARY}:1:12: there is no handout.titel; did you mean title?",
        ),
        (
            "{% for s in block.sentences %}{{ s.txet }}{% endfor %}",
            f"{SUMMARY}:1:36: there is no s.txet; did you mean text?",
        ),
        (
            "{{ options.rulling }}",
            f"{SUMMARY}:1:12: there is no options.rulling; did you mean ruling?",
        ),
        (
            "<p>{{ [1, 2]|select('gt', 2)|first }}</p>",
            f"{SUMMARY}:1:4: No first item, sequence was empty; mend that line",
        ),
        (
            "{{ qqqq }}",
            f"{SUMMARY}:1:4: there is no qqqq; see docs/templates.md for the names",
        ),
        (
            "<p>{{ handout.title|shorrt }}</p>",
            f"{SUMMARY}:1:4: No filter named 'shorrt'; did you mean short?",
        ),
        (
            "{% if handout is evven %}x{% endif %}",
            f"{SUMMARY}:1:1: No test named 'evven'; did you mean even?",
        ),
        (
            "<b>\n</b>  {% if %}x{% endif %}",
            f"{SUMMARY}:2:7: Expected an expression, got 'end of statement block'; "
            "mend that line",
        ),
        (
            "{% for s in block.sentences %}",
            f"{SUMMARY}:1:1: Unexpected end of template. Jinja was looking for the "
            "following tags: 'endfor' or 'else'. The innermost block that needs to be "
            "closed is 'for'; mend that line",
        ),
        (
            '<p>\n{% include "blocks/keyphrase.html.j2" %}',
            f"{SUMMARY}:2:13: there is no template blocks/keyphrase.html.j2 in mine > "
            "base; did you mean blocks/keyphrases.html.j2?",
        ),
        (
            '{% from "blocks/macros.html.j2" import lable %}{{ lable("x") }}',
            f"{SUMMARY}:1:40: there is no lable; did you mean label?",
        ),
        ("{{ 1 / 0 }}", f"{SUMMARY}:1:1: division by zero; mend that line"),
        (
            "{{ block.sentences + 1 }}",
            f'{SUMMARY}:1:1: can only concatenate tuple (not "int") to tuple; '
            "mend that line",
        ),
    ],
)
def test_a_mistake_in_a_block_is_told(text, said, tmp_path):
    assert message({SUMMARY: text}, tmp_path) == said


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (
            '{% extends "base/page.html.j2" %}\n{% block frnt %}x{% endblock %}',
            "page.html.j2:2:10: base/page.html.j2 has no block frnt to change; did you "
            "mean front?",
        ),
        (
            '{% extends "bass/page.html.j2" %}',
            "page.html.j2:1:13: there is no template bass/page.html.j2 in mine > base; "
            "did you mean base/page.html.j2?",
        ),
    ],
)
def test_a_block_that_the_parents_page_lacks_is_told(page, said, tmp_path):
    assert message({"page.html.j2": page}, tmp_path) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ ''.__class__.__mro__[1].__subclasses__() }}",
            f"{AT}access to attribute '__class__' of 'str' object is unsafe; "
            "mend that line",
        ),
        (
            "{{ handout.__init__.__globals__ }}",
            f"{AT}access to attribute '__init__' of 'Handout' object is "
            "unsafe; mend that line",
        ),
        (
            "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
            f"{AT}access to attribute '__init__' of 'type' object is unsafe; "
            "mend that line",
        ),
        (
            "{% include '../../pyproject.toml' %}",
            f"{SUMMARY}:1:13: there is no template ../../pyproject.toml in mine > "
            "base; there are: ",
        ),
        (
            "{% include '/etc/passwd' %}",
            f"{SUMMARY}:1:13: there is no template /etc/passwd in mine > base; there "
            "are: ",
        ),
        (
            "{{ 9 ** 99999999 }}",
            f"{SUMMARY}:1:1: the result of ** is too large; mend that line",
        ),
        (
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            f"{SUMMARY}:1:1: calls itself without an end; mend that line",
        ),
    ],
)
def test_a_hostile_block_is_told(text, said, tmp_path):
    assert message({SUMMARY: text}, tmp_path).startswith(said)


@pytest.mark.parametrize("pack", packs.list_packs(), ids=lambda pack: pack.name)
def test_no_pack_of_ours_changes_a_block_that_is_not_there(pack):
    refuse_unknown_blocks(templates_of(pack))


HOUSE = """{% macro label(text, note="") %}
<b>{{ text }}</b>
{{ text.qqqq }}
{% endmacro %}"""


def two_packs(own, house, tmp_path):
    """What is said of a pack whose parent `house` has macros too."""
    for name, text, parent in (("house", house, "base"), ("mine", own, "house")):
        (tmp_path / name / "blocks").mkdir(parents=True)
        (tmp_path / name / "pack.toml").write_text(f'parent = "{parent}"\n')
        (tmp_path / name / "blocks" / "macros.html.j2").write_text(text)
    with pytest.raises(TemplateError) as raised:
        render(HANDOUT, packs.find(str(tmp_path / "mine")), PAPERS["A4"])
    return str(raised.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    ("own", "house", "said"),
    [
        (
            "{% macro box(lines) %}<hr>{% endmacro %}",
            HOUSE,
            "house/blocks/macros.html.j2:3:9: there is no text.qqqq; see "
            "docs/templates.md for the names",
        ),
        (
            '{% macro label(text, note="") %}\n<b>{{ txet }}{% endmacro %}',
            HOUSE,
            "mine/blocks/macros.html.j2:2:7: there is no txet; did you mean text?",
        ),
        (
            "<p>\n{% macro label(text) %}\n{% if text %}",
            "{% macro own() %}x{% endmacro %}",
            "mine/blocks/macros.html.j2:3:1: Unexpected end of template. Jinja was "
            "looking for the following tags: 'elif' or 'else' or 'endif'. The "
            "innermost block that needs to be closed is 'if'; mend that line",
        ),
        (
            "{% macro own() %}x{% endmacro %}",
            "\n{% macro label(text) %}{{ 1 +* 2 }}{% endmacro %}\n\n",
            "house/blocks/macros.html.j2:2:24: unexpected '*'; mend that line",
        ),
    ],
)
def test_a_mistake_in_a_macro_is_told_of_the_file_it_is_in(own, house, said, tmp_path):
    assert two_packs(own, house, tmp_path) == said
