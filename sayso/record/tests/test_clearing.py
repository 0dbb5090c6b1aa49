"""What is shown of a record to those without clearance."""

from __future__ import annotations

from datetime import UTC, datetime

from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.withholding import WHOLE, WORDS, Clearance
from sayso.record import Record, open_record
from sayso.record.clearing import OpenRecord

#: They show nothing of reports, or write, or are asked of the whole record alone.
HARMLESS = frozenset(
    {
        *("place", "evidence", "close", "is_stale", "basis", "fingerprint", "latest_change", "resolve_id"),
        *("report_of", "event_of"),
        *(
            "has_capture",
            "withheld",
            "cleared",
            "list_topics",
            "counts",
            "counts",
            "former_ids",
            "erasures",
            "erase",
            "rename_signer",
            "clean",
            "conceal",
        ),
        *("choose_reader", "replace_derived", "find_changed", "renew_derived", "foresee_renewal", "mark_stale"),
    }
)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def withhold(record: Record, target: Target, value: str = "", id_: str = "d1") -> None:
    record.add_decision(Decision(id_, DecisionKind.WITHHOLD, target, value, "Rima", NOON, "somebody asked"))


def test_every_method_that_shows_anything_is_concealed() -> None:
    shown = {name for name in vars(Record) if not name.startswith(("_", "add_"))}
    missing = shown - HARMLESS - set(vars(OpenRecord))
    assert not missing


def test_with_clearance_it_is_the_record_itself(place: str) -> None:
    with open_record(place) as record:
        assert record.cleared(Clearance.WHOLE) is record


def test_a_decision_does_not_tell_what_it_withholds(place: str) -> None:
    with open_record(place) as record:
        withhold(record, Target("r1", "v1", 0, 4, WORDS), "Zemira Olt")
        (shown,) = record.cleared(Clearance.OPEN).decisions()
        assert "Zemira" not in repr(shown)
        assert shown.by == "Rima"
        assert record.decisions()[0].value == "Zemira Olt"


def test_what_is_withheld_follows_every_new_decision(place: str) -> None:
    with open_record(place) as record:
        shown = record.cleared(Clearance.OPEN)
        assert not shown.withheld()
        withhold(record, Target("r1", field=WHOLE))
        assert shown.withheld().reports == {"r1"}
        undo = Decision("d2", DecisionKind.UNDO, Target("r1"), "d1", "Rima", NOON.replace(hour=13), "agreed")
        record.add_decision(undo)
        assert not shown.withheld()
