"""Reports and their versions. The words of a version are kept once and never change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, func, insert, select

from sayso.errors import NotInRecord
from sayso.model.capture import Capture
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.audit import Act, Change
from sayso.record.capture import KeptCapture, find_capture, settle_set_aside

_reports = tables.reports.c
_versions = tables.versions.c


def add_report(change: Change, report: Report, capture: Capture | KeptCapture | None) -> bool:
    """Keeps a version of a report, read from `capture` if it was; true if that is news.

    The same words with another title, date or digest of bytes get a row of their own: what was
    known of them stays. Raises NotInRecord if the capture was not kept before.
    """
    sequence = _find_version(change.connection, report)
    is_new = sequence is None
    if sequence is None:
        sequence = _insert_version(change, report)
        change.note(Act.VERSION_ADDED, report.id)
    if capture is not None and _link(change, sequence, capture.address, capture.sha256) and not is_new:
        change.note(Act.VERSION_SEEN, report.id)
    return is_new


def load_reports(connection: Connection) -> tuple[Report, ...]:
    """The current version of every report, in the order in which the reports were learnt."""
    return tuple(decode_report(row.payload, row.text) for row in connection.execute(select_current()))


def load_versions(connection: Connection, report_id: str) -> tuple[Report, ...]:
    """All versions of a report, as learnt, each as it was last described. Raises NotInRecord if there are none."""
    query = _select_versions().where(_versions.report == report_id).order_by(_versions.sequence)
    found = [decode_report(row.payload, row.text) for row in connection.execute(query)]
    if not found:
        raise NotInRecord(f"{report_id}: this record knows no such report; 'sayso export jsonl' lists all it knows")
    return tuple({version.version: version for version in found}.values())


def select_current() -> Select[Any]:
    """Asks for the current version of every report and its words, in the order in which the reports were learnt."""
    return _select_versions().where(_versions.sequence.in_(current_versions())).order_by(_reports.sequence)


def _select_versions() -> Select[Any]:
    columns = select(_versions.payload, tables.texts.c.text)
    return columns.select_from(tables.versions.join(tables.texts).join(tables.reports))


def current_versions() -> ScalarSelect[Any]:
    """For every report the version whose bytes were captured last, of several from one capture the last learnt."""
    captured = (
        select(tables.extractions.c.version, func.max(tables.captures.c.seen).label("seen"))
        .join(tables.captures)
        .group_by(tables.extractions.c.version)
        .subquery()
    )
    latest_first = (func.coalesce(captured.c.seen, _versions.recorded).desc(), _versions.sequence.desc())
    ranked = (
        select(_versions.sequence, func.row_number().over(partition_by=_versions.report, order_by=latest_first))
        .outerjoin(captured, captured.c.version == _versions.sequence)
        .subquery()
    )
    sequence, rank = ranked.c
    return select(sequence).where(rank == 1).scalar_subquery()


def keep_text(connection: Connection, report: Report) -> str:
    """Keeps the words of a report if they are new; gives their digest."""
    version = report.version
    if connection.execute(select(tables.texts.c.digest).where(tables.texts.c.digest == version)).first() is None:
        connection.execute(insert(tables.texts).values(digest=version, text=report.text))
    return version


def encode_report(report: Report) -> str:
    """A report without its words, which are kept apart."""
    return codec.encode(replace(report, text=""))


def decode_report(payload: str, text: str) -> Report:
    """The report with its words put back."""
    return replace(codec.decode(Report, payload), text=text)


def _find_version(connection: Connection, report: Report) -> int | None:
    same = (_versions.report == report.id, _versions.digest == report.version)
    query = select(_versions.sequence).where(*same, _versions.payload == encode_report(report))
    return connection.scalar(query)


def _insert_version(change: Change, report: Report) -> int:
    if change.connection.execute(select(_reports.id).where(_reports.id == report.id)).first() is None:
        change.connection.execute(insert(tables.reports).values(id=report.id, recorded=change.at))
    new = insert(tables.versions).values(
        report=report.id,
        digest=keep_text(change.connection, report),
        address=report.address,
        outlet=report.outlet,
        title=report.title,
        url=report.url,
        published=report.told,
        language=report.language,
        payload=encode_report(report),
        recorded=change.at,
    )
    sequence: int = change.connection.execute(new.returning(_versions.sequence)).scalar_one()
    return sequence


def _link(change: Change, version: int, address: str, sha256: str) -> bool:
    """Notes that a version was read from a capture; true if that is news."""
    capture = find_capture(change.connection, address, sha256)
    if capture is None:
        raise NotInRecord(f"{address}: no capture with the digest {sha256} is kept here; keep it before its report")
    settle_set_aside(change, address, sha256)
    link = {"capture": capture.sequence, "version": version}
    if change.connection.execute(select(tables.extractions).filter_by(**link)).first() is not None:
        return False
    change.connection.execute(insert(tables.extractions).values(link))
    return True


def load_decided_texts(connection: Connection, *, of: Iterable[str] | None = None) -> dict[str, str]:
    """The texts of all versions of reports on whose words a decision was made, by version; `of` these reports alone."""
    decided = select(tables.decisions.c.report).where(tables.decisions.c.version.is_not(None))
    query = select(tables.versions.c.digest, tables.texts.c.text).join(tables.texts)
    query = query.where(tables.versions.c.report.in_(decided))
    if of is not None:
        query = query.where(tables.versions.c.report.in_(sorted(of)))
    return {row.digest: row.text for row in connection.execute(query)}
