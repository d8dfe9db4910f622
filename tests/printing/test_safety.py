"""A page from a stranger gets no network, no file, no attachment and no code."""

import http.server
import threading

import pikepdf
import pytest

from handout.printing import print_pdf


def printed(body, folder, head=""):
    html = (
        f"<!doctype html><html lang=zh-CN>{head}"
        f"<body style=\"font-family:'Handout Serif'\">{body}</html>"
    )
    return print_pdf((html,), folders=(folder,))


def attachments(pdf, tmp_path):
    path = tmp_path / "printed.pdf"
    path.write_bytes(pdf)
    with pikepdf.open(path) as opened:
        return list(opened.attachments)


@pytest.fixture
def secret(tmp_path):
    path = tmp_path / "outside" / "secret.txt"
    path.parent.mkdir()
    path.write_text("TOP-SECRET")
    return path


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "pack"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<link rel="attachment" href="{url}">',
        '<a rel="attachment" href="{url}">x</a>',
        '<img src="{url}">',
        '<object data="{url}"></object>',
        '<style>@import "{url}";</style>',
        '<p style="background:url({url})">x</p>',
        '<svg><image href="{url}" width="9" height="9"/></svg>',
        '<svg><use href="{url}#a"/></svg>',
    ],
)
def test_a_file_outside_the_pack_is_never_loaded(body, secret, pack, tmp_path):
    result = printed(body.format(url=secret.as_uri()), pack)

    assert b"TOP-SECRET" not in result.pdf
    assert attachments(result.pdf, tmp_path) == []
    # A <use> of another file is not even asked for.
    assert result.notices or "<use" in body


def test_a_link_out_of_the_pack_by_dots_or_symlink_is_refused(secret, pack):
    (pack / "link.txt").symlink_to(secret)
    up = f"../outside/{secret.name}"

    by_dots = printed(f'<link rel="attachment" href="{up}">', pack)
    by_link = printed('<link rel="attachment" href="link.txt">', pack)

    assert b"TOP-SECRET" not in by_dots.pdf + by_link.pdf
    assert "outside the template pack" in str(by_dots.notices[0])
    assert "outside the template pack" in str(by_link.notices[0])


def test_the_network_is_never_asked(pack):
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        body = f'<img src="{address}/a.png"><link rel="attachment" href="{address}/b">'
        head = f'<link rel="stylesheet" href="{address}/c.css"><base href="{address}/">'
        result = printed(body + '<img src="d.png">', pack, head)
        server.shutdown()
        thread.join()

    assert asked == []
    assert result.notices


def test_a_picture_of_the_pack_is_printed_and_a_parents_stands_in(tmp_path):
    own, parent = tmp_path / "own", tmp_path / "parent"
    own.mkdir()
    parent.mkdir()
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    (own / "own.svg").write_text(svg)
    (parent / "theirs.svg").write_text(svg)

    html = '<html><img src="own.svg"><img src="theirs.svg"></html>'
    result = print_pdf((html,), folders=(own, parent))

    assert result.notices == ()


def test_a_missing_picture_and_a_misspelt_property_are_notices(pack):
    result = printed('<img src="no.png"><p style="colour:red">x</p>', pack)

    said = " ".join(str(notice) for notice in result.notices)
    assert "no.png" in said
    assert "colour" in said
