"""Brings grey pictures of 16 bits to 8: the engine would print them black."""

from io import BytesIO

_PNG = b"\x89PNG\r\n\x1a\n"
_DEPTH, _COLOUR = 24, 25
_MOST_PIXELS = 50_000_000


def printable_picture(content: bytes) -> bytes:
    """The picture itself, or the same in 8 bits where the engine needs that."""
    deep = content[:8] == _PNG and content[_DEPTH : _COLOUR + 1] == b"\x10\x00"
    if not deep:
        return content
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return content
            flat = picture.convert("I").point(lambda level: level / 256).convert("L")
            written = BytesIO()
            flat.save(written, "PNG")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError):
        # A damaged picture is a note of whoever prints it.
        return content
    return written.getvalue()
