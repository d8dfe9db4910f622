"""Reads the text layer of PDFs, with its tables, footnotes and pictures."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from handout.errors import ReadError
from handout.model.notice import Notice
from handout.read.blocks import Contents, RawFile, SourceBlock, visible
from handout.read.contents import contents_of
from handout.read.metadata import of_pdf
from handout.read.pdf.footnotes import with_list_marks, with_ruled_notes
from handout.read.pdf.page import Page, read_page
from handout.read.pdf.paragraphs import layout
from handout.read.pdf.pictures import Pictures
from handout.read.pdf.readings import mark_readings
from handout.read.pdf.tables import with_tables
from handout.read.raw.limits import MOST_BYTES, Budget

_MOST_PAGES = 3000
# A page with fewer characters is a picture with a stamp on it.
_FEW = 5
# A text with a larger share of letters that name no character is unreadable.
_MOST_UNNAMED = 0.3
_ASLANT = "text at an angle to the page's"
_OUTSIDE = "text outside the page"


def read_pdf(source: RawFile) -> Contents:
    """Read a PDF with a text layer; a scan is refused with a hint."""
    import pypdfium2  # type: ignore[import-untyped]

    if len(source.content) > MOST_BYTES:
        raise _refusal(source.name, "is too large", "split it into parts")
    try:
        document = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "open it with the password and print it to a new PDF"
            raise _refusal(source.name, "is protected with a password", hint) from error
        hint = "copy or download the file again"
        raise _refusal(source.name, "is a damaged PDF", hint) from error
    try:
        return _contents(document, source.name)
    except pypdfium2.PdfiumError as error:
        hint = "print it to a new PDF and give that"
        raise _refusal(source.name, "has a page that is damaged", hint) from error
    finally:
        document.close()


def _refusal(name: str, why: str, hint: str) -> ReadError:
    return ReadError(why, where=name, hint=hint)


def _contents(document: Any, name: str) -> Contents:
    budget = Budget(name)
    if len(document) > _MOST_PAGES:
        hint = "split it into parts"
        raise _refusal(name, f"has more than {_MOST_PAGES:,} pages", hint)
    characters = 0
    pages: list[Page] = []
    for number in range(len(document)):
        budget.look()
        page = document[number]
        text = page.get_textpage()
        characters += visible(text.get_text_range())
        pages.append(read_page(page, text))
        text.close()
    _refuse_pictures(pages, characters, name)
    found = sum(visible(line.text) for page in pages for line in page.lines)
    beside = [block for page in pages for block in _beside(page)]
    found += sum(visible(block.text) for block in beside)
    pictures = Pictures(pages)
    for page in pages:
        budget.look()
        page.lines = mark_readings(with_tables(page))
        page.lines = with_ruled_notes(page)
        page.lines = with_list_marks(page.lines)
        page.lines = pictures.put_into(page, budget)
    lines, widths = [page.lines for page in pages], [page.width for page in pages]
    blocks, after = layout(lines, widths)
    # Both counts come from the same engine; the lines must hold all of its text.
    return contents_of(
        [*blocks, *beside],
        characters=max(characters, found),
        budget=budget,
        pictures=tuple(
            replace(picture, after=after[number])
            for number, picture in enumerate(pictures.taken)
        ),
        inside=of_pdf(document.get_metadata_dict()),
        notices=tuple(_notices(pages, name)),
    )


def _refuse_pictures(pages: list[Page], characters: int, name: str) -> None:
    """Refuse pages without text, and text whose letters name no characters."""
    hint = (
        "have its text recognised first, for example with "
        "ocrmypdf {}-l chi_sim in.pdf out.pdf"
    )
    if pages and characters < _FEW * len(pages):
        why = "is a scan: its pages are pictures and hold no text layer"
        raise _refusal(name, why, hint.format(""))
    looked_at = sum(page.letters.looked_at for page in pages)
    if sum(page.letters.unnamed for page in pages) > _MOST_UNNAMED * looked_at:
        why = "does not say which characters its letters are, so it cannot be read"
        raise _refusal(name, why, hint.format("--force-ocr "))


def _beside(page: Page) -> list[SourceBlock]:
    """What is on a page but not set the way its text is."""
    aslant = [SourceBlock(text, aside=_ASLANT) for text in page.letters.aslant]
    return aslant + [SourceBlock(text, aside=_OUTSIDE) for text in page.letters.outside]


def _notices(pages: list[Page], name: str) -> Iterator[Notice]:
    radicals = sum(page.letters.radicals for page in pages)
    if radicals:
        message = (
            f"holds {radicals:,} signs for radicals (such as ⼀ or ⻓), as some "
            "programs write them; they are read as the characters (一, 长)"
        )
        yield Notice("radicals", message, name)
    for number, page in enumerate(pages, 1):
        if page.letters.unnamed > _MOST_UNNAMED * max(1, page.letters.looked_at):
            message = f"page {number} does not say which characters its letters are"
            yield Notice("letters", message, name)
