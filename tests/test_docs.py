"""Keeps the documents true: what they tell to run runs, what they name exists."""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
import pytest
import typer
from PIL import Image, ImageChops, ImageStat

from handout.cli.app import app
from handout.model import blocks, exercises, handout, meeting, pack, paper
from handout.preflight import NOTES, RULES
from handout.printing.pages import fill, gaps
from handout.read import READERS
from handout.render.context import Context
from handout.render.filters import FILTERS

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "sample-article.txt"
ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8")
CHINESE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")
TEMPLATES = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
CHECK = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
EXERCISES = (ROOT / "docs" / "exercises.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
HANDOUT_FILE = (ROOT / "docs" / "handout-file.md").read_text(encoding="utf-8")
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
DOCUMENTS = {
    "README.md": ENGLISH,
    "README.zh-CN.md": CHINESE,
    "CONTRIBUTING.md": CONTRIBUTING,
    "CHANGELOG.md": CHANGELOG,
    "docs/architecture.md": ARCHITECTURE,
    "docs/templates.md": TEMPLATES,
    "docs/check.md": CHECK,
    "docs/handout-file.md": HANDOUT_FILE,
    "docs/exercises.md": EXERCISES,
    "docs/api.md": API,
}
# Lines that change the machine: their shell grammar is checked, and no more.
INSTALLS = {"brew", "wsl", "sudo", "."}
FENCE = re.compile(r"^```(\S*) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)]+)\)")
PATH = re.compile(r"\.?[\w-]+(?:[/.][\w.-]+)*/?")
SUFFIXES = {".md", ".py", ".toml", ".txt", ".pdf", ".j2", ".css", ".json"}
# A page is told by where its ink is: mean difference of grey, of 255, when tiny.
TINY = 60
STALE = 3.0

by_document = pytest.mark.parametrize("name", DOCUMENTS)


def code_blocks(text: str) -> list[tuple[str, str, str]]:
    """The code blocks of a document: language, file named, code."""
    return FENCE.findall(text)


def shell_lines(text: str) -> list[str]:
    return [
        line
        for language, _, code in code_blocks(text)
        if language == "sh"
        for line in code.splitlines()
    ]


def inline_codes(text: str) -> list[str]:
    return CODE.findall(FENCE.sub("", text))


def commands(group: Any = None, path: str = "handout") -> Iterator[str]:
    """Every command of the command line, as it is typed."""
    for name, command in (group or typer.main.get_command(app)).commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def named_paths(text: str) -> list[str]:
    """What a document names as a path: in code, and as the aim of a link."""
    codes = (code.removeprefix("./") for code in inline_codes(text))
    paths = [code for code in codes if PATH.fullmatch(code) and looks_like_path(code)]
    return paths + [aim for aim in LINK.findall(text) if "://" not in aim]


def looks_like_path(code: str) -> bool:
    return "/" in code or Path(code).suffix in SUFFIXES


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article where every handout command of the docs has run."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copy(SEED, folder / "article.txt")
    (folder / "lesson.md").write_text("# 月亮\n\n月亮绕地球转一圈约 27 天。\n")
    (folder / "people.csv").write_text("姓名,单位\n张伟,一处\n李娜,二处\n")
    for line in (*shell_lines(EXERCISES), *shell_lines(ENGLISH)):
        if line.startswith("handout "):
            ran(line, folder)
        if line.startswith("handout plan "):
            edit_as_told(folder / "article.handout.yaml")
    # Two documents make a pack of the same name.
    shutil.rmtree(folder / "ours")
    walk(TEMPLATES, folder)
    return folder


def walk(text: str, folder: Path) -> None:
    """Do what a document says, in its order: write each file, run each command."""
    for language, name, code in code_blocks(text):
        if name:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(code, encoding="utf-8")
        elif language == "sh":
            for line in code.splitlines():
                if line.startswith("handout "):
                    ran(line, folder)


def edit_as_told(file: Path) -> None:
    """Make the edits that the READMEs tell to make in a handout file."""
    told = code_blocks(ENGLISH)[[c[0] for c in code_blocks(ENGLISH)].index("yaml")][2]
    text = file.read_text(encoding="utf-8")
    edits = [
        ("  place:", "  place: 三楼会议室"),
        ("question: 学完全文，我最深的体会是：", "question: 下周我先做的一件事："),
        *(
            (f"  - title: {title}", f"  - title: {title}\n    drop: true")
            for title in ("提高综合能力,练就过硬本领", "营造干事环境,激发创业热情")
        ),
    ]
    for old, new in edits:
        assert new in told
        assert text.count(old) == 1
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def ran(line: str, folder: Path) -> str:
    """Run a line of shell, the commands of our environment first on the path."""
    places = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])
    result = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=os.environ | {"PATH": places},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"$ {line}\n{result.stdout}{result.stderr}"
    return result.stdout


