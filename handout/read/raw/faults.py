"""Decodes bytes of which a few are wrong, and marks each place with U+FFFD."""

from dataclasses import dataclass

from handout.model.notice import Notice
from handout.read.raw.frequent import FREQUENT

MARK = "\ufffd"
# No byte below this is part of a Han character: decoding can restart there.
_SINGLE = 0x30
# How far from the stop the wrong byte is searched for, and how often.
_REACH = 300
_MOST_SEARCHED = 200
_SHOWN = 3
_BYTES = ("byte", "bytes")
# A file may hold a few faults, and one more in so many characters.
_FEW, _ONE_IN = 2, 50
_SHOWN_AS = {"gb18030": "GB18030", "big5hkscs": "Big5"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Bytes that are not a character: their line, from 1, and how many came before."""

    line: int
    content: bytes


def decode_with_faults(content: bytes, encoding: str) -> tuple[str, tuple[Fault, ...]]:
    """Decode bytes to text with each fault marked; no faults if all of them fit.

    Raises the codec's own error if it is not a text encoding.
    """
    try:
        return content.decode(encoding), ()
    except UnicodeDecodeError:
        pass
    if encoding.startswith(("utf-16", "utf-32")):
        return _wide(content, encoding)
    lines = []
    faults: list[Fault] = []
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            lines.append(line.decode(encoding))
        except UnicodeDecodeError:
            text, wrong = _line(line, encoding, search=len(faults) < _MOST_SEARCHED)
            lines.append(text)
            faults += [Fault(number, one) for one in wrong]
    return "\n".join(lines), tuple(faults)


def are_few(faults: tuple[Fault, ...], text: str) -> bool:
    """Whether a text is sound except in a few places."""
    return len(faults) <= _FEW + len(text) // _ONE_IN


def fault_notices(
    faults: tuple[Fault, ...], encoding: str, name: str
) -> tuple[Notice, ...]:
    """A notice of where bytes are not a character, if any are not."""
    if not faults:
        return ()
    shown = shown_as(encoding)
    message = (
        f"has bytes that are not characters in {shown}, at {_places(faults)}; "
        f"{MARK} marks each place"
    )
    return (Notice("encoding", message, name),)


def shown_as(encoding: str) -> str:
    """The name of an encoding as people write it."""
    return _SHOWN_AS.get(encoding, encoding.upper())


def _places(faults: tuple[Fault, ...]) -> str:
    """The first places in words: line 3 (bytes b2 ff), line 8 (byte 80)."""
    named = [
        f"line {fault.line}"
        + f" ({_BYTES[len(fault.content) > 1]} {fault.content[:8].hex(' ')})"
        * bool(fault.content)
        for fault in faults[:_SHOWN]
    ]
    more = len(faults) - _SHOWN
    return ", ".join(named) + (f" and {more:,} more" if more > 0 else "")


def _wide(content: bytes, encoding: str) -> tuple[str, tuple[Fault, ...]]:
    """Text in units of two or four bytes, where half a character may be alone."""
    text = content.decode(encoding, "replace")
    lines = enumerate(text.split("\n"), 1)
    return text, tuple(Fault(n, b"") for n, x in lines for _ in range(x.count(MARK)))


def _line(line: bytes, encoding: str, *, search: bool) -> tuple[str, list[bytes]]:
    """One line with faults: its text, and the bytes at each mark."""
    text = ""
    wrong: list[bytes] = []
    at = 0
    while at < len(line):
        begin, end = _next_fault(line, at, encoding)
        if begin < 0:
            return text + line[at:].decode(encoding), wrong
        if search and not encoding.startswith("utf-8") and len(wrong) < _MOST_SEARCHED:
            begin, end = _likeliest(line, at, begin, encoding)
        text += line[at:begin].decode(encoding) + MARK
        wrong.append(line[begin:end])
        at = end
    return text, wrong


def _next_fault(line: bytes, at: int, encoding: str) -> tuple[int, int]:
    # A piece at a time: the codec copies its input into its error.
    step = _REACH * 4
    stop = min(len(line), at + step)
    while True:
        try:
            line[at:stop].decode(encoding)
        except UnicodeDecodeError as error:
            if stop == len(line) or at + error.end < stop - 4:
                return at + error.start, at + max(error.end, error.start + 1)
        if stop == len(line):
            return -1, -1
        stop = min(len(line), stop + step)


def _likeliest(line: bytes, at: int, stopped: int, encoding: str) -> tuple[int, int]:
    """Find the byte whose loss leaves the likeliest text around it.

    A byte that is missing shifts all pairs after it, and decoding stops only where
    the shifted pairs no longer fit: the fault is before that.
    """
    first = max(at, _single_before(line, stopped, stopped - _REACH))
    last = _single_after(line, stopped, stopped + _REACH)
    best, place = -1.0, (stopped, stopped + 1)
    for begin in range(first, min(stopped + 1, last) + 1):
        for end in (begin + 1, begin + 2):
            if end > len(line) or end > last + 1:
                continue
            likely = _likely(line[first:begin], line[end:last], encoding)
            if likely > best:
                best, place = likely, (begin, end)
    return place


def _single_before(line: bytes, at: int, least: int) -> int:
    at = min(at, len(line))
    while at > max(0, least) and line[at - 1] >= _SINGLE:
        at -= 1
    return at


def _single_after(line: bytes, at: int, most: int) -> int:
    while at < min(len(line), most) and line[at] >= _SINGLE:
        at += 1
    return at


def _likely(before: bytes, after: bytes, encoding: str) -> float:
    """How usual the characters beside a fault are; -1 if they do not decode."""
    try:
        text = before.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    try:
        text += after.decode(encoding)
    except UnicodeDecodeError as error:
        # Stop at the next fault: only what comes before it counts.
        if error.start < len(after) // 2:
            return -1.0
        text += after[: error.start].decode(encoding)
    # A sum, not a mean: each lost character counts against a place.
    liked = sum(2 * usual(character) - 1 for character in text)
    return max(0.0, liked + sum(map(FREQUENT.__contains__, text)) / 2)


def usual(character: str) -> float:
    """1 for ASCII, punctuation and common Han characters; 0 for the rest."""
    if character < "\x7f":
        return 1.0
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = character.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last or lead in (0xA1, 0xA3):
            return 1.0
    return 0.0
