"""The contract with template authors: the names a template may use, and their types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from typing import Annotated, Any, get_args, get_type_hints

from handout import assets, files, toml_file
from handout.errors import TemplateError
from handout.model.handout import Handout, TextRun
from handout.model.pack import OURS_END, Pack, PackFacts, Value
from handout.model.paper import Paper
from handout.model.tree import map_tree
from handout.render.punctuation import on_paper

_COUNT_OF_PAGES = "counter(pages)"


@dataclass(frozen=True, slots=True)
class Context:
    """What a template gets, by name."""

    handout: Annotated[Handout, "all that is to be printed: title, sections, blocks, …"]
    labels: Annotated[
        dict[str, str], "the words of strings.toml in the text's language"
    ]
    paper: Annotated[Paper, "the sheet: width, height, margins in mm, type size in pt"]
    pack: Annotated[PackFacts, "the pack: name, title, options"]
    options: Annotated[Mapping[str, Value], "the values of the pack's options"]
    tokens: Annotated[str, "the CSS variables that options set"]
    style: Annotated[str, "the style sheets of base, parents and pack, joined"]

    def names(self) -> dict[str, Any]:
        """The names and values for Jinja2."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def contract() -> dict[str, str]:
    """Every name a template may use, with its type and what it is."""
    found = {}
    for name, hint in get_type_hints(Context, include_extras=True).items():
        kind, help_ = get_args(hint)
        found[name] = f"{getattr(kind, '__name__', kind)}: {help_}"
    return found


def context_for(
    handout: Handout,
    pack: Pack,
    paper: Paper,
    *,
    options: Mapping[str, Value],
    keep_punctuation: bool,
) -> Context:
    """Prepare all a template needs. Raises TemplateError for bad strings or CSS."""
    chinese = handout.language.startswith("zh")
    printed = (
        handout if keep_punctuation or not chinese else _map_texts(handout, on_paper)
    )
    labels = _labels(pack, handout.language)
    tokens = _tokens(pack, options)
    facts = PackFacts.of(pack, handout.language)
    style = _style(pack)
    if handout.part and handout.part.pages:
        # The pages of a packet are laid out part by part, each with its own count.
        style = style.replace(_COUNT_OF_PAGES, f'"{handout.part.pages}"')
    return Context(printed, labels, paper, facts, options, tokens, style)


def _tokens(pack: Pack, options: Mapping[str, Value]) -> str:
    """The CSS variables that the options set."""
    return " ".join(
        f"{option.token}: {options[option.name]}{option.unit};"
        for option in pack.options
        if option.token
    )


def _map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """Apply a change of the same length to every text in a tree of values."""

    def change_text(one: Any) -> Any:
        if isinstance(one, str):
            return change(one)
        if isinstance(one, tuple) and one and isinstance(one[0], TextRun):
            return _mapped_runs(one, change)
        return one

    return map_tree(value, change_text)


def _mapped_runs(
    runs: tuple[TextRun, ...], change: Callable[[str], str]
) -> tuple[TextRun, ...]:
    """Apply a change to runs as to one text: a mark may begin or end a run."""
    text = change("".join(run.text for run in runs))
    ends = list(accumulate(len(run.text) for run in runs))
    return tuple(
        replace(run, text=text[end - len(run.text) : end])
        for run, end in zip(runs, ends, strict=True)
    )


def _labels(pack: Pack, language: str) -> dict[str, str]:
    """Gather the words that are on paper, the pack's own over its parents'."""
    labels: dict[str, str] = {}
    for folder in reversed(pack.folders):
        for name in ("strings.toml", f"strings.{language}.toml"):
            content = files.load_of_pack(folder, name)
            if content is not None:
                found = toml_file.parse_toml(content, folder / name, TemplateError)
                labels |= {key: str(text) for key, text in found.items()}
    return labels


def _style(pack: Pack) -> str:
    """Join the style sheets, base first, so that a pack's own rules win.

    A mark shows where ours end: printing need not read those again.
    """
    sheets: list[str] = []
    marked = False
    for place, tokens in zip(pack.folders[::-1], pack.tokens[::-1], strict=True):
        if not (marked or place.is_relative_to(assets.templates_folder())):
            sheets.append(OURS_END)
            marked = True
        sheets.append(files.text_of_pack(place, "style.css") or "")
        if tokens:
            set_ = " ".join(f"--{name}: {value};" for name, value in tokens)
            sheets.append(f":root {{ {set_} }}")
    return "\n".join(filter(None, [*sheets, "" if marked else OURS_END]))
