"""Something worth knowing that did not stop the work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence for the user; returned by a stage, shown by the command line."""

    code: str
    message: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message
