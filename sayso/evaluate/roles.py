"""Roles: who did what to whom and where, over claims whose type was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.evaluate.content import Pair
from sayso.evaluate.counts import Counts, Tally
from sayso.evaluate.words import share_half, strong_words
from sayso.model.values.stance import GROUPS, ClaimType

_Filler = tuple[str, frozenset[str]]


def count_roles(pairs: Sequence[Pair]) -> Counts:
    """Fillers in the same role that share half their words, one to one in gold's order."""
    return Counts(roles=sum((_count_pair(pair) for pair in pairs), start=Tally()))


def _count_pair(pair: Pair) -> Tally:
    gold, claim = pair
    wanted = _list_fillers(gold.type, gold.roles)
    found = _list_fillers(gold.type, claim.roles)
    left = list(found)
    for role, words in wanted:
        hit = next((each for each in left if each[0] == role and share_half(words, each[1])), None)
        if hit is not None:
            left.remove(hit)
    return Tally(len(found) - len(left), len(found), len(wanted))


def _list_fillers(type_: ClaimType, roles: Iterable[tuple[str, str]]) -> list[_Filler]:
    return [(_fold_role(type_, role), strong_words(text)) for role, text in roles]


def _fold_role(type_: ClaimType, role: str) -> str:
    """Object and recipient are one where somebody is harmed, actor and recipient where two sides clash."""
    if role == "object" and type_ in GROUPS["harm"]:
        return "recipient"
    if role == "recipient" and type_ is ClaimType.CLASH:
        return "actor"
    return role
