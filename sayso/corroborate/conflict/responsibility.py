"""Responsibility and time: who did it, and when."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.party import are_other
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import gap_days
from sayso.model.claim import Mention
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Role, Stance

# Acts that one party did and not another; support, supply and clashes can have several doers.
_ONE_DOER = frozenset({ClaimType.STRIKE, ClaimType.ATTACK, ClaimType.DESTROY, ClaimType.KILL, ClaimType.DETAIN})
_DATED = frozenset({ClaimType.SEIZE, ClaimType.HAND_OVER, ClaimType.WITHDRAW, ClaimType.STRIKE, ClaimType.AGREE})


def find_responsibility_clashes(sayings: Sequence[Saying], sides: Sides) -> list[Clash]:
    """One voice says that this party did it, another that that party did."""
    asserted = [
        s
        for s in sayings
        if s.telling.stance is Stance.ASSERTED and s.telling.type in _ONE_DOER and _doer(s) is not None
    ]
    left: list[Saying] = []
    right: list[Saying] = []
    for one, other in combinations(asserted, 2):
        if one.is_other_voice(other) and are_other(_doer(one), _doer(other), sides) and one not in right:
            left.append(one)
            right.append(other)
    right = [s for s in right if s not in left]
    if not left or not right:
        return []
    values = (_name(left[0]), _name(right[0]))
    clash = make_clash(ConflictOn.RESPONSIBILITY, left, right, values, "two parties are said to have done it")
    return [clash] if clash else []


def find_time_clashes(sayings: Sequence[Saying]) -> list[Clash]:
    """Two voices give days that do not meet for one act."""
    dated = [
        s
        for s in sayings
        if not s.is_denied
        and s.telling.type in _DATED
        and s.telling.when
        and s.telling.when.first == s.telling.when.last
    ]
    for one, other in combinations(dated, 2):
        if one.telling.type is not other.telling.type or not one.is_other_voice(other):
            continue
        if one.telling.when and other.telling.when and gap_days(one.telling.when, other.telling.when) > 0:
            early, late = sorted((one, other), key=_day)
            left = [s for s in dated if s.telling.type is one.telling.type and _day(s)[0] == _day(late)[0]]
            right = [s for s in dated if s.telling.type is one.telling.type and _day(s)[0] == _day(early)[0]]
            clash = make_clash(ConflictOn.TIME, left, right, (_day(late)[0], _day(early)[0]), "the days do not meet")
            return [clash] if clash else []
    return []


def _doer(saying: Saying) -> Mention | None:
    return saying.telling.claim.role(Role.ACTOR)


def _name(saying: Saying) -> str:
    doer = _doer(saying)
    return doer.text if doer else ""


def _day(saying: Saying) -> tuple[str, str]:
    when = saying.telling.when
    return (when.first.isoformat() if when and when.first else "", saying.node.id)
