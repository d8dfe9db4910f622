"""handout check shows findings, and tells a script about them."""

import io
import json

import pikepdf
import pytest
from typer.testing import CliRunner

from handout.cli.app import app
from handout.printing import print_pdf


@pytest.fixture
def blank(tmp_path):
    document = pikepdf.new()
    document.add_blank_page()
    out = io.BytesIO()
    document.save(out)
    path = tmp_path / "blank.pdf"
    path.write_bytes(out.getvalue())
    return str(path)


def test_a_finding_is_a_line_with_rule_and_page(blank):
    result = CliRunner().invoke(app, ["check", blank])

    assert result.exit_code == 0
    assert result.stdout == "K1  page 1: the page is blank\n"
    assert result.stderr == "handout: 1 page: 1 found\n"


def test_findings_come_as_json_too(blank):
    result = CliRunner().invoke(app, ["check", blank, "--json"])

    report = json.loads(result.stdout)
    assert report["pages"] == 1
    assert report["findings"] == [
        {
            "rule": "K1",
            "page": 1,
            "line": 0,
            "message": "the page is blank",
            "hint": "",
            "is_note": False,
            "place": None,
        }
    ]


def test_many_findings_alike_on_a_page_are_shown_as_few(tmp_path):
    path = tmp_path / "x.pdf"
    body = "<p>TODO一" * 9
    path.write_bytes(print_pdf((f"<html lang=zh><p>{body}",), folders=(tmp_path,)).pdf)

    shown = CliRunner().invoke(app, ["check", str(path)]).stdout.splitlines()
    every = json.loads(CliRunner().invoke(app, ["check", str(path), "--json"]).stdout)

    assert len(every["findings"]) == 9
    assert len(shown) == 4
    assert shown[-1] == "D1  page 1: and 6 more (--json lists them all)"


def test_strict_makes_findings_the_exit_code(blank):
    assert CliRunner().invoke(app, ["check", blank, "--strict"]).exit_code == 1


@pytest.mark.parametrize("content", [b"", b"no pdf", None])
def test_what_cannot_be_read_is_a_sentence(tmp_path, content):
    path = tmp_path / "x.pdf"
    if content is not None:
        path.write_bytes(content)

    result = CliRunner().invoke(app, ["check", str(path)])

    assert result.exit_code == 3
    assert result.stderr.startswith("handout: ")
    assert "Traceback" not in result.output
