"""The fonts that a pack brings: its @font-face rules, each checked with its file."""

import re
from dataclasses import dataclass
from pathlib import Path

from handout import files
from handout.errors import TemplateError, did_you_mean
from handout.model.pack import Pack
from handout.packs.style_notices import ADDRESS, STYLE, bare, names_in, place_at
from handout.printing.fonts import our_fonts, points_of

_FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
_FACE = re.compile(r"@font-face\s*+\{([^{}]*+)\}")
_MOST_OF_A_FONT = 40_000_000
_WEIGHTS = {"": "400", "normal": "400", "bold": "700"}


@dataclass(frozen=True, slots=True)
class Face:
    """A font that a pack brings: what CSS calls it, and its file."""

    family: str
    weight: str
    style: str
    file: Path


def faces_of(pack: Pack) -> tuple[Face, ...]:
    """The fonts that a pack's style sheets bring, each file read.

    Raises TemplateError for a file that is missing, a family that is ours, or two
    files for one face: then WeasyPrint would print wrong characters.
    """
    found: dict[tuple[str, str, str], Face] = {}
    ours = {font.family.lower() for font in our_fonts()}
    for folder in pack.folders:
        text = bare(files.text_of_pack(folder, STYLE) or "")
        for rule in _FACE.finditer(text):
            face, where = _face(rule, text, folder, pack)
            if face.family.lower() in ours:
                raise TemplateError(
                    f"the family {face.family} is one of ours",
                    where=where,
                    hint="call it otherwise, and name that in font-family",
                )
            key = (face.family.lower(), face.weight, face.style)
            if key in found and found[key].file != face.file:
                raise TemplateError(
                    f"{face.family} {face.weight} {face.style} has two files",
                    where=where,
                    hint="give one of them another font-weight, font-style or family",
                )
            found[key] = face
    return tuple(found.values())


def points_in(faces: tuple[Face, ...]) -> frozenset[int]:
    """The code points that these fonts have. Raises FontError for a broken one."""
    return frozenset().union(*(points_of(face.file) for face in faces))


def _face(rule: re.Match[str], text: str, folder: Path, pack: Pack) -> tuple[Face, str]:
    said = dict.fromkeys(("font-family", "font-weight", "font-style"), "")
    for name, value in re.findall(r"(?<![\w-])([\w-]++)\s*+:\s*+([^;]++)", rule[1]):
        said[name] = value.strip().strip("\"'")
    where = place_at(folder / STYLE, text, rule.start())
    address = ADDRESS.search(text, rule.start(), rule.end())
    if not said["font-family"] or not address:
        raise TemplateError(
            "this @font-face has no font-family or no src: url(…)",
            where=where,
            hint='write: font-family: "Name"; src: url(name.ttf)',
        )
    group = address.lastindex or 0
    name = address[group].strip()
    for place in pack.folders[pack.folders.index(folder) :]:
        if files.load_of_pack(place, name, most=_MOST_OF_A_FONT) is not None:
            weight = _WEIGHTS.get(said["font-weight"], said["font-weight"])
            style = said["font-style"] or "normal"
            return Face(said["font-family"], weight, style, place / name), where
    known = names_in(pack, _FONTS)
    raise TemplateError(
        f"there is no font {name}",
        where=place_at(folder / STYLE, text, address.start(group)),
        hint=did_you_mean(name, known, "put the file into the pack's folder"),
    )
