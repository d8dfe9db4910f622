"""The command line: arguments in, one call of the pipeline, one line shown."""

import sys

from handout.printing import ahead

INTERRUPTED = 130
_PRINTING = {"make", "worksheets"}


def main() -> None:
    """Run the command line; Ctrl-C at any moment ends it in one sentence."""
    try:
        if _PRINTING & set(sys.argv[1:2]) and not {"--help", "-h"} & set(sys.argv):
            ahead.start()
        # Imported here, so that Ctrl-C is answered while the modules load, too.
        from handout.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.stderr.write("\nhandout: stopped; no file was left half-written\n")
        sys.exit(INTERRUPTED)
    finally:
        ahead.stop()
