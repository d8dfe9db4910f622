"""Whole pages of expected text: the `golden` fixture, and the guard over its files."""

import difflib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

# Folders and files whose tests lay pages out, or build and install the package.
PRINTING = (
    *("cli/", "fonts/", "lines/", "packs/", "pipeline/", "preflight/", "preview/"),
    *("printing/", "records/", "trial/", "test_api", "test_docs", "test_packaging"),
)

# Tests expect English, whatever the locale of the machine.
os.environ["HANDOUT_LANG"] = "en"

Golden = Callable[[str, str], None]
USED = pytest.StashKey[set[Path]]()
LEFT_OUT = pytest.StashKey[list[str]]()
UNUSED = pytest.StashKey[list[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite tests/golden/; read the diff before you commit it",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[USED] = set()
    config.stash[LEFT_OUT] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that print, which take long: `make test` leaves them out."""
    for item in items:
        place = item.path.relative_to(Path(__file__).parent).as_posix()
        if place.startswith(PRINTING):
            item.add_marker("printing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """A function that compares a text with the file of that name in golden/."""

    def compare(name: str, text: str) -> None:
        path = golden_folder(request.config) / name
        request.config.stash[USED].add(path)
        if request.config.getoption("update_golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        elif not path.is_file():
            pytest.fail(f"golden/{name} is missing; write it with make golden", False)
        elif difference := differing_lines(path, text):
            pytest.fail(f"golden/{name} says otherwise:\n{difference}", False)

    return compare


def golden_folder(config: pytest.Config) -> Path:
    return config.rootpath / "tests" / "golden"


def differing_lines(path: Path, text: str) -> str:
    """The lines that differ, marked - as they should be and + as they are."""
    expected = path.read_bytes().decode()
    if expected == text:
        return ""
    lines = difflib.unified_diff(
        expected.splitlines(), text.splitlines(), "golden", "now", lineterm="", n=2
    )
    return "\n".join(lines) or "only the line ends differ"


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        item.config.stash[LEFT_OUT].append(item.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail a run of the whole suite that leaves a golden file unused."""
    config = session.config
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    # Under xdist each worker sees its own share of the tests alone.
    shared_out = config.getoption("numprocesses", None)
    left_out = config.stash[LEFT_OUT] or config.option.collectonly or shared_out
    if exitstatus or not whole or left_out:
        return
    folder = golden_folder(config)
    found = {p for p in folder.rglob("*") if p.is_file() and p.name != ".gitkeep"}
    used: set[Path] = config.stash[USED]
    unused = sorted(found - used)
    config.stash[UNUSED] = [path.relative_to(folder).as_posix() for path in unused]
    if unused:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for name in config.stash.get(UNUSED, []):
        terminalreporter.write_line(
            f"golden/{name} is used by no test: remove it", red=True
        )
