"""Parses untrusted XML and HTML: bounded, without entities, fetching nothing.

The only module that imports lxml.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from handout.errors import ReadError
from handout.read.raw.limits import MOST_ELEMENTS

# lxml ships no types.
Element = Any

_MOST_XML = 60_000_000


def parse_xml(content: bytes, name: str) -> Element:
    """Parse XML with entities and network off; its depth is bounded by libxml2."""
    from lxml import etree  # type: ignore[import-untyped]

    if len(content) > _MOST_XML:
        raise ReadError(
            f"holds a part of {len(content) / 1e6:.0f} MB",
            where=name,
            hint="split it into parts and give each its own file",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return _limit_elements(etree.fromstring(content, parser), name)
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error)
        raise ReadError(
            "is nested too deeply" if deep else "is damaged: a part is not valid XML",
            where=name,
            hint="open it in its own program and save it again",
        ) from error


def parse_html(text: str, name: str) -> Element:
    """Parse a page as browsers do. Raises ReadError if it is nested too deeply."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, huge_tree=True, encoding="utf-8")
    try:
        # Half a character is not text, and libxml2 would stop at it.
        root = etree.fromstring(text.encode("utf-8", "ignore"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable(name, "holds no page that can be read") from error
    # libxml2 mends a page that is too deep by dropping the rest of it.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _unreadable(name, "is nested too deeply")
    if root is None:
        raise _unreadable(name, "holds no page that can be read")
    # What follows </html> becomes a second root, which no walk would see.
    for beside in list(root.itersiblings()):
        root.append(beside)
    return _limit_elements(root, name)


def walk_events(root: Element) -> Iterator[tuple[str, Element, Any]]:
    """Yield (event, element, walker); the walker can skip what is below an element."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("start", "end") and not isinstance(element.tag, str):
            # An unexpanded entity: only what comes after it is text.
            if event == "end":
                yield "comment", element, walker
            continue
        yield event, element, walker


def visible_beyond(root: Element, silent: Iterable[Element]) -> int:
    """Count the visible characters under an element, except those of some parts.

    The parts come in the order of the document; one may be inside another.
    """
    total = _visible(root)
    taken: set[Element] = set()
    for element in silent:
        if not any(above in taken for above in element.iterancestors()):
            taken.add(element)
            total -= _visible(element)
    return total


def _visible(element: Element) -> int:
    return len("".join(str(element.xpath("string()")).split()))


def _limit_elements(root: Element, name: str) -> Element:
    if root.xpath("count(//*)") > MOST_ELEMENTS:
        raise ReadError(
            f"has more than {MOST_ELEMENTS:,} elements",
            where=name,
            hint="split it into parts and give each its own file",
        )
    return root


def _unreadable(name: str, why: str) -> ReadError:
    hint = "open it in a browser and save its text as .txt"
    return ReadError(why, where=name, hint=hint)
