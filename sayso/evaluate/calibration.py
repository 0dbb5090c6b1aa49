"""Calibration: does a claim's certainty mean what it says?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.evaluate.attribution import is_said_by_same, match_types, match_whole_claims
from sayso.evaluate.content import ReportClaims, lay_side_by_side
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.prediction import Prediction, Row

PARTS = ("whole", "type", "stance", "speaker")
BINS = 10  # of equal width, as in most of what is published


@dataclass(frozen=True, slots=True)
class Judged:
    """A part of one claim: how likely the record says that it is right, and whether gold says the same."""

    part: str
    claim: str
    chance: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Claims of nearly one certainty: how many, its mean, the share that is right (both 0 to 1)."""

    count: int
    chance: float
    right: float


def judge_certainty(affair: GoldAffair, rows: Iterable[Row]) -> tuple[Judged, ...]:
    """Every part of every claim of a record that says how likely it is right.

    A type is right if gold has a claim of it about the same words; stance and speaker are judged over those claims; the
    whole is right if all three are.
    """
    reports = lay_side_by_side(affair, Prediction.of(rows))
    return tuple(judged for report in reports for judged in _judge_report(report))


def _judge_report(report: ReportClaims) -> list[Judged]:
    typed = match_types(report)
    of_type = {claim.id for _, claim in typed}
    whole = {claim.id for _, claim in match_whole_claims(report)}
    found = []
    for claim in report.predicted:
        if claim.certainty:
            found.append(Judged("whole", claim.id, claim.certainty["whole"], claim.id in whole))
            found.append(Judged("type", claim.id, claim.certainty["type"], claim.id in of_type))
    for gold, claim in typed:
        if claim.certainty:
            found.append(Judged("stance", claim.id, claim.certainty["stance"], gold.stance == claim.stance))
            found.append(Judged("speaker", claim.id, claim.certainty["speaker"], is_said_by_same(gold, claim)))
    return found


def bin_judged(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """Claims by certainty in `BINS` steps; empty steps are left out."""
    steps: dict[int, list[Judged]] = {}
    for one in judged:
        steps.setdefault(min(BINS - 1, int(one.chance * BINS)), []).append(one)
    return tuple(_bin(steps[step]) for step in sorted(steps))


def _bin(some: Sequence[Judged]) -> Bin:
    count = len(some)
    return Bin(count, sum(one.chance for one in some) / count, sum(one.is_right for one in some) / count)


def calibration_error(judged: Sequence[Judged]) -> float | None:
    """The expected calibration error, 0 to 1: how far mean certainty and share right lie apart, over the bins weighted
    by their claims (Naeini et al. 2015). None over nothing.
    """
    if not judged:
        return None
    return sum(b.count * abs(b.chance - b.right) for b in bin_judged(judged)) / len(judged)
