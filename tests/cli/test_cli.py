"""The command as the system sees it: closed streams, signals, what stays behind."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "seeds" / "sample-article.txt"
HANDOUT = [sys.executable, "-m", "handout"]
linux = pytest.mark.skipif(sys.platform != "linux", reason="as Linux has it")
# Templates that take all the time they are given.
ENDLESS = (
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
)


def run(redirection, *words):
    """Run a command in a shell with a redirection; its exit code and what it said."""
    command = " ".join(map(str, [*HANDOUT, *words])) + f" {redirection}"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


@linux
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- 2>&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_hindrance(closed):
    assert run(closed, "outline", ARTICLE)[0] == 0


@linux
def test_standard_input_that_is_closed_is_empty():
    code, said = run("<&-", "outline", "-")

    assert code == 3
    assert "is empty" in said


@linux
@pytest.mark.parametrize(
    "words", [("outline", ARTICLE), ("--help",), ("make", "--help"), ("fonts", "-h")]
)
def test_a_full_disk_behind_the_results_is_said_in_a_sentence(words):
    code, said = run("> /dev/full", *words)

    assert code == 6
    assert said.count("\n") == 1
    assert "the results: cannot be written" in said


def test_a_reader_that_has_read_enough_makes_no_error():
    code, said = run("| head -1; exit ${PIPESTATUS[0]}", "outline", ARTICLE)

    assert code == 0
    assert said.count("\n") == 1


@linux
def test_a_working_folder_that_is_gone_is_one_sentence(tmp_path):
    folder = tmp_path / "gone"
    command = f"mkdir {folder} && cd {folder} && rmdir {folder}; "
    command += f"PYTHONPATH={ROOT} {sys.executable} -m handout outline {ARTICLE}"

    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, check=False
    )

    assert done.returncode == 6
    assert done.stderr.splitlines()[-1] == (
        "handout: the folder it runs in is gone; change to another one"
    )
    assert "Traceback" not in done.stderr


def test_without_assertions_it_does_not_start():
    done = subprocess.run(
        [sys.executable, "-O", "-m", "handout", "--version"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 6
    assert done.stderr.count("\n") == 1
    assert "PYTHONOPTIMIZE" in done.stderr


@linux
@pytest.mark.parametrize("name", ["pipe", "/dev/zero"])
def test_a_pipe_or_a_device_is_not_read(name, tmp_path):
    path = tmp_path / name
    if not path.exists():
        os.mkfifo(path)

    code, said = run("", "outline", path)

    assert code == 3
    assert "is a pipe or a device" in said


@pytest.fixture
def endless(tmp_path):
    """A running command that prints with a pack of endless templates."""
    blocks = tmp_path / "pack" / "blocks"
    blocks.mkdir(parents=True)
    (tmp_path / "pack" / "pack.toml").write_text('parent = "base"\n')
    (blocks / "summary.html.j2").write_text(ENDLESS)
    pack = ["--template", f"{tmp_path}/pack/"]
    command = [*HANDOUT, "make", str(ARTICLE), "-o", str(tmp_path / "out"), *pack]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        yield running
        running.kill()


def children_of(process):
    """The processes that one has forked, and those that they have."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            state = (path / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(state[1]) == process:
            found += [int(path.name), *children_of(int(path.name))]
    return found


@linux
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGINT, 130)],
)
def test_nothing_stays_behind_when_the_command_is_ended(
    number, code, endless, tmp_path
):
    while len(children := children_of(endless.pid)) < 2:
        assert endless.poll() is None
    ends = [os.pidfd_open(child) for child in children]

    os.kill(endless.pid, number)
    _, said = endless.communicate(timeout=20)

    assert endless.returncode == code
    assert "Traceback" not in said
    # A handle on a process can be read once that has ended.
    assert [one for end in ends for one in select.select([end], [], [], 1)[0]] == ends
    assert not list(tmp_path.glob("out/*"))
    for end in ends:
        os.close(end)
