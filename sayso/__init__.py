"""Sayso: a sourced record of what news reports on armed conflict say, and who says so."""

__version__ = "0.1.0"
