"""Grey pictures of 16 bits print as grey."""

import struct
import zlib
from io import BytesIO

from PIL import Image

from handout.render.deep_pictures import printable_picture


def chunk(name, content):
    check = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + check


def png(depth, *levels):
    form = ">H" if depth == 16 else ">B"
    line = b"\0" + b"".join(struct.pack(form, level) for level in levels)
    head = struct.pack(">IIBBBBB", len(levels), 1, depth, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(line))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


def test_levels_of_sixteen_bits_become_those_of_eight():
    with Image.open(BytesIO(printable_picture(png(16, 0, 0x8000, 0xFFFF)))) as picture:
        assert picture.mode == "L"
        assert list(picture.tobytes()) == [0, 128, 255]


def test_any_other_picture_stays_byte_for_byte():
    usual = png(8, 1, 2)
    assert printable_picture(usual) is usual
    assert printable_picture(b"GIF89a") == b"GIF89a"


def test_a_damaged_picture_is_left_to_whoever_prints_it():
    damaged = png(16, 1, 2)[:40]
    assert printable_picture(damaged) == damaged
