"""Inputs: what is derived from, report by report, without decoding what readers found in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from sqlalchemy import Connection

from sayso.model.decision import Decision
from sayso.model.identity import digest
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.record import codec, tables
from sayso.record.reading import select_current_readings
from sayso.record.report import decode_report, encode_report

_versions = tables.versions.c


@dataclass(frozen=True, slots=True)
class Input:
    """A report without its words, the digest of these, and one of its reading."""

    report: Report
    version: str
    reading: str

    @classmethod
    def of(cls, report: Report, reading: Reading) -> Self:
        """That of a report, which may be without its words, and a reading that the record need not hold."""
        return cls(report, reading.version, digest(codec.encode(reading)))

    def name(self, decisions: Iterable[Decision]) -> str:
        """Names it with what is decided of its claims: the same name, the same report, reading and decisions."""
        decided = (codec.encode(each) for each in decisions)
        return digest("\n".join((encode_report(self.report), self.version, self.reading, *decided)))


def load_inputs(connection: Connection) -> tuple[Input, ...]:
    """Current versions with their current readings, in the order in which the reports were learnt."""
    rows = connection.execute(select_current_readings(_versions.payload, _versions.digest))
    found = {row.learnt: Input(decode_report(row.payload, ""), row.digest, digest(row.reading)) for row in rows}
    return tuple(found[learnt] for learnt in sorted(found))
