"""Decides what of a web page is text, and what is a drawing, a control or hidden."""

import re

from handout.read.raw.xml import Element, visible_beyond

# Programs, settings, and what a browser shows only as a fallback.
_SILENT_NAMES = (
    "script style template noscript head title object iframe canvas audio video map "
    "datalist"
)
SILENT = frozenset(_SILENT_NAMES.split())
_ASIDES = {
    "svg": "text inside a drawing",
    "button": "a control of the page",
    "select": "a control of the page",
    "textarea": "a control of the page",
}
# Wikipedia, Zhihu and others show formulas as pictures and write them in `alt`.
_TEX_PICTURES = ("tex", "latex", "math", "equation", "formula")
_HIDDEN = "hidden on the page"
# KaTeX and MathJax draw a formula that the page also holds as MathML or TeX.
_DRAWN_TWICE = (
    "katex-html",
    "MathJax_Preview",
    "MathJax",
    "MathJax_Display",
    "MJX-TEX",
)
_TWICE = re.compile(rf"(?:^|\s)(?:{'|'.join(_DRAWN_TWICE)})(?:\s|$)")
# What of a page is text, found independently of the walk through it.
_COUNTED = ".//text()[not(ancestor::*[{}])]".format(
    " or ".join(
        [f"self::{tag}" for tag in sorted(SILENT)]
        + ["contains(name(), 'annotation')", "contains(name(), 'mphantom')"]
    )
)
_NEVER = (
    *sorted(SILENT),
    *(
        prefix + name
        for prefix in ("", "m:", "mml:", "math:")
        for name in ("annotation", "annotation-xml", "mphantom")
    ),
)
_TWICE_PATH = ".//*[{}]".format(
    " or ".join(
        f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"
        for name in _DRAWN_TWICE
    )
)


def tag_of(element: Element) -> str:
    """The name of an element in lower case, without the prefix of XHTML."""
    tag = str(element.tag)
    if not tag.islower() or ":" in tag or "}" in tag:
        tag = tag.rpartition("}")[2].rpartition(":")[2].lower()
    return tag


def page_characters(root: Element) -> int:
    """Count the visible characters of a page, independently of the walk."""
    drawn = [one for one in root.xpath(_TWICE_PATH) if is_drawn_twice(one)]
    inner = [one for one in root.iter(*_NEVER) if not _is_under(one, drawn)]
    outer = [one for one in drawn if not _is_under(one, inner)]
    return visible_beyond(root, [*inner, *outer])


def _is_under(element: Element, others: list[Element]) -> bool:
    return bool(others) and any(above in others for above in element.iterancestors())


def texts_in(element: Element) -> list[str]:
    """The texts that an element shows."""
    # Most cells hold nothing but text, and there may be very many.
    if len(element) == 0:
        return [element.text or ""]
    return [str(text) for text in element.xpath(_COUNTED)]


def is_drawn_twice(element: Element) -> bool:
    """Whether an element only draws a formula that is in the page in another form."""
    classes = element.get("class")
    if not classes or not _TWICE.search(classes):
        return False
    if "katex-html" in classes:
        before = element.getprevious()
        return before is not None and _has_formula(before)
    beside = [element.getnext(), *(element.iterchildren("script"))]
    after = beside[0]
    if after is not None and after.tag != "script":
        beside.append(after.getnext())
    return any(one is not None and is_tex(one) for one in beside)


def _has_formula(element: Element) -> bool:
    return any(tag_of(one) == "math" for one in element.iter() if _is_element(one))


def _is_element(node: Element) -> bool:
    return isinstance(node.tag, str)


def is_tex(element: Element) -> bool:
    """Whether an element is a formula in TeX, as MathJax takes it."""
    kind = element.get("type") or ""
    return element.tag == "script" and kind.lower().startswith("math/tex")


def aside_of(element: Element, tag: str) -> str:
    """Why an element's text does not belong to the text; "" if it does."""
    if tag in _ASIDES:
        return _ASIDES[tag]
    if element.get("hidden") is not None:
        return _HIDDEN
    style = element.get("style")
    if style and "none" in style and "display:none" in style.replace(" ", "").lower():
        return _HIDDEN
    return ""


def tex_in_picture(element: Element) -> str:
    """The TeX of a formula that a page shows as a picture, or ""."""
    marks = (element.get("class") or "").lower()
    said = any(name in marks for name in _TEX_PICTURES)
    if said or "equation?tex=" in (element.get("src") or ""):
        return (element.get("alt") or "").strip()
    return ""
