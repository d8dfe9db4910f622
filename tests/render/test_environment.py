"""Templates are data: escaped, strict about names, and unable to run code."""

from dataclasses import replace

import pytest

from handout import packs
from handout.errors import TemplateError
from handout.model.blocks import (
    Excerpt,
    KeyPhrases,
    Marked,
    PhraseRow,
    Prompt,
    Quote,
    Reflection,
    Room,
    Summary,
)
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting
from handout.model.paper import PAPERS
from handout.packs import choices
from handout.render import render

SECTION = HandoutSection(
    1,
    "",
    "筑牢信仰之基,把稳思想之舵",
    2,
    5,
    (
        Summary((Excerpt("学习,是一种追求。", 2),)),
        KeyPhrases(
            (
                PhraseRow(
                    ("四个意识", "四个自信"),
                    (1, 2),
                    Quote(Marked("增强“四个意识”", ((3, 7),)), 3, False, True),
                ),
            )
        ),
        Reflection((Prompt("谈谈“四个意识”。", Room(3, share=2)),)),
    ),
)


def handout(title="<script>alert(1)</script>", **changes):
    values = {
        "title": title,
        "byline": "【作者系<b>某校</b>学员】",
        "date": "",
        "source": "",
        "language": "zh-CN",
        "characters": 3378,
        "words": 3,
        "paragraphs": 17,
        "meeting": Meeting(time="9:00"),
        "front": (),
        "sections": (SECTION,),
        "closing": (),
    }
    return Handout(**(values | changes))


def own_pack(tmp_path, files, parent="base"):
    folder = tmp_path / "mine"
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "pack.toml").write_text(f'parent = "{parent}"\n', encoding="utf-8")
    return packs.find(str(folder))


def body_of(html):
    """The page without its style, which has its own tests on paper."""
    head, _, rest = html.partition("<style>")
    return head + rest.partition("</style>")[2]


@pytest.mark.parametrize("name", [pack.name for pack in packs.list_packs()])
def test_each_pack_renders_its_page(name, golden):
    html = render(handout("守初心"), packs.find(name), PAPERS["A4"])

    golden(f"render/{name}.html", body_of(html))


def test_what_a_document_says_is_text_and_never_markup():
    html = render(handout(), packs.find("meeting"), PAPERS["A4"])

    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "&lt;b&gt;某校&lt;/b&gt;" in html


def test_a_style_of_lines_is_asked_for_by_options():
    pack = packs.find("meeting")
    given = ("punctuation=kaiming", "breaks=strict", "grid=lines")
    values = choices.choose_values(pack, choices.pairs(given))

    html = render(handout(), pack, PAPERS["A4"], options=values)

    assert "--punctuation: kaiming;" in html
    assert "--grid: lines;" in html
    assert 'data-lines="strict"' in html


def test_punctuation_is_widened_on_paper_unless_it_is_to_be_kept():
    pack = packs.find("meeting")

    wide = render(handout(), pack, PAPERS["A4"])
    kept = render(handout(), pack, PAPERS["A4"], keep_punctuation=True)

    assert "学习，是一种追求。" in wide
    assert "学习,是一种追求。" in kept


def test_an_unknown_name_is_told_with_file_line_and_the_nearest(tmp_path):
    pack = own_pack(tmp_path, {"blocks/summary.html.j2": "\n\n{{ labels.sumary }}"})

    with pytest.raises(TemplateError) as raised:
        render(handout(), pack, PAPERS["A4"])

    assert raised.value.where.endswith("blocks/summary.html.j2:3:11")
    assert "sumary" in str(raised.value)
    assert "did you mean summary?" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% if %}", "summary.html.j2:1"),
        ("{{ handout|nosuchfilter }}", "nosuchfilter"),
        ('{% include "blocks/nothing.html.j2" %}', "blocks/nothing.html.j2"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ handout.titel }}", "titel"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_place(text, said, tmp_path):
    pack = own_pack(tmp_path, {"blocks/summary.html.j2": text})

    with pytest.raises(TemplateError) as raised:
        render(handout(), pack, PAPERS["A4"])

    assert said in str(raised.value)
    assert raised.value.exit_code == 4
    assert raised.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ handout.__init__.__globals__ }}",
        "{{ unique_id.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% include '../../pyproject.toml' %}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_can_reach_neither_code_nor_files(text, tmp_path):
    pack = own_pack(tmp_path, {"blocks/summary.html.j2": text})

    with pytest.raises(TemplateError):
        render(handout(), pack, PAPERS["A4"])


