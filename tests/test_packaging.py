"""Guards the package: a wheel made from the sdist works alone, in an empty folder."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).parents[1]
ARTICLE = "在学思践悟中守初心\n\n一、强化理论武装\n\n党员干部要学深悟透、真信笃行。\n"
SHOW_PLACES = """
from handout import assets
print(assets.__file__, assets.templates_folder(), assets.fonts_folder(), sep="\\n")
"""


def ran(*command: str | Path, cwd: Path) -> str:
    """Run a command with nothing of the checkout in sight; give what it printed."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Build the sdist, and the wheel from what the sdist holds; give both."""
    out = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT)
    ran(*build, cwd=out)
    return next(out.glob("*.tar.gz")), next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(
    built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The commands of an environment with the wheel; our libraries serve it."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    paths = sysconfig.get_paths("venv", {"base": str(folder)})
    # A .pth in a .pth is not followed, so the checkout's own package stays unseen.
    (Path(paths["purelib"]) / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    commands = Path(paths["scripts"])
    pip = (sys.executable, "-m", "pip", "--python", commands / "python", "install")
    ran(*pip, "--no-deps", "--no-index", "--no-compile", built[1], cwd=folder)
    return commands


def files_in(folder: str) -> set[str]:
    """The files of a folder of the project, by their places in it."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(ROOT).as_posix() for path in found}
    return {name for name in names if "__pycache__" not in name}


def fonts_of(pdf: Path) -> Iterator[pikepdf.Dictionary]:
    """Every font of a PDF, those inside composite fonts too."""
    with pikepdf.open(pdf) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
                yield thing


def test_the_wheel_carries_templates_fonts_and_licences(built):
    with zipfile.ZipFile(built[1]) as wheel:
        names = set(wheel.namelist())

    wanted = files_in("templates") | files_in("fonts")
    assert wanted
    assert {f"handout/_assets/{name}" for name in wanted} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(
        name.endswith("licenses/fonts/LICENSES/noto-sans-sc.txt") for name in names
    )


def test_the_wheel_carries_nothing_else(built):
    with zipfile.ZipFile(built[1]) as wheel:
        tops = {name.split("/")[0] for name in wheel.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"handout"}


def test_the_sdist_carries_all_but_what_is_made(built):
    with tarfile.open(built[0]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}

    wanted = {"pyproject.toml", "Makefile", "README.md", "README.zh-CN.md", "LICENSE"}
    for folder in ("handout", "templates", "fonts", "seeds", "tests", "docs"):
        wanted |= files_in(folder)
    assert wanted <= names
    assert not [name for name in names if name.endswith(".pyc")]
    assert {name for name in names if name.startswith("output/")} <= {"output/.gitkeep"}


def test_the_installed_command_prints_in_an_empty_folder(installed, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")

    ran(installed / "handout", "make", article, cwd=tmp_path)

    names = []
    for font in fonts_of(tmp_path / "output" / "article.pdf"):
        if "/DescendantFonts" not in font:
            names.append(str(font["/BaseFont"]))
            described = font["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described.keys()), names[-1]
    assert names
    assert all(name.partition("+")[2].startswith("Handout") for name in names), names


def test_the_installed_package_uses_what_it_carries(installed, tmp_path):
    places = ran(installed / "python", "-c", SHOW_PLACES, cwd=tmp_path).split()

    assert len(places) == 3
    assert all(Path(place).is_relative_to(installed.parent) for place in places)
