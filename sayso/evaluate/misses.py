"""Misses: which gold claims a record lacks, and what it has in their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.evaluate.attribution import match_types, match_whole_claims
from sayso.evaluate.content import ReportClaims, lay_side_by_side
from sayso.evaluate.gold import GoldAffair, GoldClaim
from sayso.evaluate.prediction import PredictedClaim, Prediction, Row


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold claim that no claim of the record equals in words, type, stance and speaker.

    `found` is the claim of the same type about the same words, else None. `because` says in words
    what is amiss.
    """

    gold: GoldClaim
    found: PredictedClaim | None
    because: str

    def __str__(self) -> str:
        gold = self.gold
        speakers = ", ".join(gold.said_by)
        return f'{gold.report} {gold.id} {gold.type}/{gold.stance} "{gold.evidence}" by {speakers}: {self.because}'


def list_misses(affair: GoldAffair, rows: Iterable[Row]) -> tuple[Miss, ...]:
    """The gold claims that do not count as found under the score `claim`, in gold's order."""
    prediction = Prediction.of(rows)
    missed = {
        miss.gold.id: miss for report in lay_side_by_side(affair, prediction) for miss in _list_report_misses(report)
    }
    for claim in affair.claims:
        if claim.report not in prediction.reports:
            missed[claim.id] = Miss(claim, None, "the record does not hold the report")
    return tuple(missed[claim.id] for claim in affair.claims if claim.id in missed)


def _list_report_misses(report: ReportClaims) -> list[Miss]:
    whole = {gold.id for gold, _ in match_whole_claims(report)}
    by_type = {gold.id: claim for gold, claim in match_types(report)}
    return [_describe_miss(gold, by_type.get(gold.id), report) for gold in report.gold if gold.id not in whole]


def _describe_miss(gold: GoldClaim, found: PredictedClaim | None, report: ReportClaims) -> Miss:
    if report.gold_words[gold.id] is None:
        return Miss(gold, None, "its words are not in the clean text")
    if found is None:
        others = sorted({claim.type for wanted, claim in report.overlaps if wanted is gold} - {str(gold.type)})
        return Miss(gold, None, f"found as {', '.join(others)}" if others else "nothing found")
    if found.stance != gold.stance:
        return Miss(gold, found, f"stance is {found.stance}")
    return Miss(gold, found, "another speaker" if found.is_attributed else "no speaker")
