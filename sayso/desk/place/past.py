"""Past: a place as it was known, or as this record held it, on another day; worked out anew in memory.

What `pipeline.snapshot_as_of` does for a whole record is done here for the reports that tell of one place: their
versions of that day, with the decisions and readings of it, through the same stages. Other reports of the record stay
out. A test holds both equal in place, holder, interval, status and claims; where reports on other matters bear a fuller
spelling of a holder, or tell that two voices are one or are not, the whole record knows more.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.desk.office import Office
from sayso.errors import UsageError
from sayso.model.asof import AsOf, ReadVersion, choose_versions
from sayso.model.decision import Decision, decide_report, group_stated
from sayso.model.knowing import decide_knowledge
from sayso.model.snapshot import Snapshot
from sayso.pipeline import derive_snapshot

_KEPT = 24  # answers that were given lately: a slider asks for many, and comes back to them
_MOST = 400  # reports that are worked out anew while somebody waits: some seconds


@dataclass(frozen=True, slots=True)
class Past:
    """The record's reports on a place on another day; `undated` counts those left out since they give no date."""

    snapshot: Snapshot
    undated: int


def look_back(office: Office, reports: Collection[str], as_of: AsOf) -> Past:
    """What followed from these reports on that day, whole: conceal it before it is shown.

    Raises UsageError, with the command that does it, where they are too many to wait for.
    """
    if len(reports) > _MOST:
        raise UsageError(
            f"{len(reports)} reports tell of this place, too many to work out another day of it here; "
            "'sayso holdings PLACE --as-known-on DATE' does it"
        )
    decisions = office.record.decisions(until=as_of.moment)
    stated = group_stated(decisions)
    history = [
        replace(version, report=decide_report(version.report, stated.get(version.report.id, ())))
        for version in office.record.history(until=as_of.moment, of=reports)
    ]
    chosen = choose_versions(history, known_on=as_of.known_on)
    kept = {version.report.id for version in chosen}
    key = (id(office), office.record.latest_change(), as_of.recorded_on, _name_versions(chosen))
    snapshot = _derive(_Asked(key, office, chosen, decisions))
    return Past(snapshot, undated=len({v.report.id for v in history if v.report.told is None} - kept))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be worked out; equal to another of the same key, so that days between two tellings are one."""

    key: tuple[object, ...]
    office: Office = field(compare=False)
    versions: Sequence[ReadVersion] = field(compare=False)
    decisions: Sequence[Decision] = field(compare=False)


@lru_cache(maxsize=_KEPT)
def _derive(asked: _Asked) -> Snapshot:
    return derive_snapshot(
        [(version.report, version.reading) for version in asked.versions],
        knowledge=decide_knowledge(asked.office.shipped, asked.decisions),
        decisions=asked.decisions,
        texts=asked.office.record.texts(),
    )


def _name_versions(versions: Sequence[ReadVersion]) -> tuple[tuple[str, str], ...]:
    return tuple((version.report.id, version.report.version) for version in versions)
