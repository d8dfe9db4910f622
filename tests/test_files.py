"""Names and folders of strangers are looked at without an error."""

import os

import pytest

from handout import files


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "学" * 100, "\udcff" * 90])
def test_a_name_that_no_file_can_have_is_not_a_file(tmp_path, name):
    assert not files.is_file(tmp_path / name)
    assert not files.is_folder(tmp_path / name)


def test_links_in_a_circle_are_not_a_file(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert not files.is_file(tmp_path / "a")
    assert files.load_of_pack(tmp_path, "a") is None


@pytest.mark.skipif(not hasattr(os, "getuid") or not os.getuid(), reason="root may")
def test_what_is_in_a_closed_folder_is_not_a_file(tmp_path):
    (tmp_path / "closed").mkdir(mode=0)
    assert not files.is_file(tmp_path / "closed" / "a")
