"""The command line: arguments in, one call of the pipeline, one line shown."""
