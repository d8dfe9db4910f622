"""Every --json output follows the schema that is published for it."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from handout.cli.app import app
from handout.records import as_text
from handout.records.schema import PUBLISHED, record_schema_text, schema_of

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schemas"
FILES = ROOT / "tests" / "read" / "files"
FIXTURES = sorted(
    path
    for path in FILES.rglob("*")
    if path.is_file() and path.name != "README.md" and path.suffix != ".png"
)
TEXT = "论学习\n\n一、学习的意义\n\n学习是进步的阶梯。学习要持之以恒。\n"

by_fixture = pytest.mark.parametrize(
    "path", FIXTURES, ids=lambda path: path.relative_to(FILES).as_posix()
)


def record(name, *words):
    """Run a command with --json, and hold what it prints against its schema."""
    ran = CliRunner().invoke(app, [*map(str, words), "--json"])
    found = json.loads(ran.stdout)
    jsonschema.validate(found, schema_of(PUBLISHED[name]))
    return found


def unknown_keys(value, schema, definitions):
    """Find keys that a record has and its schema does not name."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].rsplit("/")[-1]]
    found = set()
    for one in schema.get("anyOf", ()):
        if isinstance(value, dict) and "$ref" in one:
            found |= unknown_keys(value, one, definitions)
    if isinstance(value, dict) and "properties" in schema:
        found |= value.keys() - schema["properties"].keys()
        for key, below in value.items():
            kind = schema["properties"].get(key, {})
            found |= unknown_keys(below, kind, definitions)
    if isinstance(value, list):
        for one in value:
            found |= unknown_keys(one, schema.get("items", {}), definitions)
    return found


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "论学习.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_published_schemas_are_those_of_today(name):
    path = SCHEMAS / f"{name}.schema.json"

    assert path.read_text(encoding="utf-8") == record_schema_text(name)


def test_no_schema_is_published_for_a_record_that_is_gone():
    named = {path.name.removesuffix(".schema.json") for path in SCHEMAS.glob("*.json")}

    assert named == set(PUBLISHED)


@by_fixture
def test_every_source_has_an_outline_with_its_schema(path):
    found = record("outline", "outline", path)
    schema = schema_of(PUBLISHED["outline"])

    assert found["schema"] == 1
    assert unknown_keys(found, schema, schema["definitions"]) == set()
    assert found["placed"] + found["set_aside"] == found["characters"]


@by_fixture
def test_every_source_has_an_analysis_with_its_headings(path):
    outline = record("outline", "outline", path)
    found = record("analyse", "analyse", path)
    schema = schema_of(PUBLISHED["analyse"])

    assert unknown_keys(found, schema, schema["definitions"]) == set()
    shared = ("place", "heading", "first", "last")
    assert [[s[key] for key in shared] for s in found["sections"]] == [
        [s[key] for key in shared] for s in outline["sections"]
    ]


def test_a_line_of_jsonl_has_the_same_sections(tmp_path):
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        json.dumps({"id": 7, "title": "论学习", "text": TEXT[5:]}), encoding="utf-8"
    )

    ran = CliRunner().invoke(app, ["analyse", "--jsonl", str(lines)])

    found = json.loads(ran.stdout)
    jsonschema.validate(found, schema_of(PUBLISHED["analyse"]))
    assert found["id"] == 7
    assert found["sections"][0]["heading"]["text"] == "一、学习的意义"


def test_make_and_worksheets_record_their_files(article, tmp_path):
    made = record("make", "make", article, "-o", tmp_path / "out")
    sheets = record("make", "worksheets", article, "-o", tmp_path / "out")

    (one,) = made["made"]
    assert one["source"] == str(article)
    assert one["files"] == [str(tmp_path / "out" / "论学习.pdf")]
    assert one["pages"] > 0
    assert all(Path(path).is_file() for path in sheets["made"][0]["files"])


def test_what_could_not_be_made_is_recorded_beside_the_rest(article, tmp_path):
    words = ["make", tmp_path / "none.txt", article, "-o", tmp_path / "out", "--json"]

    ran = CliRunner().invoke(app, [*map(str, words)])

    found = json.loads(ran.stdout)
    assert ran.exit_code == 3
    assert [one["exit_code"] for one in found["failed"]] == [3]
    assert [one["source"] for one in found["made"]] == [str(article)]


def test_plan_records_the_file_it_writes(article):
    (one,) = record("make", "plan", article)["made"]

    assert one["files"] == [str(article.with_name("论学习.handout.yaml"))]


def test_packs_and_fonts_have_records(tmp_path):
    mine = tmp_path / "mine"
    new = ["templates", "new", str(mine), "--from", "meeting", "--only", "summary"]
    CliRunner().invoke(app, new)

    assert record("templates-list", "templates", "list")["packs"]
    assert record("templates-show", "templates", "show", mine)["chain"][0] == "mine"
    assert record("templates-diff", "templates", "diff", mine)["schema"] == 1
    assert record("fonts-list", "fonts", "list")["fonts"][0]["characters"] > 0


def test_half_a_surrogate_pair_is_escaped():
    assert as_text({"id": "a\ud800"}) == '{"id": "a\\ud800"}'
