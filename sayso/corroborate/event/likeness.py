"""Likeness: how probably two claims tell of one happening, and why in words."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from sayso.corroborate.event.evidence import NAMES, SidesOf, weigh_pairs
from sayso.corroborate.event.network import read_network
from sayso.corroborate.event.profile import draw_profile
from sayso.corroborate.event.rarity import weigh_word
from sayso.corroborate.event.weights import WEIGHTS
from sayso.corroborate.telling import Telling
from sayso.corroborate.wording import write_out

_NETWORK = read_network(WEIGHTS)
_DIGITS = 6
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
#: The evidence on one pair, in the columns of `NAMES`.
Row = NDArray[np.float32]


def score(pairs: Iterable[TellingPair], sides_of: SidesOf) -> list[tuple[float, Row]]:
    """How probably each pair is of one happening, 0 to 1, and the evidence for it, in the order of the pairs."""
    given = list(pairs)
    tellings = {telling.id: telling for pair in given for telling in pair}
    places = {id_: at for at, id_ in enumerate(tellings)}
    profiles = [draw_profile(telling) for telling in tellings.values()]
    found: list[tuple[float, Row]] = []
    for at in range(0, len(given), _PORTION):
        portion = given[at : at + _PORTION]
        left, right = (np.array([places[pair[side].id] for pair in portion]) for side in (0, 1))
        rows = weigh_pairs(profiles, left, right, sides_of)
        # The last bits hang on which pairs are estimated together: rounded, a pair has one score everywhere.
        scores = _NETWORK.estimate(rows).astype(float).round(_DIGITS).tolist()
        found += [
            (max(score, _POINTED) if _are_pointed(*pair) else score, row)
            for score, row, pair in zip(scores, rows, portion, strict=True)
        ]
    return found


def _are_pointed(left: Telling, right: Telling) -> bool:
    """Whether one of two tellings of a report points at the other."""
    return left.points_at == right.id or right.points_at == left.id


def explain(row: Row, left: Telling, right: Telling) -> tuple[str, ...]:
    """Why two tellings seem to be of one happening, by the evidence on them, in words."""
    found = dict(zip(NAMES, row.tolist(), strict=True))
    reasons = [words for name, (least, words) in _REASONS.items() if found[name] >= least]
    shared = sorted(left.words & right.words, key=lambda word: (-weigh_word(word), word))[:_TOLD_WORDS]
    written = write_out((left.claim.evidence.text, *(filler.mention.text for filler in left.claim.roles)))
    told = dict.fromkeys(written.get(stem, stem) for stem in shared)
    return (*reasons, *(["words in common: " + ", ".join(told)] if told else []))
