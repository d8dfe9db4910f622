"""Finds the parts of a Word file by their relations, not by their names."""

from posixpath import basename, dirname, join, normpath

from handout.errors import ReadError
from handout.read.raw.archive import Container
from handout.read.raw.xml import Element
from handout.read.word.names import W

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = ("word/document.xml", "word/document2.xml")


class Package:
    """The parts of a Word file: the main one, and those that it names."""

    def __init__(self, container: Container) -> None:
        self.container = container
        self.main = self._main()
        self._kinds: dict[str, list[str]] = {}
        self._targets: dict[str, str] = {}
        for key, kind, entry in self.relations_of(self.main):
            self._targets[key] = entry
            self._kinds.setdefault(kind, []).append(entry)

    def relations_of(self, entry: str) -> list[tuple[str, str, str]]:
        """The key, kind and part of each relation; only parts inside the file."""
        rels = join(dirname(entry), "_rels", basename(entry) + ".rels")
        if rels not in self.container:
            return []
        found = []
        for relation in self.container.xml_of(rels).iter(_RELATION):
            if relation.get("TargetMode") == "External":
                continue
            target = str(relation.get("Target") or "").replace("\\", "/")
            path = normpath(join("/", dirname(entry), target)).lstrip("/")
            stored = self.container.entry_named(path)
            kind = str(relation.get("Type") or "").rpartition("/")[2]
            if stored:
                found.append((str(relation.get("Id") or ""), kind, stored))
        return found

    def _main(self) -> str:
        for _, kind, entry in self.relations_of(""):
            if kind == "officeDocument":
                return entry
        return next((name for name in _USUAL if name in self.container), _USUAL[0])

    def target(self, key: str) -> str:
        """The part that a relation of the main part names, or ""."""
        return self._targets.get(key, "")

    def entries_of(self, kind: str) -> list[str]:
        """All parts of a kind: "header", "comments", "chart"."""
        usual = join(dirname(self.main), f"{kind}.xml")
        found = list(dict.fromkeys(self._kinds.get(kind, ())))
        return found or ([usual] if usual in self.container else [])

    def roots(self, kind: str) -> list[Element]:
        """The parsed parts of a kind; damaged ones are skipped."""
        found = []
        for entry in self.entries_of(kind):
            try:
                found.append(self.container.xml_of(entry))
            except ReadError:
                if kind in ("footnotes", "endnotes"):
                    raise
        return found

    def edges(self) -> list[Element]:
        """The headers and footers, even of files that do not name them."""
        entries = [*self.entries_of("header"), *self.entries_of("footer")]
        folder = dirname(self.main)
        usual = [
            join(folder, f"{kind}{number}.xml")
            for kind in ("header", "footer")
            for number in range(1, 30)
        ]
        entries += [entry for entry in usual if entry in self.container]
        return [self.container.xml_of(entry) for entry in dict.fromkeys(entries)]


def notes_of(package: Package) -> dict[str, Element]:
    """Footnotes and endnotes by kind and id, without their separator lines."""
    return {
        name + note.get(W + "id", ""): note
        for name in ("footnote", "endnote")
        for root in package.roots(f"{name}s")
        for note in root.iter(W + name)
        if note.get(W + "type", "normal") == "normal"
    }


def comments_of(package: Package) -> dict[str, Element]:
    """The comments of readers, by id."""
    return {
        comment.get(W + "id", ""): comment
        for root in package.roots("comments")
        for comment in root.iter(W + "comment")
    }
