"""What takes long says on a terminal what it is on, and leaves the line clean."""

import os
import pty
import subprocess
import sys

SLOW = """
import time
from handout import guard
from handout.cli.guarded import progress_on
guard.start()
with progress_on("folder/文章.txt", after=0.05):
    end = time.monotonic() + 0.4
    while time.monotonic() < end:
        pass
guard.stop()
"""


def on_a_terminal(script):
    """What a script writes to a terminal on its standard error."""
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", script], stderr=theirs, check=True)
    os.close(theirs)
    written = os.read(ours, 10_000).decode()
    os.close(ours)
    return written


def test_slow_work_names_its_source_and_takes_the_line_away():
    written = on_a_terminal(SLOW)

    assert "文章.txt: 0 s …" in written
    assert written.endswith("\r\x1b[K")


def test_without_a_terminal_nothing_is_shown():
    ran = subprocess.run(
        [sys.executable, "-c", SLOW], capture_output=True, text=True, check=True
    )

    assert ran.stderr == ""
