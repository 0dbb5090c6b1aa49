"""Ending: when a spell begins and ends: as said, by the next holder, or by leaving; and who held the place before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.corroborate.holding.spell import SLACK, Spell, sort_date
from sayso.corroborate.holding.status import is_taking, voices_of
from sayso.corroborate.holding.turn import CHANGES, Turn, TurnKind
from sayso.model.holding import HoldingStatus
from sayso.model.values.stance import ClaimType
from sayso.model.voice import Interest

_SAME_TURN = timedelta(days=3)  # a withdrawal and a taking this close are one change of hands


@dataclass(frozen=True, slots=True)
class Standing:
    """A spell and how it stands; `is_admitted` where another party says that it left then."""

    spell: Spell
    status: HoldingStatus
    is_admitted: bool = False

    @property
    def is_one_sided(self) -> bool:
        """Whether it is merely claimed, or disputed and said by no bystander and no opponent."""
        if self.is_admitted:
            return False
        if self.status is not HoldingStatus.DISPUTED:
            return self.status is HoldingStatus.CLAIMED
        return all(voice.interest in (Interest.FOR, Interest.UNKNOWN) for voice in voices_of(self.spell.turns))


def find_losers(turns: Sequence[Turn], spells: Sequence[Spell], parties: Mapping[str, str]) -> list[Spell]:
    """Who must have held it before another took it: the party that is said to have lost or left it then."""
    found: dict[str, Spell] = {}
    losses = [turn for turn in turns if turn.kind is TurnKind.LOST and turn.end and turn.holder.entity]
    for turn in sorted(losses, key=lambda t: (t.day, t.claim)):
        party = parties[turn.holder_key]
        is_taken = any(s.start and s.party != party and abs(s.day - turn.day) <= _SAME_TURN for s in spells)
        is_known = party in found or any(s.party == party and s.day <= turn.day for s in spells)
        if is_taken and not is_known:
            found[party] = Spell(party, (turn,), None, turn.end)
    return list(found.values())


def end_spells(standings: Iterable[Standing], turns: Sequence[Turn], parties: Mapping[str, str]) -> list[Standing]:
    """Each spell begun where the place has changed hands by then, and ended; by first day."""
    ordered = sorted(standings, key=lambda standing: standing.spell.order)
    begun = [_begin(standing, ordered) for standing in ordered]
    losses = _keep_told_by_others(turns, begun)
    retaken = {s.spell.party: s.spell.day for s in begun if _is_taken(s.spell)}  # the last time of each party
    ended = [_end(s, begun[place + 1 :], losses, parties, retaken) for place, s in enumerate(begun)]
    return [replace(s, status=HoldingStatus.DISPUTED) if _is_contested(s, ended) else s for s in ended]


def _begin(standing: Standing, standings: Sequence[Standing]) -> Standing:
    """A spell without a start begins on the first day on which it is said, where another held the place before."""
    spell = standing.spell
    if spell.start:
        return standing
    days = [t.telling.claim.when.edtf for t in spell.turns if t.telling.claim.when and t.telling.claim.when.edtf]
    exact = [day for day in days if "/" not in day and not spell.end]
    before = any(s.spell.start and s.spell.day < spell.day and s.spell.party != spell.party for s in standings)
    start = min(exact, key=sort_date, default=None) if before else None
    return replace(standing, spell=replace(spell, start=start))


def _end(
    standing: Standing,
    later: Sequence[Standing],
    losses: Sequence[Turn],
    parties: Mapping[str, str],
    retaken: Mapping[str, date],
) -> Standing:
    spell = standing.spell
    end = spell.end or _find_next(spell, later, retaken) or _find_leaving(spell, losses, parties)
    return replace(standing, spell=replace(spell, end=end))


def _find_next(spell: Spell, later: Iterable[Standing], retaken: Mapping[str, date]) -> str | None:
    """The start of the next holder.

    A taking that only the taker's side tells, against a denial, ends nothing, unless the holder takes the place again.
    """
    again = retaken.get(spell.party, date.min)
    for other in later:
        is_other = other.spell.party != spell.party and other.spell.start and other.spell.day > spell.day
        if is_other and (not other.is_one_sided or other.spell.day < again):
            return other.spell.start
    return None


def _is_taken(spell: Spell) -> bool:
    return any(turn.kind in CHANGES for turn in spell.turns)


def _find_leaving(spell: Spell, losses: Iterable[Turn], parties: Mapping[str, str]) -> str | None:
    """The day on which the holder is said to have lost or left the place."""
    days = [t.end for t in losses if t.end and t.day > spell.day and parties[t.holder_key] == spell.party]
    return min(days, key=sort_date, default=None)


def _keep_told_by_others(turns: Iterable[Turn], standings: Iterable[Standing]) -> list[Turn]:
    """The losses without those that only the taker's side tells."""
    unsure = {turn.event.id for s in standings if s.is_one_sided for turn in s.spell.turns}
    losses = [turn for turn in turns if turn.kind is TurnKind.LOST]
    return [t for t in losses if not (t.telling.type is ClaimType.SEIZE and t.event.id in unsure)]


def _is_contested(standing: Standing, standings: Iterable[Standing]) -> bool:
    """Whether a holding that nothing has ended is another's too, by those who say so.

    A mere claim to have taken the place stays a claim; one to hold it is disputed.
    """
    spell = standing.spell
    if spell.end or standing.status is HoldingStatus.DISPUTED:
        return False
    if standing.status is HoldingStatus.CLAIMED and any(is_taking(turn) for turn in spell.turns):
        return False
    return any(other.spell.party != spell.party and _overlaps(other.spell, spell) for other in standings)


def _overlaps(rival: Spell, spell: Spell) -> bool:
    """Whether a rival's spell goes on, and is told of at about the time when the other began, or later."""
    return rival.end is None and spell.day - max(turn.day for turn in rival.turns) <= SLACK
