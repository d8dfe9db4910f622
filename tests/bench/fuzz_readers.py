"""Fuzzes one reader by coverage: only refusals, and the sum of characters holds.

python tests/bench/fuzz_readers.py .md CORPUS -runs=100000 -rss_limit_mb=500 -timeout=20

CORPUS is a folder that inputs are taken from and that new ones are put into; the
other words are libFuzzer's. It needs atheris (pip install atheris), which CI does not
have. An input that breaks the promise is left as crash-…: keep it as a test.
"""

import sys

import atheris

with atheris.instrument_imports(include=["handout.read"]):
    from handout.errors import HandoutError
    from handout.read import READERS, read
    from handout.read.formats import suffix_of  # noqa: F401
    from handout.read.structure import build_document  # noqa: F401

SUFFIX = sys.argv.pop(1)
if SUFFIX not in READERS:
    sys.exit(f"the first word is one of {' '.join(READERS)}")


def one_input(content: bytes) -> None:
    """Read an input as a file of the suffix."""
    try:
        document, _ = read(content, name=f"a{SUFFIX}")
    except HandoutError:
        return
    if document.characters != document.placed + document.set_aside:
        raise AssertionError("characters are lost or doubled")


atheris.Setup(sys.argv, one_input)
atheris.Fuzz()
