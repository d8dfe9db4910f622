"""Rebuilds every font here, byte for byte, from named and pinned packages.

Run it on Debian 12 with npm: ``python fonts/build.py``. It is the only thing that
writes the .ttf files, fonts.toml, coverage/ and LICENSES/.
"""

# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.68.0", "chws_tool==1.4.5"]
# ///

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from characters import main_characters, ranges
from chws_tool import add_chws
from fontTools import subset
from fontTools.ttLib import TTFont
from glyphs import rename, widen_marks
from signs import add_signs

HERE = Path(__file__).resolve().parent
# Aids for other languages and for typing: they would only bring more glyphs.
DROPPED_FEATURES = {"aalt", "afrc", "dlig", "frac", "hist", "locl", "ruby"}
SPACING = {"chws", "vchw"}
# A space beside a rare character is set in its font, and would print as a box.
SPACES = {0x20, 0xA0, 0x3000}


@dataclass(frozen=True, slots=True)
class Origin:
    """A package that holds original fonts, and the licence text they came with."""

    name: str
    package: str
    version: str
    licence: str
    reserved_names: str = ""

    def __str__(self) -> str:
        return f"{self.package} {self.version}"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file of ours and the original it is cut from."""

    family: str
    style: str
    origin: Origin
    original: str
    rest: bool = False

    @property
    def stem(self) -> str:
        """The file's name without suffix."""
        return f"{self.family.replace(' ', '')}-{self.style}"


SERIF = Origin(
    "noto-serif-sc",
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "package/LICENSE_FONT",
)
SANS = Origin(
    "noto-sans-sc",
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "package/LICENSE_FONT",
    "Source",
)
KAI = Origin(
    "lxgw-wenkai",
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "usr/share/doc/fonts-lxgw-wenkai/copyright",
    "霞鹜, LXGW",
)
UNIHAN = Origin(
    "unicode-data",
    "unicode-data",
    "15.0.0-1",
    "usr/share/doc/unicode-data/copyright",
)
ORIGINS = (SERIF, SANS, KAI)
OTHER_MAPPINGS = "usr/share/unicode/Unihan_OtherMappings.txt.bz2"
KAI_REGULAR = "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"
SERIF_REGULAR = "package/400Regular/NotoSerifSC_400Regular.ttf"
# In the order in which a missing character is looked for.
FACES = (
    Face("Handout Serif", "Regular", SERIF, SERIF_REGULAR),
    Face("Handout Serif", "Bold", SERIF, "package/700Bold/NotoSerifSC_700Bold.ttf"),
    Face(
        "Handout Sans", "Regular", SANS, "package/400Regular/NotoSansSC_400Regular.ttf"
    ),
    Face("Handout Sans", "Bold", SANS, "package/700Bold/NotoSansSC_700Bold.ttf"),
    Face("Handout Kai", "Regular", KAI, KAI_REGULAR),
    Face("Handout Serif More", "Regular", SERIF, SERIF_REGULAR, rest=True),
)


def fetch(origin: Origin, folder: Path) -> None:
    """Unpack one package into the folder of its name."""
    target = folder / origin.name
    target.mkdir()
    if origin.package.startswith("@"):
        run("npm", "pack", "--silent", f"{origin.package}@{origin.version}", at=target)
        run("tar", "-xzf", next(target.glob("*.tgz")).name, at=target)
    else:
        run("apt-get", "download", f"{origin.package}={origin.version}", at=target)
        run("dpkg-deb", "-x", next(target.glob("*.deb")).name, ".", at=target)


def run(*command: str, at: Path) -> None:
    """Run a command in a folder; stop the build when it fails."""
    subprocess.run(command, cwd=at, check=True, stdout=subprocess.DEVNULL)


