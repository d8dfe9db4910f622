"""Makes printed HTML stand alone, so that any other engine can print the same page."""

import re
from base64 import b64encode
from html import unescape
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import urljoin

from handout.printing.engine.fetcher import MOST_BYTES, pack_file
from handout.printing.fonts import our_fonts
from handout.printing.pages.fill import Grown

# Where a page names a file: in its style, in a style attribute, in a picture.
_STYLE = re.compile(
    r"""(?<=<style>).*?(?=</style>)|(?<=\sstyle=")[^"]*|(?<=\sstyle=')[^']*""",
    re.DOTALL,
)
_URL = re.compile(r"(url\(\s*(?:&quot;|&#3[49];|[\"'])?)([^\"'()&]+)")
_PICTURE = re.compile(r"(<(?:img|image)\b[^<>]*?\s(?:src|(?:xlink:)?href)=\")([^\"]+)")


def standalone(
    html: str,
    grown: dict[str, Grown],
    font_dir: Path | None,
    folders: tuple[Path, ...] = (),
) -> str:
    """The page with its fonts' addresses and the sizes of its boxes.

    Boxes have the height they were printed with; the fonts are those of fonts.toml,
    and of the user's folder by their file names. They are 25 MB, so they stay where
    they are; the pictures and fonts of the pack, whose `folders` these are, go into
    the page.
    """
    faces = [
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; '
        f'font-style: {font.style}; src: url("{font.file.resolve().as_uri()}") }}'
        for font in our_fonts()
    ]
    if font_dir:
        faces += [
            f'@font-face {{ font-family: "{path.stem}"; '
            f'src: url("{path.resolve().as_uri()}") }}'
            for path in sorted(font_dir.rglob("*.[to]tf"))
        ]
    style = "\n".join([*faces, *(_rule(name, box) for name, box in grown.items())])
    whole = _with_files(html, folders) if folders else html
    return whole.replace("</head>", f"<style>\n{style}\n</style>\n</head>", 1)


def _with_files(html: str, folders: tuple[Path, ...]) -> str:
    """Put the files of a pack that a page names into the page."""

    def embed_url(found: re.Match[str]) -> str:
        return found[1] + _data(found[2], folders)

    html = _STYLE.sub(lambda found: _URL.sub(embed_url, found[0]), html)
    return _PICTURE.sub(embed_url, html)


def _data(address: str, folders: tuple[Path, ...]) -> str:
    """A file of the pack as an address that holds it; others as they are."""
    base = folders[0].as_uri() + "/"
    path = pack_file(urljoin(base, unescape(address).strip()), folders)
    # What was not printed, with a note, is not here either.
    if path is None or path.stat().st_size > MOST_BYTES:
        return address
    kind = guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode()}"


# Other engines break lines a little differently: a page must not overflow by a hair.
_SLACK = 0.3


def _rule(name: str, box: Grown) -> str:
    if not box.height:
        return f"#{name} {{ display: none }}"
    ruling = f"; background-size: 100% {box.row:.3f}mm" if box.row else ""
    return f"#{name} {{ height: {box.height - _SLACK:.2f}mm{ruling} }}"
