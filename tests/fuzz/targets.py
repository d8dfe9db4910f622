"""What strangers give us, by kind: a few good inputs, and what reads them."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handout import pipeline, toml_file
from handout.cli.show import harmless
from handout.errors import UsageError
from handout.handout_file import loads as load_handout
from handout.model.options import AnalyseOptions
from handout.pipeline.name_list import read_names
from handout.preflight import examine
from handout.read import read
from handout.read.corrections import load_corrections

_FILES = Path(__file__).parents[1] / "read" / "files"
_RIVER = _FILES / "river"
_PAGES = Path(__file__).parents[1] / "preflight" / "files"
_SHEETS = Path(__file__).parents[1] / "pipeline" / "names"
_HANDOUT = """handout: 1
title: 学习
language: zh-CN
front:
  - block: sign_in
    blank: 3
sections:
  - title: 一
    blocks:
      - block: summary
        sentences: [¶3 学习很重要]
      - block: cloze
        items:
          - 学[[习]]很重要
      - block: notes
        room: {lines: 4, ruling: dots}
closing: []
"""
_CORRECTIONS = "corrections:\n- {line: 一、起, is: heading, level: 1, after: 前文}\n"
_TOML = 'out = "output"\nminutes = "90"\n\n[options.meeting]\nrow = 8.5\nnotes = true\n'
_TEXT = "题目\n\n作者：某人\n\n第一章 起\n\n要把工作落到实处。\n\n1. 甲\n2. 乙\n"
_MARKDOWN = (
    "---\ntitle: 题\n---\n\n# 一\n\n*甲*[^1] | a |\n\n- 乙\n\n> 丙\n\n[^1]: 注\n"
)
_RECORD = '{"id": 7, "title": "题", "text": "一、起\\n要坚持学习。学习很重要。"}\n'
_NAMES = "序号,姓名,单位\n1,张伟,一处\n2,李娜,二处\n3,欧阳文华,三处\n"
_MAIL = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: a.html\r\n\r\n"
    "<h1>=E4=B8=80</h1><p>=E7=94=B2</p>\r\n--b--\r\n"
)
_PAGE = "<!doctype html><title>题</title><h1>一</h1><p>甲<b>乙</b></p><ol><li>丙</ol>"


@dataclass(frozen=True)
class Target:
    """A kind of input: good ones, and the function that takes any."""

    seeds: tuple[bytes, ...]
    run: Callable[[bytes], object]
    packed: bool = False


def _reader(suffix: str) -> Callable[[bytes], object]:
    return lambda content: read(content, name=f"a{suffix}")


def _of(suffix: str) -> tuple[bytes, ...]:
    return tuple(p.read_bytes() for p in sorted(_RIVER.glob(f"*{suffix}")))[:2]


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _answer(content: bytes) -> None:
    """Answer records; each answer is strict JSON, and no record is left out."""
    lines = _text(content).split("\n")
    answers = list(pipeline.analyse_lines(lines, AnalyseOptions(), jobs=1))
    assert len(answers) == sum(bool(line.strip()) for line in lines)
    for answer in answers:
        json.loads(answer, parse_constant=_refuse)


def _refuse(word: str) -> float:
    raise AssertionError(f"{word} is written, which is not JSON")


def _check(content: bytes) -> None:
    """Check pages; each finding can be shown, whatever the page holds."""
    for finding in examine(content).findings:
        harmless(str(finding)).encode()


TARGETS = {
    "text": Target((_TEXT.encode(), _TEXT.encode("gb18030")), _reader(".txt")),
    "markdown": Target((_MARKDOWN.encode(), *_of(".md")), _reader(".md")),
    "html": Target((_PAGE.encode(), *_of(".html")), _reader(".html")),
    "docx": Target(_of(".docx"), _reader(".docx"), packed=True),
    "odt": Target(_of(".odt"), _reader(".odt"), packed=True),
    "epub": Target(_of(".epub"), _reader(".epub"), packed=True),
    "mhtml": Target((_MAIL.encode(),), _reader(".mhtml")),
    "pdf": Target(_of(".pdf"), _reader(".pdf")),
    "check": Target(
        tuple(
            (_PAGES / name).read_bytes() for name in ("libreoffice.pdf", "xelatex.pdf")
        ),
        _check,
    ),
    "jsonl": Target((_RECORD.encode() * 3,), _answer),
    "names": Target(
        (_NAMES.encode(), _NAMES.encode("gb18030")),
        lambda content: read_names(content, name="names.csv"),
    ),
    "sheet": Target(
        tuple((_SHEETS / name).read_bytes() for name in ("names.xlsx", "names.ods")),
        lambda content: read_names(content, name="names.xlsx"),
        packed=True,
    ),
    "handout": Target(
        (_HANDOUT.encode(),), lambda c: load_handout(_text(c), name="a.handout.yaml")
    ),
    "corrections": Target(
        (_CORRECTIONS.encode(),), lambda c: load_corrections(_text(c), name="a")
    ),
    "toml": Target(
        (_TOML.encode(),),
        lambda c: toml_file.parse_toml(c, Path("handout.toml"), UsageError),
    ),
}


def repacked(content: bytes, change: Callable[[bytes], bytes], choose: int) -> bytes:
    """Change one part of a zip container, so that the damage is inside its text."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        texts = [n for n in old.namelist() if n.endswith((".xml", ".xhtml", ".opf"))]
        for name in old.namelist():
            part = old.read(name)
            if name == texts[choose % len(texts)]:
                part = change(part)
            new.writestr(name, part)
    return file.getvalue()
