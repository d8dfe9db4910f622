"""A broken pack is told; tests/packs tries our own with every hard handout."""

from handout import packs
from handout.trial import trials


def faults(pack, *only):
    """What is wrong, each with the handout and the sheet."""
    return [
        f"{trial.handout}, {trial.paper}: {fault}"
        for trial in trials(pack, only, jobs=1)
        for fault in trial.faults
    ]


def test_what_a_pack_does_wrong_is_told_with_the_handout_and_the_sheet(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "pack.toml").write_text('parent = "cornell"\n')
    style = "h2 { colour: red } h1 { background: url(none.png) }"
    (tmp_path / "mine" / "style.css").write_text(style)

    found = faults(packs.find(str(tmp_path / "mine")), "one section")

    assert any("one section, A4: " in line and "colour" in line for line in found)
    assert any("none.png" in line for line in found)
