"""Custody of one report: which bytes its versions were read from, and what was read in each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.errors import NotInRecord
from sayso.record import KeptCapture, Record
from sayso.record.tests.build import NATIVE, OTHER, capture, claim, derived, reading, report, resolution


def test_each_version_has_its_own_bytes_and_its_current_reading(record: Record) -> None:
    first, later = capture("first", hour=8), capture("later", hour=9)
    for captured, text in ((first, "First."), (later, "Corrected.")):
        record.add_capture(captured)
        version = replace(report(text), sha256=captured.sha256)
        record.add_report(version, captured)
        record.add_reading(reading(version, by=OTHER))
        record.add_reading(reading(version, by=NATIVE, claims=(claim(text),)))
    kept = record.custody("r1")
    assert [version.report.text for version in kept] == ["First.", "Corrected."]
    assert [version.captures for version in kept] == [(KeptCapture.of(first),), (KeptCapture.of(later),)]
    assert [version.reading and version.reading.claims[0].id for version in kept] == ["First.", "Corrected."]


def test_a_version_that_nobody_read_has_no_reading(record: Record) -> None:
    record.add_report(report())
    assert [(version.captures, version.reading) for version in record.custody("r1")] == [((), None)]


def test_a_report_that_is_not_held_has_no_custody(record: Record) -> None:
    with pytest.raises(NotInRecord):
        record.custody("r9")


def test_a_claim_leads_to_its_report(record: Record) -> None:
    record.add_report(report())
    record.replace_derived([resolution(report(), claim("c1"))], derived())
    assert record.report_of("c1") == "r1"
    with pytest.raises(NotInRecord):
        record.report_of("r1")
