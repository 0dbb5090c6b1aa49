"""Content: which claims of gold and record are about the same words of a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.evaluate.gold import GoldAffair, GoldClaim
from sayso.evaluate.prediction import PredictedClaim, PredictedReport, Prediction
from sayso.evaluate.words import find_words, list_word_places, share_half

#: A gold claim and the claim of the record that is taken for it.
Pair = tuple[GoldClaim, PredictedClaim]


@dataclass(frozen=True, slots=True)
class ReportClaims:
    """Gold and predicted claims of one report.

    `gold_words` and `predicted_words` have, by claim, the word indexes of the evidence; None where
    gold's evidence does not stand in the clean text. `overlaps` are all pairs that share half the
    words of the smaller, those with the most in common first (Jaccard).
    """

    report: str
    gold: tuple[GoldClaim, ...]
    predicted: tuple[PredictedClaim, ...]
    gold_words: Mapping[str, frozenset[int] | None]
    predicted_words: Mapping[str, frozenset[int]]
    overlaps: tuple[Pair, ...]

    def shared_words(self, pair: Pair) -> float:
        """Words that both have over all words of both, 0 to 1."""
        gold, predicted = pair
        return _jaccard(self.gold_words[gold.id] or frozenset(), self.predicted_words[predicted.id])


def lay_side_by_side(affair: GoldAffair, prediction: Prediction) -> tuple[ReportClaims, ...]:
    """Gold's and the record's claims for each report that the record holds."""
    return tuple(_lay_report(affair, prediction, report) for report in prediction.reports.values())


def match_claims(claims: ReportClaims, is_same: Callable[[GoldClaim, PredictedClaim], bool]) -> tuple[Pair, ...]:
    """Pairs of claims that overlap and pass the test, one to one, greedily from the greatest overlap down."""
    gold_taken: set[str] = set()
    predicted_taken: set[str] = set()
    pairs = []
    for gold, predicted in claims.overlaps:
        if gold.id in gold_taken or predicted.id in predicted_taken or not is_same(gold, predicted):
            continue
        gold_taken.add(gold.id)
        predicted_taken.add(predicted.id)
        pairs.append((gold, predicted))
    return tuple(pairs)


def _lay_report(affair: GoldAffair, prediction: Prediction, report: PredictedReport) -> ReportClaims:
    gold = tuple(claim for claim in affair.claims if claim.report == report.name)
    predicted = tuple(claim for claim in prediction.claims if claim.report == report.id)
    places = list_word_places(report.text)
    starts, ends = [start for start, _ in places], [end for _, end in places]
    gold_words = {claim.id: _gold_words(claim, report.text) for claim in gold}
    predicted_words = {claim.id: _covered_words(claim, starts, ends) for claim in predicted}
    return ReportClaims(
        report=report.name,
        gold=gold,
        predicted=predicted,
        gold_words=gold_words,
        predicted_words=predicted_words,
        overlaps=_order_overlaps(gold, predicted, gold_words, predicted_words),
    )


def _gold_words(claim: GoldClaim, text: str) -> frozenset[int] | None:
    found = find_words(claim.evidence, text)
    return None if found is None else frozenset(found)


def _covered_words(claim: PredictedClaim, starts: Sequence[int], ends: Sequence[int]) -> frozenset[int]:
    """The words, by where they start and end, that lie wholly within the spans of the claim."""
    return frozenset(
        index for first, last in claim.spans for index in range(bisect_left(starts, first), bisect_right(ends, last))
    )


def _order_overlaps(
    gold: tuple[GoldClaim, ...],
    predicted: tuple[PredictedClaim, ...],
    gold_words: Mapping[str, frozenset[int] | None],
    predicted_words: Mapping[str, frozenset[int]],
) -> tuple[Pair, ...]:
    """All overlapping pairs; equal overlaps stand in falling order of identifiers, as in the definition."""
    found = []
    for wanted in gold:
        wanted_words = gold_words[wanted.id] or frozenset()
        for claim in predicted:
            words = predicted_words[claim.id]
            if share_half(wanted_words, words):
                found.append((_jaccard(wanted_words, words), wanted, claim))
    found.sort(key=lambda each: (each[0], each[1].id, each[2].id), reverse=True)
    return tuple((wanted, claim) for _, wanted, claim in found)


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    union = len(left | right)
    return len(left & right) / union if union else 0.0
