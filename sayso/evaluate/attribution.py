"""Attribution, type and claim: is it found, as what, and who says it?"""

from __future__ import annotations

from sayso.evaluate.content import Pair, ReportClaims, match_claims
from sayso.evaluate.counts import Counts, Tally
from sayso.evaluate.gold import GoldAffair, GoldClaim
from sayso.evaluate.prediction import PredictedClaim, Prediction
from sayso.evaluate.words import strong_words


def count_claims(claims: ReportClaims) -> Counts:
    """Attributed contents with their nearest speaker; types; type, stance and speaker together."""
    found, wanted = len(claims.predicted), len(claims.gold)
    attributed = match_claims(claims, lambda gold, claim: gold.is_attributed and is_said_by_same(gold, claim))
    return Counts(
        attribution=Tally(
            len(attributed),
            sum(claim.is_attributed for claim in claims.predicted),
            sum(claim.is_attributed for claim in claims.gold),
        ),
        type=Tally(len(match_types(claims)), found, wanted),
        claim=Tally(len(match_whole_claims(claims)), found, wanted),
    )


def count_missing_reports(affair: GoldAffair, prediction: Prediction) -> Counts:
    """Gold claims of reports that the record does not hold: wanted and not found.

    They count for `claim` and `attribution` alone, as in the definition.
    """
    missing = [claim for claim in affair.claims if claim.report not in prediction.reports]
    return Counts(
        claim=Tally(wanted=len(missing)),
        attribution=Tally(wanted=sum(claim.is_attributed for claim in missing)),
    )


def match_types(claims: ReportClaims) -> tuple[Pair, ...]:
    """Claims about the same words and of the same type: over these all particulars are scored."""
    return match_claims(claims, lambda gold, claim: gold.type == claim.type)


def match_whole_claims(claims: ReportClaims) -> tuple[Pair, ...]:
    """Claims about the same words, of the same type and stance, by the same nearest speaker."""
    return match_claims(
        claims,
        lambda gold, claim: gold.type == claim.type and gold.stance == claim.stance and is_said_by_same(gold, claim),
    )


def is_said_by_same(gold: GoldClaim, claim: PredictedClaim) -> bool:
    """Whether both stand in the outlet's own voice, or their nearest speakers share a telling word."""
    if not gold.is_attributed or not claim.is_attributed:
        return not gold.is_attributed and not claim.is_attributed
    return bool(claim.chain) and bool(strong_words(gold.said_by[0]) & claim.chain[0])
