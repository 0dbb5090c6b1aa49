"""Holder: two parties are said to hold it, or one is said to hold it and not to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sayso.corroborate.conflict.denial import are_of_others, cannot_meet, find_denied
from sayso.corroborate.conflict.dispute import part
from sayso.corroborate.conflict.doer import Doer, read_gainer, read_speaker
from sayso.corroborate.conflict.occurrence import first_words
from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.side import Sides
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType

T = ClaimType
_TAKING = frozenset({T.SEIZE, T.HAND_OVER})
_PRESENCE = frozenset({T.PRESENT, T.DEPLOY})
# "Had been in Kurdish hands since": who held it before is no rival of who holds it.
_BEFORE = re.compile(r"\bhad (?:been|held|controlled)\b.*\bsince\b", re.I)


def find_holder_clashes(sayings: Sequence[Saying], sides: Sides, *, denied: Collection[str]) -> list[Clash]:
    """One says that this party holds it, another that that party does, that this one does not, or is not even there.

    A taking that is itself `denied` is no ground: there it is asked whether it happened, not who holds it.
    """
    grounds = [
        s
        for s in sayings
        if s.is_affirmed
        and (s.telling.type is T.HOLD or (s.telling.type in _TAKING and s.node.id not in denied))
        and not _BEFORE.search(s.text)
    ]
    rows = [(s, targets) for s in sayings if (targets := _find_targets(s, grounds, sides))]
    found = [_clash(left, right) for left, right in part(rows)]
    return [clash for clash in found if clash]


def _find_targets(saying: Saying, grounds: Sequence[Saying], sides: Sides) -> list[Saying]:
    """Who is said to hold or to have taken it, where this saying says that another holds it, or that he does not."""
    if not saying.is_denied:
        return [
            s for s in grounds if saying in grounds and saying.telling.type is T.HOLD and _is_rival(s, saying, sides)
        ]
    if saying.telling.type is T.HOLD:
        return find_denied(saying, grounds, sides)
    if saying.telling.type in _PRESENCE:
        return [s for s in find_denied(saying, grounds, sides) if s.telling.type is T.SEIZE]
    return []


def _is_rival(one: Saying, hold: Saying, sides: Sides) -> bool:
    """Whether another party than the holder is said to hold it or to have taken it, and not after he was seen there."""
    if (
        not one.is_other_voice(hold)
        or cannot_meet(hold.telling, one.telling)
        or are_of_others(one.telling, hold.telling)
    ):
        return False
    return _read_holder(one, sides).is_rival(_read_holder(hold, sides))


def _read_holder(saying: Saying, sides: Sides) -> Doer:
    """Who holds it after what is told; "it has been taken", says the party that took it."""
    gainer = read_gainer(saying, sides)
    return gainer if gainer.is_known or saying.telling.type is T.HOLD else read_speaker(saying, sides)


def _clash(left: Sequence[Saying], right: Sequence[Saying]) -> Clash | None:
    values = (first_words(left), first_words(right))
    because = "held by one, says one side; by another, or not by him, the other"
    return make_clash(ConflictOn.HOLDER, left, right, values, because)
