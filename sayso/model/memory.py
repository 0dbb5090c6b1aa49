"""Memory: what resolving reports left for the next time, so that what did not change is not understood again.

Each row is true by itself: made of this, that came out. Where what it was made of is no longer so, it is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.model.place import Location


@dataclass(frozen=True, slots=True)
class ReportMemory:
    """One report: what it brings to the others (`brought`, as `resolve` writes it), and what it was resolved with.

    `made_of` names what it was understood from, and of which things known; `apart` those of its names that persons
    decided are of two; `outlets` the outlets that it was understood beside. `named` are the entities of its named
    referents, in their order; `written` names these and all that they are, as its resolution was written with them.
    """

    report: str
    made_of: str
    apart: str
    outlets: str
    brought: str
    named: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True)
class PlaceMemory:
    """One place entity: where it was put (None: nowhere), and why it is in doubt. `made_of` names all its namings."""

    entity: str
    made_of: str
    location: Location | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """All of it: reports and places by identifier, and lists of outlets by their names in the rows of reports.

    `joined` names what all names were joined of: of the same, the same comes out. Empty where that is not known.
    """

    reports: Mapping[str, ReportMemory] = field(default_factory=dict)
    places: Mapping[str, PlaceMemory] = field(default_factory=dict)
    outlets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    joined: str = ""
