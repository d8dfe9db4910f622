"""What is asked for: the user's options with the pack, paper and fonts they name."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from handout import packs
from handout.model.options import MakeOptions
from handout.model.pack import Pack, Value
from handout.model.paper import Paper, paper_named
from handout.packs.choices import choose_values, pairs
from handout.packs.project import choices_for
from handout.pipeline.missing_characters import font_folder


@dataclass(frozen=True, slots=True)
class Order:
    """How handouts are printed; `options` hold the rest of what the user asked for.

    `choices` has a value for every option of the pack. `font_dir` is a folder of the
    user's own fonts.
    """

    pack: Pack
    paper: Paper
    choices: tuple[tuple[str, Value], ...]
    font_dir: Path | None = None
    options: MakeOptions = field(default_factory=MakeOptions)

    @property
    def with_text(self) -> bool:
        """Whether the article itself is printed: asked for, or what the pack is for."""
        return self.options.plan.with_text or self.pack.with_text

    def with_flowing_sections(self) -> "Order":
        """The same, but sections follow one another, where the pack can do that."""
        if "sections" not in dict(self.choices):
            return self
        choices = dict(self.choices) | {"sections": "flow"}
        return replace(self, choices=tuple(choices.items()))


def order_for(options: MakeOptions, *, default_pack: str) -> Order:
    """Find what the options name. Raises UsageError, TemplateError, FontError."""
    pack = packs.find(options.template or default_pack)
    paper = paper_named(options.paper or pack.paper)
    choices = tuple(_choices(pack, options).items())
    return Order(pack, paper, choices, font_folder(options.font_dir), options)


def _choices(pack: Pack, options: MakeOptions) -> dict[str, Value]:
    """A value for every option of a pack; the user's win over the project's."""
    given = pairs(options.choices)
    if options.project is None:
        return choose_values(pack, given)
    values, places = choices_for(pack, options.project)
    by_project = {name: at for name, at in places.items() if name not in given}
    return choose_values(pack, values | given, by_project)
