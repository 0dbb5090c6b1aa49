"""Clearing: the record as those see it who have no clearance for what is withheld.

It is the same record with the same methods; what they give is concealed. What runs and jobs work on is the whole
record; what is shown comes through here. `tests/test_clearing.py` holds that no method is forgotten.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NoReturn, TypeVar

from sqlalchemy import select

from sayso.errors import NotInRecord
from sayso.model.concealing import conceal, conceal_decision, conceal_holdings, conceal_reading, conceal_report
from sayso.model.decision import Decision
from sayso.model.found import ClaimRow, EntityRow, EventRow, Found, Listed, ReportRow
from sayso.model.holding import Holding
from sayso.model.report import Report
from sayso.model.search import Search
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType
from sayso.model.veil import Veil, cover_all, veil_of
from sayso.model.withholding import Clearance, Withheld
from sayso.record import shelf, tables
from sayso.record.audit import AuditEntry
from sayso.record.capture import KeptCapture
from sayso.record.custody import KeptVersion
from sayso.record.record import Record
from sayso.record.withholding import Withholdings

_Thing = TypeVar("_Thing")


class OpenRecord(Record):
    """A record of which nothing is shown that is withheld."""

    def __init__(self, whole: Record, withholdings: Withholdings) -> None:
        super().__init__(whole._database, by=whole._by, now=whole._now)
        self._withholdings, self._memo = withholdings, whole._memo

    def conceal(self, snapshot: Snapshot) -> Snapshot:
        """A snapshot that was made of the whole record, as it is shown."""
        return conceal(snapshot, self.withheld(), Clearance.OPEN)

    # What came in

    def captures(self) -> tuple[KeptCapture, ...]:
        """Captures, without those of reports that are withheld."""
        return self._over(tuple(each for each in super().captures() if each.address not in self._addresses()))

    def pending_captures(self) -> tuple[KeptCapture, ...]:
        """As `captures`."""
        return self._over(super().pending_captures())

    def set_aside(self) -> tuple[object, ...]:  # type: ignore[override]
        """Inputs that could not be read."""
        return self._over(super().set_aside())

    def reports(self) -> tuple[Report, ...]:
        """The current versions, concealed."""
        return self._reports(super().reports())

    def versions(self, report_id: str) -> tuple[Report, ...]:
        """All versions, concealed."""
        return self._reports(super().versions(report_id))

    def custody(self, report_id: str) -> tuple[KeptVersion, ...]:
        """All versions, concealed; of a withheld report no captures and no readings."""
        withheld = self.withheld()
        veil = veil_of(withheld.words)
        return tuple(_conceal_version(each, withheld, veil) for each in super().custody(report_id))

    def texts(self) -> Mapping[str, str]:
        """The texts on whose words persons decided, concealed; of withheld reports nothing but their length."""
        withheld = self.withheld()
        hidden = {each.version for report in withheld.reports for each in self._versions_of(report)}
        veil = veil_of(withheld.words)
        texts = super().texts().items()
        return {version: cover_all(text) if version in hidden else veil.over_text(text) for version, text in texts}

    # What is an input, and not shown

    def unread(self, reader: object) -> NoReturn:
        """Not shown: ask the whole record."""
        raise TypeError("inputs of a run are asked of the whole record")

    def readings(self, *, of: Collection[str] | None = None) -> NoReturn:
        """Not shown: ask the whole record, and conceal what follows."""
        raise TypeError("inputs of a run are asked of the whole record")

    def inputs(self) -> NoReturn:
        """Not shown: ask the whole record, and conceal what follows."""
        raise TypeError("inputs of a run are asked of the whole record")

    def claims_of(self, reports: Collection[str]) -> NoReturn:
        """Not shown: ask the whole record, and conceal what follows."""
        raise TypeError("claims of a run are asked of the whole record")

    def entities_of(self, reports: Collection[str]) -> NoReturn:
        """Not shown: ask the whole record, and conceal what follows."""
        raise TypeError("entities of a run are asked of the whole record")

    def memory(self) -> NoReturn:
        """Not shown: ask the whole record, and conceal what follows."""
        raise TypeError("what is remembered is asked of the whole record")

    def history(self, *, until: datetime | None = None, of: Collection[str] | None = None) -> NoReturn:
        """Not shown: ask the whole record, and conceal what follows."""
        raise TypeError("inputs of a run are asked of the whole record")

    # What was decided

    def decisions(self, *, until: datetime | None = None) -> tuple[Decision, ...]:
        """All decisions, concealed."""
        withheld = self.withheld()
        veil = veil_of(withheld.words)
        return tuple(conceal_decision(each, withheld, veil) for each in super().decisions(until=until))

    def decision(self, decision_id: str) -> Decision:
        """One decision, concealed."""
        withheld = self.withheld()
        return conceal_decision(super().decision(decision_id), withheld, veil_of(withheld.words))

    # What follows from it

    def snapshot(self) -> Snapshot:
        """The record, concealed."""
        return self.conceal(super().snapshot())

    def around_event(self, event: str) -> Snapshot:
        """One event, concealed."""
        return self.conceal(super().around_event(event))

    def around_report(self, report: str) -> Snapshot:
        """One report, concealed."""
        return self.conceal(super().around_report(report))

    def only_reports(self, reports: Collection[str]) -> Snapshot:
        """These reports, concealed."""
        return self.conceal(super().only_reports(reports))

    def around_place(self, place: str, *, limit: int = shelf.LIMIT) -> Snapshot:
        """Events at a place, concealed. Raises NotInRecord for one that is withheld."""
        return self._around(place, super().around_place(place, limit=limit), "place")

    def around_source(self, source: str, *, limit: int = shelf.LIMIT) -> Snapshot:
        """Events on which somebody is a voice, concealed. Raises NotInRecord for one that is withheld.

        Events whose voices are not counted out are left: who is known to speak there would tell of another.
        """
        shown = self._around(source, super().around_source(source, limit=limit), "source")
        derived = shown.corroboration
        events = tuple(event for event in derived.events if event.at_least is None)
        return replace(shown, corroboration=replace(derived, events=events))

    def around_actor(self, actor: str, *, limit: int = shelf.LIMIT) -> Snapshot:
        """Events in which somebody has a part, concealed. Raises NotInRecord for one that is withheld."""
        return self._around(actor, super().around_actor(actor, limit=limit), "actor")

    # Lists and searches: their rows are concealed when they are filled; what was withheld since is covered here

    def search(self, search: Search) -> Found:
        """As of the whole record, covered; what was looked for stays as it was asked: covered, it would tell."""
        found = super().search(search)
        return replace(self._over(found), search=found.search)

    def list_places(self, *, page: int = 1, per_page: int = 50) -> Listed:
        """As of the whole record, covered."""
        return self._over(super().list_places(page=page, per_page=per_page))

    def list_sources(self, *, page: int = 1, per_page: int = 50) -> Listed:
        """As of the whole record, covered."""
        return self._over(super().list_sources(page=page, per_page=per_page))

    def list_actors(self, *, page: int = 1, per_page: int = 50) -> Listed:
        """As of the whole record, covered."""
        return self._over(super().list_actors(page=page, per_page=per_page))

    def newest_reports(self, count: int = 10) -> tuple[ReportRow, ...]:
        """As of the whole record, covered."""
        return self._over(super().newest_reports(count))

    def disputed_events(self, count: int = 10) -> tuple[EventRow, ...]:
        """As of the whole record, covered."""
        return self._over(super().disputed_events(count))

    def doubtful_claims(
        self,
        *,
        page: int = 1,
        per_page: int = 20,
        types: Collection[ClaimType] = (),
        one_voice: bool = False,
        contested: bool = False,
    ) -> tuple[ClaimRow, ...]:
        """As of the whole record, covered."""
        return self._over(
            super().doubtful_claims(page=page, per_page=per_page, types=types, one_voice=one_voice, contested=contested)
        )

    def located_places(self, count: int = 500) -> tuple[EntityRow, ...]:
        """As of the whole record, covered."""
        return self._over(super().located_places(count))

    def rows_of(self, identifiers: Collection[str]) -> dict[str, EventRow | ClaimRow | ReportRow]:
        """As of the whole record, covered."""
        return self._over(super().rows_of(identifiers))

    def holdings_of(self, places: Collection[str] | None = None, *, count: int = 2000) -> tuple[Holding, ...]:
        """Holdings, concealed."""
        veil = veil_of(self.withheld().words)
        with self._database.reading() as connection:
            few = frozenset(connection.scalars(select(tables.events.c.id).where(tables.events.c.at_least.is_not(None))))
        return tuple(conceal_holdings(super().holdings_of(places, count=count), veil, few))

    def audit(self) -> tuple[AuditEntry, ...]:
        """All that was done to the record; addresses of withheld reports are not told."""
        return self._over(super().audit())

    def _around(self, asked: str, whole: Snapshot, what: str) -> Snapshot:
        """The part, concealed; of somebody who is withheld what one is told of somebody who is not there."""
        veil = veil_of(self.withheld().words)
        entities = (entity for resolution in whole.resolutions for entity in resolution.entities)
        if veil.hides(asked) or any(entity.id == asked and veil.hides(entity.name) for entity in entities):
            raise NotInRecord(f"{asked}: no claim of this record names such a {what}; search for the name instead")
        return self.conceal(whole)

    def _over(self, things: _Thing) -> _Thing:
        return veil_of(self.withheld().words).over(things)

    def _reports(self, reports: tuple[Report, ...]) -> tuple[Report, ...]:
        withheld = self.withheld()
        veil = veil_of(withheld.words)
        return tuple(conceal_report(each, withheld, veil) for each in reports)

    def _versions_of(self, report: str) -> tuple[Report, ...]:
        try:
            return Record.versions(self, report)
        except NotInRecord:  # a decision may come before its report does
            return ()

    def _addresses(self) -> frozenset[str]:
        """The addresses of withheld reports."""
        return frozenset(each.address for report in self.withheld().reports for each in self._versions_of(report))


def _conceal_version(kept: KeptVersion, withheld: Withheld, veil: Veil) -> KeptVersion:
    shown = conceal_report(kept.report, withheld, veil)
    if kept.report.id in withheld.reports or (kept.report.id, "url") in withheld.fields:
        return KeptVersion(shown)
    reading = kept.reading and conceal_reading(kept.reading, shown, veil)
    return KeptVersion(shown, veil.over(kept.captures), reading)
