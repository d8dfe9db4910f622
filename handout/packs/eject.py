"""Makes a new pack that inherits everything from another but one block."""

from pathlib import Path

from handout import files
from handout.errors import TemplateError, WriteError
from handout.model.pack import Pack

_TOML = """description = "Our own look, based on {parent}"
parent = "{parent}"
[title]
zh-CN = "{name}"
"""
_STYLE = """/* Rules here win over those of {parent}. For example, higher rows:
:root {{ --row: 10mm }}
*/
"""


def new_pack(folder: Path, parent: Pack, block: str) -> tuple[Path, ...]:
    """Write pack.toml, style.css and a copy of one block; give the files written.

    Raises WriteError if the folder is there already, TemplateError if the parent has
    no such block.
    """
    if folder.exists():
        raise WriteError(
            "is there already, and is left as it is",
            where=str(folder),
            hint="choose another name",
        )
    relative = Path("blocks") / f"{block}.html.j2"
    found = [place / relative for place in parent.folders]
    source = next((path for path in found if path.is_file()), None)
    if source is None:
        known = sorted(
            path.name.removesuffix(".html.j2")
            for place in parent.folders
            for path in place.glob("blocks/*.html.j2")
        )
        raise TemplateError(
            f"{parent.name} has no block {block}",
            where="--only",
            hint=f"choose one of: {' '.join(dict.fromkeys(known))}",
        )
    settings = _TOML.format(parent=parent.name, name=folder.name)
    texts = {
        folder / "pack.toml": settings,
        folder / "style.css": _STYLE.format(parent=parent.name),
        folder / relative: source.read_text(encoding="utf-8"),
    }
    return tuple(files.write_whole(path, text.encode()) for path, text in texts.items())
