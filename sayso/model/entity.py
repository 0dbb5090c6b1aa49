"""Entity: what roles and speakers resolve to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.place import Location


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    GROUP = "group"  # state, army, armed group, party, company, office
    PLACE = "place"
    OUTLET = "outlet"
    IMAGES = "images"  # images and videos speak for themselves, or for who releases them
    DOCUMENT = "document"
    EQUIPMENT = "equipment"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Whom an entity speaks for, and the reason in words ("Haftar's spokesman" in report r1; knowledge entry).

    `start` and `end` are EDTF dates between which it holds; None means not known to be limited.
    `role` is what it is there ("commander", "spokesman", "army"); None where the words do not say.
    """

    of: str
    because: str
    start: str | None = None
    end: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place, outlet or thing, with every form of its name that was folded into it.

    `source` is where the entity comes from: `text`, or the knowledge file and entry. `known` are
    the identifiers of the entries and known places that were used for it: an edit of one of them
    may change whatever rests on the entity. `location` is where a place was put, None for what is
    no place and for places that were honestly not found. `doubt` says in a sentence what is odd
    about the name ("Mi-21": no such helicopter is known; nearest are Mi-24 and Mi-17).
    """

    id: str
    kind: EntityKind
    names: tuple[str, ...]
    affiliations: tuple[Affiliation, ...] = ()
    source: str = "text"
    known: tuple[str, ...] = ()
    location: Location | None = None
    doubt: str | None = None

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]
