"""What of a pack does nothing is told: a typo there prints as nothing."""

import pytest

from handout import packs
from handout.packs.eject import new_pack
from handout.trial.unused import unused_parts


def lines(tmp_path, files):
    folder = tmp_path / "mine"
    for name, text in ({"pack.toml": 'parent = "meeting"\n'} | files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [
        line.replace(f"{folder}/", "") for line in unused_parts(packs.find(str(folder)))
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"pack.toml": '\n[options.head]\ntype = "bool"\ndefault = true\n'},
            "pack.toml:2:2: no template asks for options.head",
        ),
        (
            {"strings.toml": 'summary = "大意"\nsumary = "大意"\n'},
            "strings.toml:2:1: no template asks for labels.sumary; did you mean "
            "summary?",
        ),
        (
            {"blocks/sumary.html.j2": "x"},
            "blocks/sumary.html.j2: no page comes to it; did you mean "
            "blocks/summary.html.j2?",
        ),
        (
            {
                "pack.toml": 'parent = "cards"\n',
                "blocks/summary.html.j2": '{% include "blocks/own.html.j2" %}',
                "page.html.j2": '{% extends "cards/page.html.j2" %}',
            },
            "blocks/summary.html.j2: no page comes to it",
        ),
    ],
)
def test_what_nothing_uses_is_told(files, said, tmp_path):
    assert lines(tmp_path, files) == [said]


def test_what_is_used_is_told_nothing_of(tmp_path):
    files = {
        "pack.toml": '[options.head]\ntype = "bool"\ndefault = true\n'
        '[options.wide]\ntype = "int"\ndefault = 3\ntoken = "--wide"\n',
        "strings.toml": 'own = "自己的"\n',
        "blocks/summary.html.j2": '{{ options.head }}{{ labels["own"] }}'
        '{% include "blocks/own.html.j2" %}',
        "blocks/own.html.j2": "{{ labels.own }}",
    }

    assert lines(tmp_path, files) == []


@pytest.mark.parametrize("pack", packs.list_packs(), ids=lambda pack: pack.name)
def test_nothing_of_ours_is_unused(pack):
    assert list(unused_parts(pack)) == []


def test_a_copy_whose_parent_has_changed_since_is_told(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.toml").write_text('parent = "base"\n')
    (tmp_path / "house" / "page.html.j2").write_text("one")
    new_pack(tmp_path / "mine", packs.find(str(tmp_path / "house")), ("page",))
    (tmp_path / "house" / "page.html.j2").write_text("two")

    (line,) = unused_parts(packs.find(str(tmp_path / "mine")))

    assert line.endswith(
        "page.html.j2: its parent has changed since it was copied; see templates diff"
    )
