"""Missing: what a reader of a place's page would want and does not get, said as plainly as what is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.brief.holding import HoldingAccount
from sayso.desk.place.happening import Happening
from sayso.model.claim import Claim
from sayso.model.entity import Entity
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Basis
from sayso.model.voice import Interest


class MissingKind(StrEnum):
    """What is missing."""

    POSITION = "position"  # the place was not found among the known places
    HOLDER = "holder"  # nobody is said to hold it
    END = "end"  # holdings of which nobody says when they ended, or whether
    AGAINST = "against"  # no voice of a side that lost by what is said
    THIRD = "third"  # no third party
    SINGLE = "single"  # events that rest on one voice
    IMAGES = "images"  # no image speaks to any of it
    DATE = "date"  # a report does not give its date
    UNHELD = "unheld"  # a report derives from one that the record does not hold
    UNSOURCED = "unsourced"  # claims with no source named


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: how many of how many, the report it is about, the outlet that is not held."""

    kind: MissingKind
    count: int = 0
    of: int = 0
    report: Report | None = None
    outlet: str | None = None


def list_missing(
    snapshot: Snapshot,
    entity: Entity | None,
    accounts: Sequence[HoldingAccount],
    happenings: Sequence[Happening],
    claims: Mapping[str, Claim],
) -> tuple[Missing, ...]:
    """What is missing, the place itself first, then voices, then pages."""
    told = [claims[id_] for each in happenings for id_ in each.event.claims if id_ in claims]
    shown = {claim.report for claim in told}
    reports = [each.report for each in snapshot.resolutions if each.report.id in shown]
    return (
        *_of_place(entity, accounts),
        *_of_voices(happenings),
        *_of_claims(told),
        *(Missing(MissingKind.DATE, report=report) for report in reports if report.told is None),
        *_of_lineage(snapshot, reports),
    )


def _of_place(entity: Entity | None, accounts: Sequence[HoldingAccount]) -> Iterator[Missing]:
    if entity is None or entity.location is None:
        yield Missing(MissingKind.POSITION)
    if not accounts:
        yield Missing(MissingKind.HOLDER)
    open_ended = sum(account.holding.end is None for account in accounts)
    if open_ended:
        yield Missing(MissingKind.END, open_ended, len(accounts))


def _of_voices(happenings: Iterable[Happening]) -> Iterator[Missing]:
    asserted = [each for each in happenings if each.asserting]
    interests = {voice.interest for each in asserted for voice in each.event.voices}
    if asserted and Interest.AGAINST not in interests:
        yield Missing(MissingKind.AGAINST)
    if asserted and Interest.THIRD not in interests:
        yield Missing(MissingKind.THIRD)
    single = sum(len(each.asserting) == 1 for each in asserted)
    if single:
        yield Missing(MissingKind.SINGLE, single, len(asserted))


def _of_claims(claims: Sequence[Claim]) -> Iterator[Missing]:
    if claims and not any(claim.basis is Basis.IMAGES for claim in claims):
        yield Missing(MissingKind.IMAGES)
    unsourced = sum(claim.said_in is not None and len(claim.chain) <= 1 for claim in claims)
    if unsourced:
        yield Missing(MissingKind.UNSOURCED, unsourced, len(claims))


def _of_lineage(snapshot: Snapshot, reports: Iterable[Report]) -> Iterator[Missing]:
    shown = {report.id: report for report in reports}
    unheld = {report.id: report for report in snapshot.corroboration.unheld}
    for line in snapshot.corroboration.lineage:
        if line.report in shown and line.of in unheld:
            yield Missing(MissingKind.UNHELD, report=shown[line.report], outlet=unheld[line.of].outlet)
