"""The second process prints the same bytes, hands errors over, and never stays."""

import subprocess
import sys

PRINT = """
import sys
from pathlib import Path
from handout.printing import ahead, print_pdf
if "ahead" in sys.argv:
    ahead.start()
    assert ahead.ready()
    child = ahead._printers[0].process
folder = Path(sys.argv[1])
html = "<html lang=zh-CN><p style=\\"font-family:'Handout Serif'\\">{}</p></html>"
"""
SAME = (
    "sys.stdout.buffer.write(print_pdf((html.format('学习'),), folders=(folder,)).pdf)"
)
ERROR = r"""
from handout.errors import FontError
try:
    print_pdf((html.format('\U0002a6a5'),), folders=(folder,))
except FontError as error:
    print(error.exit_code, error.hint)
print(print_pdf((html.format('学习'),), folders=(folder,)).pages)
"""
BUG = """
try:
    print_pdf((None,), folders=(folder,))
except TypeError as error:
    print(*error.__notes__)
"""
KILLED = """
import os, signal
os.kill(child, signal.SIGKILL)
print(print_pdf((html.format('学习'),), folders=(folder,)).pages)
"""
GONE = """
import os
ahead.stop()
try:
    os.kill(child, 0)
except ProcessLookupError:
    print("gone")
print(ahead.ready())
"""


def run(script, folder, *arguments):
    command = [sys.executable, "-c", PRINT + script, str(folder), *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def test_the_second_process_prints_the_same_bytes(tmp_path):
    alone = run(SAME, tmp_path)
    ahead = run(SAME, tmp_path, "ahead")

    assert alone == ahead
    assert alone.startswith(b"%PDF-")


def test_an_error_comes_back_whole_and_the_process_goes_on_printing(tmp_path):
    said = run(ERROR, tmp_path, "ahead").decode().splitlines()

    assert said[0].startswith("5 ")
    assert "--font-dir" in said[0]
    assert said[1] == "1"


def test_a_bug_keeps_its_own_traceback(tmp_path):
    assert "Traceback" in run(BUG, tmp_path, "ahead").decode()


def test_the_second_process_ends_with_the_first(tmp_path):
    assert run(GONE, tmp_path, "ahead").decode().split() == ["gone", "False"]


def test_a_second_process_that_died_is_no_loss(tmp_path):
    assert run(KILLED, tmp_path, "ahead").decode().split() == ["1"]
