"""What is wrong in a template is told before it is printed; what is right is not."""

import shutil

import pytest

from handout import packs
from handout.assets import templates_folder
from handout.errors import TemplateError
from handout.model.paper import PAPERS
from handout.packs import lint
from handout.render import render as render_unchecked
from handout.trial.hard_handouts import stress

# It has a summary, phrases and questions, and no exercises.
HANDOUT = dict(stress())["one section"]
CHOICE = "blocks/choice.html.j2"
OWN = "blocks/own.html.j2"
SEE = "see docs/templates.md for the names"


def render(handout, pack, paper):
    """The page of a pack whose templates were checked first, as the pipeline does."""
    lint.check_templates(pack)
    return render_unchecked(handout, pack, paper)


def own_pack(files, tmp_path, parent="base"):
    for name, text in ({"pack.toml": f'parent = "{parent}"\n'} | files).items():
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return packs.find(str(tmp_path / "mine"))


def message(files, tmp_path):
    """The whole message that a pack of these files raises, without its folder."""
    with pytest.raises(TemplateError) as raised:
        render(HANDOUT, own_pack(files, tmp_path), PAPERS["A4"])
    return str(raised.value).replace(f"{tmp_path}/mine/", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{{ labels.choise }}",
            "1:11: there is no labels.choise; did you mean choice?",
        ),
        (
            '{{ labels["choise"] }}',
            "1:12: there is no choise; did you mean choice?",
        ),
        ("{{ block.itens }}", "1:10: there is no block.itens; did you mean items?"),
        (
            "{% for one in block.items %}\n{{ one.qestion }}{% endfor %}",
            "2:8: there is no one.qestion; did you mean question?",
        ),
        (
            "{% set all = block.items|sort|list %}{{ (all[1:]|first).hnt }}",
            "1:57: there is no hnt; did you mean hint?",
        ),
        (
            "{% for s in handout.sections %}{% for b in s.blocks %}{{ b.promts }}"
            "{% endfor %}{% endfor %}",
            "1:60: there is no b.promts; did you mean prompts?",
        ),
        (
            "{{ (handout.meeting if block else handout.meeting).plaze }}",
            "1:52: there is no plaze; did you mean place?",
        ),
        ("{{ handuot }}", "1:4: there is no handuot; did you mean handout?"),
        ("{% if false %}{{ qqqq }}{% endif %}", f"1:18: there is no qqqq; {SEE}"),
        (
            "{{ options.rwo }}",
            "1:12: there is no options.rwo; did you mean row?",
        ),
        (
            "{{ paper.widht }}",
            "1:10: there is no paper.widht; did you mean width?",
        ),
        (
            "{{ handout.title|shrt }}",
            "1:1: No filter named 'shrt'; did you mean short?",
        ),
        (
            "{% if handout is evn %}{% endif %}",
            "1:1: No test named 'evn'; did you mean even?",
        ),
        (
            '<i>\n{% include "blocks/chioce.html.j2" %}',
            "2:13: there is no template blocks/chioce.html.j2 in mine > base; did you "
            "mean blocks/choice.html.j2?",
        ),
        (
            '{% from "blocks/macros.html.j2" import label, boxx %}',
            "1:47: there is no boxx; did you mean box?",
        ),
        (
            "{% if block %}",
            "1:1: Unexpected end of template. Jinja was looking for the following "
            "tags: 'elif' or 'else' or 'endif'. The innermost block that needs to be "
            "closed is 'if'; mend that line",
        ),
    ],
)
def test_a_mistake_is_told_of_a_block_that_the_handout_lacks(text, said, tmp_path):
    assert message({CHOICE: text}, tmp_path) == f"{CHOICE}:{said}"


