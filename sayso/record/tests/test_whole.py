"""The record as a whole: killed, locked, filled twice."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, StatementError

from sayso.errors import RecordError
from sayso.model.capture import Capture
from sayso.model.corroboration import Corroboration
from sayso.record import Act, Record, open_record
from sayso.record.tests.build import NATIVE, capture, claim, clock, derived, event, reading, report, resolution

ENDLESS_RUN = """
import sys
from sayso.record import open_record
from sayso.record.tests.build import capture, report, reading
with open_record(sys.argv[1]) as record:
    for at in range(1_000_000):
        page = capture(str(at), address=f"{at}.html")
        record.add_capture(page)
        record.add_report(report("word " * 2000, of=f"r{at}"), page)
        record.add_reading(reading(report("word " * 2000, of=f"r{at}")))
        print(at, flush=True)
"""


def run_once(record: Record) -> None:
    """What a run does, in small."""
    for at in range(3):
        page = capture(str(at), address=f"{at}.html")
        record.add_capture(page)
        record.add_report(report(f"Fighters left {at}.", of=f"r{at}"), page)
    for unread in record.unread(NATIVE):
        record.add_reading(reading(unread, claims=(claim(f"c{unread.id}", of=unread.id),)))
    resolutions = [resolution(of, *read.claims) for of, read in record.readings()]
    record.replace_derived(resolutions, derived(event("v1", "cr0", "cr1", "cr2")))


def dump(place: Path) -> list[str]:
    connection = sqlite3.connect(place)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_the_same_inputs_again_change_not_one_byte_of_any_row(place: Path) -> None:
    with open_record(place, now=clock()) as record:
        run_once(record)
    before = dump(place)
    with open_record(place) as record:
        run_once(record)
    assert dump(place) == before


def test_a_run_killed_at_any_moment_leaves_a_record_that_opens(place: Path) -> None:
    run = subprocess.Popen([sys.executable, "-c", ENDLESS_RUN, str(place)], stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    assert run.stdout is not None
    finished = [run.stdout.readline() for _ in range(20)]
    run.kill()
    finished += run.stdout.read().splitlines()
    run.stdout.close()
    run.wait()
    with open_record(place) as record:
        assert len(record.readings()) >= len(finished)
        assert len(record.captures()) - len(record.reports()) == len(record.pending_captures()) <= 1
        assert record.is_stale
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_derivation_that_breaks_off_leaves_what_was(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    record.replace_derived((), derived(event("v1", "c1")))

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.record.derived.update_names", break_off)
    with pytest.raises(KeyboardInterrupt):
        record.replace_derived((), derived(event("v2", "c2")))
    monkeypatch.undo()
    assert record.snapshot().corroboration == derived(event("v1", "c1"))
    assert record.resolve_id("v1") == "v1"


def test_a_record_that_another_process_writes_says_so_in_one_sentence(place: Path) -> None:
    with open_record(place, wait_seconds=0.05) as record:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match=r"record\.db: is being written by another process; wait"):
            record.add_report(report())
        with open_record(place, wait_seconds=0.05) as reader:
            assert reader.reports() == (), "readers never wait"
        other.execute("ROLLBACK")
        other.close()
        assert record.add_report(report())


def test_two_may_write_in_turn(place: Path) -> None:
    with open_record(place) as mine, open_record(place) as yours:
        mine.add_report(report(of="r1"))
        yours.add_report(report(of="r2"))
        mine.add_report(report(of="r3"))
        assert [kept.id for kept in yours.reports()] == ["r1", "r2", "r3"]


def test_everything_of_consequence_is_in_the_audit(place: Path) -> None:
    with open_record(place, by="amal", now=clock()) as record:
        run_once(record)
        entries = record.audit()
    assert [entry.act for entry in entries] == [
        *[Act.CAPTURE_KEPT, Act.VERSION_ADDED] * 3,
        *[Act.READING_ADDED] * 3,
        Act.DERIVED_REPLACED,
    ]
    assert {entry.by for entry in entries} == {"amal", "native 1.0"}
    assert sorted(entry.at for entry in entries) == [entry.at for entry in entries]


def test_nothing_hangs_in_the_air(record: Record) -> None:
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        record.add_reading(reading(report()))


def test_a_time_without_a_zone_is_refused(record: Record) -> None:
    page = capture()
    naive = Capture(page.address, page.payload, page.acquired.replace(tzinfo=None), page.media_type)
    with pytest.raises(StatementError, match="no time zone"):
        record.add_capture(naive)


def test_nothing_can_be_derived_from_nothing(record: Record) -> None:
    record.replace_derived((), Corroboration())
    assert record.snapshot().corroboration == Corroboration()
