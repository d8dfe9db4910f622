"""handout outline: what was read, and what was set aside."""

from handout import records
from handout.cli import show
from handout.cli.groups import spread_groups
from handout.cli.guarded import work_on
from handout.cli.source import JsonOption, Reading, SourceArgument, StrictOption
from handout.messages import translate
from handout.model.document import Document, Section
from handout.pipeline import Source, read_source


@spread_groups
def outline(
    source: SourceArgument,
    *,
    as_json: JsonOption = False,
    reading: Reading,
    strict: StrictOption = False,
) -> None:
    """Show what was read: the sections, and what was set aside with the reason.

    Correct what is wrong in SOURCE.outline.yaml, a list such as
    "- {line: 一、总则, is: heading, level: 1}"; `is` can also be text, aside, title,
    byline, date or source.
    """
    with show.errors_shown():
        given = Source.open(source), reading.options()
        document, found = work_on(source, read_source, *given)
    if as_json:
        show.record(records.outline_record(document, found))
    else:
        for line in _outline_lines(document):
            show.result(line)
    show.notices(found, strict=strict)


def _outline_lines(document: Document) -> list[str]:
    lines = [
        f"{translate(name)}: {line.text}"
        for name in ("title", "byline", "date", "source")
        if (line := getattr(document, name))
    ]
    lines += [f"{translate('language')}: {document.language}"]
    if document.kind:
        evidence = "; ".join(document.kind_evidence)
        lines += [f"{translate('kind')}: {document.kind} ({evidence})"]
    lines += [""]
    for section in document.sections:
        lines += _section_lines(section, 0)
    lines += ["", f"{translate('set aside')}: {len(document.asides)}"]
    lines += [
        f"  {translate('line')} {a.line}: {translate(a.reason)}: {a.text!r}"
        for a in document.asides
    ]
    placed, aside = document.placed, document.set_aside
    equal = "=" if document.characters == placed + aside else "≠"
    proof = (
        f"{document.characters} characters {equal} {placed} placed + {aside} set aside"
        " (white space not counted)"
    )
    return [*lines, "", translate(proof)]


def _section_lines(section: Section, depth: int) -> list[str]:
    indent = "  " * depth
    paragraphs = section.all_paragraphs
    first = paragraphs[0].number if paragraphs else 0
    span = f"¶{first}–{paragraphs[-1].number}" if paragraphs else translate("empty")
    heading = section.heading
    name = heading.text if heading else translate("(introduction)")
    why = (
        f"  [{translate(heading.reason)}; {heading.confidence:.0%}]" if heading else ""
    )
    lines = [f"{indent}{name}  {span}{why}"]
    lines += [
        f"{indent}  ¶{p.number} {p.run_in}" for p in section.paragraphs if p.run_in
    ]
    for below in section.sections:
        lines += _section_lines(below, depth + 1)
    return lines
