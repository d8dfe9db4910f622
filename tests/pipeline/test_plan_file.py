"""The handout file from end to end: planned, edited, printed."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handout.cli.app import app

SEED = Path(__file__).parents[2] / "seeds" / "sample-article.txt"

# A sentence of the overview, as the file of the sample has it.
IN_OVERVIEW = (
    "¶14 坚守初心,担当使命,党员领导干部既需要加强自身修炼,"
    "也需要营造良好的干事创业环境。"
)


def run(*arguments, text=None):
    return CliRunner().invoke(app, [str(a) for a in arguments], input=text)


@pytest.fixture
def desk(tmp_path):
    """A folder with an article and its handout file."""
    shutil.copy(SEED, tmp_path / "article.txt")
    assert run("plan", tmp_path / "article.txt").exit_code == 0
    return tmp_path


def edit(path, *changes):
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def test_an_unedited_file_prints_what_the_article_prints(desk):
    run("make", desk / "article.handout.yaml", "-o", desk / "one")
    run("make", desk / "article.txt", "-o", desk / "two")

    one, two = desk / "one" / "article.pdf", desk / "two" / "article.pdf"
    assert one.read_bytes() == two.read_bytes()


def test_the_article_is_printed_from_beside_the_file(desk):
    file = desk / "article.handout.yaml"

    ran = run("make", file, "--template", "reading", "-o", desk, "--html")

    page = (desk / "article.html").read_text(encoding="utf-8")
    assert ran.stderr == ""
    assert page.count("paragraph-number") >= 17
    assert "增强“<u>四个意识</u>”、坚定“<u>四个自信</u>”" in page


def test_what_is_edited_is_what_is_printed(desk):
    file = desk / "article.handout.yaml"
    edit(
        file,
        ("title: 筑牢信仰之基,把稳思想之舵", "title: 第一节改了名"),
        ("- block: keyphrases   # 关键词句", "- block: keyphrases\n        drop: true"),
        (IN_OVERVIEW, "我自己写的一句话。"),
    )

    ran = run("make", file, "-o", desk, "--html")

    page = (desk / "article.html").read_text(encoding="utf-8")
    assert ran.exit_code == 0, ran.stderr
    assert page.count("第一节改了名") >= 2
    assert page.count('class="block keyphrases"') == 3
    assert "我自己写的一句话。</li>" in page.replace("&#8288;", "").replace(
        "\u2060", ""
    )
    assert "¶0" not in page


def test_an_existing_file_is_never_overwritten(desk):
    before = (desk / "article.handout.yaml").read_bytes()

    ran = run("plan", desk / "article.txt")

    assert ran.exit_code == 2
    assert ran.stderr == (
        f"handout: {desk}/article.handout.yaml: already exists and may contain edits; "
        "bring it up to date with --update, or choose another name with --out\n"
    )
    assert (desk / "article.handout.yaml").read_bytes() == before


def test_standard_input_may_be_a_handout_file(desk):
    text = (desk / "article.handout.yaml").read_text(encoding="utf-8")

    ran = run("make", "-", "-o", desk / "out", text=text)

    assert ran.exit_code == 0, ran.stderr
    assert (desk / "out" / "handout.pdf").is_file()


def test_options_win_over_the_file(desk):
    file = desk / "article.handout.yaml"
    edit(file, ("  host:", "  host: 甲老师"), ("  place:", "  place: 一楼"))

    ran = run("make", file, "-o", desk, "--html", "--host", "乙老师", "--phrases", 3)

    page = (desk / "article.html").read_text(encoding="utf-8")
    assert "乙老师" in page
    assert "甲老师" not in page
    assert "一楼" in page
    assert ran.stderr == (
        "handout: note: --phrases: no effect, the handout file holds what was chosen\n"
    )


def test_a_sentence_that_is_not_in_the_article_is_told_and_printed(desk):
    file = desk / "article.handout.yaml"
    edit(file, (IN_OVERVIEW, "¶6 知识与能力之间有一座桥。"))

    ran = run("make", file, "-o", desk, "--html")

    page = (desk / "article.html").read_text(encoding="utf-8")
    assert ran.stderr == (
        "handout: note: not in article.txt any more, printed without ¶: "
        "“知识与能力之间有一座桥。”\n"
    )
    assert "知识与能力之间有一座桥。" in page


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "a/b.txt", ".."])
def test_no_document_is_taken_from_another_folder(desk, name):
    (desk.parent / "secret.txt").write_text("标题\n秘密的文字。", encoding="utf-8")
    file = desk / "article.handout.yaml"
    edit(file, ("document: article.txt", f"document: {name}"))

    ran = run("make", file, "--with-text", "-o", desk, "--html")

    assert ran.exit_code == 0
    assert ran.stderr == (
        f"handout: note: {file}: takes no document from elsewhere ({name}): the "
        "article is not printed, and no sentence was looked up\n"
    )
    assert "秘密" not in (desk / "article.html").read_text(encoding="utf-8")


def test_an_article_with_an_edited_handout_says_so(desk):
    ran = run("make", desk / "article.txt", "-o", desk)

    assert "article.handout.yaml beside it was not used" in ran.stderr


@pytest.mark.parametrize("command", ["outline", "analyse"])
def test_a_handout_file_is_no_article(desk, command):
    ran = run(command, desk / "article.handout.yaml")

    assert ran.exit_code == 3
    assert ran.stderr == (
        f"handout: {desk}/article.handout.yaml: is a handout file, not an article; "
        "print it with handout make or handout worksheets, bring it up to date with "
        "handout plan --update, or give the article it is made of\n"
    )


def change_article(desk):
    """Take a section out of the article, and change a sentence."""
    article = desk / "article.txt"
    text = article.read_text(encoding="utf-8")
    start, end = text.index("强化实践锻炼,注重"), text.index("提高综合能力,练就")
    text = text[:start] + text[end:]
    changed = text.replace("政治上成熟的基础", "政治上最坚实的基础")
    article.write_text(changed, encoding="utf-8")


def test_an_update_keeps_what_a_person_wrote_and_the_old_file(desk):
    file = desk / "article.handout.yaml"
    edit(
        file,
        ("title: 筑牢信仰之基,把稳思想之舵", "title: 第一讲   # 我改的"),
        ("  host:", "  host: 甲老师   # 请他"),
        (
            "  - title: 营造干事环境,激发创业热情",
            "  # 最后一节\n  - title: 营造干事环境,激发创业热情",
        ),
        (
            "      - question: 学完全文，我最深的体会是：",
            "      - question: 我要问：¶2 怎么讲？",
        ),
    )
    before = file.read_bytes()
    change_article(desk)

    ran = run("plan", "--update", file)

    text = file.read_text(encoding="utf-8")
    assert ran.exit_code == 0
    assert ran.stdout.strip() == str(file)
    assert ran.stderr == (
        "handout: note: “强化实践锻炼,注重基层磨砺”: not in the source any more; "
        "taken out\n"
        f"handout: note: {file}: the file as it was is kept: {file.name}.bak\n"
    )
    assert (desk / f"{file.name}.bak").read_bytes() == before
    for kept in (
        "第一讲   # 我改的",
        "甲老师   # 请他",
        "# 最后一节",
        "我要问：¶2 怎么讲？",
    ):
        assert kept in text
    assert "¶3 理论上的成熟是政治上最坚实的基础" in text
    assert "注重多岗交流" not in text
    assert run("make", file, "-o", desk).stderr == ""


def test_a_second_update_changes_nothing_and_keeps_no_second_copy(desk):
    file = desk / "article.handout.yaml"
    change_article(desk)
    run("plan", "--update", desk / "article.txt")
    before = file.read_bytes()

    ran = run("plan", "--update", file)

    assert ran.stderr == f"handout: note: {file}: is up to date\n"
    assert file.read_bytes() == before
    assert [p.name for p in desk.glob("*.bak*")] == ["article.handout.yaml.bak"]


def test_no_backup_replaces_another(desk):
    file = desk / "article.handout.yaml"
    (desk / "article.handout.yaml.bak").write_text("mine")
    change_article(desk)

    run("plan", "--update", file)

    assert (desk / "article.handout.yaml.bak").read_text() == "mine"
    assert (desk / "article.handout.yaml.bak2").is_file()


def test_a_file_of_notepad_keeps_its_mark_and_its_line_ends(desk):
    file = desk / "article.handout.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    change_article(desk)

    run("plan", "--update", file)

    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# yaml")
    assert content.count(b"\n") == content.count(b"\r\n") > 100
    assert "政治上最坚实的基础".encode() in content


def test_an_update_without_the_article_says_what_to_give(desk):
    (desk / "article.txt").unlink()
    file = desk / "article.handout.yaml"

    ran = run("plan", "--update", file)

    assert ran.exit_code == 3
    assert ran.stderr == (
        f"handout: {file}: names article.txt, which is not a file beside it; give the "
        f"source: handout plan SOURCE --update -o {file}\n"
    )


def test_an_update_of_nothing_is_told(tmp_path):
    shutil.copy(SEED, tmp_path / "article.txt")

    ran = run("plan", "--update", tmp_path / "article.txt")

    assert ran.exit_code == 2
    assert ran.stderr == (
        f"handout: {tmp_path}/article.handout.yaml: is not there yet; leave out "
        "--update to write it, or name the file with --out\n"
    )


def test_each_block_and_sentence_has_its_reason(desk):
    file = desk / "article.handout.yaml"
    edit(file, (IN_OVERVIEW, "我自己的话。"))

    ran = run("plan", "--explain", file)

    assert "overview 全文提要: made by the program, changed by you" in ran.stdout
    assert "我自己的话。: does not stand in the text, so it is yours" in ran.stdout
    assert "四个自信: said once in the text, quoted from ¶3; for it: " in ran.stdout
    assert "筑牢信仰之基,把稳思想之舵  ¶2–5" in ran.stdout


def test_a_file_saved_in_an_older_encoding_is_read_and_told(desk):
    file = desk / "article.handout.yaml"
    file.write_bytes(file.read_text(encoding="utf-8").encode("gb18030"))

    ran = run("make", file, "-o", desk)

    assert ran.exit_code == 0
    assert ran.stderr == (
        f"handout: note: {file}: read as GB18030, since it is not UTF-8; if its "
        "characters look wrong, name the encoding with --encoding\n"
    )


def test_a_mistake_in_a_file_prints_nothing_and_loses_nothing(desk):
    file = desk / "article.handout.yaml"
    edit(file, ("- block: summary", "- block: sumary"))
    before = file.read_bytes()

    for command in ("make", "worksheets", "plan"):
        given = [command, file, "--update"] if command == "plan" else [command, file]
        ran = run(*given, "-o", desk / "out")
        assert ran.exit_code == 3
        assert ran.stderr.count("\n") == 1
        assert "there is no block “sumary”; did you mean “summary”?" in ran.stderr

    assert file.read_bytes() == before
    assert not (desk / "out").exists()


def test_a_character_without_a_font_is_told_with_its_line(desk):
    file = desk / "article.handout.yaml"
    edit(file, ("  host:", "  host: 甲😀"))

    ran = run("make", file, "-o", desk / "out")

    assert ran.exit_code == 5
    assert f"{file}, line 26: no font has 😀 (U+1F600)" in ran.stderr


def test_a_section_that_is_dropped_is_in_no_part_of_the_handout(desk):
    file = desk / "article.handout.yaml"
    agenda = "{block: agenda, items: ['提高综合能力,练就过硬本领', 休息]}"
    edit(
        file,
        ("  - title: 提高综合能力", "  - drop: true\n    title: 提高综合能力"),
        (
            "front:\n",
            f"front:\n  - {agenda}\n",
        ),
    )

    ran = run("make", file, "-o", desk, "--html")

    page = (desk / "article.html").read_text(encoding="utf-8")
    assert ran.stderr == ""
    assert "提高综合能力" not in page
    assert "休息" in page
