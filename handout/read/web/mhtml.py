"""Reads web pages saved as one archive (.mhtml), with the pictures inside it."""

from email import message_from_bytes
from email.message import Message
from itertools import islice

from handout.errors import ReadError
from handout.read.blocks import Contents, RawFile
from handout.read.raw.limits import MOST_BYTES
from handout.read.web.page import embedded_picture, page_contents

_MOST_PARTS = 2000


def read_mhtml(source: RawFile) -> Contents:
    """Read the first page of the archive."""
    if len(source.content) > MOST_BYTES:
        raise _damage_error(source.name)
    try:
        parts = list(islice(message_from_bytes(source.content).walk(), _MOST_PARTS))
    except RecursionError as error:
        raise _damage_error(source.name) from error
    page = next((p for p in parts if p.get_content_type() == "text/html"), None)
    content = _payload(page) if page is not None else b""
    if page is None or not content:
        raise _damage_error(source.name)
    pictures = {name: part for part in parts for name in _names(part)}

    unpacked: dict[str, bytes] = {}

    def resolve(address: str) -> tuple[bytes, str] | None:
        part = pictures.get(address.removeprefix("cid:"))
        if part is None or part.get_content_maintype() != "image":
            return embedded_picture(address)
        if address not in unpacked:
            unpacked[address] = _payload(part)
        return unpacked[address], part.get_content_type()

    hinted = str(page.get_content_charset() or "")
    inner = RawFile(content, source.name, source.encoding)
    return page_contents(inner, resolve=resolve, hinted=hinted)


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _names(part: Message) -> list[str]:
    marks = (part.get("Content-Location"), part.get("Content-ID"))
    return [str(mark).strip("<> ") for mark in marks if mark]


def _damage_error(name: str) -> ReadError:
    return ReadError(
        "is a web archive without a page in it",
        where=name,
        hint="save the page again, as one .html file",
    )
