"""Bad input gives one sentence and the right exit code; nothing is half-written."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handout import files
from handout.cli.app import app

ARTICLE = (
    "题目\n\n一、开头\n\n学习要联系实际，不能只读书本。读书是学习，使用也是学习。\n"
)


def run(*arguments, text=None):
    return CliRunner().invoke(app, [str(a) for a in arguments], input=text)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("missing.txt", None, 3, "there is no such file"),
        ("empty.txt", b"", 3, "is empty"),
        ("blank.txt", " \n\n　\t\n".encode(), 3, "is empty"),
        ("binary.txt", bytes(range(256)) * 40, 3, "is not text"),
        ("large.txt", "很长的文章。".encode() * 1_200_000, 3, "22 MB"),
        ("what.xyz", b"text", 3, "not a format handout reads"),
    ],
)
def test_a_source_that_cannot_be_read_is_told(name, content, code, said, tmp_path):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    ran = run("make", path, "-o", tmp_path / "out")

    assert ran.exit_code == code
    assert said in ran.stderr
    assert ran.stderr.count("\n") == 1
    assert str(path) in ran.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "text",
    [
        "只有一句话。",
        "标题\n" + "一个很长的句子里没有停顿" * 900,
        "标题\n" + ("学" * 100 + "，") * 1000,
        "标题\n一、" + "六十个字的标题" * 8 + "\n正文在这里，说的是学习的事情。",
        "标题\n"
        + "".join(f"第{n}节 小标题\n说的是第{n}件事。\n" for n in range(1, 61)),
        "标题\n正文里有\u200f方向\u202e标记、空字符\x00和别的字，后面还有很多正常的文字。",
        "一、甲\n二、乙\n三、丙",
    ],
    ids=[
        "sentence",
        "unbroken",
        "long line",
        "long heading",
        "sixty",
        "marks",
        "heads",
    ],
)
def test_an_odd_text_is_printed_all_the_same(text, tmp_path):
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")

    ran = run("make", path, "-o", tmp_path)

    assert ran.exit_code == 0, ran.stderr
    assert (tmp_path / "odd.pdf").read_bytes().startswith(b"%PDF-")


def test_a_lone_surrogate_is_set_aside_and_said(tmp_path):
    path = tmp_path / "half.txt"
    path.write_bytes("标题\n正文里有半个字".encode() + b"\xed\xa0\x80" + "。".encode())

    ran = run("outline", path)

    assert ran.exit_code == 0
    assert "cannot be printed" in ran.stdout
    assert " = " in ran.stdout


def test_standard_input_is_a_source(tmp_path):
    ran = run("make", "-", "-o", tmp_path, text=ARTICLE)

    assert ran.exit_code == 0
    assert ran.stdout.strip() == str(tmp_path / "handout.pdf")


def test_one_bad_source_does_not_stop_the_others(article, tmp_path):
    ran = run("make", tmp_path / "no.txt", article, "-o", tmp_path / "out")

    assert ran.exit_code == 3
    assert (tmp_path / "out" / "article.pdf").is_file()
    assert "no.txt" in ran.stderr


def test_an_unwritable_folder_is_told(article, tmp_path):
    (tmp_path / "file").write_text("no folder")

    ran = run("make", article, "-o", tmp_path / "file" / "out")

    assert ran.exit_code == 6
    assert "cannot be written" in ran.stderr
    assert "-o" in ran.stderr


def test_a_full_disk_keeps_the_old_file_and_leaves_nothing_behind(
    article, tmp_path, monkeypatch
):
    out = tmp_path / "out"
    out.mkdir()
    (out / "article.pdf").write_bytes(b"old")

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    ran = run("make", article, "-o", out)

    assert ran.exit_code == 6
    assert "No space left" in ran.stderr
    assert [p.name for p in out.iterdir()] == ["article.pdf"]
    assert (out / "article.pdf").read_bytes() == b"old"


@pytest.mark.parametrize(
    ("option", "value", "code", "said"),
    [
        ("--paper", "A9", 2, "A4 A5 B5 16K A3 Letter"),
        ("--template", "meting", 4, "did you mean meeting"),
        ("--font-dir", "/nowhere/at/all", 5, "there is no such folder"),
    ],
)
def test_a_wrong_option_is_answered_with_the_right_ones(
    option, value, code, said, article, tmp_path
):
    ran = run("make", article, "-o", tmp_path / "out", option, value)

    assert ran.exit_code == code
    assert said in ran.stderr


def test_a_character_without_a_font_is_told_before_anything_is_written(tmp_path):
    path = tmp_path / "emoji.txt"
    path.write_text("标题\n今天学习很高兴😀，因为学到了新知识。", encoding="utf-8")

    ran = run("make", path, "-o", tmp_path / "out")

    assert ran.exit_code == 5
    assert "😀 (U+1F600)" in ran.stderr
    assert "¶1" in ran.stderr
    assert not (tmp_path / "out").exists()


# Says when Python has started and found us: before that, Ctrl-C is Python's own.
STARTED = "from handout.cli import main; print('started', flush=True); main()"


@pytest.mark.parametrize("wait", [0.0, 0.1, 0.3, 0.6, 0.9])
def test_ctrl_c_leaves_no_traceback_and_no_half_written_file(article, wait, tmp_path):
    out = tmp_path / "out"
    # A text long enough that no machine has done before the signal comes.
    article.write_text(ARTICLE * 400, encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-c", STARTED, "make", str(article), "-o", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert running.stdout is not None
    running.stdout.readline()
    time.sleep(wait)

    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)

    # Before Python listens, at the very first instant, the signal itself ends it.
    codes = {130, -signal.SIGINT} if wait == 0.0 else {130}
    assert running.returncode in codes
    assert "Traceback" not in said
    assert not out.exists() or list(Path(out).iterdir()) == []


def test_a_reader_that_goes_away_is_no_error(article):
    article.write_text(ARTICLE * 300, encoding="utf-8")
    command = [sys.executable, "-m", "handout", "analyse", str(article), "--explain"]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    assert running.stderr is not None

    running.stdout.readline()
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()

    assert running.wait(timeout=60) == 0
    assert said == ""


def test_a_folder_of_fonts_that_may_not_be_entered_is_refused(
    article, tmp_path, monkeypatch
):
    monkeypatch.setattr("os.access", lambda *_arguments, **_more: False)

    ran = run("make", article, "--font-dir", tmp_path, "-o", tmp_path / "out")

    assert ran.exit_code == 5
    assert f"{tmp_path}: may not be entered; look at its permissions" in ran.stderr
