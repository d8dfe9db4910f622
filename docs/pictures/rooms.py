"""Draws the rooms of the package and what each imports, from the imports themselves.

Run by `make pictures`; docs/architecture.md shows the picture.
"""

import ast
import tomllib
from collections import defaultdict
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "handout"
FONT = ROOT / "fonts" / "HandoutSans-Regular.ttf"
WIDTH, ROW, BOX, HEIGHT, SCALE = 900, 92, 106, 34, 2
INK, LINE, PAPER = 0, 150, 255
# What everything imports says nothing about the way through the house.
EVERYWHERE = {"errors", "model", "files"}


def floors() -> list[list[str]]:
    """The rooms, floor by floor from the top, as pyproject.toml orders them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in layers]


def arrows() -> dict[tuple[str, str], int]:
    """How many imports lead from one room to another."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for other in imported(node):
                if other != room:
                    found[room, other] += 1
    return found


def imported(node: ast.AST) -> list[str]:
    """The rooms that a statement imports from."""
    if not isinstance(node, ast.ImportFrom) or not node.module:
        return []
    parts = node.module.split(".")
    if parts[0] != "handout":
        return []
    return parts[1:2] or [alias.name for alias in node.names]


def drawn() -> Image.Image:
    """The picture, grey on white."""
    rows = floors()
    size = (WIDTH * SCALE, (ROW * len(rows) + 10) * SCALE)
    picture = Image.new("L", size, PAPER)
    pen = ImageDraw.Draw(picture)
    places = {
        name: (WIDTH * (at + 1) / (len(row) + 1), ROW * floor + ROW / 2)
        for floor, row in enumerate(rows)
        for at, name in enumerate(row)
    }
    for (one, other), count in sorted(arrows().items()):
        if one in places and other in places and other not in EVERYWHERE:
            (x, y), (u, v) = places[one], places[other]
            ends = [
                x * SCALE,
                (y + HEIGHT / 2) * SCALE,
                u * SCALE,
                (v - HEIGHT / 2) * SCALE,
            ]
            pen.line(
                [SCALE * end for end in ends], fill=LINE, width=min(1 + count // 4, 6)
            )
    font = ImageFont.truetype(str(FONT), 15 * SCALE)
    for name, (x, y) in places.items():
        box = [(x - BOX / 2) * SCALE, (y - HEIGHT / 2) * SCALE]
        box += [(x + BOX / 2) * SCALE, (y + HEIGHT / 2) * SCALE]
        pen.rounded_rectangle(box, 6 * SCALE, fill=PAPER, outline=INK, width=SCALE)
        pen.text((x * SCALE, y * SCALE), name, fill=INK, font=font, anchor="mm")
    return picture.resize((WIDTH, size[1] // SCALE)).quantize(16)


if __name__ == "__main__":
    drawn().save(Path(__file__).with_name("rooms.png"), optimize=True)
