"""The files attached to a PDF are read, whoever attached them, and within limits."""

import io
import zlib

import pikepdf
import pytest

from handout.errors import ReadError
from handout.pipeline.attachment import attach_file as with_file
from handout.preflight.pages import attached
from handout.preflight.pages.attached import attached_to


@pytest.fixture
def blank():
    document = pikepdf.new()
    document.add_blank_page()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_is_attached_is_found_again(blank):
    pdf = with_file(with_file(blank, "文章.txt", "正文。".encode()), "b.md", b"# b")

    assert attached_to(pdf, "x.pdf") == (
        ("b.md", b"# b"),
        ("文章.txt", "正文。".encode()),
    )
    assert attached_to(blank, "x.pdf") == ()


def test_attaching_twice_gives_the_same_bytes(blank):
    assert with_file(blank, "a.txt", b"a") == with_file(blank, "a.txt", b"a")


def test_a_bomb_is_left_out(blank, monkeypatch):
    monkeypatch.setattr(attached, "_MOST_BYTES", 1_000_000)
    with pikepdf.open(io.BytesIO(blank)) as document:
        document.attachments["bomb.txt"] = b"x"
        stream = document.attachments["bomb.txt"].obj.EF.F
        packed = zlib.compress(bytes(50_000_000))
        stream.write(packed, filter=pikepdf.Name.FlateDecode)
        out = io.BytesIO()
        document.save(out)

    assert attached_to(out.getvalue(), "x.pdf") == ()


def test_a_file_that_is_no_pdf_is_said_in_a_sentence():
    with pytest.raises(ReadError, match="not a readable PDF"):
        attached_to(b"no", "x.pdf")
