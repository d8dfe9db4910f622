"""The macros of a pack: its own laid over its parents', so that one is changed alone.

Jinja2 reads them as one template under the name of the nearest pack; what it says of a
line in it is said here of the file that the line comes from.
"""

from pathlib import Path

from handout import files
from handout.model.pack import Pack

MACROS = "blocks/macros.html.j2"


def joined_macros(folders: tuple[Path, ...]) -> str:
    """The macros of all these folders, those of the last parent first."""
    return "".join(text for _, text in _parts(folders))


def origin(path: Path, line: int, pack: Pack) -> tuple[Path, int]:
    """The file and the line that a line of a template comes from."""
    folders = pack.folders
    for at, folder in enumerate(folders):
        if path == folder / MACROS:
            for part, text in _parts(folders[at:]):
                count = text.count("\n")
                if line <= count:
                    return part, line
                line -= count
            # An end that comes too soon is reported for the line after the last.
            return path, line + count
    return path, line


def _parts(folders: tuple[Path, ...]) -> list[tuple[Path, str]]:
    """Each file of macros with its text, which ends with a line's end."""
    found = []
    for folder in reversed(folders):
        text = files.text_of_pack(folder, MACROS)
        if text is not None:
            found.append((folder / MACROS, text if text[-1:] == "\n" else f"{text}\n"))
    return found