def test_every_handout_command_in_a_code_block_runs(desk):
    assert list((desk / "output").glob("*.pdf"))


def test_the_walk_through_of_the_readmes_prints_both_editions_on_two_sheets(desk):
    # The participants' edition of this name is printed over by later examples.
    pages = pypdfium2.PdfDocument(desk / "output" / "article-facilitator.pdf")
    texts = [page.get_textpage().get_text_range() for page in pages]

    assert len(texts) in (3, 4)
    assert "三楼会议室" in texts[0]
    assert "下周我先做的一件事" in texts[-1]
    assert "提高综合能力" not in "".join(texts)


@by_document
def test_every_other_line_in_a_code_block_can_be_run(name):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))

    for line in shell_lines(DOCUMENTS[name]):
        command, *words = shlex.split(line)
        ran(f"sh -n -c {shlex.quote(line)}", ROOT)
        assert command in {"handout", "make"} | INSTALLS, line
        assert command != "make" or set(words) <= targets, line


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_install_lines_between_the_text_are_shell(text):
    lines = [c for c in inline_codes(text) if c.split()[0] in INSTALLS]

    assert {line.split()[0] for line in lines} == INSTALLS
    for line in lines:
        ran(f"sh -n -c {shlex.quote(line)}", ROOT)


# Files that the documents tell a user to write.
YOURS = {"handout.toml"}


@by_document
def test_every_path_that_is_named_exists(name, desk):
    here = (ROOT / name).parent
    lost = []
    for path in set(named_paths(DOCUMENTS[name])) - YOURS:
        # NAME and KIND stand for any name; a path alone may be a file of a pack.
        any_name = re.sub(r"\b(NAME|KIND)\b", "*", path)
        places = (here, ROOT, desk, desk / "ours", ROOT / "templates" / "base")
        if not any(list(place.glob(any_name)) for place in places if ".." not in path):
            lost += [path] * (not (here / path).resolve().exists())

    assert not lost


def test_the_documents_name_paths():
    for name in set(DOCUMENTS) - {
        "CHANGELOG.md",
        "docs/api.md",
        "docs/handout-file.md",
        "docs/check.md",
    }:
        assert len(named_paths(DOCUMENTS[name])) > 5, name


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_command_is_mentioned(text):
    mentioned = set(inline_codes(text))

    assert len(list(commands())) > 5
    assert [c for c in commands() if c not in mentioned] == []


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_format_that_can_be_read_is_mentioned(text):
    mentioned = {code for code in inline_codes(text) if re.fullmatch(r"\.[a-z]+", code)}

    assert mentioned <= set(READERS)
    assert {READERS[suffix] for suffix in mentioned} == set(READERS.values())


@by_document
def test_no_command_is_mentioned_that_does_not_exist(name):
    groups = {"handout templates", "handout fonts", "handout --version"}
    said = {c for c in inline_codes(DOCUMENTS[name]) if c.startswith("handout ")}
    known = tuple(f"{command} " for command in commands())

    assert [c for c in said - groups if not f"{c} ".startswith(known)] == []


