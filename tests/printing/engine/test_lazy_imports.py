"""What is put off is not loaded, and works when it is needed."""

import subprocess
import sys

LOADED = """
import sys
from handout.printing.engine.lazy_imports import put_off
with put_off():
    from fontTools import subset
    from fontTools.varLib.instancer import instantiateVariableFont
print("fontTools.subset" in sys.modules, "fontTools.varLib" in sys.modules)
print(subset.Options().hinting, callable(instantiateVariableFont))
from fontTools import subset as real
print(real.Subsetter.__module__)
"""


def test_what_is_put_off_is_loaded_when_something_in_it_is_asked_for():
    ran = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )

    assert ran.stdout.split("\n")[:3] == [
        "False False",
        "True True",
        "fontTools.subset",
    ]


def test_weasyprint_is_imported_without_what_it_does_not_use():
    script = (
        "import sys; from handout.printing.engine.load import load_weasyprint;"
        "load_weasyprint(None);"
        "print('fontTools.subset' in sys.modules, 'fontTools.ttLib' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "False True"
