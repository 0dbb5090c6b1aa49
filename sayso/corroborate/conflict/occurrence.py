"""Occurrence: one side says that it happened, the other that it did not, or that something excluding did."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.corroborate.conflict.denial import find_denied, takes_back
from sayso.corroborate.conflict.dispute import part
from sayso.corroborate.conflict.opposite import find_opposites
from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.kinship import type_kinship
from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Stance

T = ClaimType


def find_occurrence_clashes(sayings: Sequence[Saying], sides: Sides, *, settled: Collection[str]) -> list[Clash]:
    """The clashes over whether it happened, one for each proposition; `settled` are denials heard elsewhere.

    Whoever denies the loss of a place and says who holds it says both against the taker; what the denying voices deny
    beside it in other words stands with them.
    """
    unsettled = [s for s in sayings if s.node.id not in settled]
    rows = [(s, targets) for s in unsettled if (targets := _find_targets(s, sayings, sides))]
    found: list[Clash | None] = []
    for left, right in part(rows):
        left = [s for s in left if any(s.is_other_voice(d) for d in right)]
        right = [*right, *_repeated(right, left, unsettled), *_backing(sayings, left, right, sides)]
        because = "asserted by one side, denied or excluded by the other"
        values = (first_words(left), first_words(right))
        found.append(make_clash(ConflictOn.OCCURRENCE, left, right, values, because))
    return [clash for clash in found if clash]


def _find_targets(saying: Saying, sayings: Sequence[Saying], sides: Sides) -> list[Saying]:
    """The assertions that a denial denies, or beside which what is asserted cannot stand."""
    if saying.is_denied:
        return (
            []
            if is_of_holder(saying)
            else [s for s in find_denied(saying, sayings, sides) if not _is_absence(saying, s)]
        )
    return find_opposites(saying, sayings, sides) if saying.is_affirmed else []


def is_of_holder(denial: Saying) -> bool:
    """Whether a denial is of who holds it, not of whether it was taken."""
    return denial.telling.type is T.HOLD


def _is_absence(denial: Saying, taken: Saying) -> bool:
    """Whether nobody of theirs was seen where they are said to have taken over: that is about who holds it."""
    return denial.telling.type in (T.PRESENT, T.DEPLOY) and taken.telling.type in (T.SEIZE, T.HAND_OVER, T.HOLD)


def _repeated(deniers: Sequence[Saying], others: Sequence[Saying], sayings: Sequence[Saying]) -> list[Saying]:
    """What the denying voices deny beside it, without a target that could be told."""
    denying = [d for d in deniers if d.is_denied]
    return [
        s
        for s in sayings
        if s.is_denied
        and s.voice
        and s not in others
        and not takes_back(s)
        and not is_of_holder(s)
        and any(not d.is_other_voice(s) and type_kinship(d.telling, s.telling) > 0 for d in denying)
    ]


def _backing(
    sayings: Sequence[Saying], targets: Sequence[Saying], deniers: Sequence[Saying], sides: Sides
) -> list[Saying]:
    """Holds by another party than the taker ("Tel Arwan is in our hands"), said by a voice that also denies.

    Where the other side has a state to set against it, the two are a clash over the holder.
    """
    voices = {s.voice.id for s in deniers if s.voice and s.is_denied}
    takers = [gainer(s.telling) for s in targets]
    if T.HOLD in {s.telling.type for s in targets}:
        return []
    return [
        s
        for s in sayings
        if s.telling.type is T.HOLD
        and s.telling.stance is Stance.ASSERTED
        and s.voice
        and s.voice.id in voices
        and not any(sides.is_same(t.entity, h.entity) for t in takers if t and (h := gainer(s.telling)))
    ]


def first_words(sayings: Sequence[Saying]) -> str:
    """The words of the first claim of a side; "" of nobody's."""
    return min(sayings, key=lambda s: s.node.id).telling.claim.evidence.text if sayings else ""
