"""Damages an input as chance has it; the same seed gives the same damage."""

import random

# What has broken readers before: long numbers, marks of each format, odd characters.
_WORDS = [
    *(b"9" * 5_000, b"0x" + b"f" * 5_000, b"1e999", b"nan", b"-1", b"\xc2\xb2"),
    *(b"\x00", b"\x1b[2J", b"\xff\xfe", b"\xe2\x80\xae", b"\r", b"\r\n", b"\t"),
    *(b"[" * 300, b"{" * 300, b"<" * 300, b"a." * 300, b" " * 3_000, b"\n" * 300),
    *(b"&a [*a]", b'!!int ""', b"!!bool x", b"<<: ", b": ", b"- ", b'"', b"'"),
    *(b"<!--", b"]]>", b"&#99999999;", b"[[", b"]]", b"![](data:,x)", b"***", b"|"),
    *("（".encode(), "第".encode(), "①".encode(), "¶3 ".encode(), "×2".encode()),
]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """One to four changes: a piece taken out, doubled, moved, or something put in."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(content))
        end = min(len(content), start + chance.choice((1, 3, 20, 200)))
        piece = content[start:end]
        kind = chance.randrange(5)
        if kind == 0:
            content = content[:start] + content[end:]
        elif kind == 1:
            content = content[:end] + piece * chance.choice((1, 2, 50)) + content[end:]
        elif kind == 2:
            content = content[:start] + chance.choice(_WORDS) + content[start:]
        elif kind == 3:
            content = content[:start] + chance.choice(_WORDS) + content[end:]
        else:
            content = content[:start] + chance.randbytes(len(piece)) + content[end:]
    return content
