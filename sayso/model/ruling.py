"""Ruling: what persons decided of lineage, events and voices, brought to the claims and reports of today's readings."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.lineage import Lineage

#: Two identifiers of claims, the smaller first.
ClaimPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions as corroboration obeys them; empty where nobody decided anything.

    `together` are pairs of claims that are about one happening, `apart` those that are not, whatever
    their words. `cut_edges` (report, of) are no lineage, `added_edges` are. `one_voice` are pairs of
    claims whose speakers are one voice, `two_voices` those whose speakers are not. `retracted` are
    reports that their own outlet, or a person, took back.
    """

    together: frozenset[ClaimPair] = frozenset()
    apart: frozenset[ClaimPair] = frozenset()
    cut_edges: frozenset[tuple[str, str]] = frozenset()
    added_edges: tuple[Lineage, ...] = ()
    one_voice: frozenset[ClaimPair] = frozenset()
    two_voices: frozenset[ClaimPair] = frozenset()
    retracted: frozenset[str] = frozenset()


def pair_claims(left: str, right: str) -> ClaimPair:
    """Two claims as rulings name them: the smaller identifier first."""
    return (left, right) if left < right else (right, left)
