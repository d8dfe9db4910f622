"""Groups of options that several commands share."""

from handout.cli.options.asking import Asking
from handout.cli.options.meeting import Meetings

__all__ = ["Asking", "Meetings"]