def test_a_pack_overrides_one_block_and_inherits_the_rest(tmp_path):
    pack = own_pack(
        tmp_path,
        {
            "blocks/summary.html.j2": "<p>mine: {{ block.sentences|length }}</p>",
            "style.css": ".mine { color: black }",
            "strings.toml": 'keyphrases = "生词"',
        },
        parent="meeting",
    )

    html = render(handout(), pack, PAPERS["A5"])

    assert "<p>mine: 1</p>" in html
    assert "生词" in html
    assert html.index(".phrases {") < html.index(".mine {")
    assert "narrow" in html


def test_a_pack_may_change_one_jinja_block_of_its_parents_page(tmp_path):
    page = (
        '{% extends "meeting/page.html.j2" %}{% block front %}<i>封面</i>{% endblock %}'
    )
    pack = own_pack(tmp_path, {"page.html.j2": page}, parent="meeting")

    html = render(handout(), pack, PAPERS["A4"])

    assert "<i>封面</i>" in html
    assert "四个意识" in html


def test_a_pack_may_change_one_macro_alone(tmp_path):
    macros = '{% macro label(text, note="") %}<h4>{{ text }}</h4>{% endmacro %}'
    pack = own_pack(tmp_path, {"blocks/macros.html.j2": macros}, parent="meeting")

    html = render(handout(), pack, PAPERS["A4"])

    assert html.count("<h4>") >= 3
    assert "label-text" not in body_of(html)
    assert '<ul class="sentences">' in html
    assert 'class="box"' in html


def test_a_macro_of_ones_own_is_used_by_the_macros_of_the_parents(tmp_path):
    macros = (
        "{% macro box(lines) %}<hr class=own>{{ varargs or kwargs or 0 }}{% endmacro %}"
    )
    pack = own_pack(tmp_path, {"blocks/macros.html.j2": macros}, parent="meeting")

    assert "<hr class=own>" in render(handout(), pack, PAPERS["A4"])


def test_a_pack_may_change_one_css_variable_alone(tmp_path):
    pack = own_pack(tmp_path, {"style.css": ""})
    text = 'parent = "meeting"\n[tokens]\nrow = "11mm"\nsize = "var(--小四)"\n'
    (pack.folders[0] / "pack.toml").write_text(text, encoding="utf-8")

    html = render(handout(), packs.find(str(pack.folders[0])), PAPERS["A4"])

    assert ":root { --row: 11mm; --size: var(--小四); }" in html
    assert html.index("--row: 8.5mm") < html.index("--row: 11mm")


@pytest.mark.parametrize(("paper", "cut"), [("A4", False), ("A5", True)])
def test_a_running_head_is_cut_to_half_of_its_paper(paper, cut):
    title = "坚持理论联系实际的优良学风不动摇不松劲"
    section = replace(SECTION, place=21, title=title)

    page = render(handout(sections=(section,)), packs.find("meeting"), PAPERS[paper])

    assert ('data-head="二十一　坚持理论联系实际的优良学风不动…"' in page) is cut
    assert (f'data-head="二十一　{title}"' in page) is not cut
    assert '<h2 class="long-number"' in page


@pytest.mark.parametrize("name", [pack.name for pack in packs.list_packs()])
def test_a_section_with_a_summary_alone_is_a_page_too(name):
    bare = replace(SECTION, blocks=SECTION.blocks[:1])

    assert "</html>" in render(
        handout(sections=(bare,)), packs.find(name), PAPERS["A4"]
    )


def test_templates_stay_compiled_while_options_and_tokens_change(tmp_path, monkeypatch):
    settings = own_pack(tmp_path, {"a.css": ""}, "meeting").folders[0] / "pack.toml"
    render(handout(), packs.find(str(settings.parent)), PAPERS["A4"])
    monkeypatch.setattr("jinja2.Environment.compile", None)

    settings.write_text('parent = "meeting"\n[options.row]\ndefault = 11\n')
    html = render(handout(), packs.find(str(settings.parent)), PAPERS["A4"])

    assert "--row: 11mm" in html
