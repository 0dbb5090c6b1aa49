"""Ground: what a few reports, and knowledge, say of who is who.

Whatever is asked of a pair of claims, an event or a place is answered from the reports that tell of it
and from knowledge, never from the rest of the record: so one report more changes only what it tells of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from sayso.corroborate.side import Sides, find_sides
from sayso.corroborate.telling import read_bounds
from sayso.model.entity import Entity
from sayso.model.knowledge import EntryType, Knowledge
from sayso.model.resolution import Resolution
from sayso.model.values.edtf import Bounds

_KEPT = 20_000  # grounds of so many sets of reports are remembered


@dataclass(frozen=True, slots=True)
class _Part:
    """What one report puts into a footing: its entities, the names by which it names each, when it was told."""

    entities: Mapping[str, Entity]
    names: Mapping[str, tuple[str, ...]]
    told: Bounds | None


@dataclass(frozen=True)
class Footing:
    """The entities of some reports, with those that they lead to, and their sides."""

    entities: Mapping[str, Entity]
    parts: Sequence[_Part] = field(repr=False)
    states: frozenset[str] = field(repr=False)

    @cached_property
    def sides(self) -> Sides:
        """Who is on whose side, laid out when it is first asked."""
        heard = _gather_names(self.parts)
        return find_sides(self.entities, told=_find_stretch(self.parts), heard=heard, states=self.states)


@dataclass(frozen=True, slots=True)
class Ground:
    """All reports by identifier; `under` gives the footing of any of them."""

    resolutions: Mapping[str, Resolution]
    knowledge: Knowledge
    states: frozenset[str]
    kept: dict[frozenset[str], Footing] = field(default_factory=dict, compare=False, repr=False)
    parts: dict[str, _Part] = field(default_factory=dict, compare=False, repr=False)

    def under(self, reports: Iterable[str]) -> Footing:
        """The footing of these reports; those that are unheld have none."""
        key = frozenset(reports)
        if key not in self.kept:
            if len(self.kept) >= _KEPT:
                self.kept.clear()
            self.kept[key] = self._lay([self._part(id_) for id_ in sorted(key) if id_ in self.resolutions])
        return self.kept[key]

    def sides(self, *reports: str) -> Sides:
        """Who is on whose side, as far as these reports and knowledge say."""
        return self.under(reports).sides

    def _part(self, report: str) -> _Part:
        if report not in self.parts:
            self.parts[report] = _prepare(self.resolutions[report], self.knowledge.entities)
        return self.parts[report]

    def _lay(self, parts: Sequence[_Part]) -> Footing:
        return Footing(_gather_entities(parts, self.knowledge.entities), parts, self.states)


def lay_ground(resolutions: Iterable[Resolution], knowledge: Knowledge) -> Ground:
    """The ground of all that is told."""
    return Ground({resolution.report.id: resolution for resolution in resolutions}, knowledge, _list_states(knowledge))


@lru_cache(maxsize=4)
def _list_states(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(id_ for id_, entry in knowledge.entries.items() if entry.type is EntryType.STATE)


def _prepare(resolution: Resolution, known: Mapping[str, Entity]) -> _Part:
    """A report's entities with what is known of them, names and affiliations put together."""
    found: dict[str, Entity] = {}
    heard: dict[str, tuple[str, ...]] = {}
    for entity in resolution.entities:
        other = found.get(entity.id) or known.get(entity.id)
        found[entity.id] = _merge(other, entity) if other else entity
        heard[entity.id] = _sort((*entity.names, *heard.get(entity.id, ())))
    return _Part(found, heard, read_bounds(resolution.report.told))


def _gather_entities(parts: Iterable[_Part], known: Mapping[str, Entity]) -> dict[str, Entity]:
    """All entities by identifier, names and affiliations put together; and whomever they speak for."""
    found: dict[str, Entity] = {}
    for part in parts:
        for id_, entity in part.entities.items():
            found[id_] = _merge(found[id_], entity) if id_ in found else entity
    todo = list(found.values())
    while todo:
        for tie in todo.pop().affiliations:
            if tie.of not in found and tie.of in known:
                found[tie.of] = known[tie.of]
                todo.append(known[tie.of])
    return found


def _gather_names(parts: Iterable[_Part]) -> dict[str, tuple[str, ...]]:
    """The names by which the reports name each entity, sorted."""
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        for id_, names in part.names.items():
            other = found.get(id_, names)
            found[id_] = names if other == names else _sort((*names, *other))
    return found


@lru_cache(maxsize=50_000)
def _sort(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _find_stretch(parts: Iterable[_Part]) -> str | None:
    """From the first day on which a report was told to the last; None where no report says when."""
    days = [part.told for part in parts if part.told]
    first, last = (
        min((b.first for b in days if b.first), default=None),
        max((b.last for b in days if b.last), default=None),
    )
    return f"{first}/{last}" if first and last else None


def _merge(known: Entity, other: Entity) -> Entity:
    if known is other or (known.names == other.names and known.affiliations == other.affiliations):
        return known
    return replace(
        known,
        names=tuple(dict.fromkeys([*known.names, *other.names])),
        affiliations=tuple(dict.fromkeys([*known.affiliations, *other.affiliations])),
    )
