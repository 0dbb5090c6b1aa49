"""Measured on public gold of others, beside what others reach on it."""

from benchmarks.outside.page import PARTS, render_outside

__all__ = ["PARTS", "render_outside"]
