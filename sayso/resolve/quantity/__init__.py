"""Quantities: what counts in words say. The verbs of every room: `parse`, `compare`, `candidates`, `resolve`.

`resolve_quantities` fills the counts of a claim and reads those that only its roles hold.
"""

from sayso.resolve.quantity.answer import candidates, compare, resolve
from sayso.resolve.quantity.claim import resolve_quantities
from sayso.resolve.quantity.count import Count, parse

__all__ = ["Count", "candidates", "compare", "parse", "resolve", "resolve_quantities"]
