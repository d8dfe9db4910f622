"""Packs are looked for near first: the project, the user, installed ones, ours."""

import sys

import pytest

from handout import packs
from handout.errors import TemplateError
from handout.packs import places


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty project and an empty folder of settings."""
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    return tmp_path


def put(folder, text='[title]\nzh-CN = "我的"\n'):
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(text, encoding="utf-8")


def test_the_projects_pack_comes_before_the_users_and_ours(here):
    put(here / "settings" / "handout" / "templates" / "meeting")
    users = packs.find("meeting").folders[0]
    put(here / "project" / "templates" / "meeting")
    projects = packs.find("meeting").folders[0]

    assert users == here / "settings" / "handout" / "templates" / "meeting"
    assert projects == here / "project" / "templates" / "meeting"
    assert packs.find("cornell").chain == ("cornell", "base")


def test_packs_of_every_place_are_listed_once(here):
    put(here / "project" / "templates" / "ours")
    put(here / "project" / "templates" / "meeting")

    names = [pack.name for pack in packs.list_packs()]

    assert names.count("meeting") == 1
    assert {"ours", "cornell"} <= set(names)


def test_a_pack_that_is_wrong_hides_no_other(here):
    put(here / "project" / "templates" / "ours")
    put(here / "project" / "templates" / "wrong", "parnt = 1\n")

    names = [pack.name for pack in packs.list_packs()]
    (mistake,) = packs.mistaken_packs()

    assert "ours" in names
    assert "wrong" not in names
    assert "does not know parnt" in mistake.message


def test_a_name_longer_than_any_folder_has_is_not_there(here):
    put(here / "project" / "templates" / "ours", f'parent = "{"长" * 200}"\n')

    with pytest.raises(TemplateError, match="is not there"):
        packs.find("ours")


def test_a_pack_may_have_a_parent_of_the_users(here):
    put(here / "settings" / "handout" / "templates" / "house", 'parent = "plain"\n')
    put(here / "project" / "templates" / "ours", 'parent = "house"\n')

    assert packs.find("ours").chain == ("ours", "house", "plain", "meeting", "base")


def distribution(folder, module, attribute):
    """Install a distribution by hand: a package, and what it says of its packs."""
    put(folder / "packages" / "brought" / "looks" / "slim")
    code = "raise SystemExit('code of a pack was run')\n"
    (folder / "packages" / "brought" / "__init__.py").write_text(code)
    told = folder / "packages" / "brought-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Name: brought\nVersion: 1\n")
    entry = f"[{places.GROUP}]\nslim = {module}:{attribute}\n"
    (told / "entry_points.txt").write_text(entry)


def test_an_installed_pack_is_found_and_its_code_never_run(here, monkeypatch):
    distribution(here, "brought", "looks.slim")
    monkeypatch.syspath_prepend(str(here / "packages"))

    assert packs.find("slim").chain == ("slim", "base")
    assert "slim" in [pack.name for pack in packs.list_packs()]
    assert "brought" not in sys.modules


@pytest.mark.parametrize(
    ("module", "attribute"), [("brought.inner", "looks"), ("brought", "/outside")]
)
def test_an_installed_pack_stays_inside_its_package(
    module, attribute, here, monkeypatch
):
    distribution(here, module, attribute)
    put(here / "packages" / "outside")
    monkeypatch.syspath_prepend(str(here / "packages"))

    assert places.installed_packs() == []


def test_the_last_parent_is_always_ours(here):
    put(here / "project" / "templates" / "base")

    assert packs.find("meeting").folders[-1] != here / "project" / "templates" / "base"
