"""Says which claims of cases.toml hold of lines that were printed, by any program."""

import re
import tomllib
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

SIZE = 10.5
CLOSING = "、，；：。！？”’）》〉】〕」』"
OPENING = "“‘（《〈【〔「『"
HAN = re.compile("[\u3400-\u9fff]")


class Case(NamedTuple):
    """A text, its measure in ems, and what must hold of its lines.

    `asks` is "kaiming" or "strict" where another style than the usual is asked for.
    """

    rule: str
    text: str
    ems: float
    must: tuple[str, ...]
    asks: str = ""

    @property
    def plain(self):
        return re.sub("<.*?>|\\s", "", self.text)

    @property
    def measure(self):
        return self.ems * SIZE


def cases():
    path = Path(__file__).with_name("cases.toml")
    found = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    return [
        Case(
            one["rule"],
            one["text"],
            float(ems),
            tuple(one["must"]),
            one.get("asks", ""),
        )
        for one in found
        for ems in one["ems"]
    ]


def by_style(cases):
    """Group cases by the style they ask for."""
    for asks, some in groupby(cases, key=lambda case: case.asks):
        yield asks, list(some)


def broken(case, lines):
    """The claims that do not hold of lines, each a list of glyphs."""
    return [claim for claim in case.must if not holds(claim, case, lines)]


def holds(claim, case, lines):
    verb, _, given = claim.partition(" ")
    return CLAIMS[verb](given, case, lines) if lines else False


def in_order(line):
    """Glyphs from left to right; one drawn half-width may begin further left."""
    return sorted(line, key=lambda glyph: glyph.ink_left + glyph.ink_right)


def texts(lines):
    return ["".join(one.text for one in line) for line in lines]


def ends_at(line):
    """Where a line may be said to end: a mark at its end has a half that is blank."""
    last = line[-1]
    halves = (0.5, 0.25) if last.text in CLOSING + "·…—" else ()
    return [last.right, *(last.right - half * last.size for half in halves)]


def is_flush(line, measure):
    # The ink of an f reaches out of its advance, and pdfium counts it in.
    near = 0.8 if line[-1].text == "f" else 0.5
    return any(abs(end - measure) < near for end in ends_at(line))


def flush(_, case, lines):
    return all(is_flush(line, case.measure) for line in lines[:-1])


def starts_not(marks, _, lines):
    return not any(text[0] in marks for text in texts(lines)[1:])


def ends_not(marks, _, lines):
    return not any(text[-1] in marks for text in texts(lines)[:-1])


def together(piece, case, lines):
    return sum(text.count(piece) for text in texts(lines)) == case.plain.count(piece)


def line(given, _, lines):
    number, text = given.split(" ")
    return texts(lines)[int(number) - 1 : int(number)] == [text]


def pairs(lines, wanted):
    return [
        (before, after)
        for one in lines
        for before, after in pairwise(one)
        if before.text + after.text == wanted
    ]


def pair(marks, _, lines):
    found = pairs(lines, marks)
    apart = [(after.left - before.left) / SIZE for before, after in found]
    return bool(found) and all(one < 0.6 for one in apart)


def wide(given, _, lines):
    """Each of these marks takes so many ems between two Han."""
    marks, ems = given.split(" ")
    found = [
        (after.left - before.right) / SIZE
        for one in lines
        for before, mark, after in zip(one, one[1:], one[2:], strict=False)
        if mark.text in marks and HAN.match(before.text) and HAN.match(after.text)
    ]
    return bool(found) and all(abs(one - float(ems)) < 0.06 for one in found)


def gap(given, _, lines):
    wanted, ems = given.split(" ")
    if wanted == "W-tight":
        # A mark has room of its own: no gap beside it.
        return all(after.left - b.right < 0.1 * SIZE for b, after in pairs(lines, ems))
    found = pairs(lines, wanted)
    gaps = [(after.left - before.right) / SIZE for before, after in found]
    return bool(found) and all(abs(one - float(ems)) < 0.06 for one in gaps)


def gap_at_most(ems, _, lines):
    return all(
        after.left - before.right < float(ems) * SIZE
        for one in lines[:-1]
        for before, after in pairwise(one)
        if HAN.match(before.text) and HAN.match(after.text)
    )


def unstretched(piece, _, lines):
    for one in lines:
        at = "".join(glyph.text for glyph in one).find(piece)
        if at >= 0:
            found = one[at : at + len(piece)]
            return all(b.left - a.right < 0.06 * SIZE for a, b in pairwise(found))
    return False


def even_left(_, __, lines):
    """P3: the ink of an opening mark stands where that of a character would."""
    return all(one[0].ink_left < 0.25 * SIZE for one in lines)


def last_at_least(number, _, lines):
    return len(HAN.findall(texts(lines)[-1])) >= int(number)


def clean(_, case, lines):
    return "".join(texts(lines)) == case.plain


CLAIMS = {
    "flush": flush,
    "starts-not": starts_not,
    "ends-not": ends_not,
    "together": together,
    "line": line,
    "pair": pair,
    "wide": wide,
    "gap": gap,
    "gap-at-most": gap_at_most,
    "unstretched": unstretched,
    "even-left": even_left,
    "last-at-least": last_at_least,
    "clean": clean,
}
