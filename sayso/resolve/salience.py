"""Salience: how present each of those mentioned is to whoever meets a pronoun: a weighted sum of factors.

The idea is Lappin and Leass's (1994); the factors are those of news reports, where whoever spoke last goes on. Their
weights were fitted on the train part of the ruled corpus (`python -m benchmarks.salience`).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.resolve.layout import Layout, is_quoted
from sayso.resolve.mentioned import How, Mentioned
from sayso.resolve.referent import Referent

Weights = Mapping[str, float]

#: For "he" and "she".
PERSON: Weights = {
    "same paragraph": 1.5,
    "spoke last": 1.1,
    "same sentence": 1.1,
    "told of further": 1.0,
    "by name": 0.9,
    "quoted": 0.7,
    "sentence before": 0.6,
    "speaks": 0.5,
    "introduced": 0.5,
    "described": 0.5,
    "begins its sentence": -0.2,
    "several": -0.3,
    "in what is said": -0.3,
    "asks the one meant": -0.6,
    "two sentences before": -0.6,
    "paragraph before": -0.8,
    "named": -0.8,
    "further back": -0.9,
    "thing": -0.9,
    "behind a preposition": -1.0,
    "in a quotation": -1.1,
    "of unknown kind": -1.2,
    "paragraphs before": -1.3,
}
#: For "it" and "they".
OTHERS: Weights = {
    "same paragraph": 1.3,
    "same sentence": 1.1,
    "sentence before": 1.0,
    "spoke last": 0.9,
    "plural": 0.8,
    "begins its sentence": 0.6,
    "quoted": 0.3,
    "speaks": 0.3,
    "party": 0.3,
    "told of further": 0.2,
    "several": 0.2,
    "thing": -0.2,
    "in a quotation": -0.4,
    "in what is said": -0.4,
    "paragraph before": -0.5,
    "named": -0.7,
    "behind a preposition": -0.7,
    "two sentences before": -0.7,
    "paragraphs before": -0.8,
    "of unknown kind": -0.8,
    "further back": -1.4,
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """Whom a pronoun may stand for, how likely it is he (0 to 1), and what speaks for it, in words."""

    referent: Referent
    chance: float
    because: str


def rank_mentioned(mentioned: Sequence[Mentioned], *, at: int, layout: Layout, weights: Weights) -> tuple[Ranked, ...]:
    """Those mentioned before a place, the likeliest first; one mentioned several times adds up its chances."""
    factors = list_factors(mentioned, at=at, layout=layout)
    scores = [sum(weights.get(factor, 0.0) for factor in each) for each in factors]
    most = max(scores, default=0.0)
    parts = [math.exp(score - most) for score in scores]
    whole = sum(parts)
    chances: dict[str, float] = defaultdict(float)
    best: dict[str, int] = {}
    for place, each in enumerate(mentioned):
        form = each.referent.forms[0]
        chances[form] += parts[place] / whole
        if form not in best or scores[place] >= scores[best[form]]:
            best[form] = place
    order = sorted(chances, key=lambda form: (chances[form], mentioned[best[form]].at), reverse=True)
    return tuple(
        Ranked(mentioned[best[form]].referent, chances[form], _say(factors[best[form]], weights)) for form in order
    )


def list_factors(mentioned: Sequence[Mentioned], *, at: int, layout: Layout) -> list[tuple[str, ...]]:
    """The factors that hold of each of those mentioned, seen from a place behind them."""
    spoken = [each for each in mentioned if each.how in (How.SPEAKS, How.STANDS_IN)]
    last = spoken[-1].referent.forms[0] if spoken else None
    quoted = is_quoted(layout.text, layout, at)
    trails = layout.text[max(0, at - 3) : at].rstrip(' "”’').endswith((",", "”", '"')) and not quoted
    return [
        (
            *(factor for factor in each.factors if not quoted or factor != "in a quotation"),
            _sentences_back(each, at, layout),
            _paragraphs_back(each, at, layout),
            *(["spoke last"] if each.referent.forms[0] == last else []),
            *(["in what is said"] if trails and not each.speaks and _is_near(each, at, layout) else []),
        )
        for each in mentioned
    ]


def _is_near(each: Mentioned, at: int, layout: Layout) -> bool:
    return each.at >= layout.sentence(at)[0]


def _sentences_back(each: Mentioned, at: int, layout: Layout) -> str:
    back = bisect_right(layout.sentences, at) - bisect_right(layout.sentences, each.at)
    return ("same sentence", "sentence before", "two sentences before")[back] if back < 3 else "further back"


def _paragraphs_back(each: Mentioned, at: int, layout: Layout) -> str:
    back = bisect_right(layout.paragraphs, at) - bisect_right(layout.paragraphs, each.at)
    return ("same paragraph", "paragraph before")[back] if back < 2 else "paragraphs before"


def _say(factors: Sequence[str], weights: Weights) -> str:
    return ", ".join(factor for factor in factors if weights.get(factor, 0.0) > 0)
