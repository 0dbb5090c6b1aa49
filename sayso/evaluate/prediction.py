"""Prediction: what an exported record says, in the parts that are scored.

The rows of section 1 of `docs/formats.md` come in here, and no further.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sayso.evaluate.words import strong_words

#: One line of the exchange format.
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PredictedReport:
    """A held report; `name` is the last part of its address without the ending, by which gold knows it."""

    id: str
    name: str
    text: str
    published: str | None


@dataclass(frozen=True, slots=True)
class PredictedClaim:
    """A claim of the record; `chain` has, for each speaker, all words by which it is known.

    `certainty` has how likely each part is right ("type", "stance", "speaker"), and `whole`; empty where the row says
    nothing of it.
    """

    id: str
    report: str
    type: str
    stance: str
    spans: tuple[tuple[int, int], ...]
    roles: tuple[tuple[str, str], ...]
    chain: tuple[frozenset[str], ...]
    is_attributed: bool
    when: str | None
    bests: tuple[float | None, ...]
    manner: str | None
    certainty: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class PredictedConflict:
    """What is disagreed on, and the claims on each side."""

    on: str
    sides: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    """An event of the record; `voices` has, for each voice, all words by which it is known."""

    id: str
    claims: tuple[str, ...]
    voices: tuple[frozenset[str], ...]
    conflicts: tuple[PredictedConflict, ...]


@dataclass(frozen=True, slots=True)
class PredictedLineage:
    """Report `report` derives from report `of`; both are identifiers of the record."""

    report: str
    of: str
    relation: str | None


@dataclass(frozen=True, slots=True)
class PredictedHolding:
    """A holding of the record; place and holder are all words by which they are known."""

    place: frozenset[str]
    holder: frozenset[str]
    status: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Prediction:
    """The record of one affair. `reports` are the held ones, by name."""

    reports: Mapping[str, PredictedReport]
    claims: tuple[PredictedClaim, ...]
    events: tuple[PredictedEvent, ...]
    lineage: tuple[PredictedLineage, ...]
    holdings: tuple[PredictedHolding, ...]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Prediction:
        """What the rows of an exported record say; rows of other kinds are passed over."""
        by_kind: dict[str, list[Row]] = {}
        for row in rows:
            by_kind.setdefault(row["kind"], []).append(row)
        events = by_kind.get("event", [])
        accounts = {account["id"]: account["claims"] for row in events for account in row.get("accounts") or []}
        held = [_read_report(row) for row in by_kind.get("report", []) if row.get("held", True)]
        return cls(
            reports={report.name: report for report in held},
            claims=tuple(_read_claim(row) for row in by_kind.get("claim", [])),
            events=tuple(_read_event(row, accounts) for row in events),
            lineage=tuple(
                PredictedLineage(row["report"], row["of"], row.get("relation")) for row in by_kind.get("lineage", [])
            ),
            holdings=tuple(_read_holding(row) for row in by_kind.get("holding", [])),
        )


def _read_report(row: Row) -> PredictedReport:
    address = row.get("address") or row.get("url") or row["id"]
    return PredictedReport(row["id"], PurePath(address).stem, row["text"], row.get("published"))


def _read_claim(row: Row) -> PredictedClaim:
    chain = row.get("chain") or row.get("attribution") or []
    return PredictedClaim(
        id=row["id"],
        report=row["report"],
        type=row["type"],
        stance=row["stance"],
        spans=_read_spans(row["evidence"]),
        roles=tuple((role["role"], role["text"]) for role in row.get("roles") or []),
        chain=tuple(_speaker_words((link or {}).get("source") or {}) for link in chain),
        is_attributed=row.get("said_in") is not None or len(chain) > 1,
        when=(row.get("when") or {}).get("edtf"),
        bests=tuple(quantity.get("best") for quantity in row.get("quantities") or []),
        manner=row.get("manner"),
        certainty=_read_certainty(row),
    )


def _read_certainty(row: Row) -> Mapping[str, float]:
    parts = row.get("certainty")
    return {**parts, "whole": row["confidence"]} if parts else {}


def _read_spans(evidence: Row) -> tuple[tuple[int, int], ...]:
    spans = evidence.get("spans") or [[evidence["start"], evidence["end"]]]
    return tuple((start, end) for start, end in spans)


def _read_event(row: Row, accounts: Mapping[str, list[str]]) -> PredictedEvent:
    return PredictedEvent(
        id=row["id"],
        claims=tuple(row["claims"]),
        voices=tuple(_entity_words(voice, "name") for voice in row.get("voices") or []),
        conflicts=tuple(_read_conflict(conflict, accounts) for conflict in row.get("conflicts") or []),
    )


def _read_conflict(row: Row, accounts: Mapping[str, list[str]]) -> PredictedConflict:
    """Its sides are the claims set against each other; where the row has none, those of its accounts."""
    sides = row.get("between") or [accounts.get(account, []) for account in row.get("accounts") or []]
    return PredictedConflict(row["on"], tuple(tuple(side) for side in sides))


def _read_holding(row: Row) -> PredictedHolding:
    return PredictedHolding(
        place=_entity_words(row, "place"),
        holder=_entity_words(row, "holder"),
        status=row.get("status"),
        start=row.get("from"),
        end=row.get("to"),
    )


def _entity_words(row: Row, key: str) -> frozenset[str]:
    """All words by which an entity is known in a row: its identifier or name, and its forms."""
    identifier = str(row.get(key) or "").split(":")[-1].replace("-", " ")
    return strong_words(" ".join([identifier, *(row.get(key + "_names") or row.get("names") or [])]))


def _speaker_words(source: Row) -> frozenset[str]:
    """All words by which a speaker is known: those in the text, its identifier and its names."""
    identifier = (source.get("entity") or "").replace("-", " ").replace(":", " ")
    names = source.get("names") or []
    return strong_words(" ".join([source.get("text") or "", identifier, source.get("name") or "", *names]))
