"""print_pdf: whole sheets, several pages of HTML, nothing lost."""

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
