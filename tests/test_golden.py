"""Guards the golden fixture: it must fail when it should."""

from pathlib import Path

import pytest

COMPARE = 'def test_page(golden):\n    golden("plain/page.txt", "甲\\n乙\\n")\n'


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A suite with our conftest and one test that compares with one file."""
    pytester.makefile(".ini", pytest="[pytest]\ntestpaths = tests\n")
    tests = pytester.mkdir("tests")
    conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    (tests / "conftest.py").write_text(
        conftest.replace('pytest_plugins = ["pytester"]', ""), encoding="utf-8"
    )
    (tests / "test_page.py").write_text(COMPARE, encoding="utf-8")
    return pytester


def page(suite: pytest.Pytester, text: str) -> Path:
    path = suite.path / "tests" / "golden" / "plain" / "page.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_text_passes(suite):
    page(suite, "甲\n乙\n")

    result = suite.runpytest_subprocess()

    result.assert_outcomes(passed=1)
    assert result.ret == 0


def test_another_text_fails_and_shows_the_line(suite):
    page(suite, "甲\n丙\n")

    result = suite.runpytest_subprocess()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*golden/plain/page.txt says otherwise*"])
    result.stdout.fnmatch_lines(["*-丙", "*+乙"])


def test_a_missing_file_fails(suite):
    result = suite.runpytest_subprocess()

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*golden/plain/page.txt is missing*"])


def test_update_golden_writes_the_file(suite):
    path = page(suite, "丙\n")

    result = suite.runpytest_subprocess("--update-golden")

    result.assert_outcomes(passed=1)
    assert path.read_text(encoding="utf-8") == "甲\n乙\n"


def test_a_file_that_no_test_uses_fails_the_whole_run_only(suite):
    page(suite, "甲\n乙\n").with_name("forgotten.txt").write_text("")

    whole = suite.runpytest_subprocess()
    part = suite.runpytest_subprocess("tests/test_page.py")

    assert whole.ret == 1
    whole.stdout.fnmatch_lines(["golden/plain/forgotten.txt is used by no test*"])
    assert part.ret == 0
