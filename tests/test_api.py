"""The public API does what docs/api.md says, and costs nothing until it is used."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import handout
from handout import api

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    shutil.copy(ROOT / "seeds" / "sample-article.txt", tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_runs(number):
    exec(compile(EXAMPLES[number], f"docs/api.md example {number + 1}", "exec"), {})


def test_the_page_names_every_option_and_function():
    named = set(re.findall(r"`(\w+)`", PAGE))

    assert set(api.PrintOptions.__annotations__) <= named
    functions = ("make", "worksheets", "read_document", "analyse_document")
    assert [name for name in functions if f"`handout.{name}(" not in PAGE] == []


def test_every_public_name_is_there_and_listed():
    assert set(handout.__all__) == {*api.__all__, "__version__"}
    assert all(getattr(handout, name) is not None for name in handout.__all__)
    assert set(handout.__all__) <= set(dir(handout))


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'prnt'"):
        handout.prnt  # noqa: B018


def test_the_import_loads_nothing_else():
    code = (
        "import sys; before = set(sys.modules); import handout;"
        "print(*{m for m in set(sys.modules) - before if m.startswith('handout')})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert set(ran.stdout.split()) == {"handout", "handout.version"}


def test_an_unknown_option_is_reported_with_the_nearest_one(desk):
    with pytest.raises(TypeError, match="'papre' is not an option; did you mean paper"):
        handout.make(desk / "article.txt", papre="A5")


def test_worksheets_in_one_file_and_text_of_an_error_without_dashes(desk):
    made = handout.worksheets("article.txt", desk / "out", one_file=True)

    assert [path.name for path in made.paths] == ["article-worksheets.pdf"]
    with pytest.raises(handout.HandoutError) as raised:
        handout.make("article.txt", paper="A9")
    assert "--" not in str(raised.value)


def test_types_go_into_the_wheel():
    assert (ROOT / "handout" / "py.typed").is_file()
