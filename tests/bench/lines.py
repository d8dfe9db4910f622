"""How Chinese lines come out of our printing, stock WeasyPrint, Chromium and Typst.

All set the cases of tests/lines/ and three articles, with the same fonts in the same
measures; pdfium reads back where each glyph stands. Chromium and Typst are asked for
the best they have: text-autospace, text-spacing-trim, cjk-latin-spacing.

Run by hand: python tests/bench/lines.py [--typst PYTHON] [--write docs/…md]
PYTHON is one that has the package typst. What is not installed is left out.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from html import escape
from importlib.util import module_from_spec, spec_from_file_location
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from handout.assets import fonts_folder
from handout.preflight.finding import CheckOptions
from handout.preflight.pages import sheets_of
from handout.printing import print_pdf
from handout.printing.engine.load import load_weasyprint
from handout.printing.lay_out import LESSONS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TEXTS = {
    "sample": next((ROOT / "seeds").iterdir()),
    "report": HERE / "lines_texts" / "report.txt",
    "technical": HERE / "lines_texts" / "technical.txt",
}
# A4 and A5 with our margins, in ems.
MEASURES = (42.0, 28.5)
STYLE = (
    "@page{size:250mm 180mm;margin:0}body{margin:0;font:10.5pt/18pt 'Handout Serif';"
    "text-align:justify;font-feature-settings:'chws'}"
    "p{margin:0;break-after:page}b{font-weight:normal}"
)
CHROMIUM = (
    "@font-face{{font-family:'Handout Serif';src:url('{}')}}"
    "body{{text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;"
    "text-wrap:pretty}}"
)
TYPST = """#set page(width: 250mm, height: 180mm, margin: 0pt)
#set text(font: "Handout Serif", size: 10.5pt, lang: "zh", region: "cn",
  cjk-latin-spacing: auto)
