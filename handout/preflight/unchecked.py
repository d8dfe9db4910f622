"""Says which rules a file gives nothing to check by, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from handout.preflight.finding import CheckOptions
from handout.preflight.pages.our_note import Carried
from handout.preflight.pages.page import Sheet
from handout.preflight.pages.pdf_objects import PdfStructure
from handout.preflight.rule_list import RULES
from handout.preflight.rules.fonts import not_compared
from handout.preflight.rules.source import named_sentences

# The rules of what is written: L, P, A, M, T, D and S.
_OF_TEXT = tuple(rule for rule in RULES if rule[0] in "LPAMTDS")


@dataclass(slots=True)
class RuleSubjects:
    """What a file has that rules are about; sentences are those that name their ¶."""

    boxes: bool
    text: bool = False
    sentences: bool = False

    def look(self, sheet: Sheet) -> None:
        """Note what a page has."""
        self.boxes = self.boxes or bool(sheet.boxes)
        self.text = self.text or bool(sheet.glyphs)
        self.sentences = self.sentences or any(named_sentences(sheet))


def not_checked(
    structure: PdfStructure,
    carried: Carried | None,
    options: CheckOptions,
    seen: RuleSubjects,
) -> Iterator[tuple[str, str]]:
    """The rules that this file, or what was asked, gives nothing to check by."""
    if not seen.text:
        why = "no text can be read: the pages are pictures"
        yield from ((rule, why) for rule in _OF_TEXT)
    elif why := _no_source(options, seen):
        yield from (("S1", why), ("S2", why))
    if why := not_compared(structure, options):
        yield from (("F4", why), ("F5", why))
    if not (options.sheets or options.booklet):
        yield "K4", "no number of sheets was given"
    if not (carried or structure.has_tags):
        yield "K5", "the file does not tell its tables: it has no tags"
    if not seen.boxes:
        why = "no box to write in is drawn"
        yield from (("K7", why), ("K8", why))


def _no_source(options: CheckOptions, seen: RuleSubjects) -> str:
    if not seen.sentences:
        return "no sentence names its paragraph"
    if options.source:
        return ""
    return options.no_source or "no source is given, nor attached"
