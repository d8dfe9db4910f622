"""Every JSON record that a command prints, as plain lists and dictionaries.

The shapes are typed dictionaries, each with `schema`; docs/schemas/ publishes them.
"""

import json
from collections.abc import Mapping

from handout.records.analysis import analysis_record
from handout.records.document import outline_record
from handout.records.files import (
    FailureRecord,
    MadeRecord,
    failure_record,
    files_record,
    made_record,
)
from handout.records.packs import (
    TrialRecord,
    change_record,
    pack_record,
    packs_record,
    trial_record,
    trials_record,
)
from handout.records.printing import fonts_record, report_record
from handout.records.version import SCHEMA

__all__ = [
    "SCHEMA",
    "FailureRecord",
    "MadeRecord",
    "TrialRecord",
    "analysis_record",
    "as_text",
    "change_record",
    "failure_record",
    "files_record",
    "fonts_record",
    "made_record",
    "outline_record",
    "pack_record",
    "packs_record",
    "report_record",
    "trial_record",
    "trials_record",
]


def as_text(record: Mapping[str, object], *, indent: int | None = None) -> str:
    """A record as JSON; half a surrogate pair, which UTF-8 cannot hold, is escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    if any("\ud800" <= character <= "\udfff" for character in text):
        return json.dumps(record, indent=indent)
    return text
