"""No character is lost, and only HandoutError comes out: bounded fuzzing of readers."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from accounts import placed, set_aside, visible
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handout.errors import HandoutError
from handout.read import READERS, read

FILES = Path(__file__).parent / "files"
MADE = {
    ".docx": "pandoc.docx",
    ".odt": "pandoc.odt",
    ".epub": "pandoc.epub",
    ".pdf": "columns.pdf",
    ".html": "news-gb18030.html",
    ".mhtml": "browser.mhtml",
    ".md": "sample.md",
}
# FUZZ=2000 pytest tests/read/test_conservation.py looks longer, elsewhere each time.
FUZZ = int(os.environ.get("FUZZ", "0"))
bounded = settings(
    max_examples=FUZZ or 60,
    derandomize=not FUZZ,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
PIECES = st.sampled_from(
    [
        *[
            "一、总则",
            "（二）",
            "第三章 ",
            "1. ",
            "正文在这里。",
            "标题",
            "\n",
            "\n\n",
            "　　",
        ],
        *[
            "# ",
            "**",
            "- ",
            "> ",
            "|",
            "---\n",
            "```\n",
            "[a](b)",
            "<p>",
            "</p>",
            "<b>",
        ],
        *[
            "<table><tr><td>",
            "&amp;",
            "&#0;",
            "作者：张三",
            "2024年5月1日",
            "0",
            "目录\n",
        ],
        *["\u202e", "\ue000", "\x00", "\ud800", "👨‍👩‍👧", "\U000e0001", "Word ", "-\n"],
    ]
)
texts = st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join)


def outcome(content, name):
    try:
        document, _ = read(content, name=name)
    except HandoutError:
        return None
    assert document.characters == placed(document) + set_aside(document)
    return document


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(text=texts)
@bounded
def test_text_keeps_every_character_of_the_file(suffix, text):
    document = outcome(text.encode("utf-8", "surrogatepass"), "a" + suffix)
    # Markdown's entities and numbers are read as they are shown.
    if document and suffix == ".txt" and not text.lstrip().startswith("<"):
        assert document.characters == visible(text)


@pytest.mark.parametrize("suffix", sorted(READERS))
@given(text=texts)
@bounded
def test_any_text_under_any_name_is_read_or_refused(suffix, text):
    outcome(text.encode("utf-8", "surrogatepass"), "a" + suffix)


@given(content=st.binary(max_size=400))
@bounded
def test_any_bytes_are_read_or_refused(content):
    outcome(content, "-")


@given(text=texts)
@bounded
def test_any_page_is_read_or_refused(text):
    page = f"<!doctype html><body>{text}</body>"
    outcome(page.encode("utf-8", "surrogatepass"), "a.html")


@pytest.mark.parametrize("suffix", sorted(MADE))
@given(data=st.data())
@settings(bounded, max_examples=FUZZ or 25)
def test_a_damaged_file_is_read_or_refused(suffix, data):
    content = bytearray((FILES / MADE[suffix]).read_bytes())
    size = len(content)
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, size - 1))
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, size) | st.just(size))
    outcome(bytes(content[:cut]), "a" + suffix)


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".epub"])
@given(data=st.data())
@settings(bounded, max_examples=FUZZ or 25)
def test_a_container_with_damaged_parts_is_read_or_refused(suffix, data):
    with zipfile.ZipFile(FILES / MADE[suffix]) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    wanted = data.draw(st.sampled_from(sorted(parts)))
    part = parts[wanted]
    begin = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(begin, min(len(part), begin + 200)))
    parts[wanted] = part[:begin] + data.draw(st.binary(max_size=20)) + part[end:]
    if data.draw(st.booleans()):
        del parts[data.draw(st.sampled_from(sorted(parts)))]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as container:
        for name, content in parts.items():
            container.writestr(name, content)
    outcome(file.getvalue(), "a" + suffix)


@pytest.mark.parametrize("suffix", sorted(READERS))
@pytest.mark.parametrize("source", sorted(MADE.values()))
def test_a_file_under_a_foreign_name_is_read_by_its_content(suffix, source):
    assert outcome((FILES / source).read_bytes(), "a" + suffix)
