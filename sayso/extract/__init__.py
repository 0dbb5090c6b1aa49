"""Stage 2: captured bytes to a report: clean text, what it says of itself, and what is wrong with it. Pure."""

from sayso.extract.extraction import extract

__all__ = ["extract"]
