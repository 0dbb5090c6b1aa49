"""Party: who gains, who does it, who is harmed, and whether two mentions are known to be different parties."""

from __future__ import annotations

import re

from sayso.corroborate.kinship import HOLDABLE
from sayso.corroborate.side import Sides, share_name
from sayso.corroborate.telling import Telling
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.values.stance import ClaimType, Role

T = ClaimType


def gainer(telling: Telling) -> Mention | None:
    """Who holds the place after what is told: the taker, the holder, the one who gets it; None if not named."""
    if telling.type in (T.SEIZE, T.HOLD):
        return telling.claim.role(Role.ACTOR)
    return telling.claim.role(Role.RECIPIENT) if telling.type is T.HAND_OVER else None


def are_other(left: Mention | None, right: Mention | None, sides: Sides) -> bool:
    """Whether two mentions are known to be of different sides."""
    if not left or not right or not left.entity or not right.entity or sides.is_same(left.entity, right.entity):
        return False
    return not share_name((left.text, *left.names), (right.text, *right.names))


def are_named_apart(left: Telling, right: Telling) -> bool:
    """Whether what is held, taken or given has other names on both sides ("Sinjar", "Zumar")."""
    one, other = left.claim.role(Role.OBJECT), right.claim.role(Role.OBJECT)
    if left.type not in HOLDABLE or right.type not in HOLDABLE or not one or not other:
        return False
    return bool(_names(one) and _names(other) and not _names(one) & _names(other))


def _names(mention: Mention) -> frozenset[str]:
    return stems(" ".join(re.findall(r"\b[A-Z][\w'’-]+", f"{mention.text} {' '.join(mention.names)}")))


_KINDS = {
    "c": stems("civilian child woman family inhabitant"),
    "s": stems(
        "soldier guard gendarme policeman police conscript servicemen recruit"
    ),  # one report's soldiers are another's guards
    "r": stems("rebel fighter militiaman militiamen"),
    "i": stems("inmate prisoner"),
}


def victim_kinds(telling: Telling) -> frozenset[str]:
    """Who is harmed, by initial: civilians, soldiers, rebels, inmates; empty where the words do not say."""
    if telling.type not in (T.KILL, T.INJURE, T.DETAIN):
        return frozenset()
    bag = stems(" ".join(f.mention.text for f in telling.claim.roles if f.role is Role.RECIPIENT))
    if telling.type is T.DETAIN:
        bag -= _KINDS["i"]  # whoever is detained is a prisoner
    return frozenset(name for name, kind in _KINDS.items() if bag & kind)
