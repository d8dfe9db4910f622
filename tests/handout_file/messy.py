"""Writes a handout file as many hands would: quotes, indents, brackets."""

import random
from typing import Any

from handout.handout_file.writing.yaml_text import scalar, write_inline


class Messy:
    """One way to write a file; the same number writes the same."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)

    def file(self, tree: dict[str, Any]) -> str:
        keys = list(tree)
        if self.chance.random() < 0.5:
            self.chance.shuffle(keys)
        lines = ["# mine"]
        for number, key in enumerate(keys):
            lines += [f"# above {number}", *self.led(f"{key}:", tree[key], 0)]
        text = "\n".join([*lines, "# below", ""])
        text = text.replace("\n", "\r\n") if self.chance.random() < 0.2 else text
        return "\ufeff" + text if self.chance.random() < 0.2 else text

    def block(self, tree: Any, indent: int) -> list[str]:
        lines: list[str] = []
        if isinstance(tree, list):
            for item in tree:
                lines += self.led("-", item, indent)
                lines += [""] * (self.chance.random() < 0.1)
            return lines
        keys = list(tree)
        if self.chance.random() < 0.3:
            self.chance.shuffle(keys)
        for key in keys:
            word = f'"{key}"' if self.chance.random() < 0.1 else key
            lines += self.led(f"{word}:", tree[key], indent)
            if self.chance.random() < 0.1:
                lines.append(" " * self.chance.randrange(9) + "# between")
        return lines

    def led(self, lead: str, tree: Any, indent: int) -> list[str]:
        space = " " * indent
        note = "   # beside" if self.chance.random() < 0.2 else ""
        if isinstance(tree, (dict, list)) and tree and self.chance.random() < 0.9:
            step = self.chance.choice([2, 2, 2, 4, 1])
            if isinstance(tree, list) and lead != "-" and self.chance.random() < 0.3:
                step = 0
            below = self.block(tree, indent + (step or (2 if lead == "-" else 0)))
            if lead == "-" and self.chance.random() < 0.7:
                below = self.block(tree, indent + 2)
                return [f"{space}- {below[0].lstrip(' ')}", *below[1:]]
            return [space + lead + note, *below]
        if isinstance(tree, (dict, list)):
            return [f"{space}{lead} {write_inline(tree)}{note}"]
        if tree == "" and lead != "-" and self.chance.random() < 0.5:
            return [space + lead + note]
        return [f"{space}{lead} {self.scalar(tree)}{note}"]

    def scalar(self, value: Any) -> str:
        plain = scalar(value)
        if isinstance(value, str) and plain == value and self.chance.random() < 0.3:
            return "'" + value.replace("'", "''") + "'"
        return plain
