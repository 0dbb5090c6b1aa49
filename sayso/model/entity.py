"""Entity: what roles and speakers resolve to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    GROUP = "group"  # state, army, armed group, party, company, office
    PLACE = "place"
    OUTLET = "outlet"
    IMAGES = "images"  # images and videos speak for themselves, or for who releases them
    DOCUMENT = "document"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Whom an entity speaks for, and the reason in words ("Haftar's spokesman" in report r1; knowledge entry).

    `start` and `end` are EDTF dates between which it holds; None means not known to be limited.
    """

    of: str
    because: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place, outlet or thing, with every form of its name that was folded into it.

    `source` is where the entity comes from: `text`, or the knowledge file and entry.
    """

    id: str
    kind: EntityKind
    names: tuple[str, ...]
    affiliations: tuple[Affiliation, ...] = ()
    source: str = "text"

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.names[0]