def test_both_readmes_have_the_same_code_links_and_headings():
    for found in (code_blocks, link_aims, heading_levels, set_of_codes):
        assert found(ENGLISH) == found(CHINESE), found.__name__


def link_aims(text: str) -> list[str]:
    return [aim for aim in LINK.findall(text) if not aim.startswith("README")]


def heading_levels(text: str) -> list[str]:
    return re.findall(r"^#+", text, re.MULTILINE)


def set_of_codes(text: str) -> set[str]:
    return set(inline_codes(text))


def test_the_stages_have_a_heading_a_folder_and_a_call_each():
    joining = (ROOT / "handout" / "pipeline").glob("*.py")
    pipeline = "".join(path.read_text(encoding="utf-8") for path in joining)
    headings = re.findall(r"^## (\d)\. `handout/(\w+)/`$", ARCHITECTURE, re.MULTILINE)
    stages = [stage for _, stage in headings]
    public = {"printing": "print_pdf"}

    assert [number for number, _ in headings] == ["1", "2", "3", "4", "5"]
    for stage in stages:
        name = public.get(stage, stage)
        assert (ROOT / "handout" / stage / "__init__.py").is_file()
        assert re.search(rf"from handout\.{stage} import (\w+, )*{name}\b", pipeline), (
            stage
        )


def test_each_stage_tells_what_it_takes_gives_and_may_not_do():
    parts = re.split(r"^## ", ARCHITECTURE, flags=re.MULTILINE)
    stages = [part for part in parts if re.match(r"\d\. ", part)]

    for stage in stages:
        assert all(f"**{w}**" in stage for w in ("Takes", "Gives", "May not")), stage


def template_values() -> dict[str, set[str]]:
    """Every value a template may meet, with the names it has for it."""
    modules = (handout, blocks, exercises, meeting, paper, pack)
    classes = [
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    ]
    shared = {"kind", *(f.name for f in fields(blocks.Block))}
    return {"Block": shared} | {
        value.__name__: {f.name for f in fields(value)}
        - (shared if issubclass(value, blocks.Block) else set())
        | {n for n, member in vars(value).items() if isinstance(member, property)}
        for value in classes
        if is_dataclass(value) and value not in (blocks.Block, pack.Pack)
    }


def rows(text: str, header: str) -> dict[str, str]:
    """The rows of the table with this header: the first cell's code, the rest."""
    start = text.index(f"| {header} |")
    table = text[start:].split("\n\n")[0].splitlines()[2:]
    lines = (line for line in table if line.startswith("|"))
    cells = (line.strip("| ").split(" | ", 1) for line in lines)
    return {first.strip("`"): rest for first, rest in cells}


def test_templates_md_has_every_name_that_a_template_may_use():
    documented = rows(TEMPLATES, "value | its names | what it is")

    told = {
        value: set(CODE.findall(row.split(" | ")[0]))
        for value, row in documented.items()
    }
    assert told == template_values()
    assert set(rows(TEMPLATES, "name | what it is")) == {
        f.name for f in fields(Context)
    }
    assert set(rows(TEMPLATES, "filter | what it does")) == set(FILTERS)


def test_templates_md_has_every_attribute_that_fills_pages():
    source = "".join(
        Path(module.__file__).read_text(encoding="utf-8") for module in (fill, gaps)
    )
    documented = rows(TEMPLATES, "attribute | what it does")

    told = {re.sub('=".*"', "", attribute) for attribute in documented}
    assert told == set(re.findall(r'"(data-\w+)"', source))


def test_check_md_has_every_rule_and_says_which_are_notes():
    told = rows(CHECK, "id | what is asked | what to do")

    assert list(told) == list(RULES)
    assert {rule for rule, row in told.items() if row.startswith("(note) ")} == NOTES


def test_check_md_has_every_option():
    command = typer.main.get_command(app).commands["check"]
    options = {name for p in command.params for name in p.opts if name[:2] == "--"}

    told = {re.sub(" .*", "", name) for name in rows(CHECK, "option | what it does")}
    assert {re.sub("`.*", "", name) for name in told} == options


