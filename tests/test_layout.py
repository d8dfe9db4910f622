"""Holds the shape of the project: where things are, and what may use what."""

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from handout.printing.engine.functions import FUNCTIONS
from handout.printing.lay_out import LESSONS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "handout"
TESTS = ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
# Plain values have nothing to test; the words and the trees come from build scripts.
UNTESTED_FOLDERS = {"model"}
# Tests of what a whole stage or command promises, not of one module.
ACROSS = {
    "preflight/test_other_programs.py",
    "cli/test_bad_input.py",
    "cli/test_commands.py",
    # A file each two packs, so that they are tried side by side.
    "packs/test_hard_meetings.py",
    "packs/test_hard_minutes.py",
    "packs/test_hard_papers.py",
    "packs/test_hard_readers.py",
    "packs/test_official.py",
    "printing/test_bad_input.py",
    "packs/test_safety.py",
    "printing/test_safety.py",
    "read/test_bad_input.py",
    "read/test_conservation.py",
    "read/test_containers.py",
    "read/test_documents.py",
    "read/test_every_format.py",
}
# Folders of tests beside those that mirror the package.
OTHER_FOLDERS = {"bench", "commands", "fonts", "golden", "lines", "patterns", "fuzz"}
VAGUE = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "data"}
MOST_LINES = 250
MOST_MODULES = 20
# A command has the name that people type, and a function of the API its command's.
NAMED_AS_COMMANDS = {PACKAGE / "cli", PACKAGE / "api.py"}
# Every program that is run has a `main`.
OFTEN_DEFINED = {"main"}
# Words that say how a thing is, and not what a function does or gives.
PARTICIPLE = re.compile(
    "[a-z]+ed|begun|born|bound|broken|brought|built|chosen|come|done|drawn|fallen|felt"
    "|found|given|gone|grown|heard|held|hidden|hung|kept|known|laid|lain|left|led|lost"
    "|made|meant|met|paid|said|seen|sent|shown|sought|spoken|spread|stood|stuck|taken"
    "|taught|thought|told|torn|won|worn|written|lacking|missing|ready"
)
# Not participles, though they end as one does.
NO_PARTICIPLES = {"embed", "feed", "need", "seed"}
# Slow to load, or needed for one format only: no command may load them to show help.
SLOW = {"fontTools", "jieba", "jinja2", "lxml", "markdown_it", "trafilatura"}
SLOW |= {"charset_normalizer", "marisa_trie", "pypdfium2", "weasyprint"}

by_module = pytest.mark.parametrize(
    "module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix()
)


def is_build_script(path: Path) -> bool:
    """Whether only we run a module, to make what the package carries."""
    return path.name == "build.py"


@cache
def libraries_of(path: Path) -> frozenset[str]:
    """The top names of the libraries that a module imports, wherever it does."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Call) and is_import_call(node):
            names.add(str(ast.literal_eval(node.args[0])).split(".")[0])
    return frozenset(names - sys.stdlib_module_names - {"handout"})


def is_import_call(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
    name = called.id if isinstance(called, ast.Name) else called
    return name in ("import_module", "find_spec") and isinstance(
        node.args[0], ast.Constant
    )


def distribution(library: str) -> str:
    """The name that a library is installed by."""
    return packages_distributions()[library][0].lower().replace("_", "-")


def places_of_libraries() -> dict[str, list[str]]:
    """The table in docs/architecture.md: each library, and where it may be."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("| library | imported in |")[1].split("\n\n")[0]
    rows = re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", table, re.MULTILINE)
    return {library: re.findall("`([^`]+)`", places) for library, places in rows}


def test_there_are_modules_to_look_at():
    assert len(MODULES) > 40


@by_module
def test_a_module_opens_with_a_sentence(module):
    opening = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""

    first = opening.split("\n\n")[0].replace("\n", " ")
    assert re.match(r"[A-Z`0-9]|handout ", first), "begins like no sentence"
    assert first.endswith((".", ":")), "ends like no sentence"
    assert len(first.split()) > 3


@by_module
def test_a_module_is_short_and_has_a_name_that_says_something(module):
    lines = len(module.read_text(encoding="utf-8").splitlines())

    assert lines <= MOST_LINES
    assert module.stem not in VAGUE


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}))
def test_a_folder_is_a_room_that_one_sees_at_a_glance(folder):
    assert len(list(folder.glob("*.py"))) <= MOST_MODULES


@pytest.mark.parametrize(
    "test",
    [path for path in sorted(TESTS.rglob("test_*.py")) if path.parent != TESTS],
    ids=lambda path: path.relative_to(TESTS).as_posix(),
)
def test_a_test_file_mirrors_a_module(test):
    place = test.relative_to(TESTS)
    if place.parts[0] in OTHER_FOLDERS or place.as_posix() in ACROSS:
        return

    name = test.stem.removeprefix("test_")
    mirrored = PACKAGE / place.parent
    own = (mirrored / f"{name}.py", mirrored / name / "__init__.py")
    assert name == mirrored.name or any(path.is_file() for path in own)


