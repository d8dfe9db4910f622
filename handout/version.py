"""The version, which nothing else may write down."""

__version__ = "0.1.0"
