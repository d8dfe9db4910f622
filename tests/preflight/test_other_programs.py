"""PDFs by other programs: what is wrong with them is found, and nothing else."""

from pathlib import Path

import pytest

from handout.preflight import examine

FILES = Path(__file__).parent / "files"
GOOD = ["chromium-as-it-should-be", "typst-as-it-should-be", "xelatex"]


def report(name):
    return examine((FILES / f"{name}.pdf").read_bytes())


@pytest.mark.parametrize("name", GOOD)
def test_what_another_program_sets_as_it_should_be_has_no_finding(name):
    assert report(name).findings == ()


def test_what_chromium_sets_with_faults_is_found_by_line():
    found = {
        (one.rule, one.page, one.line)
        for one in report("chromium-with-faults").findings
    }

    assert {(rule, page) for rule, page, _ in found} == {
        ("A4", 1),
        ("A4", 3),
        ("D1", 1),
        ("K8", 1),
        ("M1", 1),
        ("P2", 1),
        ("P2", 3),
        ("P6", 1),
    }
    assert {("D1", 1, 12), ("M1", 1, 12), ("P6", 1, 12), ("K8", 1, 13)} <= found


def test_what_typst_sets_with_faults_is_found():
    found = {(one.rule, one.page) for one in report("typst-with-faults").findings}

    assert found == {
        ("A4", 1),
        ("A4", 2),
        ("D1", 2),
        ("K3", 1),
        ("K7", 1),
        ("T1", 2),
    }


def test_what_libreoffice_sets_as_it_comes_is_found():
    found = {(one.rule, one.page) for one in report("libreoffice").findings}

    assert found == {("K1", 1), ("P2", 2), ("P6", 2)}


def test_what_a_file_cannot_tell_is_said():
    told = dict(report("xelatex").not_checked)

    assert told["K5"] == "the file does not tell its tables: it has no tags"
    assert told["S1"] == "no sentence names its paragraph"
    assert "K7" not in told
    assert "F4" not in told

    told = dict(report("libreoffice").not_checked)

    assert told["F4"].startswith("not known which characters these draw: ")
    assert told["K7"] == "no box to write in is drawn"
