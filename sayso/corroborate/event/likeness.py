"""Likeness: how probably two claims tell of one happening, and why in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from sayso.corroborate.event.evidence import NAMES, Matrix, SidesOf, weigh_pairs
from sayso.corroborate.event.network import read_network
from sayso.corroborate.event.profile import draw_profile
from sayso.corroborate.event.rarity import weigh_word
from sayso.corroborate.event.weights import WEIGHTS
from sayso.corroborate.telling import Telling

_NETWORK = read_network(WEIGHTS)
_PORTION = 20_000  # pairs weighed at once
_POINTED = 0.9  # "the army denied this": the denial is about what was just said
_TOLD_WORDS = 5

# Evidence that is told as a reason where it is at least so much.
_REASONS: dict[str, tuple[float, str]] = {
    "points": (1, "one speaks of what the other has just said"),
    "same place": (1, "the same place"),
    "same scene": (1, "both reports are about this place"),
    "same actor": (1, "the same doer"),
    "same other": (1, "the same party acted on"),
    "same thing": (0.5, "the same thing"),
    "same count": (1, "the same count"),
    "same day": (1, "the same day"),
    "same speaker": (1, "the same speaker"),
    "credited": (1, "one is credited to the other's outlet"),
    "same paragraph": (1, "in one paragraph"),
    "adjoining": (1, "side by side in one report"),
}


TellingPair = tuple[Telling, Telling]


def score(pairs: Iterable[TellingPair], sides_of: SidesOf) -> list[float]:
    """How probably each pair is of one happening, 0 to 1, in the order of the pairs."""
    given = list(pairs)
    scores = [each for _, rows in _weigh(given, sides_of) for each in _NETWORK.estimate(rows).tolist()]
    return [
        max(score, _POINTED) if left.points_at == right.id or right.points_at == left.id else score
        for score, (left, right) in zip(scores, given, strict=True)
    ]


def explain(pairs: Iterable[TellingPair], sides_of: SidesOf) -> list[tuple[str, ...]]:
    """Why each pair seems to be of one happening, in words, in the order of the pairs."""
    given = list(pairs)
    return [
        _tell_reasons(row.tolist(), *pair)
        for portion, rows in _weigh(given, sides_of)
        for row, pair in zip(rows, portion, strict=True)
    ]


def _weigh(given: Sequence[TellingPair], sides_of: SidesOf) -> Iterator[tuple[Sequence[TellingPair], Matrix]]:
    """The pairs in portions, each with the evidence of its pairs; what is compared of a telling is drawn once."""
    places = {id_: at for at, id_ in enumerate(dict.fromkeys(telling.id for pair in given for telling in pair))}
    drawn = [draw_profile(telling) for telling in {telling.id: telling for pair in given for telling in pair}.values()]
    for at in range(0, len(given), _PORTION):
        portion = given[at : at + _PORTION]
        left, right = (np.array([places[pair[side].id] for pair in portion]) for side in (0, 1))
        yield portion, weigh_pairs(drawn, left, right, sides_of)


def _tell_reasons(row: Sequence[float], left: Telling, right: Telling) -> tuple[str, ...]:
    found = dict(zip(NAMES, row, strict=True))
    reasons = [words for name, (least, words) in _REASONS.items() if found[name] >= least]
    shared = sorted(left.words & right.words, key=lambda word: (-weigh_word(word), word))[:_TOLD_WORDS]
    return (*reasons, *(["words in common: " + ", ".join(shared)] if shared else []))
