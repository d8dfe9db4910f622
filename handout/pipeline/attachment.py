"""Attaches the source to a PDF, so that what is printed can be compared with it."""

import io


def attach_file(pdf: bytes, name: str, content: bytes) -> bytes:
    """The PDF with a file attached to it; the same bytes for the same files."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.attachments[name] = pikepdf.AttachedFileSpec(
            document,
            content,
            filename=name,
            relationship=pikepdf.Name.Source,
        )
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()
