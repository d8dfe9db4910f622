"""Sets readings over characters: WeasyPrint 70.0 knows nothing of <ruby>.

Each reading becomes a box over its character that takes no room: lines stay as high as
they are, and the text of the PDF stays the text, since what is placed is drawn after
what flows. A reading that is wider than its character moves the neighbours apart.
"""

from typing import Any
from xml.etree.ElementTree import Element

# In ems of the text: how high a reading is, how far over the baseline it is, how
# wide a letter of it is, how wide the box is in which it is centred.
_SIZE, _OVER, _LETTER, _BOX = 0.45, 1.0, 0.25, 6
_PLACED = (
    "position:absolute;text-align:center;text-indent:0;letter-spacing:0;"
    f"white-space:nowrap;width:{_BOX}em;text-decoration:none;margin-left:"
)
_RAISED = (
    f"font-size:{_SIZE}em;line-height:0;vertical-align:{_OVER / _SIZE:.3f}em;"
    "font-family:var(--sans,inherit);font-weight:normal;font-style:normal"
)
_HINTS = "\u200b\u2060\u2005"


def set_readings(root: Element) -> None:
    """Turn each <ruby> of a parsed HTML tree into boxes that WeasyPrint can place."""
    for ruby in [*root.iter("ruby"), *root.iter("{http://www.w3.org/1999/xhtml}ruby")]:
        _set(ruby)


def _set(ruby: Any) -> None:
    pairs = []
    base = ruby.text or ""
    inside: list[Any] = []
    for child in list(ruby):
        name = str(child.tag).rpartition("}")[2]
        if name == "rt":
            pairs.append(_pair(ruby, base, inside, "".join(child.itertext())))
            base, inside = child.tail or "", []
        elif name in ("rp", "rtc"):
            base += child.tail or ""
        else:
            inside.append(child)
        ruby.remove(child)
    ruby.text = ""
    ruby.extend(pairs)
    if base or inside:
        last = _span(ruby)
        last.text = base
        last.extend(inside)
        ruby.append(last)


def _pair(ruby: Any, base: str, inside: list[Any], reading: str) -> Any:
    """A character or a word, and over it how it is read."""
    text = base + "".join("".join(one.itertext()) for one in inside)
    length = sum(char not in _HINTS for char in text)
    wider = (_LETTER * len(reading) - length) / 2
    room = f"margin:0 {wider:.2f}em" if wider > 0 else ""
    together = "white-space:nowrap;" if length > 1 else ""
    pair, placed, raised = (_span(ruby, style) for style in ("", "", _RAISED))
    pair.set("style", together + room)
    # Before its word, so that it is where the word begins.
    placed.set("style", f"{_PLACED}{(length - _BOX) / 2}em")
    raised.text, placed.tail = reading, base
    placed.append(raised)
    pair.extend([placed, *inside])
    return pair


def _span(ruby: Any, style: str = "") -> Any:
    return ruby.makeelement(ruby.tag[: -len("ruby")] + "span", {"style": style})
