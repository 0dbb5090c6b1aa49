"""Equipment: which known type words name; a doubtful one is flagged, never corrected.

The verbs of every room: `parse`, `compare`, `candidates`, `resolve`. `resolve_equipment` is what a
role's words stand for, `find_doubt` what is odd about a name that equipment goes by.
"""

from sayso.resolve.equipment.designation import Designation, compare, parse
from sayso.resolve.equipment.equipment import candidates, find_doubt, resolve
from sayso.resolve.equipment.mention import resolve_equipment

__all__ = ["Designation", "candidates", "compare", "find_doubt", "parse", "resolve", "resolve_equipment"]
