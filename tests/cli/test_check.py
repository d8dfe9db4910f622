"""handout check shows findings, and tells a script about them."""

import io
import json

import pikepdf
import pytest
from typer.testing import CliRunner

from handout.cli.app import app


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


def test_findings_come_as_json_too(blank):
    result = CliRunner().invoke(app, ["check", blank, "--json"])

    (finding,) = json.loads(result.stdout)
    assert finding == {
        "rule": "K1",
        "page": 1,
        "line": 0,
        "message": "the page is blank",
        "hint": "",
    }


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
