"""Packs are found by name or folder, inherit, and are copied one block at a time."""

import re
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument, raw

from handout import packs
from handout.errors import TemplateError, WriteError
from handout.model.blocks import KeyPhrases, Marked, PhraseRow, Quote
from handout.model.handout import Handout, HandoutSection
from handout.model.meeting import Meeting
from handout.model.paper import PAPERS
from handout.packs.compare import Change, changes, differences
from handout.packs.eject import new_pack
from handout.pipeline import Order
from handout.pipeline.press import press_here


def pack_folder(tmp_path, name, text):
    folder = tmp_path / name
    folder.mkdir()
    (folder / "pack.toml").write_text(text, encoding="utf-8")
    return folder


def whole(message):
    """The pattern of a message that is this and nothing else."""
    return f"^{re.escape(message)}$"


def test_our_packs_are_listed_without_the_base():
    assert {"meeting", "worksheet"} <= {pack.name for pack in packs.list_packs()}
    assert "base" not in {pack.name for pack in packs.list_packs()}


def test_a_pack_inherits_from_its_parent_and_at_last_from_base():
    assert packs.find("meeting").chain == ("meeting", "base")
    assert packs.find("worksheet").whole_sheets
    assert packs.find("meeting").title("zh-TW") == "會議講義"


def test_an_unknown_pack_is_answered_with_those_there_are():
    said = (
        "meting: there is no such template pack (a folder with a pack.toml); did you "
        "mean meeting? choose one of: cards cornell meeting minutes official plain "
        "reading worksheet, or give the path of a folder (./NAME)"
    )
    with pytest.raises(TemplateError, match=whole(said)):
        packs.find("meting")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "parent = ",
            "1:10: is not TOML: invalid value; correct that line; text is in straight "
            "double quotes",
        ),
        ('parnt = "base"', "1:1: does not know parnt; did you mean parent?"),
        (
            'title = "会议"',
            "1:1: title must be a table, such as [title]; see pack.toml in "
            "docs/templates.md",
        ),
        (
            'parent = "meting"',
            "1:1: its parent meting is not there; did you mean meeting?",
        ),
        (
            'parent = "nowhere"',
            "1:1: its parent nowhere is not there; choose one of: base cards cornell "
            "meeting minutes official plain reading worksheet",
        ),
    ],
)
def test_a_mistake_in_pack_toml_is_told(text, said, tmp_path):
    folder = pack_folder(tmp_path, "mine", text)

    with pytest.raises(TemplateError) as raised:
        packs.find(str(folder))

    assert str(raised.value).replace(f"{folder}/", "") == f"pack.toml:{said}"


def test_a_folder_that_is_named_as_a_pack_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    new_pack(Path("ours"), packs.find("meeting"), ())

    with pytest.raises(TemplateError, match=r"ours: there is no .* mean \./ours\?"):
        packs.find("ours")
    assert "templates show ./ours lists" in Path("ours/pack.toml").read_text()


def test_packs_that_inherit_in_a_circle_are_refused(tmp_path):
    one = pack_folder(tmp_path, "one", 'parent = "two"')
    pack_folder(tmp_path, "two", 'parent = "one"')

    said = (
        f"{one}/pack.toml:1:1: its line of parents is a circle: one > two > one; let "
        "one of them have the parent base"
    )
    with pytest.raises(TemplateError, match=whole(said)):
        packs.find(str(one))


def test_a_new_pack_has_one_block_to_change_and_prints_at_once(tmp_path):
    written = new_pack(tmp_path / "mine", packs.find("meeting"), ("keyphrases",))

    pack = packs.find(str(tmp_path / "mine"))

    names = {path.relative_to(tmp_path / "mine").as_posix() for path in written}
    assert names == {"pack.toml", "style.css", "blocks/keyphrases.html.j2"}
    assert pack.chain == ("mine", "meeting", "base")
    files = packs.files_of(pack)
    assert files["blocks/keyphrases.html.j2"] == "mine"
    assert files["blocks/summary.html.j2"] == "base"


def test_a_new_pack_never_writes_over_a_folder(tmp_path):
    said = f"{tmp_path}: already exists and is left as it is; choose another name"
    with pytest.raises(WriteError, match=whole(said)):
        new_pack(tmp_path, packs.find("meeting"), ("keyphrases",))


def test_a_block_that_is_not_there_is_answered_with_those_that_are(tmp_path):
    said = (
        "only: meeting has no template blocks/keyphrase.html.j2; did you mean "
        "keyphrases?"
    )
    with pytest.raises(TemplateError, match=whole(said)):
        new_pack(tmp_path / "mine", packs.find("meeting"), ("blocks/keyphrase",))


