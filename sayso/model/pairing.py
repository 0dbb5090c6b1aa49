"""Pairing: which claims of two readers of one text are the same claim, each at most once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.claim import Claim

#: Shared characters over all characters of both, from which on claims without a common trigger are the same claim.
SAME = 0.5


@dataclass(frozen=True, slots=True)
class Pairing:
    """Claims that both have, and those that only one has, each in the order of the text."""

    both: tuple[tuple[Claim, Claim], ...]
    only_first: tuple[Claim, ...]
    only_second: tuple[Claim, ...]


def pair_claims(first: Sequence[Claim], second: Sequence[Claim]) -> Pairing:
    """Pairs the claims of two readers of one text, the likest first; whatever type and stance they gave them.

    The same claim has the same trigger, or nearly the same words. Where words and triggers fit several equally,
    type, speaker and stance tell which is meant.
    """
    same = [(one, other) for one in first for other in second if _is_same(one, other)]
    likely = sorted(same, key=lambda pair: (_liken(*pair), sorted(each.id for each in pair)))  # whoever comes first
    both, left, right = [], {id(each) for each in first}, {id(each) for each in second}
    for one, other in likely:
        if id(one) in left and id(other) in right:
            both.append((one, other))
            left.remove(id(one))
            right.remove(id(other))
    return Pairing(
        both=tuple(sorted(both, key=lambda pair: _place(pair[0]))),
        only_first=tuple(sorted((each for each in first if id(each) in left), key=_place)),
        only_second=tuple(sorted((each for each in second if id(each) in right), key=_place)),
    )


def have_same_trigger(one: Claim, other: Claim) -> bool:
    """Whether the same word tells of both."""
    return bool(one.trigger and other.trigger and one.trigger.overlaps(other.trigger))


def _is_same(one: Claim, other: Claim) -> bool:
    shared = one.evidence.overlap(other.evidence)
    return shared >= SAME or (shared > 0 and have_same_trigger(one, other))


def _liken(one: Claim, other: Claim) -> tuple[float, ...]:
    """How alike two claims are, the smaller the liker."""
    return (
        not have_same_trigger(one, other),
        -one.evidence.overlap(other.evidence),
        one.type is not other.type,
        _speaker(one) != _speaker(other),
        one.stance is not other.stance,
    )


def _speaker(claim: Claim) -> int | None:
    return claim.chain[0].source.start if claim.chain else None


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.evidence.start, claim.evidence.end, claim.id
