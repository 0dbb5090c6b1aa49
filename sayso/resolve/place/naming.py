"""Naming: where a batch of reports names its place entities, and what each report says beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from sayso.model.entity import Entity, EntityKind
from sayso.model.knowledge import EntryType, Knowledge
from sayso.model.memory import PlaceMemory
from sayso.model.report import Report
from sayso.resolve.capitals import find_names
from sayso.resolve.interpretation import Interpretation
from sayso.resolve.name import parse_name
from sayso.resolve.place.location import Naming, Placing, Spots, find_spots, name_spots, place
from sayso.resolve.referent import Referent
from sayso.resolve.unify import Unified

_AROUND = 80
_BEFORE_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|into|around|outside|towards?|of|across|reached|left|entered) (?:the )?$"
)
_MOST_TOLD = 3  # candidates in the sentence on a place that is not sure
_MOST_OTHERS = 40  # names of a report that help to place others


@dataclass(frozen=True, slots=True)
class Said:
    """Where a report names a place: what it stands for there, None for a name that only helps to place the others."""

    referent: Referent | None
    naming: Naming


@dataclass(frozen=True, slots=True)
class Located:
    """Entities with the places among them put where they are, and where that is, by entity."""

    unified: Unified
    places: Mapping[str, PlaceMemory] = field(default_factory=dict)


class Named(Protocol):
    """What one report brings: itself, and where it names places."""

    @property
    def report(self) -> Report:
        """The report; its words are not needed."""
        ...

    @property
    def namings(self) -> Sequence[Said]:
        """Where it names places."""
        ...


def locate_places(
    reports: Sequence[Named],
    unified: Unified,
    *,
    knowledge: Knowledge,
    known: Mapping[str, PlaceMemory] | None = None,
) -> Located:
    """The entities with the places among them put where they are, and the known places that they rest on.

    Nothing changes without a gazetteer in `knowledge`. A place not surely found stays without one; its doubt says why.
    `known` is where entities were put before: that of one that is named as it was is not looked for again.
    """
    if knowledge.gazetteer is None:
        return Located(unified)
    namings = [
        replace(said.naming, entity=ids[said.referent]) if said.referent else said.naming
        for each, ids in zip(reports, unified.by_report, strict=True)
        for said in each.namings
    ]
    outlets = countries_of_outlets(knowledge)
    countries = {
        report.id: outlets.get(parse_name(report.outlet).tokens, {})
        for report in (each.report for each in reports)
        if report.outlet
    }
    spots = find_spots(namings, knowledge=knowledge, countries=countries)
    places = {id_: _remember(id_, rows, known or {}) for id_, rows in spots.items()}
    entities = {id_: _put(entity, places.get(id_)) for id_, entity in unified.entities.items()}
    return Located(replace(unified, entities=entities), places)


def list_namings(interpretation: Interpretation) -> Iterator[Said]:
    """Every place that a role names, with the words around it, and other names of the report that help to place it.

    Which entity a place is, is not known yet: the namings have none.
    """
    report = interpretation.report
    for told in interpretation.told:
        for filler, referent in zip(told.claim.roles, told.fillers, strict=True):
            if referent and referent.kind is EntityKind.PLACE and referent.named and referent.compared:
                yield Said(referent, _naming(report, filler.mention.start, filler.mention.end, referent))
    yield from (Said(None, naming) for naming in _others(report))


@lru_cache(maxsize=4)
def countries_of_outlets(knowledge: Knowledge) -> dict[tuple[str, ...], dict[str, str]]:
    """The country of each known outlet, with why a report of it is likely of there, by the words of its names."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for _, entry in sorted(knowledge.entries.items()):
        if entry.country and entry.type is EntryType.OUTLET:
            for name in entry.names:
                why = f"the outlet {entry.names[0]} is of that country"
                found.setdefault(parse_name(name).tokens, {entry.country: why})
    return found


def _naming(report: Report, start: int | None, end: int | None, referent: Referent) -> Naming:
    """The words where they stand; the proper name alone where a mention stands for it ("the base")."""
    said = referent.common or ""
    proper = referent.compared or referent.name
    words = report.text[start:end] if start is not None and end is not None else ""
    at = words.find(proper)
    if at < 0 or start is None:
        return Naming("", report.id, proper, said=said)
    begin, stop = start + at, start + at + len(proper)
    before, after = report.text[max(0, begin - _AROUND) : begin], report.text[stop : stop + _AROUND]
    return Naming("", report.id, proper, before, after, said)


def _others(report: Report) -> Iterator[Naming]:
    """Names that stand where a place does ("in Tripoli"), and the dateline."""
    if report.dateline:
        yield Naming("", report.id, report.dateline.title() if report.dateline.isupper() else report.dateline)
    text, found = report.text, 0
    for start, end, name in find_names(text):
        if _BEFORE_PLACE.search(text[max(0, start - 30) : start]) and found < _MOST_OTHERS:
            found += 1
            yield Naming("", report.id, name, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])


def _remember(entity: str, spots: Spots, known: Mapping[str, PlaceMemory]) -> PlaceMemory:
    """Where an entity is: as it is known where it is named as it was, else found now."""
    made_of, before = name_spots(spots), known.get(entity)
    if before is not None and before.made_of == made_of:
        return before
    placing = place(spots)
    return PlaceMemory(entity, made_of, placing.location, None if placing.location else _tell_doubt(placing))


def _put(entity: Entity, found: PlaceMemory | None) -> Entity:
    """The entity where it was put; what is not sure is said as a doubt, with what it could be."""
    if found is None or entity.kind is not EntityKind.PLACE:
        return entity
    if found.location is None:
        return replace(entity, doubt=entity.doubt or found.doubt)
    known = tuple(sorted({*entity.known, found.location.place.id}))
    return replace(entity, location=found.location, known=known)


def _tell_doubt(placing: Placing) -> str | None:
    """None for a name that no known place bears: there is nothing to choose from."""
    shown = [f"{option.name} ({option.country or 'at sea'}, {option.id})" for option in placing.options[:_MOST_TOLD]]
    return f"{placing.answer.because}; could be {', '.join(shown)}" if shown else None
