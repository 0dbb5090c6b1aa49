"""Past: a place as it was known, or as this record held it, on another day; worked out anew in memory.

What `pipeline.snapshot_as_of` does for a whole record is done here for the reports that tell of one place: their
versions of that day, with the decisions and readings of it, through the same stages. Other reports of the record stay
out. A test holds both equal in place, holder, interval, status and claims; where reports on other matters bear a fuller
spelling of a holder, or tell that two voices are one or are not, the whole record knows more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.desk.office import Office
from sayso.model.asof import AsOf, choose_versions
from sayso.model.decision import decide_report
from sayso.model.knowing import decide_knowledge
from sayso.model.snapshot import Snapshot
from sayso.pipeline import derive_snapshot

_KEPT = 64  # days that were asked for lately: a slider asks for many, and comes back to them


@dataclass(frozen=True, slots=True)
class Past:
    """The record's reports on a place on another day; `undated` counts those left out since they give no date."""

    snapshot: Snapshot
    undated: int


def look_back(office: Office, reports: Collection[str], as_of: AsOf) -> Past:
    """What followed from these reports on that day."""
    return _look_back(_Asked(office, frozenset(reports), as_of, office.record.latest_change()))


@dataclass(frozen=True)
class _Asked:
    """A question, equal to another that must have the same answer: no act changed the record between them."""

    office: Office
    reports: frozenset[str]
    as_of: AsOf
    change: int

    def __hash__(self) -> int:
        return hash((id(self.office), self.reports, self.as_of, self.change))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and (self.office is other.office) and self._key() == other._key()

    def _key(self) -> tuple[object, ...]:
        return self.reports, self.as_of, self.change


@lru_cache(maxsize=_KEPT)
def _look_back(asked: _Asked) -> Past:
    record, as_of = asked.office.record, asked.as_of
    decisions = record.decisions(until=as_of.moment)
    history = [
        replace(version, report=decide_report(version.report, decisions))
        for version in record.history(until=as_of.moment, of=asked.reports)
    ]
    chosen = choose_versions(history, known_on=as_of.known_on)
    kept = {version.report.id for version in chosen}
    snapshot = derive_snapshot(
        [(version.report, version.reading) for version in chosen],
        knowledge=decide_knowledge(asked.office.shipped, decisions),
        decisions=decisions,
        texts=record.texts(),
    )
    return Past(snapshot, undated=len({v.report.id for v in history if v.report.told is None} - kept))
