"""A guarded process works, ends in a sentence, and never stays behind."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from handout import guard
from handout.errors import ReadError, TemplateError

HERE = Path(__file__).parent
SMALL = guard.Stage("a.txt", limits=guard.Limits(seconds=1, megabytes=300))


@pytest.fixture(scope="module")
def work():
    sys.path.insert(0, str(HERE))
    import work

    yield work
    sys.path.remove(str(HERE))


@pytest.fixture
def child():
    child = guard.Child()
    yield child
    child.end()


def test_work_is_done_in_another_process_that_is_kept(child, work):
    first = child.ask(SMALL, work.process)

    assert first != os.getpid()
    assert child.ask(SMALL, work.process) == first
    assert child.ask(SMALL, work.add, 2, 3) == 5


@pytest.mark.parametrize("name", ["endless", "one_long_operation"])
def test_work_that_takes_too_long_ends_in_a_sentence(child, work, name):
    with pytest.raises(ReadError, match=r"a\.txt: takes longer than 1 s.*--time-limit"):
        child.ask(SMALL, getattr(work, name))


def test_work_that_takes_too_much_memory_ends_in_a_sentence(child, work):
    with pytest.raises(ReadError, match=r"takes more than 300 MB.*--memory-limit"):
        child.ask(SMALL, work.much_memory)


def test_work_that_breaks_its_process_ends_in_a_sentence_of_its_stage(child, work):
    stage = guard.Stage("the template", TemplateError)

    with pytest.raises(TemplateError, match=r"the template: breaks .*SIGSEGV"):
        child.ask(stage, work.broken)
    # The next piece of work finds another process.
    assert child.ask(stage, work.add, 1, 1) == 2


def test_an_error_comes_back_whole(child, work):
    with pytest.raises(ReadError, match=r"a\.txt: is empty; open it"):
        child.ask(SMALL, work.unreadable)
    assert child.ask(SMALL, work.add, 1, 1) == 2


def test_a_bug_keeps_its_own_traceback(child, work):
    with pytest.raises(ZeroDivisionError) as raised:
        child.ask(SMALL, work.bug)

    assert "Traceback" in raised.value.__notes__[0]


def test_what_is_nested_without_end_is_said_in_a_sentence(child, work):
    with pytest.raises(ReadError, match=r"a\.txt: is nested too deeply"):
        child.ask(SMALL, work.nested)


def test_the_last_stage_is_named_and_progress_is_passed_on(child, work):
    seen = []

    with pytest.raises(ReadError, match="step 2: breaks"):
        child.ask(SMALL, work.steps, tell=seen.append)
    assert seen == [1, 2]


def test_a_process_that_only_sleeps_is_ended_by_the_clock_on_the_wall(child, work):
    stage = guard.Stage("a.txt", limits=guard.Limits(seconds=0.1))

    with pytest.raises(ReadError, match=r"takes longer than 0\.1 s"):
        child.ask(stage, work.sleeping)


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
def test_no_network_and_no_program_can_be_reached(child, work):
    assert child.ask(SMALL, work.refused) == ["internet", "internet 6", "program"]


def test_nothing_is_read_from_the_terminal_nor_printed_there(child, work, capfd):
    assert child.ask(SMALL, work.streams) == b""
    assert capfd.readouterr() == ("", "")


def test_work_that_would_not_end_is_not_begun(child, work):
    with pytest.raises(ReadError, match="a long book: would take longer than any"):
        child.ask(SMALL, work.print_long_book, "x" * 1_000_000)


def test_without_a_start_work_is_done_here(work):
    seen = []

    assert guard.ask(SMALL, work.process) == os.getpid()
    with pytest.raises(ReadError):
        guard.ask(SMALL, work.unreadable, tell=seen.append)


FAMILY = """
import os, signal, sys
sys.path.insert(0, {here!r})
import work
from handout import guard
printer = guard.Child()
guard.start()
stage = guard.Stage("a.txt")
one, two = guard.ask(stage, work.process), printer.process
print(one, two, flush=True)
guard.ask(stage, work.sleeping)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's help is Linux's")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_processes_end_with_the_one_that_forked_them(number):
    command = [sys.executable, "-c", FAMILY.format(here=str(HERE))]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as parent:
        children = list(map(int, parent.stdout.readline().split()))
        ends = [os.pidfd_open(child) for child in children]
        os.kill(parent.pid, number)
        parent.communicate(timeout=10)
    # A handle on a process can be read once that has ended.
    ended = [select.select([end], [], [], 1)[0] for end in ends]

    assert ended == [[end] for end in ends]
    assert len(ends) == 2
    for end in ends:
        os.close(end)
