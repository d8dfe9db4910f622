"""The only Jinja2 environment: sandboxed, strict about names, escaping everything."""

from itertools import count
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
            page = _environment(pack).get_template(_PAGE)
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


def _environment(pack: Pack) -> Any:
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
    # A new count for each page: the same page always has the same ids.
    numbers = count(1)
    environment.globals["unique_id"] = lambda: f"box-{next(numbers)}"
    return environment


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
