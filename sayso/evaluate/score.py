"""Score: how much of what a careful reader records does a record have?

The definitions are those of `affairs/score.py`, to the tenth; each part has a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.evaluate.attribution import count_claims, count_missing_reports, match_types
from sayso.evaluate.conflicts import count_conflicts
from sayso.evaluate.content import ReportClaims, lay_side_by_side
from sayso.evaluate.counts import Counts, sum_counts
from sayso.evaluate.events import count_events, match_events
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.holdings import count_holdings
from sayso.evaluate.lineage import count_lineage
from sayso.evaluate.particulars import count_particulars
from sayso.evaluate.prediction import Prediction, Row
from sayso.evaluate.roles import count_roles
from sayso.evaluate.voices import count_voices


def score_affair(affair: GoldAffair, rows: Iterable[Row]) -> Counts:
    """Counts for every score of a record of the affair, as `sayso export jsonl` writes it.

    Counts of several affairs add up; `summarise` makes scores of them. A report of the record is
    gold's by file name: the last part of its address without the ending.
    """
    prediction = Prediction.of(rows)
    reports = lay_side_by_side(affair, prediction)
    return (
        sum_counts(_count_report(report) for report in reports)
        + count_missing_reports(affair, prediction)
        + _count_derived(affair, prediction, reports)
    )


def score_reports(affair: GoldAffair, rows: Iterable[Row]) -> tuple[Counts, ...]:
    """Counts for each held report by itself, of what is scored within one: the reading, not what is derived from it."""
    return tuple(_count_report(report) for report in lay_side_by_side(affair, Prediction.of(rows)))


def _count_report(report: ReportClaims) -> Counts:
    """What is scored within one report."""
    pairs = match_types(report)
    return count_claims(report) + count_particulars(report, pairs) + count_roles(pairs)


def _count_derived(affair: GoldAffair, prediction: Prediction, reports: Iterable[ReportClaims]) -> Counts:
    """What is scored across reports. Events stand or fall with the claims that were matched by type."""
    links = {gold.id: claim.id for report in reports for gold, claim in match_types(report)}
    matches = match_events(affair, prediction, links)
    return (
        count_events(affair, prediction, links)
        + count_voices(affair, matches)
        + count_conflicts(affair, prediction, matches, links)
        + count_lineage(affair, prediction)
        + count_holdings(affair, prediction)
    )
