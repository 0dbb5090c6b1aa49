"""Particulars of a claim whose type was found: evidence, stance, number, time, manner and whole chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.evaluate.content import Pair, ReportClaims
from sayso.evaluate.counts import Counts, Tally
from sayso.evaluate.words import share_half, strong_words


def count_particulars(claims: ReportClaims, pairs: Sequence[Pair]) -> Counts:
    """How many of the pairs agree on each, of those for which gold has something to agree on.

    Time is asked of every pair: where gold has none, none may be predicted.
    """
    attributed = [pair for pair in pairs if pair[0].is_attributed]
    counted = [pair for pair in pairs if pair[0].number]
    mannered = [pair for pair in pairs if pair[0].manner]
    stances = sum(gold.stance == claim.stance for gold, claim in pairs)
    return Counts(
        evidence=Tally(sum(claims.shared_words(pair) for pair in pairs), wanted=len(pairs)),
        stance=Tally(stances, len(pairs), len(pairs)),
        number=Tally(_count_right(map(_has_number, counted)), len(counted), len(counted)),
        when=Tally(_count_right(map(_has_time, pairs)), wanted=len(pairs)),
        manner=Tally(_count_right(map(_has_manner, mannered)), wanted=len(mannered)),
        chain=Tally(_count_right(map(_has_chain, attributed)), wanted=len(attributed)),
    )


def _count_right(agreements: Iterable[bool]) -> int:
    return sum(agreements)


def _has_number(pair: Pair) -> bool:
    """Whether one of the quantities has the best value that gold has; both may have none ("dozens")."""
    gold, claim = pair
    return gold.number is not None and gold.number.best in claim.bests


def _has_time(pair: Pair) -> bool:
    gold, claim = pair
    return (gold.when or "") == (claim.when or "")


def _has_manner(pair: Pair) -> bool:
    gold, claim = pair
    return share_half(strong_words(gold.manner), strong_words(claim.manner))


def _has_chain(pair: Pair) -> bool:
    """Whether the chains are equally long and agree speaker by speaker."""
    gold, claim = pair
    return len(gold.said_by) == len(claim.chain) and all(
        strong_words(speaker) & words for speaker, words in zip(gold.said_by, claim.chain, strict=True)
    )
