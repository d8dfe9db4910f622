"""Work that a guarded process is given in the tests."""

import ctypes
import os
import signal
import socket
import subprocess

from handout import guard
from handout.errors import ReadError


def add(one, two):
    return one + two


def endless():
    while True:
        pass


def one_long_operation():
    return 7 ** (10**9)


def much_memory():
    return len(bytearray(3_000_000_000))


def broken():
    ctypes.string_at(0)


def unreadable():
    raise ReadError("is empty", where="a.txt", hint="open it")


def bug():
    return 1 / 0


def nested(depth=0):
    return nested(depth + 1)


def process():
    return os.getpid()


def steps():
    for number in (1, 2):
        guard.enter(guard.Stage(f"step {number}"))
        guard.tell(number)
    os.kill(os.getpid(), signal.SIGSEGV)


def sleeping():
    signal.pause()


def refused():
    """The names of what the system does not let this process do."""
    found = []
    for name, attempt in {
        "internet": lambda: socket.create_connection(("127.0.0.1", 9)),
        "internet 6": lambda: socket.socket(socket.AF_INET6).bind(("::1", 0)),
        "program": lambda: subprocess.run(["true"], check=False),
    }.items():
        try:
            attempt()
        except PermissionError:
            found.append(name)
    return found


def streams():
    """What is read from the terminal, after something was printed there."""
    os.write(1, b"printed")
    os.write(2, b"printed")
    return os.read(0, 10)


def by_number(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGSEGV)
    if number == 4:
        raise ReadError("is empty", where=str(number))
    return number * 10


def print_long_book(_text):
    limits = guard.Limits(seconds=1, more_seconds=10_000)
    guard.enter(guard.Stage("a long book", limits=limits))
