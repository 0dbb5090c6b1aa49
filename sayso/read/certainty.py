"""Certainty: how likely each part of a claim is right, from what the network and the decoding thought of it.

Each part has a logistic scale over a few named signs, fitted on the ruled corpus's dev part (`training/certainty.py`):
of the claims with certainty 0.8, some eight in ten are right there.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import ReaderError
from sayso.model.claim import Certainty
from sayso.read.event import STATEMENT, FoundClaim
from sayso.read.labels import OWN, SPOKEN, STANCES, UNDERSTOOD
from sayso.read.pronoun import is_pronoun
from sayso.read.words import Words

Signs = Mapping[str, float]
NAME = "certainty.json"
_LEAST = 1e-3  # chances are kept off 0 and 1 before their odds are taken


@dataclass(frozen=True)
class Scale:
    """A logistic scale: the weight of each sign; a sign without a weight counts for nothing."""

    weights: Signs = field(default_factory=dict)

    def chance(self, signs: Signs) -> float:
        """How likely, 0 to 1; without weights, the sign `own` as the network has it."""
        if not self.weights:
            return 1 / (1 + math.exp(-signs["own"]))
        return 1 / (1 + math.exp(-sum(self.weights.get(name, 0.0) * value for name, value in signs.items())))


@dataclass(frozen=True)
class Scales:
    """A scale for each part of a claim."""

    type: Scale = field(default_factory=Scale)
    stance: Scale = field(default_factory=Scale)
    speaker: Scale = field(default_factory=Scale)


def load_scales(folder: Path) -> Scales:
    """The scales beside a reader's weights; the network's own chances where there are none. Raises ReaderError."""
    path = folder / NAME
    if not path.exists():
        return Scales()
    try:
        return Scales(
            **{part: Scale(weights) for part, weights in json.loads(path.read_text(encoding="utf-8")).items()}
        )
    except (ValueError, TypeError, AttributeError) as error:
        raise ReaderError(
            f"{path}: these are no scales of certainty; run `make model`, or install Sayso again."
        ) from error


def weigh(claim: FoundClaim, words: Words, *, scales: Scales) -> Certainty:
    """How likely each part of a claim is right."""
    return Certainty(
        round(scales.type.chance(type_signs(claim)), 3),
        round(scales.stance.chance(stance_signs(claim)), 3),
        round(scales.speaker.chance(speaker_signs(claim, words)), 3),
    )


def type_signs(claim: FoundClaim) -> Signs:
    """What tells whether it is a claim of its type."""
    signs = {"one": 1.0, "own": odds(claim.score), f"type {claim.type}": 1.0}
    if claim.type == STATEMENT:
        signs["own of statement"] = signs["own"]
    if claim.answer is None:
        signs["no anchor"] = 1.0  # a statement because an attribution holds nothing else
    if claim.said_in is not None:
        signs["attribution"] = odds(claim.said_in.score)
        signs["attributed"] = 1.0
    return signs


def stance_signs(claim: FoundClaim) -> Signs:
    """What tells whether its stance is right."""
    shares = claim.answer.stance if claim.answer else None
    own = math.exp(float(shares[STANCES.index(claim.stance)])) if shares is not None else 0.5
    signs = {"one": 1.0, "own": odds(own), f"stance {claim.stance}": 1.0}
    if shares is None:
        signs["no anchor"] = 1.0
    elif STANCES[int(shares.argmax())] != claim.stance:
        signs["settled by words"] = 1.0
    return signs


def speaker_signs(claim: FoundClaim, words: Words) -> Signs:
    """What tells whether its nearest speaker is right."""
    said_in = claim.said_in
    voice = _voice(claim)
    own = float(claim.answer.voice[voice]) if claim.answer else 0.5
    signs = {"one": 1.0, "own": odds(own), f"voice {voice}": 1.0}
    if said_in is not None:
        signs["attribution"] = odds(said_in.score)
        speaker = said_in.speaker
        if speaker is not None:
            read = claim.answer.speech.get("source", ()) if claim.answer else ()
            signs["same speaker"] = float(any(s < speaker[1] and e > speaker[0] for s, e in read))
            signs["pronoun"] = float(is_pronoun(words, speaker))
    return signs


def _voice(claim: FoundClaim) -> int:
    if claim.said_in is None or not claim.said_in.has_speaker:
        return OWN
    return UNDERSTOOD if claim.said_in.is_understood else SPOKEN


def odds(chance: float) -> float:
    """The logarithm of the odds."""
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
