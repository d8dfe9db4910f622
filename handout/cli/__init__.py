"""The command line: arguments in, one call of the pipeline, one line shown."""

import gc
import os
import sys
from typing import NoReturn

INTERRUPTED = 130
_PRINTING = {"make", "worksheets"}


def main() -> None:
    """Run the command line; Ctrl-C at any moment ends it in one sentence."""
    try:
        # Imported here, so that Ctrl-C is answered while the modules load, too.
        from handout.printing import ahead

        if _PRINTING & set(sys.argv[1:2]) and not {"--help", "-h"} & set(sys.argv):
            ahead.start()
        from handout.cli.app import run

        # Fewer looks for garbage: a run is short, and what it made it still needs.
        gc.set_threshold(200_000, 50, 50)
        code = 0
        try:
            run()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            ahead.stop()
        _leave(code)
    except KeyboardInterrupt:
        sys.stderr.write("\nhandout: stopped; no file was left half-written\n")
        sys.exit(INTERRUPTED)


def _leave(code: int) -> NoReturn:
    """End at once: freeing one by one what goes anyway takes a tenth of a second."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
