"""Reads and writes the text of a whole handout file."""

from handout.handout_file.comments import comment_writer, comments_in
from handout.handout_file.reading import Reader
from handout.handout_file.reading.mistakes import Place, mistake
from handout.handout_file.reading.nodes import MapNode, Node, TextNode, parse_yaml
from handout.handout_file.shape.file_keys import VERSION, FileEntry
from handout.handout_file.writing import Tree, tree_of
from handout.handout_file.writing.yaml_text import block
from handout.model.draft import Draft
from handout.numbers import whole_number

SCHEMA = "handout.schema.json"
_SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA}"
# About twenty thousand blocks; more is another file under this name.
MOST_CHARACTERS = 2_000_000
_ANEW = "write one with handout plan SOURCE"
# A blank line precedes these.
_APART = ("meeting", "front", "sections", "closing", "made")


def read_draft(text: str, name: str) -> tuple[Draft, Node]:
    """The draft that a text holds, and its nodes. Raises ReadError."""
    if len(text) > MOST_CHARACTERS:
        raise mistake(
            f"has {len(text):,} characters; a handout file has {MOST_CHARACTERS:,} "
            "at most",
            Place(name),
            "take out what does not belong to it, or make several handouts",
        )
    root = parse_yaml(text, name=name)
    _check_version(root, name)
    entry: FileEntry = Reader(name).value(FileEntry, root, "", FileEntry)
    return entry.value(), root


def _check_version(root: Node, name: str) -> None:
    if not isinstance(root, MapNode) or "handout" not in root.entries:
        message = "is not a handout file: it lacks the line “handout: 1”"
        raise mistake(message, Place(name), _ANEW)
    said = root.entries["handout"].value
    version = said.text if isinstance(said, TextNode) else ""
    known = whole_number(version)
    if known is not None and known > VERSION:
        message = f"is of version {known}; this program knows {VERSION}"
        place = Place(name, said.line, said.column)
        raise mistake(message, place, f"install a newer handout, or {_ANEW}")
    if version != str(VERSION):
        place = Place(name, said.line, said.column)
        raise mistake(
            f"“handout” cannot be “{version[:40]}”", place, f"write handout: {VERSION}"
        )


def whole_tree(draft: Draft) -> dict[str, Tree]:
    """The tree of a whole file."""
    tree: dict[str, Tree] = tree_of(FileEntry.of(draft))
    return tree


def write_text(draft: Draft, name: str) -> str:
    """The text of a new file, with its comments."""
    language = draft.handout.language
    comments = comments_in(language)
    note = comment_writer(language)
    lines = [_SCHEMA_LINE, *(f"# {c}".format(name=name) for c in comments.head)]
    for key, value in whole_tree(draft).items():
        lines += [""] * (key in _APART)
        lines += [f"# {comments.made}"] * (key == "made")
        written = block({key: value}, 0, note)
        lines += _part_sections(written) if key == "sections" else written
    return "\n".join([*lines, ""])


def _part_sections(lines: list[str]) -> list[str]:
    """Put a blank line between sections."""
    parted: list[str] = []
    for number, line in enumerate(lines):
        parted += [""] * (number > 1 and line.startswith("  - "))
        parted.append(line)
    return parted