RIGHT = [
    "{{ block.items[0].question }}{{ section.title }}{{ section.heading }}",
    "{% if block.nothing is defined %}{{ block.nothing }}{% endif %}",
    "{{ block.nothing|default('x') }}{{ more|d(1) }}",
    "{% macro m(x, y=1) %}{{ x.any }}{{ y.thing }}{{ varargs }}{% endmacro %}",
    "{% for a, b in handout.readings %}{{ a.foo }}{{ loop.index }}{% endfor %}",
    "{% for x in block.items|map('upper') %}{{ x.foo }}{% endfor %}",
    "{% with x = handout.title %}{{ x.upper() }}{% endwith %}",
    "{% set x %}a{% endset %}{{ x.foo }}",
    "{% set n = namespace(rows=[]) %}{% set n.rows = n.rows + [1] %}{{ n.rows.foo }}",
    "{% set b = handout.title or block %}{{ b.question }}",
    "{{ range(3) }}{{ unique_id() }}{{ cycler(1, 2).next() }}{{ labels.items() }}",
    "{% for block in handout.front %}{{ block.sentences }}{% endfor %}",
    "{{ pack.title('en') }}{{ handout.__class__ }}",
    "{{ rows }}{{ labels[block.kind] }}{{ labels.get('choice').foo }}",
    '{% from "blocks/macros.html.j2" import label as l %}{{ l("x") }}',
    '{% import "blocks/macros.html.j2" as m %}{{ m.nothing }}',
    '{% include "blocks/nothing.html.j2" ignore missing %}',
    "{% macro m() %}{{ caller(1) }}{% endmacro %}{% call(x) m() %}{{ x.y }}"
    "{% endcall %}",
    "{% if handout.language == 'en' %}{{ labels.only_english }}{% endif %}",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_may_be_right_is_left_to_the_printing(text, tmp_path):
    files = {CHOICE: text, "strings.en.toml": 'only_english = "x"'}

    assert "学习" in render(HANDOUT, own_pack(files, tmp_path), PAPERS["A4"])


def test_what_includes_a_template_lends_it_its_names(tmp_path):
    files = {
        "page.html.j2": '{% set cover = 1 %}{% include "blocks/own.html.j2" %}',
        OWN: "学习 {{ cover.foo }}",
        CHOICE: '{% for block in handout.front %}{% include "blocks/notes.html.j2" %}'
        "{% endfor %}",
        "blocks/notes.html.j2": "{{ block.sentences }}",
    }

    with pytest.raises(TemplateError, match=r"own\.html\.j2:1:13: there is no cover"):
        render(HANDOUT, own_pack(files, tmp_path), PAPERS["A4"])


@pytest.mark.parametrize(
    "name", [folder.name for folder in sorted(templates_folder().iterdir())]
)
def test_nothing_is_wrong_in_our_packs(name, tmp_path):
    folder = shutil.copytree(templates_folder() / name, tmp_path / "mine")
    pack = packs.find(str(folder))

    assert lint._own(pack)
    assert render(HANDOUT, pack, PAPERS["A4"])
    assert any(folder in state[0] for state in lint._right)


def test_what_is_right_is_read_once_until_it_changes(tmp_path, monkeypatch):
    pack = own_pack({CHOICE: "{{ block.items }}"}, tmp_path)
    render(HANDOUT, pack, PAPERS["A4"])
    read = []
    stock = lint._read
    monkeypatch.setattr(
        lint, "_read", lambda e, name: read.append(name) or stock(e, name)
    )

    render(HANDOUT, pack, PAPERS["A4"])
    again = read[:]
    (tmp_path / "mine" / CHOICE).write_text("{{ block.itemz }}")
    with pytest.raises(TemplateError, match="itemz"):
        render(HANDOUT, pack, PAPERS["A4"])

    assert again == []
    assert read == [f"mine/{CHOICE}"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{% if 1 %}" * 1500 + "{% endif %}" * 1500,
        "{{ handout" + ".title" * 5000 + " }}",
    ],
    ids=["brackets", "ifs", "dots"],
)
def test_a_template_without_a_bottom_is_refused(text, tmp_path):
    assert message({CHOICE: text}, tmp_path) == (
        f"{CHOICE}: nests its parts too deep; split it into macros, or into templates "
        "that it includes"
    )