@pytest.mark.parametrize(
    ("parent", "only", "printed"),
    [
        ("cards", "summary", "answers macros measures page"),
        (
            "minutes",
            "keyphrases",
            "agenda answers article discussion front macros measures page section "
            "sign_in spare",
        ),
    ],
)
def test_a_copy_that_would_change_nothing_is_refused(parent, only, printed, tmp_path):
    with pytest.raises(TemplateError) as raised:
        new_pack(tmp_path / "mine", packs.find(parent), (only,))

    assert str(raised.value) == (
        f"only: {parent} never prints blocks/{only}.html.j2; choose one of: "
        f"{printed}; or copy its page too, to print it there: only page"
    )
    assert not (tmp_path / "mine").exists()


@pytest.mark.parametrize("parent", [pack.name for pack in packs.list_packs()])
def test_all_that_a_pack_prints_may_be_copied_by_the_name_it_is_told_by(
    parent, tmp_path
):
    with pytest.raises(TemplateError) as raised:
        new_pack(tmp_path / "mine", packs.find(parent), ("qqqq",))
    told = raised.value.hint.removeprefix("choose one of: ").split()

    for name in told:
        new_pack(tmp_path / name, packs.find(parent), (name, "page"))
    assert {"page", "answers", "macros"} <= set(told)


def test_with_the_page_any_block_may_be_copied(tmp_path):
    written = new_pack(tmp_path / "mine", packs.find("cards"), ("page", "summary"))

    assert len(written) == 4


def test_a_copy_is_compared_with_what_it_was_copied_from(tmp_path):
    new_pack(tmp_path / "mine", packs.find("meeting"), ("keyphrases",))
    path = tmp_path / "mine" / "blocks" / "keyphrases.html.j2"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("labels.meaning", "labels.phrase"), encoding="utf-8")
    (tmp_path / "mine" / "blocks" / "own.html.j2").write_text("own")

    lines = list(differences(packs.find(str(tmp_path / "mine"))))

    assert "--- base/blocks/keyphrases.html.j2" in lines
    assert any(line.startswith("-") and "labels.meaning" in line for line in lines)
    assert any(line.startswith("+") and "labels.phrase" in line for line in lines)
    assert "only mine has blocks/own.html.j2" in lines


def test_an_untouched_copy_differs_in_nothing(tmp_path):
    new_pack(tmp_path / "mine", packs.find("cornell"), ("section",))

    mine = packs.find(str(tmp_path / "mine"))
    assert list(differences(mine)) == []
    assert list(changes(mine)) == [
        Change("blocks/section.html.j2", "cornell", outdated=False)
    ]


@pytest.mark.parametrize("paper", ["A4", "A5"])
@pytest.mark.parametrize("name", ["meeting", "worksheet", "plain", "official"])
def test_a_count_stands_beside_its_phrase_however_phrases_break(name, paper):
    phrases = ("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未", "天地玄黄宇宙洪荒")
    quote = Quote(Marked("学习是一种追求，也是一种责任。"), 3)
    table = KeyPhrases((PhraseRow(phrases, (17, 26, 35), quote),))
    section = HandoutSection(1, "", "看看", 2, 5, (table,))
    handout = Handout("题", "", "", "", "zh-CN", 9, 9, 5, Meeting(), (), (section,), ())

    pressed = press_here((handout,), Order(packs.find(name), PAPERS[paper], ()))

    found = first_baselines(pressed.printed.pdf)
    for phrase, count in (("甲乙", "17"), ("子丑", "26"), ("天地", "35")):
        assert found[phrase] == pytest.approx(found[count], abs=0.3)


def first_baselines(pdf):
    """Where the first of each two characters stands."""
    found = {}
    with PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for i in range(text.count_chars()):
                x, y = raw.c_double(), raw.c_double()
                raw.FPDFText_GetCharOrigin(text, i, x, y)
                found.setdefault(text.get_text_range(i, 2), y.value)
    return found


def test_a_copy_whose_parent_has_changed_since_is_told(tmp_path):
    pack_folder(tmp_path, "house", 'parent = "base"')
    (tmp_path / "house" / "page.html.j2").write_text("one")
    parent = packs.find(str(tmp_path / "house"))
    new_pack(tmp_path / "mine", parent, ("page",))
    mine = packs.find(str(tmp_path / "mine"))
    fresh = list(differences(mine))

    (tmp_path / "house" / "page.html.j2").write_text("two")

    assert fresh == []
    assert list(differences(mine)) == [
        "the parent's page.html.j2 has changed since it was copied",
        "--- house/page.html.j2",
        "+++ mine/page.html.j2",
        "@@ -1 +1 @@",
        "-two",
        "+one",
    ]


def test_of_a_copy_that_was_taken_away_only_a_changed_parent_is_told(tmp_path):
    pack_folder(tmp_path, "house", 'parent = "base"')
    page = tmp_path / "house" / "page.html.j2"
    page.write_text("one")
    new_pack(tmp_path / "mine", packs.find(str(page.parent)), ("page",))
    (tmp_path / "mine" / "page.html.j2").unlink()
    mine = packs.find(str(tmp_path / "mine"))
    fresh = list(differences(mine))

    page.unlink()

    told = "the parent's page.html.j2 has changed since it was copied"
    assert fresh == []
    assert list(differences(mine)) == [told]
