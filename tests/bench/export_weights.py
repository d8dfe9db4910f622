"""Writes learned weights in the small formats that handout.analyse.learned reads."""

import json
import zlib
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handout.analyse.learned.forest import NODE
from handout.analyse.learned.load import UNIT, Known, Met


def write_marks(marks: Mapping[str, float], path: Path) -> None:
    """Write weights as JSON, compressed unless the file is to be .json."""
    listed = {mark: round(weight * UNIT) for mark, weight in marks.items()}
    text = json.dumps(listed, ensure_ascii=False, separators=(",", ":")) + "\n"
    content = text.encode()
    path.write_bytes(content if path.suffix == ".json" else zlib.compress(content, 9))


def write_known(known: Mapping[str, Met], path: Path) -> Known:
    sums = {zlib.crc32(phrase.encode()): met for phrase, met in known.items()}
    order = sorted(sums)
    columns = [array("I", order)]
    for n in range(len(Met._fields)):
        columns.append(array("B", [min(255, sums[key][n]) for key in order]))
    content = b"".join(column.tobytes() for column in columns)
    path.write_bytes(zlib.compress(content, 9))
    return Known(content)


def write_odds(odds: Mapping[str, float], path: Path) -> None:
    sums = {
        zlib.crc32(mark.encode()): round(worth * 16) for mark, worth in odds.items()
    }
    order = sorted(key for key, worth in sums.items() if worth)
    worth = array("b", [max(-127, min(127, sums[key])) for key in order])
    path.write_bytes(array("I", order).tobytes() + worth.tobytes())


def forest_bytes(models: list[Any]) -> bytes:
    """LightGBM models as one forest, scaled to the mean of their scores."""
    found = []
    for model in models:
        for tree in model.dump_model()["tree_info"]:
            for which, value in _walk(tree["tree_structure"]):
                share = 1 / len(models) if which < 0 else 1.0
                found.append(NODE.pack(which, value * share))
    return b"".join(found)


def _walk(node: dict[str, Any]) -> Iterator[tuple[int, float]]:
    if "leaf_value" in node:
        yield -1, float(node["leaf_value"])
        return
    yield int(node["split_feature"]), float(node["threshold"])
    yield from _walk(node["left_child"])
    yield from _walk(node["right_child"])
