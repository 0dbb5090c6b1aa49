"""Quantities: what counts in words say. The verbs of every room: `parse`, `compare`, `candidates`, `resolve`.

`resolve_quantities` fills the counts of a claim and reads those that only its roles hold.
"""

from sayso.resolve.quantity.answer import candidates, compare, resolve
from sayso.resolve.quantity.claim import inherit_unit, resolve_quantities, resolve_quantity
from sayso.resolve.quantity.count import Count, parse

parse_quantity = parse

__all__ = [
    "Count",
    "candidates",
    "compare",
    "inherit_unit",
    "parse",
    "parse_quantity",
    "resolve",
    "resolve_quantities",
    "resolve_quantity",
]
