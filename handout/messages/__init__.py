"""Messages in the reader's language: English as it is written, Chinese by catalogue.

The code writes English, f-strings too. A catalogue has each message as a template with
{0}, {1} … for what an f-string fills in, and a message that was written finds its
template again. So nothing is looked up, or even loaded, where English is read.
"""

import json
import os
import re
from functools import cache
from pathlib import Path

# The first of these that is set says which language is read.
_VARIABLES = ("HANDOUT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_TRADITIONAL = ("tw", "hk", "mo", "hant")
# The catalogues are gettext's, every entry on two lines, quoted as JSON is.
_ENTRY = re.compile(r'^msgid (".+")\nmsgstr (".+")$', re.MULTILINE)
_PLACE = re.compile(r"\{(\d+)\}")
# A value in a message may be a message itself, but not for ever.
_DEEPEST = 3


def language() -> str:
    """The language to write in: zh_CN, zh_TW, or "" for English."""
    named = next((os.environ[name] for name in _VARIABLES if os.environ.get(name)), "")
    tags = re.split(r"[-_.@]", named.lower())
    if tags[0] != "zh":
        return ""
    return "zh_TW" if any(tag in _TRADITIONAL for tag in tags) else "zh_CN"


def translate(text: str) -> str:
    """A message in the reader's language; as it is where no catalogue has it."""
    chosen = language()
    return _translate(text, chosen, _DEEPEST) if chosen else text


def _translate(text: str, chosen: str, depth: int) -> str:
    found = catalogue(chosen).get(text)
    if found or not depth:
        return found or text
    for pattern, message in _templates(chosen):
        if values := pattern.fullmatch(text):
            inner = [_translate(one, chosen, depth - 1) for one in values.groups()]
            return _PLACE.sub(
                lambda place, given=inner: given[int(place[1])],  # type: ignore[misc]
                catalogue(chosen)[message],
            )
    return text


@cache
def catalogue(language: str) -> dict[str, str]:
    """The translations of a .po file, by message."""
    text = Path(__file__).with_name(f"{language}.po").read_text(encoding="utf-8")
    return {json.loads(one): json.loads(other) for one, other in _ENTRY.findall(text)}


@cache
def _templates(chosen: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each template and what it matches; those with most words of their own first."""
    with_places = [m for m in catalogue(chosen) if _PLACE.search(m)]
    ranked = sorted(with_places, key=lambda m: (-len(_PLACE.sub("", m)), m))
    return tuple((_pattern(message), message) for message in ranked)


def _pattern(message: str) -> re.Pattern[str]:
    parts = _PLACE.split(message)
    return re.compile(
        "".join("(.*?)" if n % 2 else re.escape(part) for n, part in enumerate(parts)),
        re.DOTALL,
    )
