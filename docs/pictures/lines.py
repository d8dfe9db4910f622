"""Draws a picture for each rule in docs/chinese-layout.md: as it comes, and ours.

Left is stock WeasyPrint, right is ours, in the same measure with the same fonts.

Run by hand: python docs/pictures/lines.py
"""

import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from handout.printing import print_pdf
from handout.printing.engine.load import load_weasyprint
from handout.printing.lay_out import LESSONS

PICTURES = Path(__file__).parent / "chinese"
# What stands in the middle of each picture, and its measure in ems.
RULES = {
    "L1": (
        "来自瑞士的阿尔伯特·爱因斯坦说：“想象力比知识更重要。”从北京～上海再到广州，列车一路向南。",
        10,
    ),
    "L2": ("按公里／小时计算。价格和/或成本要写明；甲方／乙方各执一份，同具效力。", 10),
    "L3": ("这件事说来话长……还是从头说起吧——那一年，他才十七岁……刚刚离开家乡——", 10),
    "L4": (
        "全年粮食总产量达到695.4亿斤，比上年增长1.3%，新建农村公路160公里，改造危桥37座。",
        14,
    ),
    "P2": ("他说：“好。”（见《后记》。）于是，“第一”、“第二”都定了。", 15),
    "P3": ("“守初心、担使命”是总要求。<br>“找差距、抓落实”也是总要求。", 15),
    "P4": ("为人民谋幸福的初心，为民族谋复兴的使命。这是党的初心和使命，不能忘。", 9.5),
    "A3": ("在学思践悟中守初心、担使命，把学习的成果转化为行动的自觉。", 14.2),
    "A4": (
        "党员领导干部要学深悟透、融会贯通、真信笃行，以理论自信提升行动自觉。",
        13.4,
    ),
    "A5": ("要学深悟透、融会贯通、真信笃行，深入领会，以理论自信提升行动自觉。", 15.1),
    "A6": ("用Typst和WeasyPrint分别排印——比较两者2024年的结果……再下结论。", 14.6),
    "M1": ("在Debian 12里用Pango排版，12页要0.7秒，比Chromium快2倍。", 15),
    "P7": (
        "<i>他说：“好。”（见《后记》。）于是，“第一”、“第二”都定了。</i>",
        15,
    ),
    "T6": (
        "他心怀<ruby>觊<rt>jì</rt>觎<rt>yú</rt></ruby>，"
        "一语成<ruby>谶<rt>chèn</rt></ruby>，令人叹息。",
        15,
    ),
    "T4": ("学习的<em>目的</em>全在于<em>运用</em>，不在于记诵。", 15),
    "G7": ("<h3>关于进一步加强基层治理体系和治理能力现代化建设的若干意见</h3>", 20),
}
STYLE = (
    "@page{size:84mm 45mm;margin:4mm 3mm}"
    "body{margin:0;font:10.5pt/17pt 'Handout Serif';font-feature-settings:'chws'}"
    "div{text-align:justify;box-shadow:-.4pt 0 #999,.4pt 0 #999}"
    "h3{margin:0;font:bold 10.5pt/17pt 'Handout Sans';text-align:center}"
    "i{font-style:normal;--punctuation:kaiming}"
    "em{font-style:normal;text-decoration:underline dotted}"
)
SCALE = 2.0
# Black ink on white paper needs no more, and the files stay small.
GREYS = 16


def page(text: str, ems: float) -> str:
    """A page with the text in its measure."""
    head = "<!doctype html><html lang=zh-CN><meta charset=utf-8>"
    div = f"<div style='width:{ems}em'>{text}</div>"
    return f"{head}<style>{STYLE}</style><body class=''>{div}"


def drawn(pdf: bytes) -> Image.Image:
    """Draw the page of a PDF, without the white below."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[0].render(scale=SCALE, grayscale=True).to_pil().convert("L")
    document.close()
    return picture


def main() -> None:
    """Draw all the pictures."""
    PICTURES.mkdir(exist_ok=True)
    for rule, (text, ems) in RULES.items():
        with tempfile.TemporaryDirectory() as folder:
            ours = drawn(print_pdf((page(text, ems),), folders=(Path(folder),)).pdf)
        weasyprint = load_weasyprint(None)
        for lesson in LESSONS:
            lesson.remove()
        stock = drawn(weasyprint.HTML(string=page(text, ems)).write_pdf())
        foot = max(
            one.point(lambda grey: 255 - grey).getbbox()[3] for one in (stock, ours)
        )
        both = Image.new("L", (stock.width + ours.width, foot + 8), 255)
        both.paste(stock, (0, 0))
        both.paste(ours, (stock.width, 0))
        small = both.quantize(GREYS)
        small.save(PICTURES / f"{rule}.png", optimize=True)


if __name__ == "__main__":
    main()
