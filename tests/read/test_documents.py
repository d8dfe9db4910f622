"""Documents of our own writing whose outline was checked by hand, all perfect."""

import re
from pathlib import Path

import pytest
from accounts import outline, placed, set_aside, visible

from handout.read import read

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_the_outline_is_the_one_a_reader_would_draw(path):
    # "#1 一、总则" in the file means a heading of level 1, "#0" for the title.
    marked = path.read_text("utf-8")
    wanted = [(int(n), line) for n, line in re.findall(r"^#(\d) (.+)$", marked, re.M)]
    text = re.sub(r"^#\d ", "", marked, flags=re.M)

    document, notices = read(text.encode(), name=path.name)

    title = [(0, document.title.text)] if document.title else []
    assert title + outline(document) == wanted
    assert (
        document.characters == visible(text) == placed(document) + set_aside(document)
    )
    assert not notices
