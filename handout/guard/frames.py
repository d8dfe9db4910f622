"""Values on their way between our own processes: nothing of a stranger is unpickled."""

import os
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_SIZE = struct.Struct("<Q")
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Pipe:
    """One half of a way to another process and back."""

    inlet: int
    outlet: int

    def send(self, frame: bytes) -> None:
        """Send a frame; raises BrokenPipeError when the other half has gone."""
        rest = memoryview(frame)
        while rest:
            rest = rest[os.write(self.outlet, rest) :]

    def receive(self) -> Any:
        """Receive a value; raises EOFError when the other half has gone."""
        (size,) = _SIZE.unpack(self._read(_SIZE.size))
        return pickle.loads(self._read(size))

    def _read(self, size: int) -> bytes:
        pieces = []
        while size:
            piece = os.read(self.inlet, min(size, _PIECE))
            if not piece:
                raise EOFError
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def fileno(self) -> int:
        """What a selector waits for."""
        return self.inlet

    def close(self) -> None:
        """Let the other half know that nothing more comes."""
        os.close(self.inlet)
        os.close(self.outlet)


def pair() -> tuple[Pipe, Pipe]:
    """Both halves of a way between two processes."""
    (inlet, there), (here, outlet) = os.pipe(), os.pipe()
    return Pipe(inlet, outlet), Pipe(here, there)


def pack(value: object) -> bytes:
    """A value as a frame to send."""
    content = pickle.dumps(value)
    return _SIZE.pack(len(content)) + content


@dataclass(slots=True)
class _Up:
    """Where this process reports to: its parent, or a caller in the same process."""

    parent: Pipe | None = None
    caller: Callable[..., None] | None = None


up = _Up()


def report(stage: object) -> None:
    """Report to the parent which stage begins."""
    if up.parent:
        up.parent.send(pack(("stage", stage)))


def tell(*values: object) -> None:
    """Report to whoever asked for the work how far it is."""
    if up.parent:
        up.parent.send(pack(("told", values)))
    elif up.caller:
        up.caller(*values)
