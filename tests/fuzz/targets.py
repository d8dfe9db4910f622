"""What strangers give us, by kind: a few good inputs, and what reads them."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handout import toml_file
from handout.errors import UsageError
from handout.handout_file import loads as load_handout
from handout.read import read
from handout.read.corrections import load_corrections

_FILES = Path(__file__).parents[1] / "read" / "files"
_RIVER = _FILES / "river"
_SEEDS = Path(__file__).parents[2] / "seeds"
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


TARGETS = {
    "text": Target((_TEXT.encode(), _TEXT.encode("gb18030")), _reader(".txt")),
    "markdown": Target((_MARKDOWN.encode(), *_of(".md")), _reader(".md")),
    "html": Target((_PAGE.encode(), *_of(".html")), _reader(".html")),
    "docx": Target(_of(".docx"), _reader(".docx"), packed=True),
    "odt": Target(_of(".odt"), _reader(".odt"), packed=True),
    "epub": Target(_of(".epub"), _reader(".epub"), packed=True),
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
