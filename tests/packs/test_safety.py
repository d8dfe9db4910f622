"""A pack from a stranger: nothing of it leads out, runs, or takes all there is."""

import io
import os
import time
import zipfile
from contextlib import suppress

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from handout import packs
from handout.errors import TemplateError
from handout.model.paper import PAPERS
from handout.packs.compare import differences
from handout.packs.eject import new_pack
from handout.pipeline import Order
from handout.pipeline.press import press_here
from handout.render import limits, render
from handout.trial.hard_handouts import stress

HANDOUT = dict(stress())["one section"]
OUT = "leads out of the pack, so it is not read; put the file itself into the pack"
SUMMARY = "blocks/summary.html.j2"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "mine"
    (folder / "blocks").mkdir(parents=True)
    (folder / "pack.toml").write_text('parent = "base"\n')
    return folder


def is_stream(thing):
    return isinstance(thing, pikepdf.Stream)


def told(folder, work):
    """The whole message of the error that work raises."""
    with pytest.raises(TemplateError) as raised:
        work()
    return str(raised.value).replace(f"{folder}/", "").replace(str(folder), "mine")


def printed(folder):
    return render(HANDOUT, packs.find(str(folder)), PAPERS["A4"])


@pytest.mark.parametrize("name", [SUMMARY, "style.css", "strings.toml", "page.html.j2"])
def test_a_link_out_of_the_pack_is_not_read(name, folder, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TOP-SECRET")
    (folder / name).symlink_to(secret)

    said = told(folder, lambda: printed(folder))

    assert said == (
        f"{name}: leads out of the pack, so it is not read; put the file itself into "
        "the pack"
    )


def test_a_pack_toml_that_is_a_link_is_not_read(folder, tmp_path):
    (tmp_path / "other.toml").write_text("parent = ")
    (folder / "pack.toml").unlink()
    (folder / "pack.toml").symlink_to(tmp_path / "other.toml")

    assert told(folder, lambda: packs.find(str(folder))) == f"pack.toml: {OUT}"


def test_a_folder_that_is_a_link_is_not_read(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "summary.html.j2").write_text("TOP-SECRET")
    (folder / "blocks").rmdir()
    (folder / "blocks").symlink_to(tmp_path / "elsewhere")

    assert told(folder, lambda: printed(folder)) == f"{SUMMARY}: {OUT}"


def test_a_block_that_leads_out_is_neither_copied_nor_compared(folder, tmp_path):
    (tmp_path / "secret").write_text("TOP-SECRET")
    (folder / SUMMARY).symlink_to(tmp_path / "secret")
    pack = packs.find(str(folder))

    copied = told(folder, lambda: new_pack(tmp_path / "copy", pack, ("summary",)))
    compared = told(folder, lambda: list(differences(pack)))

    assert copied == compared == f"{SUMMARY}: {OUT}"


@pytest.mark.parametrize("parent", ["../../etc", "/etc", "a/b"])
def test_a_parent_is_a_name_and_no_path(parent, folder):
    (folder / "pack.toml").write_text(f'parent = "{parent}"\n')

    assert told(folder, lambda: packs.find(str(folder))) == (
        f"pack.toml:1:1: its parent {parent} is a path; give the parent's name, and "
        "put its folder beside this one"
    )


def test_a_huge_pack_toml_is_refused_at_once(folder):
    (folder / "pack.toml").write_text("# " + "x" * 300_000)

    assert told(folder, lambda: packs.find(str(folder))) == (
        "pack.toml: has more than 200 kB; keep long texts in templates"
    )


def test_a_pack_toml_that_nests_without_end_is_refused(folder):
    (folder / "pack.toml").write_text("title = " + "[" * 50_000)

    assert told(folder, lambda: packs.find(str(folder))) == (
        "pack.toml: nests lists or keys too deep; write it flat"
    )


def test_a_huge_template_is_refused_unread(folder):
    with (folder / SUMMARY).open("wb") as file:
        file.truncate(1_000_000_000)

    assert told(folder, lambda: printed(folder)) == (
        f"{SUMMARY}: is larger than 2 MB; keep pictures and fonts in files of their own"
    )


def test_a_zip_is_no_pack(tmp_path):
    with zipfile.ZipFile(tmp_path / "ours.zip", "w") as archive:
        archive.writestr("pack.toml", "")

    with pytest.raises(TemplateError) as raised:
        packs.find(str(tmp_path / "ours.zip"))

    assert str(raised.value).replace(f"{tmp_path}/", "") == (
        "ours.zip: is a file, and a pack is a folder; unpack it, and give the folder "
        "that holds its pack.toml"
    )


def test_a_gigabyte_of_output_is_stopped(folder, monkeypatch):
    monkeypatch.setattr("handout.render.limits.MOST_CHARACTERS", 2_000_000)
    flood = "{% for n in range(99999) %}{{ 'x' * 10000 }}{% endfor %}"
    (folder / SUMMARY).write_text(flood)

    assert told(folder, lambda: printed(folder)) == (
        "the template: puts out more than 2 million characters; look for a loop that "
        "goes on too long"
    )


def test_a_loop_without_an_end_is_stopped(folder, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.3)
    (folder / SUMMARY).write_text(
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    )
    start = time.monotonic()

    said = told(folder, lambda: printed(folder))

    assert said == (
        "the template: takes longer than 0.3 s; look for a loop that does not end, or "
        "one inside another"
    )
    assert time.monotonic() - start < 10


def test_a_pipe_or_a_device_in_a_pack_is_not_waited_for(folder):
    os.mkfifo(folder / "style.css")
    (folder / SUMMARY).symlink_to("/dev/zero")

    assert printed(folder)


@pytest.mark.parametrize(
    "body",
    [
        "{% include 'SECRET' %}",
        "{% include '../secret/words.txt' %}",
        "{% include './../secret/words.txt' %}",
        "{% include '..%2fsecret/words.txt' %}",
        "{% include '..\\\\secret\\\\words.txt' %}",
        "{% include 'base/../../secret/words.txt' %}",
        "{% include ['none', 'SECRET'] ignore missing %}",
        "{% include 'way/words.txt' %}",
        "{% extends 'SECRET' %}",
        "{% import 'SECRET' as x %}{{ x }}",
        "{% from 'SECRET' import x %}",
        "{% include 'a\\0b' %}",
        "<img src='file://SECRET'><img src='../secret/picture.png'>",
        "<img src='%2e%2e/secret/picture.png'><img src='link.png'>",
        "<base href='file://FOLDER/'><img src='picture.png'>",
        "<object data='../secret/picture.png'></object><embed src='file://SECRET'>",
        "<link rel=attachment href='file://SECRET'><a rel=attachment href='pack.toml'>",
        "<link rel=stylesheet href='../secret/style.css'>",
        "<style>@import 'file://FOLDER/style.css';</style>",
        "<p style='background: url(../secret/picture.png); content: url(link.png)'>x",
        "<svg width=9 height=9><image href='file://FOLDER/picture.png'/></svg>",
        "<img src='data:image/svg+xml,<svg><image href=\"file://SECRET\"/></svg>'>",
    ],
)
def test_nothing_beside_the_pack_comes_onto_a_page(body, folder, tmp_path):
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "words.txt").write_text("TOP-SECRET")
    (secret / "style.css").write_text("p::before { content: 'TOP-SECRET' }")
    Image.new("RGB", (9, 9), "red").save(secret / "picture.png")
    (folder / "way").symlink_to(secret)
    (folder / "link.png").symlink_to(secret / "picture.png")
    body = body.replace("SECRET", str(secret / "words.txt"))
    (folder / SUMMARY).write_text(f"<p>{body.replace('FOLDER', str(secret))}</p>")

    with suppress(TemplateError):
        pack = packs.find(str(folder))
        pressed = press_here((HANDOUT,), Order(pack, PAPERS["A5"], ()))
        assert "TOP-SECRET" not in "".join(pressed.html)
        with pikepdf.open(io.BytesIO(pressed.printed.pdf)) as pdf:
            assert not dict(pdf.attachments)
            kinds = [one.get("/Subtype") for one in pdf.objects if is_stream(one)]
            assert "/Image" not in kinds
        text = pypdfium2.PdfDocument(pressed.printed.pdf)
        shown = "".join(page.get_textpage().get_text_bounded() for page in text)
        text.close()
        assert "TOP-SECRET" not in shown
