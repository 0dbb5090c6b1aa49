"""Place: which known place words stand for, how exactly, and why.

Verbs: `parse` (words -> what they say), `compare` (two known places), `candidates` and `resolve` (words among
the places of a gazetteer). `locate` puts the places of a batch of reports; `resolve_place` is
the place as named within one report, before any gazetteer is asked.
"""

from sayso.resolve.place.actor import is_actor_like
from sayso.resolve.place.choice import Surroundings, candidates, resolve
from sayso.resolve.place.comparison import compare
from sayso.resolve.place.location import Naming, Placing, locate
from sayso.resolve.place.mention import Named, parse
from sayso.resolve.place.named import kind_of_place, resolve_place

__all__ = [
    "Named",
    "Naming",
    "Placing",
    "Surroundings",
    "candidates",
    "compare",
    "is_actor_like",
    "kind_of_place",
    "locate",
    "parse",
    "resolve",
    "resolve_place",
]
