"""Laid-out pages tell what runs over its box, is too low to write in, or too pale."""

import pytest

from handout.printing import print_pdf

STYLE = (
    "@page { size: 100mm 100mm; margin: 10mm } * { margin: 0; padding: 0 }"
    "body { font: 10pt/1.5 'Handout Serif' }"
    "table { table-layout: fixed; width: 40mm }"
    ".box { background: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'"
    " width='9' height='9'/%3E\") 0 0 / 100% 10mm repeat-y }"
)


def faults(body, tmp_path):
    html = f"<html lang=zh-CN><style>{STYLE}</style><body>{body}</body></html>"
    printed = print_pdf((html,), folders=(tmp_path,), purpose="trial")
    return [str(notice) for notice in printed.notices]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "<table><tr><td>Donaudampfschifffahrtselektrizität</td><td>甲</td></table>",
            "too wide for its box: Donaudampfsc…",
        ),
        (
            "<p style='width: 200mm'>" + "学习要联系实际" * 10 + "</p>",
            "too wide for its box: 学习要联系实际学习要联系",
        ),
        (
            "<div style='height: 4mm; width: 20mm'>学习要联系实际不能只读书</div>",
            "mm too high for its box: 读书",
        ),
        (
            "<div class=box id=a data-fill=1 style='--lines: 9; height: 20mm'></div>",
            "a box to write in is 80.0 mm high, less than 90.0 mm",
        ),
        (
            "<p style='color: #f0f'>粉红</p><p style='color: #aaa'>灰</p>",
            "too pale on a black-and-white printer (2.3 to 1, 4.5 wanted): 灰",
        ),
        (
            "<p style='color: #fff; background: #333'>好</p>"
            "<p style='background: #555'>差</p>",
            "too pale on a black-and-white printer (2.8 to 1, 4.5 wanted): 差",
        ),
    ],
)
def test_what_is_wrong_on_a_page_is_told(body, said, tmp_path):
    told = faults(body, tmp_path)

    assert any(said in line for line in told), told
    assert all(line.startswith("page 1: ") for line in told)


def test_a_page_without_a_fault_is_told_nothing_of(tmp_path):
    body = (
        "<table><tr><td>甲</td><td>乙</td></tr></table>"
        "<p style='text-align: justify'>" + "学习，要联系实际。" * 9 + "</p>"
        "<p style='position: relative'>正文<span style='position: absolute; "
        "left: 70mm'>旁</span></p>"
        "<div class=box id=b data-fill=1 style='--lines: 2'></div>"
    )

    assert faults(body, tmp_path) == []
