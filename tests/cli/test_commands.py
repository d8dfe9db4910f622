"""The commands say what they made, and what they read."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from importlib import import_module

import pytest
from typer.testing import CliRunner

from handout.cli import _pack
from handout.cli.app import app
from handout.read import READERS

ARTICLE = (
    "论学习\n\n一、学习的意义\n\n学习是进步的阶梯。我们要坚持“终身学习”,不断更新知识。\n"
    "\n二、学习的方法\n\n学习要联系实际。要做到“学以致用”,把知识变成能力。\n"
)


def run(*arguments):
    ran = CliRunner().invoke(app, [str(a) for a in arguments])
    assert ran.exit_code == 0, ran.stderr
    return ran


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "论学习.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_make_prints_the_path_it_wrote_and_nothing_else(article, tmp_path):
    ran = run("make", article, "-o", tmp_path / "out")

    assert ran.stdout.splitlines() == [str(tmp_path / "out" / "论学习.pdf")]
    assert ran.stderr == ""


def test_worksheets_writes_one_file_a_section(article, tmp_path):
    ran = run("worksheets", article, "-o", tmp_path)

    assert ran.stdout.splitlines() == [
        str(tmp_path / "论学习-01-学习的意义.pdf"),
        str(tmp_path / "论学习-02-学习的方法.pdf"),
    ]


def test_outline_shows_sections_reasons_and_the_proof(article):
    ran = run("outline", article)

    assert "一、学习的意义" in ran.stdout
    assert "numbered" in ran.stdout
    characters = sum(not c.isspace() for c in ARTICLE)
    assert f"{characters} characters = {characters} placed + 0 set aside" in ran.stdout


def test_outline_gives_the_document_as_json(article):
    record = json.loads(run("outline", article, "--json").stdout)

    assert record["title"]["text"] == "论学习"
    assert record["characters"] == record["placed"] + record["set_aside"]
    assert [s["heading"]["title"] for s in record["sections"]] == [
        "学习的意义",
        "学习的方法",
    ]


def test_analyse_gives_sentences_and_phrases_of_the_source(article):
    record = json.loads(run("analyse", article, "--json").stdout)

    for section in record["sections"]:
        for sentence in section["summary"]:
            assert sentence["text"] in ARTICLE


def test_templates_are_listed_shown_and_copied(tmp_path):
    assert "会议讲义" in run("templates", "list").stdout
    assert "inherits: meeting > base" in run("templates", "show", "meeting").stdout

    copied = ("--only", "summary")
    ran = run("templates", "new", tmp_path / "mine", "--from", "meeting", *copied)

    assert len(ran.stdout.splitlines()) == 3
    assert "mine > meeting > base" in run("templates", "show", tmp_path / "mine").stdout


def test_packs_are_told_as_json_too():
    listed = json.loads(run("templates", "list", "--json").stdout)
    shown = json.loads(run("templates", "show", "plain", "--json").stdout)

    plain = next(pack for pack in listed["packs"] if pack["name"] == "plain")
    assert plain["parent"] == "meeting"
    assert plain["titles"]["zh-TW"] == "大字版"
    assert "size" in [option["name"] for option in plain["options"]]
    assert shown["files"]["page.html.j2"] == "base"
    row = next(token for token in shown["tokens"] if token["name"] == "--hairline")
    assert (row["value"], row["kind"], row["owner"]) == ("0.8pt", "length", "plain")
    assert "handout" in shown["names"]


def test_what_a_pack_changes_is_told_in_lines_and_as_json(tmp_path):
    mine = tmp_path / "mine"
    run("templates", "new", mine, "--from", "meeting", "--only", "summary")
    (mine / "blocks" / "summary.html.j2").write_text("own\n")
    (mine / "blocks" / "more.html.j2").write_text("more\n")

    lines = run("templates", "diff", mine).stdout.splitlines()
    told = json.loads(run("templates", "diff", mine, "--json").stdout)

    more, summary = told["changes"]
    assert more == {
        "file": "blocks/more.html.j2",
        "parent": "",
        "outdated": False,
        "diff": [],
    }
    assert (summary["file"], summary["parent"]) == ("blocks/summary.html.j2", "base")
    assert summary["diff"][-1] == "+own"
    assert lines == ["only mine has blocks/more.html.j2", *summary["diff"]]


def test_a_pack_and_what_it_offers_are_shown(tmp_path):
    run("templates", "new", tmp_path / "mine", "--from", "plain")

    told = run("templates", "show", tmp_path / "mine").stdout

    assert "size         14 (12 to 20 pt) size of the text" in told
    assert "--hairline        length  0.8pt" in told
    assert re.search(r"pack\.toml +mine", told)


def test_a_pack_of_ones_own_prints(article, tmp_path):
    run("templates", "new", tmp_path / "mine", "--from", "worksheet")

    ran = run("make", article, "--template", tmp_path / "mine", "-o", tmp_path)

    assert ran.stdout.strip().endswith(".pdf")


def test_fonts_are_listed_and_checked(article):
    assert "Handout Kai" in run("fonts", "list").stdout
    assert "every character" in run("fonts", "check", article).stdout


@pytest.mark.parametrize("paper", ["A4", "a5", "B5", "16K", "A3", "Letter"])
def test_every_paper_prints_at_its_size(paper, article, tmp_path):
    import pikepdf

    from handout.model.paper import paper_named

    run("make", article, "-o", tmp_path, "--paper", paper)

    with pikepdf.open(tmp_path / "论学习.pdf") as pdf:
        _, _, width, height = (float(n) for n in pdf.pages[0].mediabox)
    sheet = paper_named(paper)
    assert width * 25.4 / 72 == pytest.approx(sheet.width, abs=0.1)
    assert height * 25.4 / 72 == pytest.approx(sheet.height, abs=0.1)


def test_analyse_answers_records_line_by_line(tmp_path):
    records = tmp_path / "in.jsonl"
    lines = [
        {"id": "a", "title": "论学习", "text": "我们要坚持“终身学习”，不断更新知识。"},
        {"id": "b", "text": 7},
    ]
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    records.write_text(text, encoding="utf-8")

    answers = [
        json.loads(line)
        for line in run("analyse", "--jsonl", records).stdout.splitlines()
    ]

    assert answers[0]["id"] == "a"
    assert answers[0]["sections"][0]["summary"][0]["text"].startswith("我们要")
    assert answers[1]["id"] == "b"
    assert "string" in answers[1]["error"]


def test_the_users_words_pins_and_drops_change_the_table(article, tmp_path):
    stop = tmp_path / "stop.txt"
    stop.write_text("学以致用  # too well known\n", encoding="utf-8")

    plain = run("analyse", article).stdout
    changed = run("analyse", article, "--pin", "更新知识", "--stop", stop).stdout

    assert "· 更新知识" not in plain
    assert "· 更新知识" in changed
    assert "· 学以致用" in plain
    assert "· 学以致用" not in changed


def test_dropped_phrases_and_words_of_ones_own_change_the_table(article, tmp_path):
    own = tmp_path / "own.txt"
    own.write_text("进步的阶梯\n", encoding="utf-8")

    changed = run("analyse", article, "--drop", "学以致用", "--words", own).stdout

    assert "· 学以致用" not in changed
    assert "· 进步的阶梯" in changed


def test_a_projects_file_changes_the_table(article, tmp_path):
    (tmp_path / "handout.toml").write_text(
        'phrases = 1\npin = ["更新知识"]\n', encoding="utf-8"
    )
    command = [sys.executable, "-m", "handout", "analyse", str(article), "--json"]

    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)

    record = json.loads(ran.stdout)

    tables = [s["keyphrases"] for s in record["sections"]]
    assert [len(table) for table in tables] == [1, 1]
    assert tables[0][0]["text"] == "更新知识"


def test_reasons_are_told_when_asked_for(article):
    assert "+" in run("analyse", article, "--explain").stdout


def test_a_correction_beside_the_source_is_believed(article):
    sidecar = article.with_name(article.name + ".outline.yaml")
    sidecar.write_text("- {line: 二、学习的方法, is: text}\n", encoding="utf-8")

    record = json.loads(run("outline", article, "--json").stdout)

    assert [s["heading"]["title"] for s in record["sections"]] == ["学习的意义"]


def test_a_correction_that_fits_nothing_is_a_note(article):
    sidecar = article.with_name(article.name + ".outline.yaml")
    sidecar.write_text("- {line: 不在文中的一行, is: heading}\n", encoding="utf-8")

    assert "不在文中的一行" in run("outline", article).stderr


def test_two_sources_of_one_name_never_replace_each_other(article, tmp_path):
    other = tmp_path / "other" / article.name
    other.parent.mkdir()
    other.write_text(ARTICLE.replace("论学习", "另一篇"), encoding="utf-8")

    words = ["make", str(article), str(other), "-o", str(tmp_path / "out")]
    ran = CliRunner().invoke(app, words)

    assert ran.exit_code == 2
    assert f"{other}: would replace 论学习.pdf, just made of {article}" in ran.stderr
    assert len(ran.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("line", "pack"),
    [
        ("make a.txt", "meeting"),
        ("make a.txt --template ./ours", "./ours"),
        ("worksheets a.txt", "worksheet"),
        ("templates preview ./ours a.txt", "./ours"),
        ("templates preview ./ours --watch", "./ours"),
        ("templates list --json", ""),
        ("outline a.txt --template x", ""),
        ("make --help", ""),
        ("make", ""),
    ],
)
def test_a_second_process_is_made_ready_for_the_pack_that_prints(line, pack):
    assert _pack(line.split()) == pack


WHOLE = sum(not character.isspace() for character in ARTICLE)
LAST = len("学习要联系实际。要做到“学以致用”,把知识变成能力。")


def spoil_reader(monkeypatch, spoil):
    """Let the reader of plain text spoil the blocks that it finds."""
    module, _, function = f"handout.read.{READERS['.txt']}".rpartition(".")
    honest = getattr(import_module(module), function)

    def read(source):
        contents = honest(source)
        return replace(contents, blocks=spoil(contents.blocks))

    monkeypatch.setattr(f"{module}.{function}", read)


@pytest.fixture
def losing(monkeypatch):
    """A reader of plain text that drops its last paragraph."""
    spoil_reader(monkeypatch, lambda blocks: blocks[:-1])


@pytest.mark.usefixtures("losing")
@pytest.mark.parametrize(
    "command", ["outline", "analyse", "plan", "make", "worksheets"]
)
def test_every_command_notes_that_characters_are_lost(command, article, tmp_path):
    arguments = [command, str(article)]
    if command in ("make", "worksheets"):
        arguments += ["-o", str(tmp_path / "out")]

    ran = CliRunner().invoke(app, [*arguments, "--strict"])

    assert ran.exit_code == 1
    assert ran.stderr.splitlines()[0] == (
        f"handout: note: {article}: characters do not add up: {WHOLE} in the file, "
        f"{WHOLE - LAST} in the text, 0 set aside; compare the text with the file"
    )


@pytest.mark.usefixtures("losing")
def test_without_strict_the_loss_is_a_note(article):
    ran = CliRunner().invoke(app, ["analyse", str(article)])

    assert (ran.exit_code, "do not add up" in ran.stderr) == (0, True)


def test_characters_that_come_twice_are_noted_too(article, monkeypatch):
    spoil_reader(monkeypatch, lambda blocks: (*blocks, blocks[-1]))

    ran = CliRunner().invoke(app, ["outline", str(article), "--strict"])

    assert (ran.exit_code, f"{WHOLE + LAST} in the text" in ran.stderr) == (1, True)


def test_a_text_that_is_read_whole_has_no_such_note(article):
    ran = CliRunner().invoke(app, ["analyse", str(article), "--strict"])

    assert (ran.exit_code, ran.stderr) == (0, "")


def test_articles_together_are_one_packet(article, tmp_path):
    other = tmp_path / "论读书.txt"
    other.write_text(ARTICLE.replace("学习", "读书"), encoding="utf-8")

    ran = run("make", article, other, "--together", "-o", tmp_path / "out", "--json")

    (made,) = json.loads(ran.stdout)["made"]
    assert made["files"] == [str(tmp_path / "out" / "论学习-packet.pdf")]
    assert made["source"] == f"{article}, {other}"


def test_one_bad_article_leaves_a_packet_unmade_in_one_sentence(article, tmp_path):
    given = ["make", str(article), str(tmp_path / "none.txt"), "--together"]

    ran = CliRunner().invoke(app, [*given, "-o", str(tmp_path / "out"), "--json"])

    assert ran.exit_code == 3
    assert "none.txt" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert len(json.loads(ran.stdout)["failed"]) == 1
    assert not (tmp_path / "out").exists()


def test_a_packet_of_one_article_is_its_handout(article, tmp_path):
    ran = run("make", article, "--together", "-o", tmp_path / "out")

    assert ran.stdout.splitlines() == [str(tmp_path / "out" / "论学习.pdf")]
