"""What files say of themselves, and what of it is not believed."""

import pytest
from test_containers import BOOK, epub, packed
from test_word import docx, para

from handout.read import read
from handout.read.metadata import author, title

LONG = "这一段是正文，有好几句话，比标题长得多，也以句号结束。" * 2
CORE = """<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:cp="urn:cp" xmlns:dcterms="urn:t"><dc:title>{}</dc:title>
<dc:creator>{}</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>
</cp:coreProperties>"""


@pytest.mark.parametrize(
    "name",
    [
        *["Administrator", "user", "User1", "DELL USER", "python-docx", "unknown"],
        *["微软用户", "Windows 用户", "Microsoft Office User", "WPS_1528", "lenovo"],
        *["", None, "雨林木风", "x" * 60],
    ],
)
def test_names_that_programs_give_are_no_authors(name):
    assert author(name) == author(name, account=True) == ""


@pytest.mark.parametrize("name", ["张三", "李四、王五", "Lu Xun", "J. K. Rowling"])
def test_names_of_people_are_authors(name):
    assert author(f" {name} ", account=True) == name


def test_one_latin_word_is_an_account_in_office_files_only():
    assert author("zhangsan", account=True) == ""
    assert author("Voltaire") == "Voltaire"


@pytest.mark.parametrize(
    "text", ["Microsoft Word - 报告.doc", "文档1", "Untitled", "a.docx", "新建文档"]
)
def test_names_of_files_are_no_titles(text):
    assert title(text) == ""


@pytest.mark.parametrize(("name", "wanted"), [("林生", "林生"), ("Administrator", "")])
def test_a_word_file_tells_its_author_but_no_day(name, wanted):
    content = docx(para("渡口") + para(LONG))
    core = {"docProps/core.xml": CORE.format("旧题", name)}
    document, _ = read(added(content, core), name="a.docx")
    assert (document.byline.text if document.byline else "") == wanted
    # The day a template was saved is not the day an article was written.
    assert document.date is None
    # The title in the text holds against one that an older text left behind.
    assert document.title.text == "渡口"


def test_damaged_properties_do_not_cost_the_text():
    content = docx(para("渡口") + para(LONG))
    document, _ = read(added(content, {"docProps/core.xml": "<x"}), name="a.docx")
    assert [p.text for p in document.paragraphs] == [LONG]


def test_an_odt_tells_its_first_author():
    space = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
    page = f'<o:document-content xmlns:o="{space.format("office")}" '
    page += f'xmlns:text="{space.format("text")}"><o:body><o:text>'
    page += f"<text:p>渡口</text:p><text:p>{LONG}</text:p></o:text></o:body>"
    meta = f'<m:x xmlns:m="{space.format("meta")}" '
    meta += (
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>改稿人</dc:creator>'
    )
    meta += "<m:initial-creator>林生</m:initial-creator></m:x>"
    parts = {"content.xml": page + "</o:document-content>", "meta.xml": meta}
    document, _ = read(packed(**parts), name="a.odt")
    assert document.byline.text == "林生"


def test_an_e_book_tells_its_day_and_publisher():
    said = "<dc:date>2019-07-05T00:00:00Z</dc:date><dc:publisher>河边社</dc:publisher>"
    book = BOOK.replace("</metadata>", said + "</metadata>")
    document, _ = read(epub(**{"O/b.opf": book}), name="a.epub")
    assert (document.date.text, document.source.text) == ("2019-07-05", "河边社")


def added(content, parts):
    """A zip container with more parts."""
    import io
    import zipfile

    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as container:
        for name, text in parts.items():
            container.writestr(name, text)
    return file.getvalue()
