"""print_pdf: whole sheets, several pages of HTML, nothing lost."""

from pypdfium2 import PdfDocument

from handout.printing import print_pdf

STYLE = (
    "<style>@page{size:100mm 100mm;margin:0}p{break-after:page;margin:0}"
    ".back{display:none}.with-back .back{display:block}</style>"
)


def page(count):
    paragraphs = "<p>x</p>" * (count - 1)
    body = f'<body class="pack">{paragraphs}<div>end</div>'
    return f'<!doctype html><html>{STYLE}{body}<div class="back">back</div></html>'


def test_an_odd_number_of_pages_gets_its_back(tmp_path):
    broken = page(1).replace(".with-back .back{", ".with-back .back{break-before:page;")

    alone = print_pdf((broken,), folders=(tmp_path,))
    sheets = print_pdf((broken,), folders=(tmp_path,), whole_sheets=True)

    assert alone.pages == 1
    assert sheets.pages == 2


def test_an_even_number_of_pages_stays_as_it_is(tmp_path):
    sheets = print_pdf((page(2),), folders=(tmp_path,), whole_sheets=True)

    assert sheets.pages == 2


def test_several_pages_become_one_pdf(tmp_path):
    printed = print_pdf((page(1), page(3)), folders=(tmp_path,))

    assert printed.pages == 4
    assert len(printed.grown) == 2


def test_a_page_that_needs_two_sheets_may_flow_onto_one(tmp_path):
    style = "@page{size:99mm 99mm;margin:0}.forced{break-before:page}"
    style += ".flowing .forced{break-before:auto}"
    body = '<body class="pack"><p>x</p><p>x</p><div class="forced">end</div>'
    html = f"<!doctype html><html><style>{style}</style>{body}"
    tall = html.replace("<p>", '<p style="height:60mm">')

    sheets = print_pdf((tall,), folders=(tmp_path,), whole_sheets=True)

    assert print_pdf((tall,), folders=(tmp_path,)).pages == 3
    assert sheets.pages == 2


def test_a_page_flows_too_where_forced_breaks_save_no_page(tmp_path):
    style = "@page{size:99mm 99mm;margin:0}p{margin:0;height:60mm;break-inside:avoid}"
    style += ".forced{break-before:page}.flowing .forced{break-before:auto}"
    body = '<body class="pack"><p>x<p>x<div class="forced">end</div><p>x'
    html = f"<!doctype html><html><style>{style}</style>{body}"

    sheets = print_pdf((html,), folders=(tmp_path,), whole_sheets=True)

    with PdfDocument(sheets.pdf) as pdf:
        found = [page.get_textpage().get_text_bounded() for page in pdf]
    assert ["end" in text for text in found] == [False, True, False]


def test_a_pdf_for_a_screen_has_the_same_pages_and_is_not_compressed(tmp_path):
    pages = (page(2), page(1))

    printed = print_pdf(pages, folders=(tmp_path,))
    light = print_pdf(pages, folders=(tmp_path,), purpose="screen")

    assert b"/FlateDecode" in printed.pdf
    assert b"/FlateDecode" not in light.pdf
    assert drawn_pages(light.pdf) == drawn_pages(printed.pdf)
    assert (len(printed.layout), light.layout) == (3, ())


def drawn_pages(pdf):
    return [page.render().to_pil().tobytes() for page in PdfDocument(pdf)]
