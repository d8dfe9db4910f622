"""Something worth knowing that did not stop the work."""

from collections.abc import Callable
from dataclasses import dataclass

from handout.errors import with_option_names


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the user; returned by a stage, shown by the command line."""

    code: str
    message: str
    where: str = ""

    def __str__(self) -> str:
        return self.sentence()

    def sentence(self, name: Callable[[str], str] = str) -> str:
        """The whole notice; options are written as `name` has them."""
        place = f"{self.where}: " if self.where else ""
        return with_option_names(f"{place}{self.message}", name)