#set par(justify: true, leading: 7.5pt)
#show strong: it => it.body
"""
# Its measure in ems, its text, and the style that a case asks for.
Paragraph = tuple[float, str, str]


def loaded(path: Path) -> Any:
    """Import a file that stands beside the tests: they are no package."""
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    sys.modules[path.stem] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules[path.stem])
    return sys.modules[path.stem]


judge = loaded(ROOT / "tests" / "lines" / "judge.py")


def html_of(paragraphs: list[Paragraph], more: str = "") -> str:
    """Set each paragraph on a page of its own."""
    pages = (
        f"<p style='width:{ems}em;--punctuation:{asks or 'full'}'>{text}</p>"
        for ems, text, asks in paragraphs
    )
    lines = paragraphs[0][2] or "gb"
    head = f"<!doctype html><html lang=zh-CN data-lines={lines}><meta charset=utf-8>"
    return f"{head}<style>{STYLE}{more}</style><body class=''>{''.join(pages)}"


def ours(paragraphs: list[Paragraph], folder: Path) -> bytes:
    """Print with our hooks."""
    groups = groupby(paragraphs, key=lambda one: one[2])
    html = tuple(html_of(list(some)) for _, some in groups)
    return print_pdf(html, folders=(folder,)).pdf


def stock(paragraphs: list[Paragraph], folder: Path) -> bytes:
    """Print with WeasyPrint as it comes, and our fonts."""
    assert folder
    weasyprint = load_weasyprint(None)
    for lesson in LESSONS:
        lesson.remove()
    return bytes(weasyprint.HTML(string=html_of(paragraphs)).write_pdf())


def chromium(paragraphs: list[Paragraph], folder: Path) -> bytes | None:
    """Print with Chromium, if it is installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        return None
    font = (fonts_folder() / "HandoutSerif-Regular.ttf").as_uri()
    page, pdf = folder / "page.html", folder / "page.pdf"
    page.write_text(html_of(paragraphs, CHROMIUM.format(font)), encoding="utf-8")
    command = [program, "--headless", "--no-sandbox", "--disable-gpu"]
    command += ["--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pdf.read_bytes()


def typst(paragraphs: list[Paragraph], folder: Path, python: str) -> bytes | None:
    """Print with Typst, if there is a Python that has it."""
    if not python:
        return None
    source, pdf = folder / "page.typ", folder / "page.pdf"
    pages = (f"#block(width: {ems}em)[{marked(text)}]" for ems, text, _ in paragraphs)
    source.write_text(TYPST + "\n#pagebreak()\n".join(pages), encoding="utf-8")
    code = (
        "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2],"
        "font_paths=[sys.argv[3]])"
    )
    command = [python, "-c", code, source, pdf, fonts_folder()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pdf.read_bytes()


def marked(text: str) -> str:
    """Write a text with <b> and <br> as Typst has it."""
    found = []
    for piece in judge.re.split("(<.*?>)", text):
        known = {"<b>": "#strong[", "</b>": "]", "<br>": "#linebreak()"}
        quoted = piece.replace("\\", "\\\\").replace('"', '\\"')
        found.append(known.get(piece, f'#"{quoted}"' if piece else ""))
    return "".join(found)


def lines_of(pdf: bytes) -> list[list[list[Any]]]:
    """The glyphs of each line of each page: a page holds one column."""
    found = []
    for sheet in sheets_of(pdf, CheckOptions()):
        rows: dict[float, list[Any]] = {}
        for glyph in sheet.glyphs:
            y = next((y for y in rows if abs(y - glyph.baseline) < 6), glyph.baseline)
            rows.setdefault(y, []).append(glyph)
        found.append([judge.in_order(rows[y]) for y in sorted(rows)[::-1]])
    return found


def suite(print_: Callable[..., bytes | None]) -> dict[str, tuple[int, int]] | None:
    """Count the cases that hold, and all, by rule."""
    cases = judge.cases()
    with tempfile.TemporaryDirectory() as folder:
        pdf = print_([(c.ems, c.text, c.asks) for c in cases], Path(folder))
    if pdf is None:
        return None
    held: dict[str, tuple[int, int]] = {}
    for case, lines in zip(cases, lines_of(pdf), strict=True):
        good, all_ = held.get(case.rule, (0, 0))
        held[case.rule] = good + (not judge.broken(case, lines)), all_ + 1
    return held


def measures(print_: Callable[..., bytes | None]) -> dict[str, str]:
    """Measure the three articles: the table of what we aim at."""
    paragraphs = [
        (ems, escape(text.strip(), quote=False), "")
        for path in TEXTS.values()
        for text in path.read_text(encoding="utf-8").splitlines()
        for ems in MEASURES
        if len(text) > 40
    ]
    with tempfile.TemporaryDirectory() as folder:
        pdf = print_(paragraphs, Path(folder))
    assert pdf
    pages = list(zip(paragraphs, lines_of(pdf), strict=True))
    full = [(ems, line) for (ems, *_), lines in pages for line in lines[:-1]]
    flush = sum(judge.is_flush(line, ems * judge.SIZE) for ems, line in full)
    edges = sum(
        (below[0].text in judge.CLOSING + "·～…") + (above[-1].text in judge.OPENING)
        for _, lines in pages
        for above, below in pairwise(lines)
    )
    lines = [line for _, line in full]
    widest = [widest_gap(line) for line in lines]
    loose = sum(pair_is_loose(*two) for _, lines in pages for two in all_pairs(lines))
    lone = sum(ends_alone(lines) for _, lines in pages)
    tight = sum(gap <= 0.12 for gap in widest)
    return {
        "lines that are not last ones": str(len(full)),
        "flush right edge within 0.5 pt": f"{flush / len(full):.1%}",
        "forbidden starts and ends": str(edges),
        "widest gap between two Han, em": f"{max(widest):.2f}",
        "lines whose widest gap is ≤ 0.12 em": f"{tight / len(full):.1%}",
        "widest gap of any kind, spaces too, em": f"{max(map(widest_any, lines)):.2f}",
        "adjacent marks wider than 1.5 em": str(loose),
        "single-character last lines": f"{lone} of {len(pages)}",
    }


def ends_alone(lines: list[list[Any]]) -> bool:
    """Whether the last line of a paragraph is one character and its mark."""
    last = judge.texts(lines)[-1].rstrip(judge.CLOSING + "…")
    return len(lines) > 1 and len(last) < 2


def widest_gap(line: list[Any]) -> float:
    """The widest gap between two Han of a line, in ems."""
    gaps = (
        (after.left - before.right) / before.size
        for before, after in pairwise(line)
        if judge.HAN.match(before.text) and judge.HAN.match(after.text)
    )
    return max(gaps, default=0.0)


def widest_any(line: list[Any]) -> float:
    """The widest gap of a line, in ems, but for those that marks bring along."""
    marks = judge.CLOSING + judge.OPENING
    gaps = (
        (after.left - before.right) / before.size
        for before, after in pairwise(line)
        if before.text not in marks and after.text not in marks
    )
    return max(gaps, default=0.0)


def all_pairs(lines: list[list[Any]]) -> list[tuple[Any, Any]]:
    """All glyphs that are side by side."""
    return [two for line in lines for two in pairwise(line)]


def pair_is_loose(before: Any, after: Any) -> bool:
    """Whether two marks take more than an em and a half."""
    closing, opening = judge.CLOSING, judge.OPENING
    marks = before.text in closing and after.text in closing + opening
    marks = marks or (before.text in opening and after.text in opening)
    return marks and (after.left - before.left) / before.size > 0.65


def table(columns: dict[str, dict[str, str]]) -> str:
    """Write what was measured as a table in Markdown."""
    names = list(columns)
    rows = [f"| | {' | '.join(names)} |", "|---|" + "---|" * len(names)]
    for key in columns[names[0]]:
        cells = (columns[name].get(key, "–") for name in names)
        rows.append(f"| {key} | {' | '.join(cells)} |")
    return "\n".join(rows)


def main() -> None:
    """Print the table, or write it between the marks of a document."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--typst", default="")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    programs: dict[str, Callable[..., bytes | None]] = {
        "handout": ours,
        "stock WeasyPrint": stock,
        "Chromium": chromium,
        "Typst": lambda paragraphs, folder: typst(paragraphs, folder, given.typst),
    }
    columns = {}
    for name, print_ in programs.items():
        held = suite(print_)
        if held is None:
            continue
        good, all_ = (sum(two) for two in zip(*held.values(), strict=True))
        columns[name] = measures(print_) | {"cases that hold": f"{good} of {all_}"}
        columns[name] |= {f"— {rule}": f"{g} of {a}" for rule, (g, a) in held.items()}
    text = table(columns)
    if not given.write:
        print(text)  # noqa: T201
        return
    old = given.write.read_text(encoding="utf-8")
    before, _, rest = old.partition("<!-- table -->\n")
    after = rest.partition("<!-- end -->")[2]
    new = f"{before}<!-- table -->\n{text}\n<!-- end -->{after}"
    given.write.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    main()
