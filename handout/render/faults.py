"""Reports a template's mistake: file, line, column, and the name that is nearest."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from handout.errors import TemplateError, did_you_mean
from handout.model.pack import Pack
from handout.render.filters import FILTERS
from handout.render.macro_inheritance import origin

Compile = Callable[[str], Any]
_NAMES = "see docs/templates.md for the names"
_MEND = "mend that line"
_PAGE = "page.html.j2"
_QUOTED = re.compile(r"'([^']+)'")
_TAG = re.compile(r"\{[{%](?:(?!\{[{%]).)*?[}%]\}", re.DOTALL)


def template_mistake(
    error: Exception, pack: Pack, names: Mapping[str, Any], compile_: Compile
) -> TemplateError | None:
    """The mistake in a template that an error is about; None for a bug of the program.

    `compile_` compiles a text as a template, as the pack's environment does.
    """
    import jinja2

    if isinstance(error, jinja2.TemplateSyntaxError):
        return _syntax(error, pack, compile_)
    path, line = _place(error, pack)
    if isinstance(error, jinja2.TemplateNotFound):
        return no_template(str(error.name), path, line, pack)
    if isinstance(error, jinja2.UndefinedError):
        return _undefined_name(error, path, line, names)
    if not path:
        return None
    said, hint = _without_stop(str(error))
    if isinstance(error, RecursionError):
        said = "calls itself without an end"
    return TemplateError(said, where=_at(path, line, ""), hint=hint)


def no_template(name: str, path: Path | None, line: int, pack: Pack) -> TemplateError:
    """The mistake of asking for a template that is not there."""
    known = _templates(pack)
    return TemplateError(
        f"there is no template {name} in {' > '.join(pack.chain)}",
        where=_at(path, line, name) if path else str(pack.folders[0]),
        hint=did_you_mean(name, known, f"there are: {' '.join(known)}"),
    )


def refuse_unknown_blocks(environment: Any) -> None:
    """Raise TemplateError where a page changes a block that its parents do not have.

    Jinja2 itself would leave such a block out without a word.
    """
    from jinja2 import nodes

    name = _PAGE
    while text := _source(environment, name):
        tree = environment.parse(text[0])
        parent = next(tree.find_all(nodes.Extends), None)
        if parent is None or not isinstance(parent.template, nodes.Const):
            return
        above = str(parent.template.value)
        known = _blocks_above(environment, above)
        for block in tree.body:
            if isinstance(block, nodes.Block) and block.name not in known:
                raise TemplateError(
                    f"{above} has no block {block.name} to change",
                    where=_at(Path(text[1]), block.lineno, block.name),
                    hint=did_you_mean(
                        block.name, known, f"its blocks are: {' '.join(known)}"
                    ),
                )
        name = above


def _blocks_above(environment: Any, name: str) -> list[str]:
    """The blocks of a page and of those it extends."""
    from jinja2 import nodes

    found: list[str] = []
    while text := _source(environment, name):
        tree = environment.parse(text[0])
        found += [block.name for block in tree.find_all(nodes.Block)]
        parent = next(tree.find_all(nodes.Extends), None)
        if parent is None or not isinstance(parent.template, nodes.Const):
            break
        name = str(parent.template.value)
    return list(dict.fromkeys(found))


def _source(environment: Any, name: str) -> tuple[str, str] | None:
    """A template's text and file; None where there is none: Jinja2 reports it."""
    import jinja2

    try:
        text, path, _ = environment.loader.get_source(environment, name)
    except jinja2.TemplateNotFound:
        return None
    return text, path or name


def _syntax(error: Any, pack: Pack, compile_: Compile) -> TemplateError:
    path, line = origin(Path(error.filename or error.name or ""), error.lineno, pack)
    said, hint = _without_stop(error.message or "cannot be read as a template")
    column = _column_of_mistake(error, path, line, compile_)
    return TemplateError(said, where=f"{path}:{line}:{column}", hint=hint)


def _without_stop(message: str) -> tuple[str, str]:
    """Jinja2's message without its full stop, and what to do about it."""
    said = message.rstrip(".").removesuffix(" found")
    for kind, known in (("filter", _filters), ("test", _tests)):
        if said.startswith(f"No {kind} named"):
            return said, did_you_mean(_QUOTED.findall(said)[0], known(), _NAMES)
    return said, _MEND


