"""Makes printed HTML stand alone, so that any other engine can print the same page."""

from pathlib import Path

from handout.printing.fonts import our_fonts


def standalone(html: str, heights: dict[str, float], font_dir: Path | None) -> str:
    """Give the page with its fonts' addresses and the heights (mm) of its boxes.

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
    grown = [
        f"#{name} {{ height: {height:.2f}mm !important }}"
        for name, height in heights.items()
    ]
    style = "\n".join([*faces, *grown])
    return html.replace("</head>", f"<style>\n{style}\n</style>\n</head>", 1)
