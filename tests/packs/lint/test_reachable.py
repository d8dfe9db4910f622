"""Which templates a pack can come to is known without printing."""

import pytest

from handout import packs
from handout.packs.lint.reachable import kinds, reachable_templates
from handout.render import environment
from handout.trial.hard_handouts import stress


def own_pack(tmp_path, files, parent="base"):
    for name, text in ({"pack.toml": f'parent = "{parent}"\n'} | files).items():
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return packs.find(str(tmp_path / "mine"))


@pytest.mark.parametrize("name", [pack.name for pack in packs.list_packs()])
def test_all_that_is_printed_was_reached(name, monkeypatch):
    from handout.model.paper import PAPERS
    from handout.render import render

    pack = packs.find(name)
    known = reachable_templates(pack)
    environment._environment.cache_clear()
    loaded = set()
    stock = environment._loader

    def counting(folders):
        load = stock(folders)
        return lambda asked: loaded.add(asked) or load(asked)

    monkeypatch.setattr(environment, "_loader", counting)
    for _, handout in stress():
        render(handout, pack, PAPERS["A4"])
    environment._environment.cache_clear()

    # Under base/ the same templates are asked for once more.
    assert len(loaded) > 1
    assert {one.removeprefix("base/") for one in loaded} <= {*known, "page.html.j2"}


@pytest.mark.parametrize(
    ("page", "more", "less"),
    [
        ('{% include "blocks/summary.html.j2" %}', "summary", "keyphrases"),
        (
            '{% extends "base/page.html.j2" %}{% block sections %}{% endblock %}',
            "overview",
            "summary",
        ),
        (
            '{% extends "base/page.html.j2" %}{% block sections %}{{ super() }}'
            "{% endblock %}",
            "summary",
            "nothing",
        ),
        (
            '{% include ["blocks/own.html.j2", "blocks/notes.html.j2"] %}',
            "notes",
            "own",
        ),
        (
            '{% include "blocks/notes.html.j2" if handout.title else '
            '"blocks/closing.html.j2" %}',
            "closing",
            "summary",
        ),
        (
            "{% for block in handout.front %}{% include "
            '"blocks/" ~ block.kind ~ ".html.j2" %}{% endfor %}',
            "overview",
            "keyphrases",
        ),
        ("{% include handout.title %}", "cloze", "front"),
    ],
)
def test_a_page_of_ones_own_reaches_what_it_names(page, more, less, tmp_path):
    found = reachable_templates(own_pack(tmp_path, {"page.html.j2": page}))

    assert f"blocks/{more}.html.j2" in found
    assert f"blocks/{less}.html.j2" not in found


def test_a_template_that_cannot_be_read_leads_nowhere(tmp_path):
    files = {"page.html.j2": "{% if %}", "answers.html.j2": "x"}

    assert reachable_templates(own_pack(tmp_path, files)) == {"answers.html.j2"}


def test_every_kind_of_block_has_a_template():
    names = packs.files_of(packs.find("base"))

    assert len(kinds()) > 15
    assert [kind for kind in kinds() if f"blocks/{kind}.html.j2" not in names] == []
