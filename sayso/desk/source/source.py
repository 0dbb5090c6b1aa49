"""Source: who or what is asked about, found by an entity's identifier or by a name, and the voices that are it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.desk.event.reach import Reach
from sayso.errors import NotInRecord
from sayso.model.entity import Affiliation, Entity
from sayso.model.event import Event
from sayso.model.knowing import fold_name
from sayso.model.report import Report
from sayso.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Source:
    """A source: its name, every name folded into it, and its entity, None for one that only a name tells.

    `key` is what its page's address says: the identifier, else the name.
    """

    key: str
    name: str
    names: tuple[str, ...]
    entity: str | None

    @property
    def folded(self) -> frozenset[str]:
        """All names, for comparing."""
        return frozenset(map(fold_name, self.names))

    def is_named(self, name: str | None) -> bool:
        """Whether a name is one of its names."""
        return name is not None and fold_name(name) in self.folded


def find_source(reach: Reach, asked: str) -> Source:
    """The source that an identifier or a name stands for, from the part of the record around it. Raises NotInRecord."""
    entities = [each for r in reach.snapshot.resolutions for each in r.entities if each.id == asked]
    if entities:
        names = dict.fromkeys(name for entity in entities for name in entity.names)
        return Source(asked, _fullest(entities).name, tuple(names), asked)
    named = Source(asked, asked, (asked,), None)
    voices = [part.voice for event in reach.snapshot.corroboration.events for part in parts_of(reach, event, named)]
    outlets = [report.outlet for report in reach.reports.values() if report.outlet and named.is_named(report.outlet)]
    if not voices and not outlets:
        raise NotInRecord(f"{asked!r} is no source of this record; search for the name, or see the list of sources")
    return Source(asked, [*outlets, asked][0], (asked,), None)


def _fullest(entities: Iterable[Entity]) -> Entity:
    return max(entities, key=lambda entity: len(entity.names))


@dataclass(frozen=True, slots=True)
class Part:
    """What a source says within a voice: all its claims where the voice is the source or speaks for it (`is_whole`),
    else those that the source itself is the nearest speaker of.
    """

    voice: Voice
    claims: frozenset[str]
    is_whole: bool


def parts_of(reach: Reach, event: Event, source: Source) -> tuple[Part, ...]:
    """The voices of an event in which the source is heard, each with what is the source's in it."""
    return tuple(part for voice in event.voices if (part := _part_of(reach, voice, source)))


def _part_of(reach: Reach, voice: Voice, source: Source) -> Part | None:
    is_spoken_for = source.entity is not None and voice.speaks_for == source.entity
    if is_spoken_for or source.is_named(voice.name):
        return Part(voice, frozenset(voice.claims), is_whole=True)
    own = frozenset(claim for claim in voice.claims if _is_spoken_by(reach, claim, source))
    return Part(voice, own, is_whole=False) if own else None


def _is_spoken_by(reach: Reach, claim: str, source: Source) -> bool:
    speaker = reach.claims[claim].speaker if claim in reach.claims else None
    if speaker is None:
        return False
    return speaker.entity == source.entity if source.entity else source.is_named(speaker.name)


def outlet_reports(reach: Reach, source: Source) -> tuple[Report, ...]:
    """The reports that the source publishes, the latest first."""
    mine = [report for report in reach.reports.values() if source.is_named(report.outlet)]
    return tuple(sorted(mine, key=lambda report: report.told or "", reverse=True))


@dataclass(frozen=True, slots=True)
class Tie:
    """Whom somebody speaks for: `other` None where only its identifier is known; with the reason in words."""

    affiliation: Affiliation
    other: Entity | None


def affiliations_of(reach: Reach, entity: str) -> tuple[Tie, ...]:
    """Whom an entity speaks for, as texts and knowledge say, each once, the earliest first."""
    found = {
        (each.of, each.role, each.start, each.end): Tie(each, reach.entities.get(each.of))
        for resolution in reach.snapshot.resolutions
        for mine in resolution.entities
        if mine.id == entity
        for each in mine.affiliations
    }
    return tuple(sorted(found.values(), key=lambda tie: (tie.affiliation.start or "", tie.affiliation.of)))


def spoken_for_by(reach: Reach, entity: str) -> tuple[Tie, ...]:
    """Who speaks for an entity, each once."""
    return tuple({tie.other.id: tie for tie in _list_spokesmen(reach, entity) if tie.other}.values())


def _list_spokesmen(reach: Reach, entity: str) -> Iterator[Tie]:
    for resolution in reach.snapshot.resolutions:
        for other in resolution.entities:
            for each in other.affiliations:
                if each.of == entity and other.id != entity:
                    yield Tie(each, other)
