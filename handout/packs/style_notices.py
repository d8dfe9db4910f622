"""What a pack's style sheets say wrong, with file, line and column."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from handout import assets, files
from handout.errors import did_you_mean
from handout.model.notice import Notice
from handout.model.pack import Pack
from handout.printing.engine.css_names import property_names

STYLE = "style.css"
_TEXTS = (".css", ".j2")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
ADDRESS = re.compile(
    r"url\(\s*+(?:\"(?!data:)([^\"\n]++)\"|'(?!data:)([^'\n]++)'"
    r"|(?!data:|[\"'])([^()\n]++))\s*+\)"
)
_IGNORED = re.compile(r"Ignored `(.*?)` at \d+:\d+, (.*)", re.DOTALL)
_PICTURE = re.compile(r"Failed to load image at '(?:file:[^']*/)?([^'/]+)'")
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_SET = re.compile(r"(?<![\w-])(--[\w-]++)\s*+:")
_SHOWN = 60


def style_notices(
    notices: tuple[Notice, ...], pack: Pack, pages: tuple[str, ...]
) -> tuple[Notice, ...]:
    """Add its file, line, column and nearest name to what printing reported.

    Added are variables that are asked for in vain, or set for nobody; where there are
    any, what printing says of their empty values is left out.
    """
    faults = [fault for page in pages for fault in variable_faults(pack, page)]
    told = [
        _with_place(notice, pack)
        for notice in notices
        if not (faults and notice.message.rstrip(".").endswith("no value"))
    ]
    return tuple(dict.fromkeys([*told, *faults]))


def _with_place(notice: Notice, pack: Pack) -> Notice:
    if found := _IGNORED.match(notice.message):
        text, why = found[1].strip(), found[2].rstrip(".")
        name = text.partition(":")[0].strip()
        near = did_you_mean(name, property_names()) if "unknown" in why else ""
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        told = f"{shown} is left out: {why}{near and '; '}{near}"
        return replace(notice, message=told, where=_where(text, pack))
    if found := _PICTURE.match(notice.message):
        name = found[1]
        if "outside" in notice.message or "larger" in notice.message:
            why = notice.message.rpartition(": ")[2]
            return replace(
                notice, message=f"the picture {name}: {why}", where=_where(name, pack)
            )
        known = names_in(pack, (".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"))
        near = did_you_mean(name, known, "put it into the pack's folder")
        told = f"there is no picture {name}; {near}"
        return replace(notice, message=told, where=_where(name, pack))
    return notice


def variable_faults(pack: Pack, html: str) -> Iterator[Notice]:
    """The CSS variables that a pack asks for in vain, or sets for nobody.

    CSS itself leaves such a rule out without a word. `html` is a page of the pack's.
    """
    # What is ours is tried where we test it.
    own = [f for f in pack.folders if not f.is_relative_to(assets.templates_folder())]
    if not own:
        return
    head = html.partition("</head>")[0]
    known = set(_SET.findall(bare(head))) | set(
        _SET.findall(" ".join(re.findall(r'style="([^"]*)"', html)))
    )
    asked = set(_ASKED.findall(bare(head))) | {"--lines"}
    for folder in own:
        for path, text in _texts(folder):
            for found in _USED.finditer(text):
                if found[1] not in known:
                    near = did_you_mean(found[1], known)
                    yield Notice(
                        "style",
                        f"there is no variable {found[1]}, so the rule is left out"
                        f"{near and '; '}{near}",
                        place_at(path, text, found.start(1)),
                    )
            for found in _SET.finditer(text):
                if found[1] not in asked and found[1] not in _asked_in(own):
                    near = did_you_mean(found[1], asked)
                    yield Notice(
                        "style",
                        f"nothing uses {found[1]}{near and '; '}{near}",
                        place_at(path, text, found.start(1)),
                    )


def _asked_in(folders: list[Path]) -> set[str]:
    return {
        name
        for folder in folders
        for _, text in _texts(folder)
        for name in _ASKED.findall(text)
    }


def _texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """The style sheets and templates of a folder, comments blanked out."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in _TEXTS:
            name = path.relative_to(folder).as_posix()
            yield path, bare(files.text_of_pack(folder, name) or "")


def bare(text: str) -> str:
    """Blank out CSS comments, so that places stay what they are."""
    return _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _where(words: str, pack: Pack) -> str:
    """Find words in the files of a pack, whatever space is between them."""
    parts = [re.escape(part) for part in re.findall(r"[\w.#%-]+|[^\w\s]", words)]
    pattern = re.compile(r"\s*".join(parts[:40]))
    for folder in pack.folders:
        for path, text in _texts(folder):
            if found := pattern.search(text):
                return place_at(path, text, found.start())
    return ""


def place_at(path: Path, text: str, place: int) -> str:
    """The path:line:column of a place in a text."""
    line = text.count("\n", 0, place) + 1
    return f"{path}:{line}:{place - text.rfind(chr(10), 0, place)}"


def names_in(pack: Pack, suffixes: tuple[str, ...]) -> list[str]:
    """The files of a pack and its parents with these suffixes."""
    return [
        path.relative_to(folder).as_posix()
        for folder in pack.folders
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in suffixes
    ]
