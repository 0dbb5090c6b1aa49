"""Neighbourhood: the named steps of corroboration, in order, over all claims that can be about one matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.corroborate.event.clustering import find_clusters
from sayso.corroborate.event.making import make_events
from sayso.corroborate.event.twin import gather_nodes
from sayso.corroborate.holding.finding import find_holdings
from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.resting import rest_on_knowledge
from sayso.corroborate.side import find_sides
from sayso.corroborate.telling import gather_tellings, read_bounds
from sayso.model.corroboration import Corroboration
from sayso.model.entity import Entity
from sayso.model.knowledge import EntryType, Knowledge
from sayso.model.resolution import Resolution


def corroborate(resolutions: Sequence[Resolution], *, knowledge: Knowledge) -> Corroboration:
    """Lineage, events with voices, accounts and conflicts, and holdings, of one closed neighbourhood.

    The order of `resolutions` is the order learnt: it names events and voices and changes nothing else.
    Empty input gives an empty corroboration.
    """
    kept = _keep_once(resolutions)
    entities = gather_entities(kept, knowledge)
    lineage, unheld = derive_lineage(kept)
    states = {id_ for id_, entry in knowledge.entries.items() if entry.type is EntryType.STATE}
    sides = find_sides(entities, told=_find_stretch(kept), heard=_gather_names(kept), states=states)
    tellings = gather_tellings(kept, entities)
    nodes = gather_nodes(tellings, lineage, sides)
    clusters = find_clusters(nodes, sides)
    events = make_events(clusters, lineage, sides, entities, learnt=_order_learnt(kept))
    holdings = find_holdings(events, nodes, sides, entities)
    return rest_on_knowledge(Corroboration(lineage, unheld, events, holdings), kept, knowledge)


def gather_entities(resolutions: Sequence[Resolution], knowledge: Knowledge) -> dict[str, Entity]:
    """All entities by identifier, names and affiliations of several reports and of knowledge put together."""
    found: dict[str, Entity] = dict(knowledge.entities)
    ordered = sorted(resolutions, key=lambda resolution: resolution.report.id)
    for entity in (entity for resolution in ordered for entity in resolution.entities):
        known = found.get(entity.id)
        found[entity.id] = _merge(known, entity) if known else entity
    return found


def _gather_names(resolutions: Iterable[Resolution]) -> dict[str, tuple[str, ...]]:
    """The names by which the reports name each entity."""
    found: dict[str, dict[str, None]] = {}
    for entity in (entity for resolution in resolutions for entity in resolution.entities):
        found.setdefault(entity.id, {}).update(dict.fromkeys(entity.names))
    return {id_: tuple(sorted(names)) for id_, names in found.items()}


def _find_stretch(resolutions: Iterable[Resolution]) -> str | None:
    """From the first day on which a report was told to the last; None where no report says when."""
    days = [bounds for resolution in resolutions if (bounds := read_bounds(resolution.report.told))]
    first, last = (
        min((b.first for b in days if b.first), default=None),
        max((b.last for b in days if b.last), default=None),
    )
    return f"{first}/{last}" if first and last else None


def _merge(known: Entity, other: Entity) -> Entity:
    return replace(
        known,
        names=tuple(dict.fromkeys([*known.names, *other.names])),
        affiliations=tuple(dict.fromkeys([*known.affiliations, *other.affiliations])),
    )


def _keep_once(resolutions: Sequence[Resolution]) -> list[Resolution]:
    """A report given twice counts once, as first learnt."""
    return list({resolution.report.id: resolution for resolution in reversed(resolutions)}.values())[::-1]


def _order_learnt(resolutions: Sequence[Resolution]) -> Mapping[str, int]:
    ids = [claim.id for resolution in resolutions for claim in resolution.claims]
    return {id_: place for place, id_ in enumerate(ids)}
