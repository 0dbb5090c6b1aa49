"""Actor: which known state, army, group, body, company, person or outlet words stand for, and why.

Verbs: `parse` (words -> Wording), `compare` (words and an entry), `candidates` and `resolve` (words among
the actors of a `Directory`, in a `Context`). `look_around` is the context that one report gives.
"""

from sayso.resolve.actor.assignment import Assignment, assign
from sayso.resolve.actor.choice import candidates, resolve
from sayso.resolve.actor.comparison import compare
from sayso.resolve.actor.context import Context, look_around
from sayso.resolve.actor.directory import Directory, lay_out, list_agencies
from sayso.resolve.actor.wording import Wording, parse

__all__ = [
    "Assignment",
    "Context",
    "Directory",
    "Wording",
    "assign",
    "candidates",
    "compare",
    "lay_out",
    "list_agencies",
    "look_around",
    "parse",
    "resolve",
]
