"""What is printed over something else is noted with its place, and nothing more."""

import pytest

from handout.printing import print_pdf

STYLE = (
    "@page{size:100mm 100mm;margin:10mm;@bottom-center{content:'第1页'}}"
    "body,p{margin:0;font:10pt/5mm 'Handout Serif'}img{width:30mm;height:20mm}"
    ".box{height:20mm;border:1px solid}"
)
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
    "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
IMG = f"<img src='{PIXEL}'>"


def noted(tmp_path, body, style=""):
    html = f"<!doctype html><html lang=zh-CN><style>{STYLE}{style}</style><body>{body}"
    printed = print_pdf((html,), folders=(tmp_path,))
    return [
        (one.what, one.text, one.other) for p in printed.layout for one in p.overlaps
    ]


@pytest.mark.parametrize(
    ("body", "overlap"),
    [
        (
            "<p>守护家乡的江河<p style='margin-top:-4mm'>每个人都有责任",
            ("text", "每个人都有责任", "守护家乡的江河"),
        ),
        (
            "<p style='height:5mm;width:20mm'>守护家乡的江河湖海<p>每个人",
            ("text", "每个人", "江河湖海"),
        ),
        (
            "<div class=box></div><p style='margin-top:-9mm'>写在框里",
            ("box", "写在框里", ""),
        ),
        (
            f"<p>{IMG}<p style='margin-top:-9mm'>压在图上",
            ("picture", "压在图上", ""),
        ),
        (
            "<p style='position:absolute;top:82.5mm;left:35mm;width:20mm'>压住页码",
            ("text", "压住页码", "第1页"),
        ),
    ],
)
def test_what_lies_over_something_else_is_noted(tmp_path, body, overlap):
    assert noted(tmp_path, body) == [overlap]


@pytest.mark.parametrize(
    "body",
    [
        "<p style='line-height:1'>守护家乡的江河<br>每个人都有责任",
        "<p>水的化学式是H<sub>2</sub>O，<ruby>江<rt>jiāng</rt></ruby>河",
        "<p>加粗两次<p style='margin-top:-5mm'>加粗两次",
        "<div class=box></div><p>框的下面<div class=box></div>",
        f"<div style='position:relative'>{IMG}"
        "<p style='position:absolute;top:9mm'>图上",
        "<p>守护家乡<p style='margin-top:-5mm;transform:translateY(5mm)'>每个人",
    ],
)
def test_what_only_comes_near_is_not(tmp_path, body):
    assert noted(tmp_path, body) == []
