"""Telling: events as rows have them, each with the claims that stand for it and when their reports were told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from sayso.errors import RecordError
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.resolution import Resolution
from sayso.record import codec, tables
from sayso.record.order import PLACES, among, place_claim
from sayso.record.row.event import Told

_claims, _events, _told = tables.claims.c, tables.events.c, tables.event_claims.c
_resolutions = tables.resolutions.c


@dataclass(frozen=True, slots=True)
class Teller:
    """Loads events with their claims; each claim is decoded once (`known`, by position)."""

    connection: Connection
    known: dict[int, Claim] = field(default_factory=dict)

    def resting_on(self, reports: Iterable[str], claims: Iterable[str]) -> set[int]:
        """The positions of the events with claims of these reports, as these stand, or with these claims."""
        told = select(_claims.id).where(among(_claims.report, reports))
        found = self.connection.scalars(select(_told.event).where(_told.claim.in_(told))).all()
        return {*found, *self.connection.scalars(select(_told.event).where(among(_told.claim, claims)))}

    def named(self, events: Iterable[str]) -> set[int]:
        """The positions of the events of these identifiers."""
        return set(self.connection.scalars(select(_events.position).where(among(_events.id, events))))

    def claims_of(self, numbers: Iterable[int]) -> list[tuple[int, int, Claim]]:
        """The claims of the reports of these numbers, each with its position and its number in lists."""
        query = select(_claims.position, _claims.latest, _claims.payload).where(among(_claims.resolution, numbers))
        return [
            (row.position, row.latest, self._decode(row.position, row.payload))
            for row in self.connection.execute(query)
        ]

    def standing(self, positions: Iterable[int]) -> list[Told]:
        """The events at these positions, as they stand."""
        query = select(_events.position, _events.payload).where(among(_events.position, positions))
        rows = self.connection.execute(query.order_by(_events.position)).all()
        return self._tell([codec.decode(Event, row.payload) for row in rows], [row.position for row in rows])

    def placed(self, events: Sequence[Event]) -> list[Told]:
        """These events, each at the position of its first claim. Raises RecordError where that is not in the record."""
        return self._tell(events, None)

    def replace_claims(self, numbers: Iterable[int], fresh: Mapping[int, Resolution]) -> None:
        """Forgets the claims of the reports of these numbers, and knows those of reports as they are now, by number."""
        gone = set(numbers)
        for position in [position for position in self.known if position // PLACES in gone]:
            del self.known[position]
        for number, each in fresh.items():
            self.known.update((place_claim(number, place), claim) for place, claim in enumerate(each.claims))

    def _tell(self, events: Sequence[Event], positions: Sequence[int] | None) -> list[Told]:
        claims: dict[str, list[Claim]] = defaultdict(list)
        first: dict[str, int] = {}
        query = select(_claims.position, _claims.id, _claims.payload).order_by(_claims.position)
        wanted = {claim for event in events for claim in event.claims}
        for row in self.connection.execute(query.where(among(_claims.id, wanted))):
            claims[row.id].append(self._decode(row.position, row.payload))
            first.setdefault(row.id, row.position)
        reports = {claim.report for some in claims.values() for claim in some}
        days = select(_resolutions.report, _resolutions.told).where(among(_resolutions.report, reports))
        told = {row.report: row.told for row in self.connection.execute(days)}
        return [
            Told(at, event, [claim for id_ in event.claims for claim in claims.get(id_, ())], told)
            for at, event in zip(positions or [_place(event, first) for event in events], events, strict=True)
        ]

    def _decode(self, position: int, payload: str) -> Claim:
        known = self.known.get(position)
        if known is None:
            known = self.known[position] = codec.decode(Claim, payload)
        return known


def _place(event: Event, first: dict[str, int]) -> int:
    position = first.get(next(iter(event.claims), ""))
    if position is None:
        raise RecordError(f"{event.id}: none of the record's claims is its first; derive the record anew")
    return position
