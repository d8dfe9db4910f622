"""The only Jinja2 environment: sandboxed, strict about names, escaping everything."""

from functools import lru_cache
from typing import Any

from handout.errors import TemplateError
from handout.model.pack import Pack
from handout.render.context import Context
from handout.render.filters import FILTERS
from handout.render.limits import gathered, limited

_PAGE = "page.html.j2"


def render_page(pack: Pack, context: Context) -> str:
    """Render the pack's page. Raises TemplateError with file and line."""
    import jinja2

    try:
        with limited():
            environment, ids = _environment(pack)
            ids.start()
            page = environment.get_template(_PAGE)
            return gathered(page.generate(context.names()))
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            error.message or "cannot be read as a template",
            where=f"{error.filename or error.name}:{error.lineno}",
            hint="mend that line",
        ) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(
            f"there is no template {error.name} in {' > '.join(pack.chain)}",
            where=str(pack.folders[0]),
            hint="look at the name in {% include %} or {% extends %}",
        ) from error
    except jinja2.TemplateError as error:
        raise TemplateError(
            str(error), where=_place(error, pack), hint=_advice(error, context)
        ) from error
    except (TypeError, ValueError, LookupError, ArithmeticError) as error:
        place = _place(error, pack)
        if not place:
            raise
        raise TemplateError(str(error), where=place, hint="mend that line") from error


class _Ids:
    """Counts ids within a page: the same page always has the same ones."""

    def __init__(self) -> None:
        self._count = 0

    def start(self) -> None:
        """Begin a page."""
        self._count = 0

    def next(self) -> str:
        """Give an id that the page has not had."""
        self._count += 1
        return f"box-{self._count}"


@lru_cache(maxsize=16)
def _environment(pack: Pack) -> tuple[Any, _Ids]:
    """Look names up along the pack's parents; PACK/NAME starts at one of them."""
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    own = FileSystemLoader([str(folder) for folder in pack.folders])
    named = PrefixLoader(
        {
            name: FileSystemLoader([str(folder) for folder in pack.folders[at:]])
            for at, name in enumerate(pack.chain)
        }
    )
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([own, named]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    ids = _Ids()
    environment.globals["unique_id"] = ids.next
    return environment, ids


def _place(error: Exception, pack: Pack) -> str:
    """Find the template file and line in the error's trace."""
    folders = tuple(str(folder) for folder in pack.folders)
    place = ""
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith(folders):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _advice(error: Exception, context: Context) -> str:
    """Name what is nearest to an unknown name."""
    import difflib
    import re

    quoted = re.findall(r"'([^']+)'", str(error))
    known = [*context.names(), *context.labels, *context.options, *FILTERS]
    near = [n for word in quoted for n in difflib.get_close_matches(word, known, n=1)]
    return (
        f"did you mean {near[-1]}?" if near else "see docs/templates.md for the names"
    )
