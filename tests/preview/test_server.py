"""The preview in a browser: pages, errors and reloads; and nothing for anybody else."""

import http.client
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from handout import packs
from handout.errors import SetupError, TemplateError
from handout.packs.eject import new_pack
from handout.preview import View
from handout.preview.page_pictures import page_sizes
from handout.preview.server import Server
from handout.printing import print_pdf

TEXT = "论学习\n\n一、联系实际\n\n学习要联系实际，不能只读书本。读书也是学习。\n"
HTML = "<html lang=zh-CN><body style=\"font-family:'Handout Serif'\">{}</body></html>"


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    pages = "<p>一</p><p style='break-before: page'>二</p>"
    pdf = print_pdf((HTML.format(pages),), folders=(folder,)).pdf
    return View(1, 1, pdf, page_sizes(pdf), ("page 1: a note",), seconds=0.5)


@pytest.fixture
def server(view):
    server = Server()
    server.publish(view)
    yield server
    server.close()


def ask(server, path="", host=None, method="GET"):
    """The status, the headers and the content of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    headers = {"Host": host or f"127.0.0.1:{server.port}"}
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(server):
    status, headers, picture = ask(server, f"/{server.token}/page-2.png?width=200")

    assert (status, headers["Content-Type"]) == (200, "image/png")
    assert picture[:4] == b"\x89PNG"
    assert int.from_bytes(picture[16:20], "big") == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/wrong/",
        "/wrong/page-1.png",
        "/{token}/page-3.png",
        "/{token}/page-0.png",
        "/{token}/pack.toml",
        "/{token}/../../etc/passwd",
        "/{token}/..%2f..%2fetc%2fpasswd",
        "/{token}//etc/passwd",
        "/{token}/page-1.png/../server.py",
    ],
)
def test_nothing_but_the_page_and_its_pictures_is_served(path, server):
    status, _, content = ask(server, path.replace("{token}", server.token))

    assert status == 404
    assert len(content) < 100


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "[::1]"]
)
def test_another_name_for_this_machine_gets_nothing(host, server):
    status, _, content = ask(server, f"/{server.token}/", host)

    assert status == 403
    assert content == b"this preview is for this machine alone"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(method, server):
    assert ask(server, f"/{server.token}/", method=method)[0] == 501


def test_a_page_may_load_nothing_from_elsewhere_and_stand_in_no_other(server):
    _, headers, content = ask(server, f"/{server.token}/")

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert b"http" not in content.replace(b"http-equiv", b"")


def test_only_this_machine_is_listened_to(server):
    assert server.address.startswith("http://127.0.0.1:")
    assert server._server.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_told(server):
    with pytest.raises(SetupError, match=r"port: port \d+ cannot be used"):
        Server(server.port)


IMAGES = "[...document.querySelectorAll('img')]"
LOADED = f"{IMAGES}.length == 2 && {IMAGES}.every(i => i.naturalWidth > 100)"


def test_a_browser_shows_the_pages_and_loads_them_again(browser, server, view):
    browser.open(server.address)
    browser.wait(LOADED)
    assert browser.run(f"return {IMAGES}[1].alt") == "Page 2 of 2"
    assert browser.run("return document.getElementById('state').innerText") == (
        "2 pages, printed in 0.5 s"
    )

    server.publish(replace(view, version=2, printed=2, notices=()))

    browser.wait(f"{IMAGES}[0].src.includes('version=2') && {LOADED}")
    assert browser.run("return document.getElementById('notes').hidden")


def test_a_browser_shows_an_error_over_the_last_good_pages(browser, server, view):
    browser.open(server.address)
    browser.wait(LOADED)
    wrong = TemplateError("there is no <b>x</b>", where="a.j2:3:4", hint="mend it")

    server.publish(replace(view, version=2, error=wrong))

    browser.wait("!document.getElementById('error').hidden")
    said = browser.run("return document.getElementById('error').innerText")
    assert said.split("\n") == ["a.j2:3:4", "there is no <b>x</b>; mend it"]
    assert browser.run(f"return {LOADED}")

    server.publish(replace(view, version=3, printed=3))

    browser.wait("document.getElementById('error').hidden")


def test_keys_zoom_turn_pages_and_show_notes(browser, server):
    wide = f"{IMAGES}[0].clientWidth"
    browser.open(server.address)
    browser.wait(LOADED)
    before = browser.run(f"return {wide}")

    browser.press("+")
    assert browser.run(f"return {wide}") > before
    browser.press("0")
    assert browser.run(f"return {wide}") == before
    browser.press("s")
    assert browser.run(f"return {wide}") < 500
    browser.press("s")
    browser.press("j")
    assert browser.run("return scrollY") > 500
    browser.press("k")
    browser.press("n")
    assert "a note" in browser.run(
        "return document.getElementById('notices').innerText"
    )


def test_every_button_has_a_name_and_the_error_is_an_alert(browser, server):
    browser.open(server.address)
    browser.wait(LOADED)

    names = (
        "[...document.querySelectorAll('button')].map(b => b.ariaLabel || b.innerText)"
    )
    assert all(browser.run(f"return {names}"))
    assert browser.run("return document.getElementById('error').role") == "alert"
    assert browser.run("return document.documentElement.lang") == "en"


@pytest.fixture
def watching(tmp_path):
    """Run handout templates preview --watch in a folder with a pack and an article."""
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    new_pack(tmp_path / "ours", packs.find("meeting"), ("summary",))
    words = ["templates", "preview", "./ours", "article.txt", "--watch", "--no-browser"]
    process = subprocess.Popen(
        [sys.executable, "-m", "handout", *words],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        # A suite that runs in the background hands a deaf ear for Ctrl-C down.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    yield process, tmp_path
    process.kill()
    process.communicate()


def test_a_save_is_seen_in_the_browser_and_ctrl_c_ends_it(browser, watching):
    process, folder = watching
    browser.open(process.stdout.readline().strip())
    browser.wait(f"{IMAGES}.length > 0 && {IMAGES}[0].naturalWidth > 100")
    block = folder / "ours" / "blocks" / "summary.html.j2"
    good = block.read_text(encoding="utf-8")

    block.write_text("{{ labels.sumary }}", encoding="utf-8")
    browser.wait("!document.getElementById('error').hidden")
    said = browser.run("return document.getElementById('error').innerText")
    assert "summary.html.j2:1:11\nthere is no labels.sumary; did you mean" in said

    block.write_text(good, encoding="utf-8")
    browser.wait("document.getElementById('error').hidden")
    (folder / "ours" / "style.css").write_text("h2 { color: #333 }")
    # A save may be seen twice, when the file is empty and when it is full.
    browser.wait(f"+{IMAGES}[0].src.match(/version=([0-9]+)/)[1] >= 4")

    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert said.splitlines()[-1] == "handout: the preview has ended"
    assert "Traceback" not in said
