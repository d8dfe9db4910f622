"""Makes printed HTML stand alone, so that any other engine can print the same page."""

from pathlib import Path

from handout.printing.fill import Grown
from handout.printing.fonts import our_fonts


def standalone(html: str, grown: dict[str, Grown], font_dir: Path | None) -> str:
    """Give the page with its fonts' addresses and the sizes of its boxes.

    Boxes have the height they were printed with; the fonts are those of fonts.toml,
    and of the user's folder by their file names.
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
    return html.replace("</head>", f"<style>\n{style}\n</style>\n</head>", 1)


# Other engines break lines a little differently: a page must not overflow by a hair.
_SLACK = 0.3


def _rule(name: str, box: Grown) -> str:
    if not box.height:
        return f"#{name} {{ display: none }}"
    ruling = f"; background-size: 100% {box.row:.3f}mm" if box.row else ""
    return f"#{name} {{ height: {box.height - _SLACK:.2f}mm{ruling} }}"
