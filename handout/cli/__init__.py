"""The command line: arguments in, one call of the pipeline, one line shown."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C at any moment ends it in one sentence."""
    try:
        # Imported here, so that Ctrl-C is answered while the modules load, too.
        from handout.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.stderr.write("\nhandout: stopped; no file was left half-written\n")
        sys.exit(INTERRUPTED)
