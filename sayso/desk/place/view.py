"""The view of a place: all that its page shows, made of values by a pure function."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.brief.holding import Doubt, DoubtKind, HoldingAccount, tell_accounts
from sayso.desk.draw.timeline import Timeline, draw_timeline, number_parties
from sayso.desk.place.around import Neighbour, list_neighbours
from sayso.desk.place.asked import DISPUTED, Asked
from sayso.desk.place.happening import Happening, list_happenings, mark
from sayso.desk.place.missing import Missing, list_missing
from sayso.desk.place.sighting import Sighting, list_sightings
from sayso.desk.place.spelling import Spelling, find_entity, list_spellings
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Coverage, Holding
from sayso.model.snapshot import Snapshot
from sayso.model.values import edtf


@dataclass(frozen=True, slots=True)
class Standing:
    """A holding on the day asked about: whether it covers it, and if not for sure, why. `number` is its account's."""

    number: int
    account: HoldingAccount
    coverage: Coverage
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a slider runs over, first and last, and those on which something was told."""

    first: date
    last: date
    told: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What stays the same on a place's page while other days are asked for: sliders, axis, colours.

    `days` are all dates (EDTF) that the axis has room for; `parties` the number of each holder's colour.
    """

    span: Span | None
    days: tuple[str, ...]
    parties: dict[str, int]


@dataclass(frozen=True, slots=True)
class PlaceView:
    """What the page of a place shows.

    `entity` is None for a place that only holdings name. `accounts` are its holdings, by whose account, in the order
    of their numbers; `parties` the number of each holder's colour. `day` is the day asked about, or the last on which
    something was told; None where nothing bears a date. `undated` counts reports left out of a past since they give
    no date.
    """

    id: str
    name: str
    entity: Entity | None
    spellings: tuple[Spelling, ...]
    accounts: tuple[HoldingAccount, ...]
    parties: dict[str, int]
    timeline: Timeline | None
    asked: Asked
    day: str | None
    standings: tuple[Standing, ...]
    span: Span | None
    happenings: tuple[Happening, ...]
    sightings: tuple[Sighting, ...]
    missing: tuple[Missing, ...]
    neighbours: tuple[Neighbour, ...]
    reports: int
    undated: int = 0

    @property
    def sure(self) -> tuple[Standing, ...]:
        """The holdings that cover the day, as far as they are told."""
        return tuple(each for each in self.standings if each.coverage is Coverage.YES)

    @property
    def unsure(self) -> tuple[Standing, ...]:
        """Those that may cover it."""
        return tuple(each for each in self.standings if each.coverage is Coverage.PERHAPS)


@dataclass(frozen=True, slots=True)
class Here:
    """Which place a page is about: its identifier, the name it goes by, all its names now, and its entity."""

    id: str
    name: str
    names: tuple[str, ...]
    entity: Entity | None


def find_here(snapshot: Snapshot, place: str) -> Here:
    """The place of an identifier in the part of the record around it; a holding may know it by a mere name."""
    entity = find_entity(snapshot, place)
    held = [
        name for holding in snapshot.corroboration.holdings if holding.place == place for name in holding.place_names
    ]
    told = [name for event in snapshot.corroboration.events if event.place == place for name in event.place_names]
    names = tuple(dict.fromkeys([*held, *(entity.names if entity else ()), *told]))
    return Here(place, names[0] if names else place, names, entity)


def frame_place(snapshot: Snapshot, here: Here) -> Frame:
    """The frame of a place's page, by the part of the record around it now."""
    accounts = tell_accounts(snapshot, holdings_of(snapshot, here))
    held = (text for each in accounts for text in (each.holding.start, each.holding.end, each.holding.last_said))
    days = tuple(text for text in (*held, *(event.when for event in events_of(snapshot, here))) if text)
    tellings = sorted({day for each in snapshot.resolutions for day in _days(each.report.told)})
    everything = [*tellings, *(day for text in days for day in _days(text))]
    span = Span(min(everything), max(everything), tuple(tellings)) if everything else None
    return Frame(span, days, number_parties(accounts))


