"""Writes the JSON Schema of every record that a command prints with --json.

Run by `make pictures`. tests/records/test_records.py compares.
"""

from pathlib import Path

from handout.records.schema import PUBLISHED, record_schema_text

if __name__ == "__main__":
    for name in PUBLISHED:
        path = Path(__file__).with_name(f"{name}.schema.json")
        path.write_text(record_schema_text(name), encoding="utf-8")
