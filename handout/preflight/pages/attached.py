"""The files that are attached to a PDF: the source of what is printed may be one."""

from handout.preflight.pages.pdf_objects import bytes_of, open_pdf

_MOST_FILES, _MOST_BYTES = 20, 32_000_000


def attached_to(pdf: bytes, name: str) -> tuple[tuple[str, bytes], ...]:
    """The files attached to a PDF, each with its name. Raises ReadError.

    What is damaged, or unpacks to more than it should, is left out.
    """
    found: list[tuple[str, bytes]] = []
    with open_pdf(pdf, name) as document:
        files = document.attachments
        for file_name in list(files)[:_MOST_FILES]:
            content = bytes_of(files[file_name].obj.EF.F, _MOST_BYTES)
            if content:
                found.append((file_name, content))
    return tuple(found)
