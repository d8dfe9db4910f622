"""Opens untrusted zip containers: checked before anything is unpacked."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from handout.errors import ReadError
from handout.read.raw.xml import Element, parse_xml

_MOST_ENTRIES = 5000
_MOST_UNPACKED = 150_000_000
# Text packs to a tenth, rarely to a hundredth; a bomb to a thousandth.
_MOST_EXPANSION = 250
_SMALL = 1_000_000
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_SPACE = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")


class Container:
    """A zip file that was checked before any of it was unpacked."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        try:
            self._zip = ZipFile(BytesIO(content))
            listed = self._zip.infolist()
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damage_error(name) from error
        # Some programs write Windows separators.
        self._stored = {i.filename.replace("\\", "/"): i.filename for i in listed}
        self._sizes = {i.filename.replace("\\", "/"): i.file_size for i in listed}
        self._folded = {entry.lower(): entry for entry in self._sizes}
        self._unpacked: dict[str, bytes] = {}
        self._check(len(content))

    def _check(self, packed: int) -> None:
        unpacked = sum(self._sizes.values())
        bomb = unpacked > max(_SMALL, _MOST_EXPANSION * packed)
        if len(self._sizes) > _MOST_ENTRIES or unpacked > _MOST_UNPACKED or bomb:
            raise ReadError(
                f"unpacks to {len(self._sizes):,} parts of {unpacked / 1e6:,.0f} MB, "
                "more than a document needs",
                where=self.name,
                hint="open it in its own program and save it again",
            )
        if any(entry.flag_bits & 1 for entry in self._zip.infolist()):
            raise ReadError(
                "is protected with a password",
                where=self.name,
                hint="take the password off in its own program and save it again",
            )

    def __contains__(self, entry: str) -> bool:
        return entry in self._sizes

    def entry_named(self, entry: str) -> str:
        """The name a part is stored under, in any case; "" if it is missing."""
        return entry if entry in self._sizes else self._folded.get(entry.lower(), "")

    def entries(self) -> list[str]:
        """The names of all parts."""
        return list(self._sizes)

    def picture_of(self, entry: str) -> bytes:
        """Unpack a part only once, however often it is named."""
        if entry not in self._unpacked:
            self._unpacked[entry] = self.bytes_of(entry)
        return self._unpacked[entry]

    def bytes_of(self, entry: str) -> bytes:
        """Unpack one part; never more than its directory entry says."""
        try:
            with self._zip.open(self._stored[entry]) as packed:
                return packed.read(self._sizes[entry])
        # zipfile lets the errors of its decompressors pass through.
        except (
            KeyError, BadZipFile, ValueError, OSError, EOFError,
            NotImplementedError, RuntimeError, ZlibError, MemoryError,
        ) as error:  # fmt: skip
            raise _damage_error(self.name) from error

    def xml_of(self, entry: str) -> Element:
        """Unpack and parse one part."""
        content = self.bytes_of(entry)
        if _STRICT in content:
            # Word's "strict" files differ only in their namespaces.
            content = _STRICT_SPACE.sub(_usual_space, content)
        return parse_xml(content, self.name)


def _usual_space(found: re.Match[bytes]) -> bytes:
    part, rest = found.groups()
    return b"http://schemas.openxmlformats.org/" + part + b"/2006/" + rest


def _damage_error(name: str) -> ReadError:
    return ReadError(
        "is a damaged or incomplete zip container",
        where=name,
        hint="copy or download the file again",
    )
