"""Outlet: which paper, agency, site or station words name.

Verbs: `parse` (words -> Wording), `compare` (two names), `candidates` and `resolve` (words among the
outlets that are known). Two names are one outlet where their words are, but for plain ones ("Website",
"Agency"), or where an entry of knowledge has both: nothing else makes “The New Arab” of “Al-Araby Al-Jadeed”.
"""

from sayso.resolve.outlet.choice import Wording, candidates, compare, parse, resolve
from sayso.resolve.outlet.naming import is_agency, is_outlet_name, is_outlet_noun, is_own_words, is_same_outlet
from sayso.resolve.outlet.shelf import Asked, find_known

__all__ = [
    "Asked",
    "Wording",
    "candidates",
    "compare",
    "find_known",
    "is_agency",
    "is_outlet_name",
    "is_outlet_noun",
    "is_own_words",
    "is_same_outlet",
    "parse",
    "resolve",
]
