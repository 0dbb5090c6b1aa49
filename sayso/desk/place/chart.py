"""The chart: which places a map shows, with their holdings: one and what lies around, an event's, those of a list."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.brief.holding import HoldingAccount, tell_accounts
from sayso.desk.place.asked import Asked
from sayso.desk.place.geojson import MapPlace
from sayso.desk.place.spelling import find_entity
from sayso.desk.place.view import PlaceView
from sayso.model.event import Event
from sayso.model.found import EntityRow
from sayso.model.holding import Holding
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Role

_WHERE = frozenset({Role.PLACE, Role.ORIGIN, Role.DESTINATION})


def chart_place(view: PlaceView) -> tuple[MapPlace, ...]:
    """The place with its holdings on the day asked about, then what lies around.

    Areas round it and other names of one spot stay in the list beside the map: they would cover it.
    """
    location = view.entity.location if view.entity else None
    around = (
        MapPlace(each.entity, each.name, each.location, is_around=True)
        for each in view.neighbours
        if not each.is_same_spot and not each.is_around
    )
    return (MapPlace(view.id, view.name, location, view.accounts, view.day), *around)


def chart_event(snapshot: Snapshot, event: Event, asked: Asked) -> tuple[MapPlace, ...]:
    """The places that the claims of an event name as where, whence or whither, with the holdings that name it."""
    accounts = tell_accounts(snapshot, snapshot.corroboration.holdings)
    places = dict.fromkeys((*([event.place] if event.place else []), *_named(snapshot, event)))
    return tuple(
        _chart(snapshot, place, tuple(a for a in accounts if a.holding.place == place), asked) for place in places
    )


def chart_rows(rows: Iterable[EntityRow], holdings: Iterable[Holding], asked: Asked) -> tuple[MapPlace, ...]:
    """Places of a list with their holdings; by whose account these are told is for the page of each."""
    held: dict[str, list[HoldingAccount]] = {}
    for holding in holdings:
        held.setdefault(holding.place, []).append(HoldingAccount(holding, (), (), ()))
    return tuple(MapPlace(row.id, row.name, row.location, tuple(held.get(row.id, ())), asked.on) for row in rows)


def _named(snapshot: Snapshot, event: Event) -> Iterable[str]:
    mine = set(event.claims)
    for resolution in snapshot.resolutions:
        for claim in resolution.claims:
            if claim.id in mine:
                yield from (f.mention.entity for f in claim.roles if f.role in _WHERE and f.mention.entity)


def _chart(snapshot: Snapshot, place: str, accounts: tuple[HoldingAccount, ...], asked: Asked) -> MapPlace:
    entity = find_entity(snapshot, place)
    return MapPlace(place, entity.name if entity else place, entity.location if entity else None, accounts, asked.on)
