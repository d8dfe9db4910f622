"""Separates what can be printed of a text from characters that show nothing."""

import re

from handout.read.blocks import SourceBlock

UNPRINTABLE = "characters that cannot be printed"
_SPACE = " \t\u3000\u00a0\ufeff\v\f"

# Half characters, control characters, direction marks, soft hyphens, and zero-width
# spaces that web editors leave between Han characters.
_NOTHING = (
    r"\x00-\x08\x0e-\x1f\x7f\u0080-\u009f\u00ad\u034f\u061c\u180e"
    r"\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    r"\ud800-\udfff\U000e0000-\U000e0fff"
)
# Scripts and signs whose letters a joiner shapes: there it is part of the word.
_SHAPED = r"\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af"
_PICTURES = r"\u2600-\u27bf\ufe0f\u2640\u2642\U0001f000-\U0001faff"
_INVISIBLE = re.compile(
    rf"[{_NOTHING}]"
    rf"|(?<![{_SHAPED}{_PICTURES}])[\u200c\u200d]|[\u200c\u200d](?![{_SHAPED}{_PICTURES}])"
)


def split_printable(text: str) -> tuple[str, str]:
    """Split a text into what can be printed and what cannot."""
    lost = "".join(_INVISIBLE.findall(text))
    return (_INVISIBLE.sub("", text), lost) if lost else (text, "")


def line_blocks(line: str, *, start: int, number: int) -> list[SourceBlock]:
    """The block of one line, and an aside for what cannot be printed of it."""
    kept, lost = split_printable(line)
    body = kept.strip(_SPACE)
    indent = len(kept) - len(kept.lstrip(_SPACE))
    blocks = [SourceBlock(body, start + indent, number)] if body else []
    if lost:
        blocks.append(SourceBlock(lost, start + len(line), number, aside=UNPRINTABLE))
    return blocks
