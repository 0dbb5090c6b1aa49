"""Erasing: the words of a report go from the file, by law or for harm; digests, who, when and why stay.

Decisions and the audit stay as rows; where they hold words of the report, these words go. What is derived is
derived anew by whoever calls this. Bytes beside the record are unlinked by the caller, and `clean` leaves no word
of them in free pages of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select, update

from sayso.model.decision import DecisionKind
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.audit import Act, Change
from sayso.record.memory import forget_report
from sayso.record.report import load_versions

#: What stands where words were.
ERASED = "erased"
#: What decisions set that is words of the report; a date, a language, an outlet is not.
_WORDS_SET = ("title", "url")
_WORD = re.compile(r"[^\W_]+")
_IN_A_ROW = 3  # words that a reason shares with the text before it counts as quoting it

_versions, _captures = tables.versions.c, tables.captures.c


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure. `digests` (SHA-256) are of the bytes, and of the clean texts, that are gone."""

    report: str
    digests: tuple[str, ...]
    by: str
    because: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Erased:
    """What the caller has to do away with beside the record: bytes by digest, and addresses that may be files."""

    sha256s: tuple[str, ...]
    addresses: tuple[str, ...]
    kept_for: tuple[str, ...]  # other reports that have the same words


def erase_report(change: Change, report: str, because: str, *, by: str) -> Erased:
    """Takes all words of a report out of the tables. Raises NotInRecord for a report that is not held."""
    connection = change.connection
    kept = load_versions(connection, report)
    captures = _find_captures(connection, report)
    others = _find_others(connection, report, [each.version for each in kept])
    _erase_versions(connection, report, kept, shared=bool(others))
    _erase_captures(connection, captures)
    connection.execute(delete(tables.readings).where(tables.readings.c.report == report))
    forget_report(connection, report)
    addresses = sorted({address for row in captures for address in (row.address, row.final_address) if address})
    connection.execute(delete(tables.set_aside).where(tables.set_aside.c.address.in_(addresses)))
    _erase_quotes(connection, report, kept, addresses)
    sha256s = tuple(dict.fromkeys(row.sha256 for row in captures))
    digests = (*sha256s, *(each.version for each in kept))
    row = {"report": report, "digests": codec.encode(digests), "erased_by": by, "because": because}
    connection.execute(insert(tables.erasures).values(**row, recorded=change.at))
    change.note(Act.REPORT_ERASED, report, by=by)
    return Erased(sha256s, tuple(addresses), others)


def rename_signer(change: Change, name: str, pseudonym: str) -> None:
    """Puts a pseudonym where somebody who left had signed; what they decided stays as it is."""
    decisions, audit = tables.decisions, tables.audit
    with _Unguarded(change.connection, decisions):
        signed = decisions.c.decided_by == name
        change.connection.execute(update(decisions).where(signed).values(decided_by=pseudonym))
    with _Unguarded(change.connection, audit):
        change.connection.execute(update(audit).where(audit.c.done_by == name).values(done_by=pseudonym))
    change.note(Act.SIGNER_RENAMED, pseudonym, by=pseudonym)


def load_erasures(connection: Connection) -> tuple[Erasure, ...]:
    """All erasures, the earliest first."""
    rows = connection.execute(select(tables.erasures).order_by(tables.erasures.c.sequence))
    return tuple(
        Erasure(row.report, codec.decode(tuple[str, ...], row.digests), row.erased_by, row.because, row.recorded)
        for row in rows
    )


def _find_captures(connection: Connection, report: str) -> Sequence[Row[Any]]:
    of_report = (
        select(tables.extractions.c.capture)
        .join(tables.versions, _versions.sequence == tables.extractions.c.version)
        .where(_versions.report == report)
    )
    return connection.execute(select(tables.captures).where(_captures.sequence.in_(of_report))).all()


def _find_others(connection: Connection, report: str, digests: Sequence[str]) -> tuple[str, ...]:
    same = select(_versions.report).where(_versions.digest.in_(digests), _versions.report != report).distinct()
    return tuple(connection.scalars(same))


def _erase_versions(connection: Connection, report: str, kept: Sequence[Report], *, shared: bool) -> None:
    for each in kept:
        blank = Report(
            id=report,
            address=ERASED,
            text="",
            outlet=each.outlet,
            published=each.published,
            language=each.language,
            shown_of=each.version,
        )
        same = (_versions.report == report) & (_versions.digest == each.version)
        values = {"address": ERASED, "title": None, "url": None, "payload": codec.encode(blank)}
        connection.execute(update(tables.versions).where(same).values(values))
        if not shared:
            connection.execute(update(tables.texts).where(tables.texts.c.digest == each.version).values(text=""))


def _erase_captures(connection: Connection, captures: Sequence[Row[Any]]) -> None:
    for row in captures:
        values = {"address": f"{ERASED}:{row.sequence}", "final_address": "", "headers": codec.encode(())}
        connection.execute(update(tables.captures).where(_captures.sequence == row.sequence).values(values))


def _erase_quotes(connection: Connection, report: str, kept: Sequence[Report], addresses: Sequence[str]) -> None:
    """Takes words of the report out of decisions on it, and its addresses out of the audit; the rows stay."""
    text = "\n".join(part for each in kept for part in (each.title, each.byline, each.url, each.text) if part)
    quoted = _rows_of_words(text)
    decisions = tables.decisions.c
    with _Unguarded(connection, tables.decisions):
        for row in connection.execute(select(tables.decisions).where(decisions.report == report)).all():
            value = ERASED if _is_of_words(row, quoted) else row.value
            because = ERASED if _rows_of_words(row.because) & quoted else row.because
            this = update(tables.decisions).where(decisions.sequence == row.sequence)
            connection.execute(this.values(value=value, because=because))
    with _Unguarded(connection, tables.audit):
        about = tables.audit.c.subject.in_([*addresses, *(each.address for each in kept)])
        connection.execute(update(tables.audit).where(about).values(subject=ERASED))


def _is_of_words(row: Row[Any], quoted: frozenset[tuple[str, ...]]) -> bool:
    """Whether the value of a decision holds words of the report."""
    is_words = row.kind == DecisionKind.WITHHOLD or (row.kind == DecisionKind.SET and row.field in _WORDS_SET)
    return is_words or not _rows_of_words(row.value).isdisjoint(quoted)


def _rows_of_words(text: str) -> frozenset[tuple[str, ...]]:
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(zip(*(words[at:] for at in range(_IN_A_ROW)), strict=False))


class _Unguarded:
    """Lifts the guard of a table whose rows are never changed, for this alone."""

    def __init__(self, connection: Connection, table: Table) -> None:
        self._connection, self._name = connection, f"{table.name}_refuse_update"

    def __enter__(self) -> None:
        named = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?"
        self._guard = self._connection.exec_driver_sql(named, (self._name,)).scalar_one()
        self._connection.exec_driver_sql(f"DROP TRIGGER {self._name}")

    def __exit__(self, *_: object) -> None:
        self._connection.exec_driver_sql(self._guard)
