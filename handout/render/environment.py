"""The only Jinja2 environment: sandboxed, strict about names, escaping everything."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from handout import files
from handout.model.handout import PacketPart
from handout.model.pack import Pack
from handout.render.context import Context
from handout.render.faults import template_mistake
from handout.render.filters import FILTERS
from handout.render.limits import join_output, limits_on_template
from handout.render.macro_inheritance import MACROS, joined_macros
from handout.render.sandbox import sandbox

PAGE = "page.html.j2"


def render_page(pack: Pack, context: Context, name: str = PAGE) -> str:
    """Render a page of the pack. Raises TemplateError with file, line and column."""
    values = context.names()
    with mistakes_explained(pack, values):
        environment, page = _environment(pack.folders, pack.chain)
        page.start(context.handout.part)
        return join_output(environment.get_template(name).generate(values))


@contextmanager
def mistakes_explained(pack: Pack, values: Mapping[str, Any]) -> Iterator[None]:
    """Work with a pack's templates in their limits.

    Raises TemplateError, with file, line and column, for a mistake in a template.
    """
    import jinja2

    mistakes = (jinja2.TemplateError, ArithmeticError, LookupError, RecursionError)
    try:
        with limits_on_template():
            yield
    except (*mistakes, TypeError, ValueError, AttributeError) as error:
        compile_ = templates_of(pack).compile
        if mistake := template_mistake(error, pack, values, compile_):
            raise mistake from error
        raise


class _Page:
    """What macros know of the page they are on, however they are imported."""

    def __init__(self) -> None:
        self._count = 0
        self._label = ""

    def start(self, part: PacketPart | None) -> None:
        """Begin a page: the same page always has the same ids."""
        self._count = 0
        self._label = part.label if part else ""

    def next_id(self) -> str:
        """An id that the page has not had."""
        self._count += 1
        return f"box-{self._count}"

    def citation(self, paragraph: int) -> str:
        """A paragraph as it is cited: ¶4, or 二 ¶4 in a packet."""
        return f"{self._label} ¶{paragraph}" if self._label else f"¶{paragraph}"


@lru_cache(maxsize=16)
def _environment(
    folders: tuple[Path, ...], chain: tuple[str, ...]
) -> tuple[Any, _Page]:
    """Look names up along the folders; PACK/NAME starts at one of them.

    A pack whose options or tokens change keeps its templates as they are compiled.
    """
    from jinja2 import ChoiceLoader, FunctionLoader, PrefixLoader, StrictUndefined

    environment = sandbox()(
        loader=ChoiceLoader(
            [
                FunctionLoader(_loader(folders)),
                PrefixLoader(
                    {
                        name: FunctionLoader(_loader(folders[at:]))
                        for at, name in enumerate(chain)
                    }
                ),
            ]
        ),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    page = _Page()
    environment.globals["unique_id"] = page.next_id
    environment.globals["citation"] = page.citation
    # Random words: they would print another page each time.
    del environment.globals["lipsum"]
    return environment, page


def _loader(folders: tuple[Path, ...]) -> Callable[[str], Any]:
    """What finds a template in the first folder that has it."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        # What Jinja2's own loader refuses, too: a way up and out of the pack.
        if ".." in name.split("/") or "\\" in name or name.startswith("/"):
            return None
        for folder in folders:
            text = files.text_of_pack(folder, name)
            if text is None:
                continue
            if name == MACROS:
                text = joined_macros(folders)
            return text, str(folder / name), _stale_check(folders, name)
        return None

    return load


def _stale_check(folders: tuple[Path, ...], name: str) -> Callable[[], bool]:
    """What shows whether a template is still as it is now."""
    state = _state(folders, name)
    return lambda: _state(folders, name) == state


def _state(folders: tuple[Path, ...], name: str) -> list[tuple[int, int]]:
    """What differs when a template changes, or when another comes before it."""
    return [_stamp(folder / name) for folder in folders]


def _stamp(path: Path) -> tuple[int, int]:
    """What differs when a file changes."""
    try:
        state = path.stat()
    except OSError:
        return 0, 0
    return state.st_mtime_ns, state.st_size


def templates_of(pack: Pack) -> Any:
    """The environment that a pack is rendered with, to look into templates."""
    return _environment(pack.folders, pack.chain)[0]
