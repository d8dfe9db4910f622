"""Reads all of a pack's own templates before a page is made; refuses what is wrong.

Jinja2 alone would tell of a mistake when it comes to it, which a template for a block
that today's article lacks never does.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from handout import assets, files, toml_file
from handout.errors import TemplateError
from handout.model.blocks import Block
from handout.model.handout import HandoutSection, TextSection
from handout.model.pack import Pack
from handout.packs.lint.reachable import kinds
from handout.packs.lint.template_types import Kind, OneOf, joined_kind, type_kind
from handout.packs.lint.unknown_names import (
    Unknown,
    contract_kinds,
    names_bound,
    unknown_names,
)
from handout.render.environment import mistakes_explained, templates_of
from handout.render.faults import no_name, no_template, refuse_unknown_blocks
from handout.render.macro_inheritance import origin

_BLOCK = re.compile(r"blocks/(\w+)\.html\.j2")
# What our templates have at hand where they include another: {% for X, Y in … %}.
_MADE = re.compile(r"\{%-?\s*+(?:for|set)\s++([\w, ]++)")
_IN = re.compile(r"\bin\b")
_Trees = dict[tuple[int, str], Any]

# The packs that were read and are right, each as it was then.
_right: set[tuple[object, ...]] = set()
_MOST_KEPT = 64


def check_templates(pack: Pack) -> None:
    """Raise TemplateError for the first mistake in a pack's own templates.

    Packs of the project are passed over: the tests print them.
    """
    if pack.folders[0].is_relative_to(assets.templates_folder()):
        return
    with mistakes_explained(pack, {}):
        environment = templates_of(pack)
        _check_names(environment, pack)
        refuse_unknown_blocks(environment)


def _check_names(environment: Any, pack: Pack) -> None:
    """Raise TemplateError for the first name or template that is not there.

    Raises Jinja2's own error for one that cannot be read.
    """
    state = (pack.folders, pack.chain, pack.options, *_files(pack))
    if state in _right or not list(_own(pack)):
        return
    trees: _Trees = {}
    for at, folder in _own(pack):
        for name in _names_in(folder):
            with _not_too_deep(folder / name):
                trees[at, name] = _read(environment, f"{pack.chain[at]}/{name}")
    given = contract_kinds(_labels(pack), (option.name for option in pack.options))
    around = _around(pack, trees, given)
    given |= dict.fromkeys(environment.globals)
    for (at, name), tree in trees.items():
        file = pack.folders[at] / name
        with _not_too_deep(file):
            _refuse_lost_filters(environment, tree, file)
            _refuse_lost_templates(environment, tree, file, pack)
            hand = {**around, **_block(name, around, trees)}
            for unknown in unknown_names(tree, given, hand):
                raise _no_name(unknown, file, pack)
    if len(_right) >= _MOST_KEPT:
        _right.clear()
    _right.add(state)


def _own(pack: Pack) -> Iterator[tuple[int, Path]]:
    """The folders that are not ours, each with its place in the line."""
    for at, folder in enumerate(pack.folders):
        if not folder.is_relative_to(assets.templates_folder()):
            yield at, folder


def _files(pack: Pack) -> Iterator[tuple[str, int, int]]:
    """The state of each file that these reports depend on."""
    for _, folder in _own(pack):
        for path in sorted((*folder.rglob("*.j2"), *folder.glob("*.toml"))):
            state = path.stat()
            yield str(path), state.st_mtime_ns, state.st_size


def _names_in(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.j2")):
        yield path.relative_to(folder).as_posix()


@contextmanager
def _not_too_deep(file: Path) -> Iterator[None]:
    """Raise TemplateError where a template has parts in parts beyond what is borne."""
    try:
        yield
    except (RecursionError, IndentationError) as error:
        raise TemplateError(
            "nests its parts too deep",
            where=str(file),
            hint="split it into macros, or into templates that it includes",
        ) from error


def _read(environment: Any, name: str) -> Any:
    """The tree of a template, compiled too: that alone finds some mistakes."""
    environment.get_template(name)
    return environment.parse(environment.loader.get_source(environment, name)[0])


def _labels(pack: Pack) -> set[str]:
    """The words of all languages: a template may ask which one is printed."""
    found: set[str] = set()
    for folder in pack.folders:
        for path in folder.glob("strings*.toml"):
            content = files.load_of_pack(folder, path.name) or b""
            found |= set(toml_file.parse_toml(content, path, TemplateError))
    return found


def _around(
    pack: Pack, trees: _Trees, given: dict[str, Kind | None]
) -> dict[str, Kind | None]:
    """The names that a template may have at hand where another includes it."""
    from jinja2 import nodes

    ours = [f for f in pack.folders if f.is_relative_to(assets.templates_folder())]
    texts = (files.text_of_pack(f, n) or "" for f in ours for n in _names_in(f))
    found: dict[str, Kind | None] = {
        name.strip(): None
        for text in texts
        for made in _MADE.findall(text)
        for name in _IN.split(made)[0].split(",")
    }
    found["section"] = OneOf(frozenset({HandoutSection, TextSection}))
    found["block"] = type_kind(Block)
    for tree in trees.values():
        made = names_bound(tree, {**given, **found})
        for name in {n.name for n in tree.find_all(nodes.Name) if n.ctx == "store"}:
            kind = made.get(name)
            found[name] = joined_kind((found[name], kind)) if name in found else kind
    return found


def _block(name: str, around: dict[str, Kind | None], trees: _Trees) -> dict[str, Kind]:
    """What `block` is in the template of a kind, unless others name that too."""
    from jinja2 import nodes

    kind = _BLOCK.fullmatch(name)
    named = {
        str(node.template.value)
        for tree in trees.values()
        for node in tree.find_all(nodes.Include)
        if isinstance(node.template, nodes.Const)
    }
    if not kind or kind[1] not in kinds() or name in named or not around["block"]:
        return {}
    return {"block": OneOf(frozenset({kinds()[kind[1]]}))}


def _refuse_lost_filters(environment: Any, tree: Any, file: Path) -> None:
    """Raise Jinja2's error for a filter or a test that is not there.

    Jinja2 itself waits for those within an `if`, which may ask for them first.
    """
    from jinja2 import TemplateAssertionError, nodes

    if any(test.name in ("filter", "test") for test in tree.find_all(nodes.Test)):
        return
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        is_filter = isinstance(node, nodes.Filter)
        known = environment.filters if is_filter else environment.tests
        if node.name not in known:
            said = f"No {'filter' if is_filter else 'test'} named {node.name!r}"
            raise TemplateAssertionError(said, node.lineno, None, str(file))


def _refuse_lost_templates(environment: Any, tree: Any, file: Path, pack: Pack) -> None:
    """Raise TemplateError for a template, or a macro of one, that is not there."""
    import jinja2
    from jinja2 import nodes

    wanted = (nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)
    for node in tree.find_all(wanted):
        name = getattr(node.template, "value", None)
        if not isinstance(name, str) or getattr(node, "ignore_missing", False):
            continue
        try:
            text = environment.loader.get_source(environment, name)[0]
        except jinja2.TemplateNotFound as error:
            raise no_template(name, *origin(file, node.lineno, pack), pack) from error
        if isinstance(node, nodes.FromImport):
            above = environment.parse(text)
            there = {one.name for one in above.find_all((nodes.Macro, nodes.Name))}
            for asked in node.names:
                macro = asked if isinstance(asked, str) else asked[0]
                if macro not in there:
                    known = tuple(one.name for one in above.find_all(nodes.Macro))
                    raise _no_name(Unknown(macro, node.lineno, known), file, pack)


def _no_name(unknown: Unknown, file: Path, pack: Pack) -> TemplateError:
    path, line = origin(file, unknown.line, pack)
    return no_name(unknown.name, path, line, unknown.known)