def test_a_newcomer_who_follows_templates_md_changes_heading_column_and_ruling(
    tmp_path,
):
    shutil.copy(SEED, tmp_path / "article.txt")
    first = TEMPLATES.split("## A pack of five lines")[0]
    five = next(code for language, _, code in code_blocks(first) if language == "sh")

    walk(first, tmp_path)

    assert len(five.splitlines()) == 5
    page = (tmp_path / "output" / "article.html").read_text(encoding="utf-8")
    assert "--size-heading: var(--二号); --rule-heading: 0.8pt dashed;" in page
    assert "<th>我的例子</th>" in page
    assert "col-count" not in page.partition("</style>")[2]
    assert "ruling-dots" in page
    assert (tmp_path / "output" / "article.pdf").stat().st_size > 10_000


def test_the_error_that_templates_md_tells_of_comes_so(tmp_path):
    shutil.copy(SEED, tmp_path / "article.txt")
    first = TEMPLATES.split("## A pack of five lines")[0]
    files = {name: code for _, name, code in code_blocks(first) if name}
    del files["ours/strings.toml"]
    for name, code in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "handout", "make", "article.txt"]

    result = subprocess.run(
        [*command, "--template", "./ours"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    said = next(c for c in inline_codes(first) if "there is no labels.example" in c)
    assert result.returncode == 4
    assert said in result.stderr


@pytest.mark.parametrize("text", [TEMPLATES, ARCHITECTURE], ids=["templates", "house"])
def test_the_tables_that_come_from_the_source_are_up_to_date(text):
    assert maker("tables.py").written(text) == text, "make pictures"


def maker(name: str) -> ModuleType:
    """A script of docs/ as a module."""
    place = ROOT / "docs" / name
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pictures_show_the_pages_as_they_are_printed():
    folder = ROOT / "docs" / "pictures"
    script = maker("pictures/make.py")
    pages = script.drawn(script.WIDTH)

    # The rooms are drawn from the imports, by another script.
    rooms = {"rooms.png"}
    assert set(pages) | rooms == {path.name for path in folder.glob("*.png")}
    for name, page in pages.items():
        assert_fresh(page, folder / name)


def test_the_picture_of_the_rooms_shows_the_imports_of_today():
    picture = maker("pictures/rooms.py").drawn()

    assert_fresh(picture.convert("L"), ROOT / "docs" / "pictures" / "rooms.png")


def test_the_thumbnails_show_the_packs_as_they_print():
    script = maker("pictures/make.py")

    pages = script.thumbnails(script.THUMBNAIL)

    assert len(pages) == 8
    for name, page in pages.items():
        assert_fresh(page, ROOT / "templates" / name / "thumbnail.png")
        assert f"(../templates/{name}/thumbnail.png)" in TEMPLATES


def assert_fresh(page: Image.Image, path: Path) -> None:
    """Assert that a picture shows a page as it is printed today."""
    with Image.open(path) as picture:
        stands = picture.convert("L")
    size = (TINY, TINY * page.height // page.width)
    tiny = [one.resize(size, Image.Resampling.BOX) for one in (page, stands)]
    difference = ImageStat.Stat(ImageChops.difference(*tiny)).mean[0]
    assert difference < STALE, f"{path} is stale ({difference:.1f}): make pictures"
    assert path.stat().st_size <= 60_000


def test_the_pictures_are_shown():
    for path in (ROOT / "docs" / "pictures").glob("*.png"):
        shown = f"(docs/pictures/{path.name})" in ENGLISH
        link = f"(pictures/{path.name})"
        assert shown or any(link in text for text in DOCUMENTS.values())


def test_the_changelog_keeps_its_form():
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}

    assert re.findall(r"^## (.*)$", CHANGELOG, re.MULTILINE)[0] == "[Unreleased]"
    assert set(re.findall(r"^### (.*)$", CHANGELOG, re.MULTILINE)) <= kinds
