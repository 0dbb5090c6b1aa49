"""Knowledge: what is known beside the reports. Every entry names its source, or says `unchecked`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.identity import identify
from sayso.model.place import UNCHECKED, Gazetteer


class EntryType(StrEnum):
    """What sort of thing an entry of knowledge is."""

    STATE = "state"
    ARMY = "army"
    ARMED_GROUP = "armed_group"
    POLITICAL_BODY = "political_body"
    COMPANY = "company"
    PERSON = "person"
    OFFICE = "office"
    MONITORING_GROUP = "monitoring_group"
    INTERNATIONAL_BODY = "international_body"
    OUTLET = "outlet"
    EQUIPMENT = "equipment"


# What an entry is to the one it is affiliated to; other words are refused when files are loaded.
ROLES = (
    "army",
    "organ",
    "ministry",
    "branch",
    "commander",
    "head",
    "deputy",
    "spokesman",
    "minister",
    "ambassador",
    "holder",  # of an office
    "director",
    "employee",
    "member",
    "outlet",
)

_KINDS = {
    EntryType.PERSON: EntityKind.PERSON,
    EntryType.OUTLET: EntityKind.OUTLET,
    EntryType.EQUIPMENT: EntityKind.EQUIPMENT,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing.

    `key` is its identifier in the file, `id` the entity's. `names` are the caption and its aliases,
    in any script. `start` and `end` (EDTF) bound when it is or lives; None: not known. `country` is
    ISO 3166-1 alpha-2. `language`, `owner` (an entity's id) and `is_agency` are an outlet's;
    `capital` are words that stand for a state's government ("Moscow"), `people` its demonyms;
    `part_of` is the entity's id of an equipment's class or family.
    `file` and `line` say where the entry stands. `identifiers` are those of others, by scheme.
    """

    key: str
    type: EntryType
    names: tuple[str, ...]
    source: str
    affiliations: tuple[Affiliation, ...] = ()
    start: str | None = None
    end: str | None = None
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    is_agency: bool = False
    capital: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    part_of: str | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    file: str = ""
    line: int = 0

    @property
    def id(self) -> str:
        """The identifier of the entity that the entry describes."""
        return identify_entry(self.key)

    @property
    def is_unchecked(self) -> bool:
        """Whether it is known from memory alone."""
        return self.source == UNCHECKED

    @property
    def kind(self) -> EntityKind:
        """The kind of entity: all actors that are no persons are groups."""
        return _KINDS.get(self.type, EntityKind.GROUP)

    @property
    def entity(self) -> Entity:
        """The entity as knowledge alone has it."""
        source = f"{self.file or 'knowledge'}: {self.key} ({self.source})"
        return Entity(self.id, self.kind, self.names, self.affiliations, source)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a knowledge file, in one sentence; the rest is used. Line 0: the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


@dataclass(frozen=True)
class Knowledge:
    """Known actors, outlets and equipment by their entities' identifiers, and where places are looked up.

    Empty knowledge is allowed everywhere. `faults` are the entries that could not be used.
    `digest` tells one state of knowledge from another: what was derived with another digest is stale.
    `same` and `apart` are what persons decided of names in the reports: each set in `same` holds names
    of one thing, each pair in `apart` names of two. A name is words, or an entity's identifier.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    gazetteer: Gazetteer | None = None
    faults: tuple[Fault, ...] = ()
    digest: str = ""
    same: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()

    def __hash__(self) -> int:
        """Of its digest: what is laid out from it can be kept beside it."""
        return hash((self.digest, len(self.entries), self.same, self.apart))

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Known entities by identifier; made once."""
        return {id_: entry.entity for id_, entry in self.entries.items()}


def say_source(key: str, source: str) -> str:
    """Why an affiliation of an entry is held to be so, in words: the entry and the source."""
    return f"knowledge entry {key} ({source})"


def identify_entry(key: str) -> str:
    """The entity's identifier of a key in a knowledge file."""
    return identify("e", "known", key)