def _column_of_mistake(error: Any, path: Path, at: int, compile_: Compile) -> int:
    """Find the tag that is wrong: the first up to which the text is wrong alike."""
    import jinja2

    text = path.read_text(encoding="utf-8-sig", errors="replace")
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for tag in _TAG.finditer(text):
        if text.count("\n", 0, tag.end()) + 1 < at:
            continue
        try:
            compile_(text[: tag.end()])
        except jinja2.TemplateSyntaxError as early:
            if early.message == error.message:
                line = text.count("\n", 0, tag.start())
                return tag.start() - starts[line] + 1
    written = _line(path, at)
    return len(written) - len(written.lstrip()) + 1


def _undefined_name(
    error: Exception, path: Path | None, line: int, names: Mapping[str, Any]
) -> TemplateError:
    missing = (_QUOTED.findall(str(error)) or [""])[-1]
    if "is undefined" in str(error):
        missing = (_QUOTED.findall(str(error)) or [""])[0]
    if not missing:
        # `first` or `max` of nothing: Jinja2 says which, and names nothing.
        said, hint = _without_stop(str(error))
        return TemplateError(said, where=_at(path, line, ""), hint=hint)
    owner = _dotted_name(missing, path, line).rpartition(".")[0]
    known: Iterable[str] = names[owner] if owner in ("labels", "options") else ()
    return no_name(missing, path, line, tuple(known))


def no_name(
    missing: str, path: Path | None, line: int, known: tuple[str, ...]
) -> TemplateError:
    """The mistake of asking for a name that is not there; `known` are those."""
    from handout.render.context import Context

    given = (field.name for field in fields(Context))
    return TemplateError(
        f"there is no {_dotted_name(missing, path, line)}",
        where=_at(path, line, missing),
        hint=did_you_mean(missing, known or [*given, *_fields(), *_filters()], _NAMES),
    )


def _dotted_name(missing: str, path: Path | None, line: int) -> str:
    """A name with all that precedes it in its line: block.rows."""
    whole = rf"(?<![\w.])(?:\w++\.)*?{re.escape(missing)}\b"
    found = re.search(whole, _line(path, line))
    return found[0] if found else missing


def _place(error: Exception, pack: Pack) -> tuple[Path | None, int]:
    """Find the template and the line in the error's trace: the innermost one."""
    folders = tuple(f"{folder}/" for folder in pack.folders)
    place: tuple[Path | None, int] = (None, 0)
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(folders):
            place = origin(Path(name), trace.tb_lineno, pack)
        trace = trace.tb_next
    return place


def _at(path: Path | None, line: int, word: str) -> str:
    """The path:line:column of a word, or of the line's first tag."""
    written = _line(path, line)
    found = re.search(rf"(?<!\w){re.escape(word)}", written) if word else None
    found = found or _TAG.search(written) or re.search(r"\S", written)
    place = f"{path}:{line}:{found.start() + 1 if found else 1}"
    return place if path else "the template"


def _line(path: Path | None, line: int) -> str:
    if path is None:
        return ""
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _templates(pack: Pack) -> list[str]:
    found = {
        path.relative_to(folder).as_posix()
        for folder in pack.folders
        for path in folder.rglob("*.j2")
    }
    named = {
        f"{name}/{path.relative_to(folder).as_posix()}"
        for name, folder in zip(pack.chain, pack.folders, strict=True)
        for path in folder.glob("*.j2")
    }
    return sorted(found | named)


def _filters() -> list[str]:
    from jinja2.filters import FILTERS as DEFAULT_FILTERS

    return [*FILTERS, *DEFAULT_FILTERS]


def _tests() -> list[str]:
    from jinja2.tests import TESTS as DEFAULT_TESTS

    return list(DEFAULT_TESTS)


def _fields() -> set[str]:
    """The names of all values that a template may meet."""
    from handout.render.context import Context

    found: set[str] = set()
    waiting: list[Any] = [Context]
    while waiting:
        kind = waiting.pop()
        if is_dataclass(kind) and isinstance(kind, type):
            own = {field.name for field in fields(kind)}
            own |= {n for n, v in vars(kind).items() if isinstance(v, property)}
            if not own <= found:
                found |= own
                waiting += get_type_hints(kind).values()
        waiting += get_args(kind)
    return found
