"""The second process prints the same bytes, hands errors over, and never stays."""

import subprocess
import sys

PRINT = """
import sys
from dataclasses import replace
from functools import partial
from handout import packs
from handout.errors import TemplateError
from handout.model.paper import PAPERS
from handout.pipeline import Order
from handout.pipeline.press import press, press_here
from handout.printing import worker
from handout.pipeline.warm_up import SMALL, warm_up
if "ahead" in sys.argv:
    worker.start_printer(partial(warm_up, "meeting"))
    child = worker._printers[None].process
order = Order(packs.find("meeting"), PAPERS["A4"], ())
"""
SAME = "sys.stdout.buffer.write(press((SMALL,), order).printed.pdf)"
ERROR = """
folder = order.pack.folders[0]
broken = replace(order.pack, folders=(folder,), chain=("meeting",), tokens=((),))
try:
    press((SMALL,), replace(order, pack=broken))
except TemplateError as error:
    print(error.exit_code, error.hint)
print(press((SMALL,), order).printed.pages)
"""
LOST = r"""
lost = press((replace(SMALL, title="\U0002a6a5"),), order)
print(lost.printed, *map(ascii, lost.lost))
"""
BUG = """
try:
    press((None,), order)
except AttributeError as error:
    print(*error.__notes__)
"""
KILLED = """
import os, signal
os.kill(child, signal.SIGKILL)
try:
    press((SMALL,), order)
except TemplateError as error:
    print(error.message)
print(press((SMALL,), order).printed.pages)
"""
FONTS = """
from handout import assets
folder = assets.fonts_folder()
print(press((SMALL,), replace(order, font_dir=folder)).printed.pages)
print(list(worker._printers) == [folder])
"""
GONE = """
import os
worker.stop_printer()
try:
    os.kill(child, 0)
except ProcessLookupError:
    print("gone")
print(worker.needs_printer())
"""


def run(script, *arguments):
    command = [sys.executable, "-c", PRINT + script, *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def test_the_second_process_prints_the_same_bytes():
    alone = run(SAME)
    ahead = run(SAME, "ahead")

    assert alone == ahead
    assert alone.startswith(b"%PDF-")


def test_an_error_comes_back_whole_and_the_process_goes_on_printing():
    said = run(ERROR, "ahead").decode().splitlines()

    assert said[0].startswith("4 ")
    assert "there are: " in said[0]
    assert int(said[1]) >= 2


def test_characters_that_no_font_has_come_back_and_nothing_is_printed():
    assert run(LOST, "ahead").decode().split() == ["None", r"'\U0002a6a5'"]


def test_a_bug_keeps_its_own_traceback():
    assert "Traceback" in run(BUG, "ahead").decode()


def test_a_second_process_that_died_is_reported_and_replaced():
    said = run(KILLED, "ahead").decode().splitlines()

    assert said[0] == "breaks the program that works on it (SIGKILL)"
    assert int(said[1]) >= 2


def test_the_second_process_ends_with_the_first():
    assert run(GONE, "ahead").decode().split() == ["gone", "False"]


def test_a_folder_of_fonts_gets_a_process_that_has_read_no_other():
    pages, only = run(FONTS, "ahead").decode().split()

    assert int(pages) >= 2
    assert only == "True"
