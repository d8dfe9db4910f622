"""A page that was exported holds the files of its pack, and prints without them."""

import base64
import logging
import re
import shutil

import pytest
from PIL import Image

from handout import packs
from handout.assets import fonts_folder
from handout.model.paper import PAPERS
from handout.pipeline.standalone_html import standalone
from handout.render import render
from handout.trial.hard_handouts import stress

HANDOUT = dict(stress())["one section"]
SUMMARY = """<img src="logo.png" alt=""><p style="background: url('dots.svg')">x</p>
<p style='background: url("dots.svg")'>url(logo.png) src="logo.png"</p>
<svg><image href="logo.png"/></svg><img src="../secret.png">
<img src="nothing.png"><img src="big.png">"""
STYLE = """@font-face { font-family: "Ours"; src: url(ours.ttf) }
.summary { background: url("logo.png"); font-family: Ours }"""


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "mine"
    (folder / "blocks").mkdir(parents=True)
    (folder / "pack.toml").write_text('parent = "base"\n')
    (folder / "blocks" / "summary.html.j2").write_text(SUMMARY)
    (folder / "style.css").write_text(STYLE)
    (folder / "dots.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    shutil.copy(fonts_folder() / "HandoutKai-Regular.ttf", folder / "ours.ttf")
    for place in (folder / "logo.png", tmp_path / "secret.png"):
        Image.new("RGB", (2, 2), "red").save(place)
    return packs.find(str(folder))


def exported(pack):
    html = render(HANDOUT, pack, PAPERS["A4"])
    return standalone(html, {}, None, pack.folders)


def test_the_files_of_a_pack_are_in_the_page(pack):
    folder = pack.folders[0]
    logo = base64.b64encode((folder / "logo.png").read_bytes()).decode()

    page = exported(pack)

    assert page.count(f"data:image/png;base64,{logo}") == 3
    assert page.count("data:image/svg+xml;base64,") == 2
    assert "src: url(data:font/ttf;base64," in page
    assert 'url(logo.png) src="logo.png"' in page


def test_nothing_from_outside_a_pack_is_in_the_page(pack, tmp_path):
    secret = base64.b64encode((tmp_path / "secret.png").read_bytes()).decode()
    (tmp_path / "mine" / "logo.png").write_bytes(b"other")

    page = exported(pack)

    assert secret not in page
    assert '<img src="../secret.png">' in page


def test_a_page_prints_without_its_pack(pack, caplog):
    import weasyprint

    page = exported(pack)
    shutil.rmtree(pack.folders[0])
    caplog.set_level(logging.WARNING, "weasyprint")
    logging.getLogger("weasyprint").propagate = True

    pdf = weasyprint.HTML(string=page).write_pdf()

    said = [record.getMessage() for record in caplog.records]
    lost = [line.rpartition(" ")[2] for line in said if "Relative URI" in line]
    assert len(re.findall(rb"/Subtype /Image", pdf)) == 1
    assert lost == ["../secret.png", "nothing.png", "big.png"]
    assert [line for line in said if "Failed" in line] == []
