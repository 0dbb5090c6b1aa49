"""Copies: the same words of one voice in several reports are quoted once and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model.claim import Claim

_SAME = 0.5  # of the words of the shorter: a translation keeps about that; another statement seldom does


def fold_copies(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of one voice in groups that say the same; every other wording stays, so that no words are lost.

    Within one report only words that stand inside others ("a fierce battle") are folded into them.
    """
    groups: list[list[Claim]] = []
    for claim in claims:
        same = next((group for group in groups if _is_said_in(claim, group)), None)
        if same is None:
            groups.append([claim])
        else:
            same.append(claim)
    return groups


def _is_said_in(claim: Claim, group: list[Claim]) -> bool:
    first = group[0]
    mine, theirs = _words(claim), _words(first)
    if first.report == claim.report:
        return mine <= theirs
    return len(mine & theirs) >= _SAME * min(len(mine), len(theirs))


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", claim.evidence.text.casefold()))
