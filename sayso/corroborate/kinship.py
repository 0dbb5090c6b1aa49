"""Kinship: how well two types of claim go together in one happening."""

from __future__ import annotations

from typing import Protocol

from sayso.model.values.stance import ClaimType

T = ClaimType
CONTROL = frozenset({T.SEIZE, T.HOLD, T.HAND_OVER, T.WITHDRAW, T.DEPLOY})
HARM = frozenset({T.KILL, T.INJURE, T.DETAIN, T.DISPLACE})
FORCE = frozenset({T.STRIKE, T.CLASH, T.ATTACK, T.DESTROY})
HOLDABLE = frozenset({T.SEIZE, T.HOLD, T.HAND_OVER})

# How well two types go together in one happening, 1 for the same type; pairs that are missing do not.
_KIN: dict[frozenset[ClaimType], float] = {
    frozenset({T.SEIZE, T.HOLD}): 0.8,
    frozenset({T.SEIZE, T.HAND_OVER}): 0.8,
    frozenset({T.HOLD, T.HAND_OVER}): 0.7,
    frozenset({T.SEIZE, T.DEPLOY}): 0.55,
    frozenset({T.SEIZE, T.PRESENT}): 0.4,
    frozenset({T.SEIZE, T.CLASH}): 0.5,
    frozenset({T.SEIZE, T.ATTACK}): 0.6,
    frozenset({T.SEIZE, T.WITHDRAW}): 0.45,
    frozenset({T.HAND_OVER, T.AGREE}): 0.6,
    frozenset({T.HAND_OVER, T.WITHDRAW}): 0.5,
    frozenset({T.HAND_OVER, T.DEPLOY}): 0.5,
    frozenset({T.HAND_OVER, T.SUPPLY}): 0.6,
    frozenset({T.HAND_OVER, T.MOBILIZE}): 0.4,
    frozenset({T.HOLD, T.PRESENT}): 0.5,
    frozenset({T.HOLD, T.DEPLOY}): 0.5,
    frozenset({T.HOLD, T.CLASH}): 0.4,
    frozenset({T.HAND_OVER, T.CLASH}): 0.4,
    frozenset({T.DEPLOY, T.CLASH}): 0.4,
    frozenset({T.HOLD, T.WITHDRAW}): 0.4,
    frozenset({T.STRIKE, T.ATTACK}): 0.8,
    frozenset({T.STRIKE, T.DESTROY}): 0.8,
    frozenset({T.STRIKE, T.KILL}): 0.55,
    frozenset({T.ATTACK, T.CLASH}): 0.7,
    frozenset({T.ATTACK, T.KILL}): 0.5,
    frozenset({T.ATTACK, T.DESTROY}): 0.6,
    frozenset({T.DEPLOY, T.PRESENT}): 0.8,
    frozenset({T.DEPLOY, T.MOBILIZE}): 0.6,
    frozenset({T.DEPLOY, T.WITHDRAW}): 0.5,
    frozenset({T.DEPLOY, T.SUPPORT}): 0.5,
    frozenset({T.PRESENT, T.SUPPORT}): 0.6,
    frozenset({T.PRESENT, T.WITHDRAW}): 0.55,
    frozenset({T.PRESENT, T.CLASH}): 0.35,
    frozenset({T.PRESENT, T.DESTROY}): 0.5,
    frozenset({T.SUPPLY, T.SUPPORT}): 0.7,
    frozenset({T.DETAIN, T.HAND_OVER}): 0.3,
    frozenset({T.DISPLACE, T.WITHDRAW}): 0.6,
    frozenset({T.KILL, T.DESTROY}): 0.3,
    frozenset({T.AGREE, T.NEGOTIATE}): 0.6,
    frozenset({T.AGREE, T.REFUSE}): 0.7,
    frozenset({T.NEGOTIATE, T.REFUSE}): 0.6,
    frozenset({T.REQUEST, T.REFUSE}): 0.5,
    frozenset({T.WITHDRAW, T.CLASH}): 0.45,
    frozenset({T.MOBILIZE, T.ATTACK}): 0.5,
}
_STATEMENT_KIN = 0.75  # a statement may put any happening in words of its own


class _Typed(Protocol):
    @property
    def type(self) -> ClaimType: ...


def type_kinship(left: _Typed, right: _Typed) -> float:
    """How well the types of two claims go together in one happening, 0 to 1."""
    return kinship(left.type, right.type)


def kinship(left: ClaimType, right: ClaimType) -> float:
    """How well two types go together in one happening, 0 to 1."""
    if left is right:
        return 1.0
    if T.SILENCE in (left, right):
        return 0.0
    if T.STATEMENT in (left, right):
        return _STATEMENT_KIN
    return _KIN.get(frozenset({left, right}), 0.0)
