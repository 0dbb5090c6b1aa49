"""Found: what a search or a list gives: one row for each thing, enough to show it and to go to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.conflict import ConflictOn
from sayso.model.entity import EntityKind
from sayso.model.place import Location
from sayso.model.search import Kind, Search
from sayso.model.title import Title
from sayso.model.values.stance import ClaimType, Stance


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list: exact words, who says so, in which report, and what stands on its event.

    `speaker` is the nearest, None where nobody is named. `event` is None for a claim that stands in none.
    `voices` and `at_least` are its event's (see `EventRow`). `doubt` is how much a second look is worth, from 0.
    """

    id: str
    type: ClaimType
    stance: Stance
    words: str
    speaker: str | None
    report: str
    outlet: str | None
    language: str | None
    told: str | None
    happened: str | None
    confidence: float
    is_decided: bool
    event: str | None = None
    voices: int = 0
    at_least: int | None = None
    is_contested: bool = False
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """On what the accounts of an event disagree, and the words or values that clash."""

    on: ConflictOn
    values: tuple[str, str]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list: the names of its title, its counts, its conflicts, the words that stand for it.

    `voices` are never copies. `at_least` is set where a voice is withheld and few are heard: `voices` is then no
    count, and only "at least one" may be said. `told_first` and `told_last` are the days of telling.
    """

    id: str
    type: ClaimType
    title: Title
    place: str | None
    happened: str | None
    claims: int
    reports: int
    voices: int
    at_least: int | None
    told_first: date | None
    told_last: date | None
    conflicts: tuple[ConflictRow, ...] = ()
    stances: tuple[tuple[Stance, int], ...] = ()
    quote: ClaimRow | None = None

    @property
    def is_disputed(self) -> bool:
        return bool(self.conflicts)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list; `words` is the sentence in which what was looked for stands, else how it begins."""

    id: str
    title: str | None
    outlet: str | None
    language: str | None
    told: str | None
    claims: int
    words: str


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A place, a source or an actor in a list: on how many events, how many of them disputed, last told when.

    `location` is set for places that were put on the map.
    """

    id: str
    name: str
    kind: EntityKind
    events: int
    disputed: int
    told_last: date | None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic, which is a type of claim: how many events, how many of them disputed, last told when."""

    type: ClaimType
    events: int
    disputed: int
    told_last: date | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds; `disputed` are events whose accounts cannot both be so."""

    reports: int
    claims: int
    events: int
    disputed: int


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One way to narrow a search, and how many rows it leaves; `name` where `value` is an identifier."""

    value: str
    count: int
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """The ways to narrow a search by one of its parts; `of` is the part's name in an address."""

    of: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page of a search, all of one kind.

    `total` is how many there are, or `DEEPEST` where `is_cut`: then there are more, and facets count the first
    alone. `spellings` are other names that were looked for too, by the name that led to them. `names` are what the
    entities are called that the search gives by identifier.
    """

    search: Search
    rows: tuple[EventRow, ...] | tuple[ClaimRow, ...] | tuple[ReportRow, ...]
    total: int
    is_cut: bool = False
    facets: tuple[Facet, ...] = ()
    spellings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    names: tuple[tuple[str, str], ...] = ()

    @property
    def kind(self) -> Kind:
        return self.search.kind

    @property
    def pages(self) -> int:
        """How many pages there are to go through; 1 where nothing was found."""
        return max(1, -(-self.total // self.search.per_page))


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list of places, sources or actors."""

    rows: tuple[EntityRow, ...]
    total: int
    page: int
    per_page: int

    @property
    def pages(self) -> int:
        """How many pages there are; 1 where the list is empty."""
        return max(1, -(-self.total // self.per_page))
