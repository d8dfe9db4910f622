"""A preview prints each change; after a mistake the last good pages stay."""

import gc

import pytest

from handout import packs
from handout.model.options import MakeOptions
from handout.packs.eject import new_pack
from handout.pipeline import Source
from handout.preview import Preview, watch

TEXT = "论学习\n\n一、联系实际\n\n学习要联系实际，不能只读书本。读书也是学习。\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with an article and a pack of one's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    new_pack(tmp_path / "ours", packs.find("meeting"), ("keyphrases",))
    return tmp_path


@pytest.fixture
def preview(desk):
    ask = lambda: MakeOptions(template="./ours")  # noqa: E731
    return Preview(desk / "article.txt", ask=ask, load=Source.open)


def test_a_preview_prints_and_gives_the_size_of_each_page(preview):
    view = preview.refresh()

    assert view.pdf.startswith(b"%PDF")
    assert view.error is None
    assert [round(width) for width, _ in view.sizes] == [595] * len(view.sizes)


def test_the_last_good_pages_stay_under_an_error_and_go_when_it_is_mended(
    preview, desk
):
    good = preview.refresh()
    block = desk / "ours" / "blocks" / "overview.html.j2"

    block.write_text("{{ labels.sumary }}")
    broken = preview.refresh()
    block.write_text("<p>{{ labels.summary }}</p>")
    mended = preview.refresh()

    assert broken.pdf == good.pdf
    assert "overview.html.j2:1:11: there is no labels.sumary" in str(broken.error)
    assert mended.error is None
    assert mended.pdf != good.pdf
    assert (broken.printed, mended.printed) == (good.version, mended.version)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("article.txt", TEXT + "\n二、用\n\n会用才算学会。\n"),
        ("article.txt.outline.yaml", "[]\n"),
        ("handout.toml", 'paper = "A5"\n'),
        ("ours/style.css", "h2 { color: red }"),
        ("ours/strings.toml", 'summary = "大意"\n'),
        ("ours/pack.toml", 'parent = "plain"\n'),
        ("ours/blocks/summary.html.j2", "<p>own</p>"),
        ("ours/logo.svg", "<svg/>"),
    ],
)
def test_every_file_that_the_pages_are_made_of_is_watched(name, text, preview, desk):
    preview.refresh()
    before = preview.stamps()

    (desk / name).write_text(text, encoding="utf-8")

    assert preview.stamps() != before


def test_a_parent_is_watched_and_so_is_a_pack_that_cannot_be_read(preview, desk):
    (desk / "house").mkdir()
    (desk / "house" / "pack.toml").write_text('parent = "plain"\n')
    (desk / "ours" / "pack.toml").write_text('parent = "house"\n')
    preview.refresh()
    before = preview.stamps()

    (desk / "house" / "pack.toml").write_text("parent = ")
    broken = preview.stamps()
    view = preview.refresh()
    (desk / "house" / "pack.toml").write_text('parent = "base"\n')

    assert before != broken
    assert "house/pack.toml:1:10: is not TOML" in str(view.error)
    assert preview.stamps() != broken


def test_a_pack_that_is_wrong_from_the_start_is_watched_until_it_is_right(
    preview, desk
):
    (desk / "ours" / "pack.toml").write_text("parent = ")
    views = []

    def publish(view):
        views.append(view)
        if view.error is None:
            raise KeyboardInterrupt
        (desk / "ours" / "pack.toml").write_text('parent = "meeting"\n')

    with pytest.raises(KeyboardInterrupt):
        watch(preview, publish, every=0.01)

    assert [view.error is None for view in views] == [False, True]


def test_what_was_read_is_kept_while_the_pack_alone_changes(preview, desk, monkeypatch):
    preview.refresh()
    monkeypatch.setattr("handout.preview.plan_source", None)

    (desk / "ours" / "style.css").write_text("h2 { color: red }")

    assert preview.refresh().error is None


def test_nobody_looks_for_garbage_while_someone_waits(preview):
    states = []

    def publish(_view):
        states.append((gc.isenabled(), gc.get_count()[0]))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        watch(preview, publish)

    assert [on for on, _ in states] == [False]
    assert states[0][1] > 1_000 > gc.get_count()[0]
    assert gc.isenabled()
