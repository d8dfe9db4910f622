"""The version of all records: it grows when a key changes its meaning or goes."""

from typing import Literal

SCHEMA: Literal[1] = 1
