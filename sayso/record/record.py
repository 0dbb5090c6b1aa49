"""Record: the one door to all that is kept. Each method is one transaction: all of it happens, or none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from sayso.model.asof import ReadVersion
from sayso.model.capture import Capture, SetAside
from sayso.model.claim import Claim
from sayso.model.corroboration import Corroboration
from sayso.model.decision import Decision
from sayso.model.entity import Entity
from sayso.model.found import ClaimRow, Counts, EntityRow, EventRow, Found, Listed, ReportRow, TopicRow
from sayso.model.holding import Holding
from sayso.model.memory import Memory
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.search import Search
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType
from sayso.model.withholding import Clearance, Withheld
from sayso.record import (
    audit,
    capture,
    custody,
    decision,
    derived,
    erasing,
    foresight,
    history,
    listing,
    names,
    reading,
    renewal,
    report,
    shelf,
)
from sayso.record.audit import Act, AuditEntry, Change
from sayso.record.capture import KeptCapture
from sayso.record.changed import Changed, find_changed
from sayso.record.counting import ACTOR, PLACE, SOURCE
from sayso.record.custody import KeptVersion
from sayso.record.database import Database
from sayso.record.erasing import Erased, Erasure
from sayso.record.inputs import Input, load_inputs
from sayso.record.memo import Memo
from sayso.record.memory import load_memory
from sayso.record.migration import migrate
from sayso.record.part import load_part
from sayso.record.place import EVIDENCE, find_place
from sayso.record.renewal import Corroborate
from sayso.record.search import search_record
from sayso.record.withholding import Withholdings

#: How long a writer waits for another process by itself, before a person is asked to.
PATIENCE_SECONDS = 30.0


def now_utc() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def open_record(
    place: str | Path,
    *,
    create: bool = True,
    by: str = "sayso",
    now: Callable[[], datetime] = now_utc,
    wait_seconds: float = PATIENCE_SECONDS,
    keeps_open: bool = False,
) -> Record:
    """The record in the file `place`, made if missing and `create`, brought to today's tables if older.

    `by` is who the audit says did it; `now` gives the time (UTC) that rows bear. Use it in a `with`.
    `keeps_open`: for a site, which asks often: the file is not opened anew for every question.
    Raises RecordError when there is no record to open, when the place is a folder, a server's
    address, not to be written or a file of something else, and when a newer Sayso wrote it.
    """
    database = Database(find_place(place, create=create), wait_seconds=wait_seconds, keeps_open=keeps_open)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return Record(database, by=by, now=now)


class Record:
    """What came in, what was read, what was decided, and what follows from it for now.

    Every `add_*` may be called again with the same: it changes nothing and gives False.
    Any method raises RecordError when the file cannot be read or written.
    """

    def __init__(self, database: Database, *, by: str, now: Callable[[], datetime]) -> None:
        self._database = database
        self._by = by
        self._now = now
        self._withholdings = Withholdings()
        self._memo = Memo()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()

    @property
    def place(self) -> Path:
        """The file."""
        return self._database.path

    @property
    def evidence(self) -> Path:
        """The folder beside the file for the bytes of captures; custody makes it when it first writes there."""
        return self.place.with_suffix(EVIDENCE)

    # What was erased

    def erase(self, report_id: str, because: str, *, by: str | None = None) -> Erased:
        """Takes all words of a report out of the record; gives what is to be done away with beside it.

        `by` is who decided so, where it was not the one who runs this.

        Raises NotInRecord. Afterwards derive anew, and call `clean`.
        """
        with self._change() as change:
            return erasing.erase_report(change, report_id, because, by=by or self._by)

    def rename_signer(self, name: str, pseudonym: str) -> None:
        """Puts a pseudonym where somebody who left the desk, and wishes so, had signed."""
        with self._change() as change:
            erasing.rename_signer(change, name, pseudonym)

    def erasures(self) -> tuple[Erasure, ...]:
        """What was erased, by whom, when and why, the earliest first."""
        with self._database.reading() as connection:
            return erasing.load_erasures(connection)

    def clean(self) -> None:
        """Writes the file anew, so that nothing that was taken out is left in it. Raises RecordError if it is busy."""
        self._database.clean()

    # What is withheld

    def withheld(self) -> Withheld:
        """What decisions withhold now, with all words of it that the record knows."""
        with self._database.reading() as connection:
            return self._withholdings.find(connection)

    def cleared(self, clearance: Clearance) -> Record:
        """The record as it is shown with that clearance: a view on the same file, closed with it."""
        if clearance is Clearance.WHOLE:
            return self
        from sayso.record.clearing import OpenRecord  # it is a record itself

        return OpenRecord(self, self._withholdings)

    def conceal(self, snapshot: Snapshot) -> Snapshot:
        """A snapshot that was made of the record, as it is shown: here whole."""
        return snapshot

    # What came in

    def add_capture(self, captured: Capture | KeptCapture) -> bool:
        """Keeps what a capture was, not its bytes; true if these bytes are new at this address.

        Call it for known bytes too: a page put back as it was makes its old version current again,
        and an address that had not answered is taken off the list of inputs set aside.
        """
        kept = captured if isinstance(captured, KeptCapture) else KeptCapture.of(captured)
        with self._change() as change:
            return capture.add_capture(change, kept)

    def has_capture(self, address: str, sha256: str) -> bool:
        """Whether bytes of this digest were kept from this address."""
        with self._database.reading() as connection:
            return capture.find_capture(connection, address, sha256) is not None

    def captures(self) -> tuple[KeptCapture, ...]:
        """All captures, in the order in which they were kept."""
        with self._database.reading() as connection:
            return capture.load_captures(connection, only_pending=False)

    def pending_captures(self) -> tuple[KeptCapture, ...]:
        """Captures that became no report and were not set aside: an earlier run did not get to them."""
        with self._database.reading() as connection:
            return capture.load_captures(connection, only_pending=True)

    def add_set_aside(self, input_: SetAside) -> bool:
        """Keeps why an input could not be read. Give its digest if it was captured, or it stays pending."""
        with self._change() as change:
            return capture.add_set_aside(change, input_)

    def set_aside(self) -> tuple[SetAside, ...]:
        """Inputs that could not be read, each with its latest reason; those read since are off the list."""
        with self._database.reading() as connection:
            return capture.load_set_aside(connection)

    def add_report(self, version: Report, captured: Capture | KeptCapture | None = None) -> bool:
        """Keeps a version of a report, extracted from a capture that was kept; true if it is new.

        Raises NotInRecord when the capture was not kept. None: a report that nothing was captured for.
        """
        with self._change() as change:
            return report.add_report(change, version, captured)

    def reports(self) -> tuple[Report, ...]:
        """The current version of every report (the last captured), in the order in which they were learnt."""
        with self._database.reading() as connection:
            return report.load_reports(connection)

    def versions(self, report_id: str) -> tuple[Report, ...]:
        """All versions of a report, as learnt. Raises NotInRecord for a report that is not held here."""
        with self._database.reading() as connection:
            return report.load_versions(connection, report_id)

    def custody(self, report_id: str) -> tuple[KeptVersion, ...]:
        """All versions of a report with the captures and readings of each, as learnt. Raises NotInRecord."""
        with self._database.reading() as connection:
            return custody.load_custody(connection, report_id)

    def report_of(self, claim_id: str) -> str:
        """The report that a claim stands in now; a name that points on is followed. Raises NotInRecord."""
        with self._database.reading() as connection:
            return custody.find_report_of(connection, names.resolve_id(connection, claim_id))

    def event_of(self, id_: str) -> str:
        """The event of an identifier, or of a voice's; a name that points on is followed. Raises NotInRecord."""
        with self._database.reading() as connection:
            return names.find_event_of(connection, names.resolve_id(connection, id_))

    def texts(self) -> Mapping[str, str]:
        """The clean texts on whose words persons decided, by version."""
        with self._database.reading() as connection:
            return report.load_decided_texts(connection)

    # What was read

    def add_reading(self, read: Reading) -> bool:
        """Keeps a reading and makes it current; takes the place of one by the same reader only."""
        with self._change() as change:
            return reading.add_reading(change, read)

    def choose_reader(self, reader: ReaderIdentity) -> bool:
        """Makes this reader's readings current wherever it has read; true if that changed any."""
        with self._change() as change:
            return reading.choose_reader(change, reader)

    def unread(self, reader: ReaderIdentity) -> tuple[Report, ...]:
        """Reports whose current version has no reading by this reader."""
        with self._database.reading() as connection:
            return reading.load_unread(connection, reader)

    def readings(self, *, of: Collection[str] | None = None) -> tuple[tuple[Report, Reading], ...]:
        """Current versions with their current readings, in the order in which the reports were learnt.

        `of` are the reports asked for, None: all.
        """
        with self._database.reading() as connection:
            return reading.load_readings(connection, of=of)

    def inputs(self) -> tuple[Input, ...]:
        """What `readings` gives, told apart by names alone: nothing that a reader found is decoded."""
        with self._database.reading() as connection:
            return load_inputs(connection)

    def history(self, *, until: datetime | None = None, of: Collection[str] | None = None) -> tuple[ReadVersion, ...]:
        """Every version that was read by a moment (None: now), with the reading that was current for it then.

        By report as learnt, of each report the latest version last; `of` are the reports asked for, None: all.
        """
        with self._database.reading() as connection:
            return history.load_history(connection, until=until, of=of)

    # What was decided

    def add_decision(self, decided: Decision) -> bool:
        """Keeps a decision for ever. Raises RecordError if its identifier is another one's."""
        with self._change() as change:
            return decision.add_decision(change, decided)

    def decisions(self, *, until: datetime | None = None) -> tuple[Decision, ...]:
        """All decisions that came in by a moment (None: now), undone ones too, in the order in which they came in."""
        with self._database.reading() as connection:
            return decision.load_decisions(connection, until=until)

    def decision(self, decision_id: str) -> Decision:
        """One decision. Raises NotInRecord if there is none of that identifier."""
        with self._database.reading() as connection:
            return decision.find_decision(connection, decision_id)

    # What follows from it

    def latest_change(self) -> int:
        """The number of the last act: ask before loading inputs, and hand it to `replace_derived`."""
        with self._database.reading() as connection:
            return audit.latest_change(connection)

    def replace_derived(
        self,
        resolutions: Sequence[Resolution],
        corroboration: Corroboration,
        *,
        as_of: int | None = None,
        basis: str | None = None,
    ) -> bool:
        """Puts all that is derived in place of what was; true if it differs. Names that vanish point on.

        `as_of` is `latest_change()` from before the inputs were loaded: what another process added
        since then leaves the record stale. None: nobody else writes. `basis` names the knowledge
        and the release that it follows from.
        """
        with self._change() as change:
            so_far = audit.latest_change(change.connection) if as_of is None else as_of
            return derived.replace_derived(change, resolutions, corroboration, as_of=so_far, basis=basis)

    def memory(self) -> Memory:
        """What resolving left for the next time: of reports whose resolutions stand as they came out, and of places."""
        with self._database.reading() as connection:
            return load_memory(connection)

    def claims_of(self, reports: Collection[str]) -> tuple[Claim, ...]:
        """The claims of these reports as they stand."""
        with self._database.reading() as connection:
            return derived.load_claims(connection, reports)

    def entities_of(self, reports: Collection[str]) -> dict[str, tuple[Entity, ...]]:
        """The entities of these reports' resolutions as they stand."""
        with self._database.reading() as connection:
            return derived.load_entities(connection, reports)

    def find_changed(self, resolutions: Sequence[Resolution], *, staying: Collection[str] = ()) -> Changed:
        """Which of these, all that there are now, are otherwise than they stand here, and which reports have none now.

        Reports that are `staying` as they stand need not be given.
        """
        with self._database.reading() as connection:
            return find_changed(connection, resolutions, staying=staying)

    def renew_derived(
        self,
        changed: Changed,
        corroborate: Corroborate,
        *,
        as_of: int | None = None,
        basis: str | None = None,
    ) -> bool:
        """Rows follow what changed, in one transaction; true if any differs. The same rows as `replace_derived` leaves.

        `corroborate` is called within it, when the rows of the changed reports stand there: with the open
        connection, which it may read and write and never commits, and the numbers learnt of the changed reports. It
        says what follows otherwise than before; all that follows, where `changed` begins anew. `as_of` and `basis` are
        as for `replace_derived`.
        Raises NotInRecord for a changed report that is not held.
        """
        with self._change() as change:
            so_far = audit.latest_change(change.connection) if as_of is None else as_of
            return renewal.renew_derived(change, changed, corroborate, as_of=so_far, basis=basis)

    def foresee_renewal(self, changed: Changed, corroborate: Corroborate) -> tuple[Snapshot, Snapshot]:
        """The part of the record that `renew_derived` would leave otherwise, as it is and as it would be.

        Nothing is changed. `changed` must not begin anew. Raises NotInRecord for a changed report that is not held.
        """
        with self._change() as change:
            return foresight.foresee_renewal(change, changed, corroborate)

    def snapshot(self) -> Snapshot:
        """The record as it stands: what was last derived, all decisions, and the inputs set aside."""
        with self._database.reading() as connection:
            return Snapshot(
                resolutions=derived.load_resolutions(connection),
                corroboration=derived.load_corroboration(connection),
                decisions=decision.load_decisions(connection),
                set_aside=capture.load_set_aside(connection),
                texts=report.load_decided_texts(connection),
            )

    # Parts of it

    def around_event(self, event: str) -> Snapshot:
        """One event with the reports in which its claims stand; a name that points on is followed. NotInRecord."""
        with self._database.reading() as connection:
            return shelf.around_event(connection, event)

    def around_report(self, report: str) -> Snapshot:
        """One report, the events that its claims stand in with their other reports, copies, origins. NotInRecord."""
        with self._database.reading() as connection:
            return shelf.around_report(connection, report)

    def only_reports(self, reports: Collection[str]) -> Snapshot:
        """These reports with their claims and lineage, without events; those that are not held are left out."""
        with self._database.reading() as connection:
            return load_part(connection, reports=reports)

    def around_place(self, place: str, *, limit: int = shelf.LIMIT) -> Snapshot:
        """The latest events at a place (an entity) with their reports, and all its holdings. NotInRecord."""
        with self._database.reading() as connection:
            return shelf.around_place(connection, place, limit=limit)

    def around_source(self, source: str, *, limit: int = shelf.LIMIT) -> Snapshot:
        """The latest events on which an entity or name is a voice; the reports of an outlet. NotInRecord."""
        with self._database.reading() as connection:
            return shelf.around_source(connection, source, limit=limit)

    def around_actor(self, actor: str, *, limit: int = shelf.LIMIT) -> Snapshot:
        """The latest events in which an entity has a part, and what it is said to hold. NotInRecord."""
        with self._database.reading() as connection:
            return shelf.around_actor(connection, actor, limit=limit)

    # Lists and searches: always with what is withheld concealed

    def search(self, search: Search) -> Found:
        """The rows of one page of a search, how many there are in all, and how it could be narrowed."""
        with self._database.reading() as connection:
            return search_record(connection, search, withheld=self._withholdings.find(connection))

    def list_places(self, *, page: int = 1, per_page: int = 50) -> Listed:
        """Places at which events are, those with the most first."""
        with self._database.reading() as connection:
            return self._list(connection, PLACE, page, per_page)

    def list_sources(self, *, page: int = 1, per_page: int = 50) -> Listed:
        """Those who are heard, or for whom somebody speaks, those on the most events first."""
        with self._database.reading() as connection:
            return self._list(connection, SOURCE, page, per_page)

    def list_actors(self, *, page: int = 1, per_page: int = 50) -> Listed:
        """Persons and groups that have a part in events, those in the most first."""
        with self._database.reading() as connection:
            return self._list(connection, ACTOR, page, per_page)

    def list_topics(self) -> tuple[TopicRow, ...]:
        """Every type of which there are events, that with the most first."""
        with self._database.reading() as connection:
            return self._memo.ask(connection, "topics", listing.list_topics)

    def counts(self) -> Counts:
        """How many reports, claims and events there are, and how many of the events are disputed."""
        with self._database.reading() as connection:
            return self._memo.ask(connection, "counts", listing.count_all)

    def newest_reports(self, count: int = 10) -> tuple[ReportRow, ...]:
        """The reports told last."""
        with self._database.reading() as connection:
            withheld = self._withholdings.find(connection)
            find = partial(listing.newest_reports, count=count, withheld=withheld)
            return self._memo.ask(connection, ("newest", count), find)

    def disputed_events(self, count: int = 10) -> tuple[EventRow, ...]:
        """The events told last whose accounts cannot both be so."""
        with self._database.reading() as connection:
            find = partial(listing.disputed_events, count=count)
            return self._memo.ask(connection, ("disputed", count), find)

    def doubtful_claims(
        self,
        *,
        page: int = 1,
        per_page: int = 20,
        types: Collection[ClaimType] = (),
        one_voice: bool = False,
        contested: bool = False,
    ) -> tuple[ClaimRow, ...]:
        """Claims by how much a second look at them is worth, the most first (`row/event.py` says how it is counted)."""
        with self._database.reading() as connection:
            return listing.doubtful_claims(
                connection, page=page, per_page=per_page, types=types, one_voice=one_voice, contested=contested
            )

    def located_places(self, count: int = 500) -> tuple[EntityRow, ...]:
        """The places on the most events that were put on the map."""
        with self._database.reading() as connection:
            find = partial(listing.located_places, count=count)
            return self._memo.ask(connection, ("located", count), find)

    def rows_of(self, identifiers: Collection[str]) -> dict[str, EventRow | ClaimRow | ReportRow]:
        """What lists show of these events, claims and reports, by identifier; what is not there is left out."""
        with self._database.reading() as connection:
            return listing.find_rows(connection, identifiers, withheld=self._withholdings.find(connection))

    def holdings_of(self, places: Collection[str] | None = None, *, count: int = 2000) -> tuple[Holding, ...]:
        """The holdings of these places (None: of all), the latest said first."""
        with self._database.reading() as connection:
            return listing.load_holdings(connection, places=places, count=count)

    def _list(self, connection: Connection, as_what: str, page: int, per_page: int) -> Listed:
        find = partial(listing.list_entities, as_what=as_what, page=page, per_page=per_page)
        return self._memo.ask(connection, (as_what, page, per_page), find)

    @property
    def fingerprint(self) -> str:
        """Names what is derived: the same as long as no row of it changed; empty before anything is."""
        with self._database.reading() as connection:
            return audit.load_fingerprint(connection)

    @property
    def is_stale(self) -> bool:
        """Whether reports, readings or decisions changed since what is derived was derived."""
        with self._database.reading() as connection:
            return audit.is_stale(connection)

    @property
    def basis(self) -> str | None:
        """The knowledge and the release that what is derived follows from; None where that was not noted."""
        with self._database.reading() as connection:
            return audit.load_basis(connection)

    def mark_stale(self, because: str) -> None:
        """Says that what is derived must be derived anew, for a reason that the record cannot see itself."""
        with self._change() as change:
            change.note(Act.MARKED_STALE, because)

    def resolve_id(self, id_: str) -> str:
        """Where a name stands now, pointers followed: of a report, claim, event or voice. Raises NotInRecord."""
        with self._database.reading() as connection:
            return names.resolve_id(connection, id_)

    def former_ids(self, id_: str) -> tuple[str, ...]:
        """Identifiers that point to this one now: what was said of them was said of it."""
        with self._database.reading() as connection:
            return names.list_former(connection, id_)

    def audit(self) -> tuple[AuditEntry, ...]:
        """All that was done to this record, the earliest first."""
        with self._database.reading() as connection:
            return audit.load_audit(connection)

    @contextmanager
    def _change(self) -> Iterator[Change]:
        with self._database.writing() as connection:
            yield Change(connection, self._by, self._now())
