"""How a speaker puts a proposition, and what kind of proposition it is.

`docs/glossary.md` maps the stances to FactBank's CT+ PR+ PS+ CT- PR- PS- CTu Uu.
"""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """How the nearest speaker puts a claim."""

    ASSERTED = "asserted"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    REQUESTED = "requested"
    QUESTIONED = "questioned"
    JUDGED = "judged"


#: Stances that say something of what happened: only these carry an account and can conflict.
#: A plan, a demand, a question or an opinion never conflicts with what happened.
FACTUAL = frozenset({Stance.ASSERTED, Stance.POSSIBLE, Stance.DENIED})


class ClaimType(StrEnum):
    """What is claimed; the groups are those of `docs/formats.md`."""

    HOLD = "hold"
    SEIZE = "seize"
    HAND_OVER = "hand_over"
    WITHDRAW = "withdraw"
    BESIEGE = "besiege"
    STRIKE = "strike"
    CLASH = "clash"
    ATTACK = "attack"
    DESTROY = "destroy"
    KILL = "kill"
    INJURE = "injure"
    DISPLACE = "displace"
    DETAIN = "detain"
    DEPLOY = "deploy"
    PRESENT = "present"
    MOBILIZE = "mobilize"
    SUPPLY = "supply"
    SUPPORT = "support"
    AGREE = "agree"
    NEGOTIATE = "negotiate"
    REFUSE = "refuse"
    REQUEST = "request"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    SILENCE = "silence"
    STATEMENT = "statement"


GROUPS: dict[str, frozenset[ClaimType]] = {
    "control": frozenset({ClaimType.HOLD, ClaimType.SEIZE, ClaimType.HAND_OVER, ClaimType.WITHDRAW, ClaimType.BESIEGE}),
    "force": frozenset({ClaimType.STRIKE, ClaimType.CLASH, ClaimType.ATTACK, ClaimType.DESTROY}),
    "harm": frozenset({ClaimType.KILL, ClaimType.INJURE, ClaimType.DISPLACE, ClaimType.DETAIN}),
    "presence": frozenset({ClaimType.DEPLOY, ClaimType.PRESENT, ClaimType.MOBILIZE}),
    "support": frozenset({ClaimType.SUPPLY, ClaimType.SUPPORT}),
    "politics": frozenset(
        {
            ClaimType.AGREE,
            ClaimType.NEGOTIATE,
            ClaimType.REFUSE,
            ClaimType.REQUEST,
            ClaimType.THREATEN,
            ClaimType.ACCUSE,
        }
    ),
    "other": frozenset({ClaimType.SILENCE, ClaimType.STATEMENT}),
}


class Role(StrEnum):
    """The part that words play in a claim; names follow PLOVER (actor, recipient, location)."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    OBJECT = "object"
    PLACE = "place"
    ORIGIN = "origin"
    DESTINATION = "destination"


class Basis(StrEnum):
    """How the speaker knows, where the words say it."""

    SAW = "saw"
    TOLD = "told"
    IMAGES = "images"
    DOCUMENT = "document"
    UNSTATED = "unstated"
