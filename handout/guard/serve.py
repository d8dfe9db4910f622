"""What a forked process does: shut itself in, then work until nobody asks any more."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

from handout.guard import frames
from handout.guard.confine import confine
from handout.guard.frames import Pipe, pack
from handout.guard.limits import address_space, set_allowance, set_lasting_limits
from handout.guard.stage import Stage, begin, current

Work = Callable[..., Any]


def serve(pipe: Pipe, parent: int, warm_up: Callable[[], None] | None) -> NoReturn:
    """Warm up, then work until nobody asks any more."""
    confine(parent)
    set_lasting_limits()
    frames.up.parent = pipe
    if warm_up:
        begin(Stage(""), address_space(), 0)
        # Whoever asks for the same work sees what is wrong with it.
        with suppress(Exception):
            warm_up()
    base = address_space()
    try:
        while True:
            stage, size = pipe.receive()
            begin(stage, base, size)
            work, arguments, allowance = pipe.receive()
            set_allowance(*allowance)
            pipe.send(_answer(work, arguments))
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _answer(work: Work, arguments: tuple[object, ...]) -> bytes:
    """Work; a bug is handed over, and raised again where the work came from."""
    try:
        return pack(("done", work(*arguments)))
    except (MemoryError, RecursionError) as error:
        stage = current() or Stage("")
        deep = isinstance(error, RecursionError)
        said = stage.error("is nested too deeply") if deep else stage.too_large()
        return pack(("failed", (said, "")))
    except Exception as error:
        import traceback

        trace = traceback.format_exc()
        try:
            return pack(("failed", (error, trace)))
        except Exception:
            plain = RuntimeError(f"{type(error).__name__}: {error}")
            return pack(("failed", (plain, trace)))
