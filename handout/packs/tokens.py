"""Design tokens: the CSS variables of a pack, with what each one is and takes."""

import re
from dataclasses import dataclass
from pathlib import Path

from handout import assets, files, toml_file
from handout.errors import TemplateError, did_you_mean
from handout.model.pack import Pack

STYLE = "style.css"
_TOKEN = re.compile(
    r"(?<![\w-])(--[\w-]++):\s*+([^;]{1,500}+);"
    r"(?:[ \t]*+/\*\s*+(\w++):\s*+((?:(?!\*/).)*+)\*/)?"
)
_ROOT = re.compile(r":root\s*+\{([^}]*+)\}")
# A size of Chinese type (五号), which needs no words.
_SIZE = "size"
_IS_SIZE = re.compile("--(?:[初一二三四五六]号|小[初一二三四五])")
_LENGTH = r"-?\d*\.?\d+(?:mm|cm|pt|px|Q|em|rem|%)|0"
_COLOUR = r"#[0-9a-fA-F]{3,8}|[a-z]+|(?:rgb|rgba|hsl|cmyk|device-cmyk)\([^()]*\)"
_STYLE = r"solid|dashed|dotted|double|none"
_FONT = r'"[^"]+"|[\w -]+'
_VARIABLE = r"var\(--[\w-]+\)"
_KINDS = {
    "length": (_LENGTH, "a length, such as 8.5mm, 10.5pt or var(--五号)"),
    "number": (r"\d*\.?\d+", "a number, such as 1.7"),
    "colour": (_COLOUR, "a colour, such as #1a3d7c"),
    "line": (
        rf"(?:(?:{_LENGTH}|{_STYLE}|{_COLOUR}|{_VARIABLE})\s*)+",
        "a line, such as 0.8pt solid",
    ),
    "fonts": (rf"(?:{_FONT})(?:\s*,\s*(?:{_FONT}|{_VARIABLE}))*", "fonts, by name"),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A CSS variable: its value, its kind, what it is, and the pack that set it."""

    name: str
    value: str
    kind: str
    help: str
    owner: str


def tokens_of(pack: Pack) -> tuple[Token, ...]:
    """A pack's tokens, each with the value that holds, in the order of base."""
    found: dict[str, Token] = {}
    folders = list(zip(pack.chain, pack.folders, pack.tokens, strict=True))
    for owner, folder, own in reversed(folders):
        said = [
            *_tokens_in_style(folder),
            *((f"--{name}", text, "", "") for name, text in own),
        ]
        for name, value, kind, help_ in said:
            known = found.get(name)
            kind, help_ = (
                (kind, help_) if kind or not known else (known.kind, known.help)
            )
            found[name] = Token(name, value, kind, help_, owner)
    return tuple(found.values())


def _tokens_in_style(folder: Path) -> list[tuple[str, str, str, str]]:
    """What a pack's style sheet sets on :root: name, value, kind, help."""
    text = files.text_of_pack(folder, STYLE) or ""
    said = [found for root in _ROOT.findall(text) for found in _TOKEN.findall(root)]
    return [
        (
            name,
            value,
            kind or (_SIZE if _IS_SIZE.fullmatch(name) else ""),
            told.rstrip(),
        )
        for name, value, kind, told in said
    ]


def checked_tokens(
    said: dict[str, object], path: Path, folders: tuple[Path, ...]
) -> tuple[tuple[str, str], ...]:
    """The table [tokens] of a pack.toml, if each is known and of its kind.

    `folders` are those whose tokens may be set: the pack's own and its parents'.
    Raises TemplateError with the line of the first that is not.
    """
    if not said:
        return ()
    ours = assets.templates_folder() / "base"
    known = {
        name.removeprefix("--"): kind
        for folder in (ours, *reversed(folders))
        for name, _, kind, _ in _tokens_in_style(folder)
    }
    for name, value in said.items():
        at = toml_file.place(path, f"tokens.{name}")
        if name not in known:
            listed = " ".join(known)
            raise TemplateError(
                f"there is no token {name}",
                where=at,
                hint=did_you_mean(name, known, f"the tokens are: {listed}"),
            )
        pattern, wanted = _KINDS.get(known[name], (r"[^;{}<>]+", "a CSS value"))
        if not isinstance(value, str) or not re.fullmatch(
            rf"(?:{pattern}|{_VARIABLE}|calc\([^;{{}}<>]*\))", value.strip()
        ):
            raise TemplateError(
                f"tokens.{name} cannot be {value!r}",
                where=at,
                hint=f"it takes {wanted}, in straight double quotes",
            )
    return tuple((name, str(value).strip()) for name, value in said.items())
