"""The command line: arguments in, one call of the pipeline, one line shown."""

import sys

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

        try:
            run()
        finally:
            ahead.stop()
    except KeyboardInterrupt:
        sys.stderr.write("\nhandout: stopped; no file was left half-written\n")
        sys.exit(INTERRUPTED)
