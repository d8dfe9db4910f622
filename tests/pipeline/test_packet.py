"""Several articles are one packet: its pages, citations and contents agree."""

import re

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from handout import pipeline
from handout.errors import ReadError, UsageError
from handout.model.meeting import Meeting
from handout.model.options import MakeOptions, PlanOptions
from handout.packs import list_packs
from handout.pipeline import Source

PACKS = sorted(pack.name for pack in list_packs())
WATER = """节约用水

张三

节约用水是每个人的责任。我们要坚持“一水多用”，把洗菜的水留下来浇花。水龙头要随手关紧，管道要定期检修。
一个人每天省下一桶水，一个城市就省下一座湖。
"""
TREES = """植树护林

一、为什么植树

植树造林能够涵养水源。树木的根系抓住泥土，减少水土流失。要做到“栽一棵活一棵”，不搞形式主义。

二、怎样护林

护林重在防火。进山不带火种，烧荒必须报批。护林员每天巡山两次，发现隐患及时报告。
"""
ENGLISH = """A Walk in the Park

By Ann Lee

Walking every day keeps the heart healthy. A short walk after lunch helps people think
clearly. Parks give a city clean air and quiet places.
"""


def source(text, name):
    return Source(text.encode(), name)


THREE = (
    source(WATER, "water.txt"),
    source(TREES, "trees.txt"),
    source(ENGLISH, "walk.txt"),
)


def pages_of(path):
    with PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def printed(tmp_path, sources=THREE, plan=None, **options):
    made = pipeline.make_packet(
        sources, tmp_path, MakeOptions(plan=plan or PlanOptions(), **options)
    )
    return made.paths[-1], pages_of(made.paths[-1])


@pytest.fixture(scope="module")
def packet(tmp_path_factory):
    plan = PlanOptions(
        meeting=Meeting(title="读书会", time="周五 9:00"),
        minutes=(90,),
        names=("张伟", "李娜"),
    )
    folder = tmp_path_factory.mktemp("packet")
    return printed(folder, plan=plan, choices=("sign_in=true",))


def test_page_numbers_run_through_the_packet(packet):
    _, pages = packet

    numbers = [re.findall(r"\d+ / \d+", text) for text in pages]

    assert numbers == [[f"{n} / {len(pages)}"] for n in range(1, len(pages) + 1)]


def test_the_contents_page_names_the_page_on_which_each_part_begins(packet):
    path, pages = packet

    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
        starts = [
            pdf.pages.index(pikepdf.Page(item.destination[0])) + 1
            for item in outline.root
        ]
        links = [str(one.Dest) for one in pdf.pages[0].Annots]

    assert titles == [
        "读书会",
        "一　节约用水",
        "二　植树护林",
        "三　A Walk in the Park",
    ]
    contents = pages[0][: pages[0].index("议程")]
    numbers = [int(n) for n in re.findall(r"\s(\d+)\s*$", contents, re.MULTILINE)]
    assert [1, *numbers] == starts
    assert links == ["part-1", "part-2", "part-3"]


def test_sentences_are_cited_with_their_part(packet):
    _, pages = packet

    cited = re.findall(r"〔(.) ?¶\d+〕", "".join(pages))

    assert set(cited) == set("一二三")
    assert "〔¶" not in "".join(pages)


def test_there_is_one_agenda_one_sign_in_and_one_closing(packet):
    _, pages = packet
    text = "".join(pages)

    assert [text.count(word) for word in ("议程", "张伟", "李娜")] == [1, 1, 1]
    assert text.count("读后小结") == 0
    assert "What do these texts have in common" in pages[-1]
    minutes = [int(n) for n in re.findall(r"(\d+) 分钟", pages[0])]
    assert len(minutes) == 3
    assert sum(minutes) == 90


def test_each_font_is_embedded_once(packet):
    path, _ = packet

    with pikepdf.open(path) as pdf:
        names = {
            (str(font.BaseFont), font.objgen)
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }

    assert len({name.split("+")[-1] for name, _ in names}) == len(names)


@pytest.mark.parametrize("pack", PACKS)
def test_a_packet_prints_with_each_pack(pack, tmp_path):
    made = pipeline.make_packet(THREE[:2], tmp_path, MakeOptions(template=pack))
    pages = pages_of(made.paths[0])

    assert [notice for notice in made.notices if notice.code == "print"] == []
    assert "目录" in pages[0]
    assert len(pages) == made.pages
    found = pikepdf.open(made.paths[0])
    assert len(found.pages[0].Annots) == 2


@pytest.mark.parametrize("pack", ["cards", "worksheet"])
def test_parts_of_whole_sheets_begin_on_the_front_of_a_sheet(pack, tmp_path):
    made = pipeline.make_packet(THREE[:2], tmp_path, MakeOptions(template=pack))

    with pikepdf.open(made.paths[0]) as pdf:
        names = pdf.Root.Names.Dests.Names
        starts = [
            pdf.pages.index(pikepdf.Page(names[n + 1][0])) + 1
            for n in range(0, len(names), 2)
            if str(names[n]).startswith("part-")
        ]

    assert [start % 2 for start in starts] == [1, 1]


@pytest.mark.parametrize("answers", ["inline", "end"])
def test_pages_of_answers_count_on(answers, tmp_path):
    _, pages = printed(
        tmp_path,
        plan=PlanOptions(exercises=("cloze", "short_answer")),
        edition="facilitator",
        answers=answers,
    )

    for n, text in enumerate(pages, 1):
        assert re.search(rf"\b{n} ?/ ?{len(pages)}\b", text), n


def test_two_articles_of_one_name_are_two_parts(tmp_path):
    twice = (source(WATER, "a/water.txt"), source(WATER, "b/water.txt"))

    path, pages = printed(
        tmp_path, twice, plan=PlanOptions(minutes=(10, 20)), attach=True
    )

    assert path.name == "water-packet.pdf"
    assert re.findall(r"(\d+) 分钟", pages[0]) == ["10", "20"]
    with pikepdf.open(path) as pdf:
        assert sorted(pdf.attachments) == ["1-water.txt", "2-water.txt"]


def test_an_article_that_cannot_be_read_leaves_the_packet_unmade(tmp_path):
    broken = Source(b"PK\x03\x04 not a document", "broken.docx")

    with pytest.raises(ReadError) as raised:
        printed(tmp_path, (*THREE, broken))

    assert "broken.docx" in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_a_handout_file_may_be_a_part(tmp_path):
    text = (
        "handout: 1\ntitle: 我的讲义\nlanguage: zh-CN\nfront:\n"
        "- block: agenda\n  items: [{title: 讲解, minutes: 20}]\n"
        "sections:\n- title: 一节\n  blocks:\n"
        "  - block: text\n    paragraphs: [自己写的话。]\n"
    )

    _, pages = printed(tmp_path, (THREE[0], source(text, "mine.handout.yaml")))

    assert "我的讲义" in pages[0]
    assert "自己写的话。" in "".join(pages[1:])
    assert "议程" not in "".join(pages)


def test_a_packet_is_not_fitted_to_sheets(tmp_path):
    with pytest.raises(UsageError) as raised:
        printed(tmp_path, sheets=3)

    assert "a packet is not fitted to sheets" in str(raised.value)