def build(face: Face, packages: Path, main: frozenset[int]) -> Path:
    """Cut one font, widen its marks, add signs and chws, rename it and save it here."""
    original = packages / face.origin.name / face.original
    font = subset.load_font(original, subset.Options(), dontLoadGlyphNames=False)
    changed = font["head"].modified
    present = set(font.getBestCmap())
    widen_marks(font)
    kept = present - main | present & SPACES if face.rest else present & main
    cut(font, kept, rest=face.rest)
    if not face.rest:
        add_signs(font)
    path = HERE / f"{face.stem}.ttf"
    font.save(path)
    if not face.rest and "chws" not in features(font):
        add_chws(path)
    finish(path, face, changed)
    return path


def cut(font: TTFont, codes: set[int], *, rest: bool) -> None:
    """Keep these characters, and every layout feature that print can use."""
    dropped = DROPPED_FEATURES | (SPACING if rest else set())
    options = subset.Options(
        hinting=False,
        notdef_outline=True,
        glyph_names=False,
        layout_scripts=["*"],
        layout_features=sorted(features(font) - dropped),
        name_IDs=["*"],
        name_languages=["*"],
        drop_tables=["DSIG", "STAT"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=codes)
    cutter.subset(font)


def features(font: TTFont) -> set[str]:
    """Name the layout features of a font."""
    tables = (font[tag].table for tag in ("GSUB", "GPOS") if tag in font)
    return {r.FeatureTag for table in tables for r in table.FeatureList.FeatureRecord}


def finish(path: Path, face: Face, changed: int) -> None:
    """Set names, weight and date, so that a second build gives the same bytes."""
    with TTFont(path, recalcTimestamp=False) as font:
        rename(font, family=face.family, style=face.style, made_from=str(face.origin))
        font["head"].modified = changed
        font["OS/2"].fsType = 0
        font.save(path)


def describe(face: Face, path: Path) -> str:
    """Write the coverage of a font and give its entry for fonts.toml."""
    with TTFont(path) as font:
        codes = set(font.getBestCmap())
        weight = font["OS/2"].usWeightClass
    coverage = HERE / "coverage" / f"{face.stem}.txt"
    coverage.write_text(ranges(codes) + "\n", encoding="utf-8")
    return f"""
[[font]]
family = "{face.family}"
weight = {weight}
style = "normal"
file = "{path.name}"
coverage = "coverage/{coverage.name}"
characters = {len(codes)}
origin = "{face.origin}"
licence = "OFL-1.1"
licence_file = "LICENSES/{face.origin.name}.txt"
sha256 = "{hashlib.sha256(path.read_bytes()).hexdigest()}"
"""


def write_licence(origin: Origin, packages: Path) -> None:
    """Write who made the originals, which names they reserve, and the licence."""
    face = next(face for face in FACES if face.origin is origin)
    with TTFont(packages / origin.name / face.original) as font:
        copyright_line = font["name"].getDebugName(0)
    reserved = origin.reserved_names or "none"
    # Debian prints the licence with its own marks: take Noto's copy of the same text.
    text = (packages / SERIF.name / SERIF.licence).read_text(encoding="utf-8")
    licence = text[text.index("This Font Software is licensed") :]
    (HERE / "LICENSES" / f"{origin.name}.txt").write_text(
        f"{copyright_line}\n\nReserved Font Names: {reserved}\n"
        f"Origin: {origin}\n\n{licence}",
        encoding="utf-8",
    )


def main() -> None:
    """Rebuild everything in this folder that is not a script or the README."""
    for name in ("coverage", "LICENSES"):
        shutil.rmtree(HERE / name, ignore_errors=True)
        (HERE / name).mkdir()
    with tempfile.TemporaryDirectory() as temporary:
        packages = Path(temporary)
        for origin in (*ORIGINS, UNIHAN):
            fetch(origin, packages)
        keep = main_characters(packages / UNIHAN.name / OTHER_MAPPINGS)
        entries = [describe(face, build(face, packages, keep)) for face in FACES]
        for origin in ORIGINS:
            write_licence(origin, packages)
    head = "# Written by build.py. The order is the order of fallback.\n"
    (HERE / "fonts.toml").write_text(head + "".join(entries), encoding="utf-8")


if __name__ == "__main__":
    main()
