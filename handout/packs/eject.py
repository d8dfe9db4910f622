"""Makes a new pack that inherits everything from another but what it copies."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from handout import files
from handout.errors import TemplateError, WriteError, did_you_mean
from handout.model.pack import Pack
from handout.packs.lint.reachable import reachable_templates
from handout.render.environment import PAGE

_SUFFIX = ".html.j2"
_TOML = """description = "Our own look, based on {parent}"
parent = "{parent}"

[title]
zh-CN = "{name}"

# Design tokens; handout templates show {place} lists them all.
[tokens]
# row = "10mm"
"""
_COPIED = """
# What was copied, and a mark of what it was then: so diff and check can tell when the
# parent has changed since.
[copied]
"""
_STYLE = """/* Rules here win over those of {parent}. For example:
h2 {{ font-family: var(--kai) }}
*/
"""


def new_pack(folder: Path, parent: Pack, only: tuple[str, ...]) -> tuple[Path, ...]:
    """Write pack.toml, style.css and copies of `only` these templates; return paths.

    Raises WriteError if the folder is there already, TemplateError if the parent has
    no such template, or never prints it.
    """
    if folder.exists():
        raise WriteError(
            "already exists and is left as it is",
            where=str(folder),
            hint="choose another name",
        )
    names = [_template(name, parent) for name in only]
    copies = {name: _text(parent, name) for name in names}
    # A page of one's own may print what the parent does not.
    if PAGE not in copies:
        _refuse_idle(copies, parent)
    settings = _TOML.format(
        parent=parent.name, name=folder.name, place=_as_given(folder)
    )
    if copies:
        settings += _COPIED
        settings += "".join(
            f'"{name}" = "{mark(text)}"\n' for name, text in copies.items()
        )
    texts = {
        "pack.toml": settings,
        "style.css": _STYLE.format(parent=parent.name),
        **copies,
    }
    return tuple(
        files.write_whole(folder / name, text.encode()) for name, text in texts.items()
    )


def _as_given(folder: Path) -> str:
    """A folder as commands take it: ./ours, for ours alone is a pack's name."""
    given = folder.as_posix()
    return given if "/" in given else f"./{given}"


def mark(text: str) -> str:
    """What differs when the text of a template changes."""
    return sha256(text.encode()).hexdigest()[:12]


def _template(name: str, parent: Pack) -> str:
    """The file of a template: keyphrases, blocks/keyphrases, page, answers."""
    bare = name.removesuffix(_SUFFIX)
    is_page = any((folder / f"{bare}{_SUFFIX}").is_file() for folder in parent.folders)
    return f"{bare}{_SUFFIX}" if is_page or "/" in bare else f"blocks/{bare}{_SUFFIX}"


def _text(parent: Pack, name: str) -> str:
    for folder in parent.folders:
        text = files.text_of_pack(folder, name)
        if text is not None:
            return text
    known = {
        path.relative_to(folder).as_posix()
        for folder in parent.folders
        for path in folder.rglob(f"*{_SUFFIX}")
    }
    short = _short(known)
    asked = name.removesuffix(_SUFFIX).removeprefix("blocks/")
    raise TemplateError(
        f"{parent.name} has no template {name}",
        where="[[only]]",
        hint=did_you_mean(asked, short, f"choose one of: {' '.join(short)}"),
    )


def _refuse_idle(copies: Iterable[str], parent: Pack) -> None:
    """Raise TemplateError for a copy that would change nothing on paper."""
    printed = reachable_templates(parent)
    for name in copies:
        if name not in printed:
            own = _short(one for one in printed if not one.endswith(f"/{PAGE}"))
            raise TemplateError(
                f"{parent.name} never prints {name}",
                where="[[only]]",
                hint=f"choose one of: {' '.join(own)}; or copy its page too, to print "
                "it there: [[only]] page",
            )


def _short(names: Iterable[str]) -> list[str]:
    """Templates as a person names them."""
    return sorted(name.removesuffix(_SUFFIX).removeprefix("blocks/") for name in names)
