"""Shuts a forked process in: no network, no programs, nothing said, no life alone.

On Linux the kernel refuses sockets and programs (seccomp) and ends the process with its
parent; elsewhere Python refuses sockets, and a thread watches for the parent's end.
"""

import ctypes
import os
import platform
import signal
import struct
import sys
import threading
from contextlib import suppress
from typing import Any, NoReturn

_DEATH, _NO_NEW, _SECCOMP, _FILTER = 1, 38, 22, 2
# The system calls that are refused, by machine: its mark, socket, then execve, execveat
# and io_uring_setup, which could do the same behind the filter's back.
_MACHINES = {
    "x86_64": (0xC000003E, 41, (59, 322, 425)),
    "aarch64": (0xC00000B7, 198, (221, 281, 425)),
}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13
_NUMBER, _MACHINE, _FAMILY = 0, 4, 16
# Sockets of this family stay within the machine.
_WITHIN = 1
# Numbers from here on are another way into the same calls (x32).
_OTHER_WAY = 0x40000000


def confine(parent: int) -> None:
    """Shut this process in, as far as the system can; `parent` forked it."""
    _say_nothing()
    # Ctrl-C is the parent's to answer; it ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "linux":
        _refuse_sockets()
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
        return
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(_DEATH, int(signal.SIGKILL), 0, 0, 0)
        library.prctl(_NO_NEW, 1, 0, 0, 0)
        _filter(library)
    # It may have ended before it was to take us with it.
    if os.getppid() != parent:
        os._exit(1)


def _say_nothing() -> None:
    """Read and print nothing: what libraries say is not for the terminal."""
    if said := sys.modules.get("faulthandler"):
        said.disable()
    with suppress(OSError):
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nothing, stream)
        if nothing > 2:
            os.close(nothing)


def _refuse_sockets() -> None:
    """Let Python refuse the network, where the kernel cannot be asked to."""
    import socket

    def refuse(*_: object) -> NoReturn:
        raise PermissionError("this process has no network")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.socket.bind = refuse  # type: ignore[method-assign]


def _watch(parent: int) -> None:
    """End with the parent."""
    import time

    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _filter(library: Any) -> None:
    """Let the kernel refuse sockets of the network, and programs."""
    known = _MACHINES.get(platform.machine())
    if not known or sys.byteorder != "little":
        return
    machine, sockets, refused = known
    rules = [
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _ALLOW),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _OTHER_WAY),
        (_RETURN, 0, 0, _REFUSE),
    ]
    for number in refused:
        rules += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, _REFUSE)]
    rules += [
        (_EQUAL, 0, 3, sockets),
        (_LOAD, 0, 0, _FAMILY),
        (_EQUAL, 1, 0, _WITHIN),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    program = b"".join(struct.pack("<HBBI", *rule) for rule in rules)
    kept = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("<HxxxxxxQ", len(rules), ctypes.addressof(kept))
    library.prctl(_SECCOMP, _FILTER, ctypes.create_string_buffer(header), 0, 0)