def imports_of(module):
    """Each import of the package in a module, as the parts of the imported name."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            "handout"
        ):
            parts = tuple(node.module.split("."))
            for alias in node.names:
                whole = PACKAGE.parent.joinpath(*parts, alias.name)
                is_module = whole.is_dir() or whole.with_suffix(".py").is_file()
                yield (*parts, alias.name) if is_module else parts


# Parts of a folder that others may import, beside what its __init__ gives: each is
# loaded only where it is needed, so the __init__ cannot import it.
SIDE_DOORS = {
    "analyse": {"bulk"},
    "handout_file": {"explain", "merging", "shape", "text"},
    "packs": {"choices", "compare", "eject", "fonts", "lint", "places", "project"},
    "pipeline": {"editions", "missing_characters", "output", "plan_file", "press"},
    "plan": {"prompts", "proportion"},
    "preflight": {"pages", "rules", "run_rules"},
    "preview": {"server"},
    "printing": {"engine", "fonts", "pages", "worker"},
    "read": {"corrections", "raw", "structure"},
    "records": {"packs"},
    # The lint of packs reads templates as they are rendered.
    "render": {"context", "environment", "faults", "limits", "macro_inheritance"},
}
SIDE_DOORS["packs"] |= {
    "layout_mistakes",
    "prompts",
    "settings",
    "style_notices",
    "tokens",
}
SIDE_DOORS["pipeline"] |= {"warm_up"}


def test_a_folder_is_entered_by_its_doors():
    used = {
        (parts[1], parts[2])
        for module in MODULES
        for parts in imports_of(module)
        if len(parts) > 2
        and parts[1] not in ("model", module.relative_to(PACKAGE).parts[0])
    }
    doors = {(room, part) for room, parts in SIDE_DOORS.items() for part in parts}

    assert used - doors == set()
    assert doors - used == set()


def test_every_folder_of_modules_has_tests():
    folders = {path.parent.name for path in MODULES if path.parent.parent == PACKAGE}

    assert len(folders) > 6
    for folder in folders - UNTESTED_FOLDERS:
        assert list((TESTS / folder).glob("test_*.py")), folder


def test_every_function_of_weasyprint_that_is_replaced_has_a_row_with_its_gain():
    rows = {(one.module, one.name) for one in FUNCTIONS}
    hooks = [hook for module in LESSONS for hook in module.LESSON.hooks]

    assert {(hook.function.module, hook.function.name) for hook in hooks} == rows
    assert all(one.purpose and one.gain and one.until for one in FUNCTIONS)


def test_a_library_is_imported_in_its_one_place():
    places = places_of_libraries()
    astray = [
        f"{library} in {module.relative_to(ROOT)}"
        for module in MODULES
        if not is_build_script(module)
        for library in libraries_of(module)
        if not any(
            module.is_relative_to(ROOT / place)
            for place in places.get(distribution(library), ())
        )
    ]

    assert astray == []


def test_the_list_of_libraries_is_whole():
    used = [libraries_of(path) for path in MODULES if not is_build_script(path)]
    imported = {distribution(name) for names in used for name in names}
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {
        re.split(r"[^\w.-]", requirement)[0]
        for requirement in settings["project"]["dependencies"]
    }

    assert imported == set(places_of_libraries())
    assert imported == declared


def test_help_loads_nothing_slow():
    code = "import sys, handout.cli.app; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "handout.cli.app" in loaded
    assert SLOW & set(loaded) == set()


def test_what_lands_runs_the_tests_that_the_readme_names():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"## Two commands\n\n```sh\n(.*?)```", readme, re.DOTALL)

    assert block
    assert block[1].splitlines()[-1] == "make test"
    assert lines[-3:] == ["make test", "make print", "make lint"]


def names_of(path: Path) -> list[str]:
    """The public classes and functions that a module defines."""
    return [
        node.name
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name[0] != "_"
    ]


def test_no_two_things_have_one_name():
    places: dict[str, list[str]] = {}
    for path in MODULES:
        if not NAMED_AS_COMMANDS & {path, *path.parents}:
            for name in names_of(path):
                place = path.relative_to(PACKAGE).as_posix()
                places.setdefault(name, []).append(place)

    twice = {name: where for name, where in places.items() if len(where) > 1}
    assert {name: twice[name] for name in twice.keys() - OFTEN_DEFINED} == {}


def is_participle(name: str) -> bool:
    bare = name.removeprefix("_")
    return bool(PARTICIPLE.fullmatch(bare)) and bare not in NO_PARTICIPLES


@by_module
def test_a_function_is_named_for_what_it_does_or_gives(module):
    """A property may be: it is a value that a thing has, such as what has grown."""
    named = [
        node.name
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and "property" not in map(ast.unparse, node.decorator_list)
    ]

    assert [name for name in named if is_participle(name)] == []
