"""Messages are in the reader's language, and none is missing from the catalogues."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handout import messages
from handout.cli.app import app
from handout.messages import build

PLACE = re.compile(r"\{\d+\}")

by_language = pytest.mark.parametrize("language", build.LANGUAGES)


@pytest.fixture
def chinese(monkeypatch):
    monkeypatch.setenv("HANDOUT_LANG", "zh-CN")


@by_language
def test_every_message_of_the_code_is_translated(language):
    assert len(build.messages()) > 250
    assert build.untranslated_messages(language) == {}, (
        "translate them in the .po files"
    )


@by_language
def test_a_translation_fills_in_only_what_its_message_has(language):
    for message, translation in messages.catalogue(language).items():
        places = set(PLACE.findall(translation))
        assert places <= set(PLACE.findall(message)), message
        assert re.findall(r"\[\[\w+\]\]", message) == re.findall(
            r"\[\[\w+\]\]", translation
        )


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "en_GB.UTF-8"}, ""),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_SG"}, "zh_CN"),
        ({"LANG": "zh_TW.Big5"}, "zh_TW"),
        ({"LANG": "zh-Hant-HK"}, "zh_TW"),
        ({"LANG": "en_US.UTF-8", "HANDOUT_LANG": "zh_TW"}, "zh_TW"),
        ({"LANG": "zh_CN.UTF-8", "HANDOUT_LANG": "en"}, ""),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, ""),
    ],
)
def test_the_language_is_that_of_the_locale(variables, language, monkeypatch):
    for name in ("HANDOUT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert messages.language() == language


@pytest.mark.usefixtures("chinese")
def test_what_an_f_string_filled_in_is_found_again():
    assert messages.translate("there is no paper called A9") == "没有名为 A9 的纸张"
    assert messages.translate("cannot be read (x\ny)") == "无法读取（x\ny）"


@pytest.mark.usefixtures("chinese")
def test_a_message_in_a_message_is_translated_too():
    text = "3 pages: 2 found, and 1 note"

    assert messages.translate(text) == "3 页：发现 2 处问题，另有 1 处提示"


@pytest.mark.usefixtures("chinese")
def test_what_no_catalogue_has_stays_as_it_is():
    assert messages.translate("xyzzy plugh") == "xyzzy plugh"
    assert messages.translate("") == ""


@pytest.mark.usefixtures("chinese")
def test_help_and_errors_are_chinese(tmp_path):
    shown = CliRunner().invoke(app, ["make", "--help"]).stdout
    ran = CliRunner().invoke(app, ["make", str(tmp_path / "无.txt")])

    assert "会议名称。" in shown
    assert "用法：" in shown
    assert ran.stderr.endswith("无.txt：没有这个文件；请核对文件名和当前文件夹\n")


def test_english_loads_no_catalogue():
    code = (
        "import sys\nfrom handout import messages\n"
        "messages.translate('is a folder')\n"
        "print(messages.catalogue.cache_info().currsize)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"LANG": "C.UTF-8", "PYTHONPATH": str(Path(messages.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ran.stdout == "0\n"
