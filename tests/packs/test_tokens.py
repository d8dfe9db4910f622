"""Design tokens: one list, from the style sheet; set in pack.toml, checked by kind."""

import re

import pytest

from handout import assets, packs
from handout.errors import TemplateError
from handout.packs.tokens import tokens_of


def pack_of(tmp_path, text):
    (tmp_path / "mine").mkdir(exist_ok=True)
    (tmp_path / "mine" / "pack.toml").write_text(text, encoding="utf-8")
    return packs.find(str(tmp_path / "mine"))


def test_a_pack_of_five_lines_sets_tokens_alone(tmp_path):
    text = (
        'parent = "meeting"\n[tokens]\naccent = "#1a3d7c"\nrow = "10mm"\n'
        'size-heading = "var(--三号)"\n'
    )
    tokens = {token.name: token for token in tokens_of(pack_of(tmp_path, text))}

    assert len(text.splitlines()) == 5
    assert (tokens["--row"].value, tokens["--row"].owner) == ("10mm", "mine")
    assert tokens["--row"].kind == "length"
    assert (tokens["--gap"].value, tokens["--gap"].owner) == ("7mm", "base")


def test_every_token_of_ours_has_a_kind_and_says_what_it_is():
    tokens = tokens_of(packs.find("meeting"))
    style = (assets.templates_folder() / "base" / "style.css").read_text("utf-8")

    assert len(tokens) > 30
    for token in tokens:
        assert token.kind in {"length", "number", "colour", "line", "fonts", "size"}
        assert token.help or token.kind == "size"
        # A token that nothing uses would be set in vain.
        assert f"var({token.name})" in style or token.kind == "size", token.name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            'rwo = "9mm"',
            "pack.toml:3:1: there is no token rwo; did you mean row?",
        ),
        (
            'row = "red"',
            "pack.toml:3:1: tokens.row cannot be 'red'; it takes a length, such as "
            "8.5mm, 10.5pt or var(--五号), in straight double quotes",
        ),
        (
            "row = 9",
            "pack.toml:3:1: tokens.row cannot be 9; it takes a length, such as 8.5mm, "
            "10.5pt or var(--五号), in straight double quotes",
        ),
        (
            'leading = "2mm"',
            "pack.toml:3:1: tokens.leading cannot be '2mm'; it takes a number, such as "
            "1.7, in straight double quotes",
        ),
        (
            'ink = "url(x)"',
            "pack.toml:3:1: tokens.ink cannot be 'url(x)'; it takes a colour, such as "
            "#1a3d7c, in straight double quotes",
        ),
        (
            'rule-heading = "1pt wavy; } * { color: #f00"',
            "pack.toml:3:1: tokens.rule-heading cannot be '1pt wavy; } * { color: "
            "#f00'; it takes a line, such as 0.8pt solid, in straight double quotes",
        ),
    ],
)
def test_a_wrong_token_is_told(line, said, tmp_path):
    with pytest.raises(TemplateError) as raised:
        pack_of(tmp_path, f'parent = "base"\n[tokens]\n{line}\n')

    assert str(raised.value).replace(f"{tmp_path}/mine/", "") == said


@pytest.mark.parametrize(
    "line",
    [
        'row = "calc(2 * var(--五号))"',
        'ink = "rgb(10, 20, 30)"',
        'box = "1pt dashed #444"',
        "kai = '\"Handout Kai\", var(--serif)'",
        'box-radius = "0"',
    ],
)
def test_a_token_of_its_kind_is_taken(line, tmp_path):
    name = re.match(r"[\w-]+", line)[0]
    pack = pack_of(tmp_path, f"[tokens]\n{line}\n")

    assert [key for key, _ in pack.tokens[0]] == [name]


def test_a_pack_may_offer_tokens_of_its_own_to_its_children(tmp_path):
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.toml").write_text('parent = "base"\n')
    style = (
        ":root { --stamp: 4mm;  /* length: the stamp */ }\nh1 { padding: var(--stamp) }"
    )
    (tmp_path / "house" / "style.css").write_text(style)

    pack = pack_of(tmp_path, 'parent = "house"\n[tokens]\nstamp = "5mm"\n')

    stamp = next(token for token in tokens_of(pack) if token.name == "--stamp")
    assert (stamp.value, stamp.kind, stamp.help) == ("5mm", "length", "the stamp")
