"""Known: what is known of a named thing beside the reports' words, in sentences that say how it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.place import Location

_OTHERS = 3  # places it could be as well that are named; the rest are counted


def describe_known(entity: Entity, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """Sentences on where it lies, whom it speaks for and what is odd about its name; none if nothing is known.

    `entities` are those that affiliations may point to. A place that was looked for and not found says so.
    """
    return tuple(_sentences(entity, entities))


def _sentences(entity: Entity, entities: Mapping[str, Entity]) -> Iterator[str]:
    if entity.doubt:
        yield entity.doubt
    if entity.location:
        yield _put(entity.location)
        if entity.location.others:
            yield _others(entity.location)
    elif entity.kind is EntityKind.PLACE and not entity.doubt:
        yield "not found among the known places"
    for affiliation in entity.affiliations:
        yield _speaks_for(affiliation, entities)


def _put(location: Location) -> str:
    place = location.place
    where = f"{place.name} ({place.kind}{f', {place.country}' if place.country else ''})"
    precision = f"ACLED {location.geo_precision}, UCDP {location.where_prec}"
    if not place.is_drawable:
        return f"{where}, known from memory alone, to {_distance(place.radius_m)}; {precision}; no point on a map"
    point = f"{place.latitude:.3f}, {place.longitude:.3f}"
    return f"{where} at {point}, to {_distance(place.radius_m)}; {precision} ({place.id})"


def _others(location: Location) -> str:
    named = [f"{each.name} ({each.country or 'country not known'})" for each in location.others[:_OTHERS]]
    more = len(location.others) - len(named)
    return f"could also be {', '.join(named)}{f' and {more} more' if more else ''}"


def _speaks_for(affiliation: Affiliation, entities: Mapping[str, Entity]) -> str:
    of = entities[affiliation.of].name if affiliation.of in entities else affiliation.of
    role = f" as {affiliation.role}" if affiliation.role else ""
    return f"speaks for {of}{role}{_span(affiliation)}: {affiliation.because}"


def _span(affiliation: Affiliation) -> str:
    start = f" from {affiliation.start}" if affiliation.start else ""
    end = f" until {affiliation.end}" if affiliation.end else ""
    return start + end


def _distance(metres: int) -> str:
    return f"{metres / 1000:.0f} km" if metres >= 1000 else f"{metres} m"
