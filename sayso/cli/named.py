"""Finding a report by whatever a person calls it, and a claim, an event or a voice by its identifier."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from sayso.brief.spoken import Spoken, find_spoken
from sayso.errors import NotInRecord, UsageError
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.record import Record


def find_report(reports: Iterable[Report], called: str) -> Report:
    """The report with this identifier, address, file name or title.

    Raises NotInRecord when there is none, UsageError when there are several.
    """
    held = list(reports)
    for test in (_is_identified, _is_addressed, _is_titled):
        found = [report for report in held if test(report, called)]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(f"{report.id} ({report.address})" for report in found)
            raise UsageError(f"{called!r} names {len(found)} reports; say which by its identifier: {names}")
    raise NotInRecord(f"{called!r} is no report of this record; 'sayso status' lists them")


def look_up_claim(identifier: str, record: Record) -> tuple[Claim, Resolution] | None:
    """The claim that bears this identifier now, with its report; None where there is none."""
    try:
        report = record.report_of(identifier)
    except NotInRecord:
        return None
    resolutions = record.only_reports({report}).resolutions
    return next(((each, of) for of in resolutions for each in of.claims if each.id == identifier), None)


def look_up_spoken(identifier: str, record: Record) -> Spoken:
    """The event or voice of this identifier, with its claims; a name that points on is followed. Raises NotInRecord."""
    return find_spoken(record.around_event(record.event_of(identifier)), record.resolve_id(identifier))


def _is_identified(report: Report, called: str) -> bool:
    return report.id == called


def _is_addressed(report: Report, called: str) -> bool:
    name = PurePath(report.address)
    return called in (report.address, report.url, name.name, name.stem)


def _is_titled(report: Report, called: str) -> bool:
    return called.casefold() in (report.title or "").casefold()
