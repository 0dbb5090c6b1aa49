"""Equipment: which known type words name; a doubtful one is flagged, never corrected.

The verbs of every room: `parse`, `compare`, `candidates`, `resolve`. `resolve_equipment` is what a
role's words stand for; `find_type` and `find_doubt` are the known type of a name that equipment
goes by, and what is odd about it.
"""

from sayso.resolve.equipment.designation import Designation, compare, parse
from sayso.resolve.equipment.equipment import candidates, find_doubt, find_type, resolve
from sayso.resolve.equipment.mention import assign_types, find_equipment, resolve_equipment

__all__ = [
    "Designation",
    "assign_types",
    "candidates",
    "compare",
    "find_doubt",
    "find_equipment",
    "find_type",
    "parse",
    "resolve",
    "resolve_equipment",
]