def view_place(
    snapshot: Snapshot, here: Here, asked: Asked, *, frame: Frame | None = None, undated: int = 0
) -> PlaceView:
    """The view of a place by a snapshot: the record's part around it, or what followed on another day.

    `frame` is that of now, where the snapshot is of another day.
    """
    frame = frame or frame_place(snapshot, here)
    claims = {claim.id: claim for resolution in snapshot.resolutions for claim in resolution.claims}
    told = {resolution.report.id: resolution.report.told for resolution in snapshot.resolutions}
    accounts = tell_accounts(snapshot, holdings_of(snapshot, here))
    events = events_of(snapshot, here)
    happenings = list_happenings(events, claims, disputed_first=asked.order == DISPUTED)
    day = asked.on or _last_day(accounts, told.values())
    parties = {**frame.parties, **_number_others(accounts, frame.parties)}
    points = [mark(each, _name(each)) for each in happenings]
    return PlaceView(
        id=here.id,
        name=here.name,
        entity=here.entity,
        spellings=list_spellings(snapshot, {here.id}, here.names),
        accounts=accounts,
        parties=parties,
        timeline=draw_timeline(accounts, points, day=day, parties=parties, room_for=frame.days),
        asked=asked,
        day=day,
        standings=tuple(_stand(accounts, day)),
        span=frame.span,
        happenings=happenings,
        sightings=list_sightings(events, claims, told),
        missing=list_missing(snapshot, here.entity, accounts, happenings, claims),
        neighbours=list_neighbours(snapshot, here.entity),
        reports=len({claims[claim].report for event in events for claim in event.claims if claim in claims}),
        undated=undated,
    )


def holdings_of(snapshot: Snapshot, here: Here) -> tuple[Holding, ...]:
    """The holdings of the place: by its identifier, or where that was another on that day, by one of its names."""
    return tuple(each for each in snapshot.corroboration.holdings if _is_here(each.place, each.place_names, here))


def events_of(snapshot: Snapshot, here: Here) -> tuple[Event, ...]:
    """The events at the place; those that only name it, or that its holdings follow from, where none is."""
    events = snapshot.corroboration.events
    told = {event for holding in holdings_of(snapshot, here) for event in holding.events}
    placed = [each for each in events if each.id in told or _is_here(each.place, each.place_names, here)]
    return tuple(placed or (each for each in events if _is_named_in(each, snapshot, here)))


def _number_others(accounts: Iterable[HoldingAccount], parties: Mapping[str, int]) -> dict[str, int]:
    """The colours of holders that are not known now by the identifier that they had on that day."""
    others = [holder for holder in number_parties(accounts) if holder not in parties]
    return {holder: len(parties) + place for place, holder in enumerate(others)}


def _is_here(place: str | None, names: Sequence[str], here: Here) -> bool:
    return place == here.id or bool(names and here.names and names[0] in here.names)


def _is_named_in(event: Event, snapshot: Snapshot, here: Here) -> bool:
    mine = set(event.claims)
    return any(
        filler.mention.entity == here.id
        for resolution in snapshot.resolutions
        for claim in resolution.claims
        if claim.id in mine
        for filler in claim.roles
    )


def _stand(accounts: Sequence[HoldingAccount], day: str | None) -> Iterator[Standing]:
    """Those that cover the day, or may, the surest first; where nothing bears a date, all, and none for sure."""
    if day is None:
        undated = Doubt(DoubtKind.UNDATED)
        yield from (Standing(n, account, Coverage.PERHAPS, undated) for n, account in enumerate(accounts))
        return
    found = [
        Standing(number, account, account.holding.covers(day), account.doubt_on(day))
        for number, account in enumerate(accounts)
    ]
    yield from (each for each in found if each.coverage is Coverage.YES)
    yield from (each for each in found if each.coverage is Coverage.PERHAPS)


def _last_day(accounts: Iterable[HoldingAccount], told: Iterable[str | None]) -> str | None:
    """The last day on which a holding was said; else on which anything was."""
    said = [day for account in accounts for day in _days(account.holding.last_said)]
    days = said or [day for text in told for day in _days(text)]
    return max(days).isoformat() if days else None


def _days(text: str | None) -> Iterator[date]:
    bounds = edtf.bounds(text.partition("T")[0]) if text else None
    if bounds:
        yield from (day for day in (bounds.first, bounds.last) if day)


def _name(happening: Happening) -> str:
    """What a mark is called: who, what, to whom, as the claims name them."""
    title = happening.title
    return ", ".join(part for part in (title.who, title.what, title.whom) if part)
