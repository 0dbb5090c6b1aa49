"""Spell: turns that show one party holding a place in one unbroken time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.corroborate.holding.holder import are_opposed
from sayso.corroborate.holding.turn import CHANGES, Turn, TurnKind
from sayso.corroborate.telling import read_bounds

#: A state told so soon after the place is said to have changed hands may be of the time before.
SLACK = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Spell:
    """Turns of one party, the earliest first; `start` and `end` are EDTF, None where not known."""

    party: str
    turns: tuple[Turn, ...]
    start: str | None
    end: str | None

    @property
    def day(self) -> date:
        """The first day on which anything shows it."""
        return self.turns[0].day

    @property
    def order(self) -> tuple[date, bool, str]:
        """By first day; who lost the place stands before who took it; claims' identifiers break ties."""
        return self.day, self.turns[0].kind is not TurnKind.LOST, self.turns[0].claim


def gather_spells(turns: Iterable[Turn], parties: Mapping[str, str]) -> list[Spell]:
    """Gains of one party put together, as long as no other takes the place between them; by first day."""
    ordered = sorted((t for t in turns if t.kind is not TurnKind.LOST), key=lambda t: (t.day, t.claim))
    open_spells: dict[str, list[Turn]] = {}
    closed: list[list[Turn]] = []
    takings: dict[str, list[Turn]] = {}  # of each party, in order
    for turn in ordered:
        party = parties[turn.holder_key]
        own = open_spells.get(party)
        if own and _is_interrupted(own, turn, [rows for other, rows in takings.items() if other != party]):
            closed.append(own)
            own = None
        if own is None:
            own = open_spells[party] = []
        own.append(turn)
        if turn.kind in CHANGES:
            takings.setdefault(party, []).append(turn)
    found = [*closed, *open_spells.values()]
    return sorted((_make_spell(spell, parties) for spell in found), key=lambda spell: spell.order)


def _is_interrupted(own: Sequence[Turn], turn: Turn, takings: Iterable[Sequence[Turn]]) -> bool:
    """Whether another party took the place between the beginning of a spell and this turn."""
    first = own[0].day
    return any(_ends_before(rows, turn, first) for rows in takings)


def _ends_before(takings: Sequence[Turn], turn: Turn, first: date) -> bool:
    """Whether the last of another's takings before the turn comes after the first day of the spell."""
    last = next((other for other in reversed(takings) if other.day < turn.day), None)
    if last is None or last.day <= first:
        return False
    if turn.kind is TurnKind.KEPT:
        return False
    if turn.kind is TurnKind.HELD and turn.start is None:
        is_denial = last.event.id == turn.event.id and are_opposed(turn.event, {turn.claim}, {last.claim})
        return not is_denial and turn.day - last.day > SLACK
    return True


def _make_spell(turns: Sequence[Turn], parties: Mapping[str, str]) -> Spell:
    ends = [turn.end for turn in turns if turn.end]
    return Spell(
        parties[turns[0].holder_key], tuple(turns), choose_start(turns), max(ends, key=sort_date, default=None)
    )


def choose_start(turns: Iterable[Turn]) -> str | None:
    """The date on which most voices begin it, then the one told first, then the earliest; None where none does.

    Where another lies within it ("November", "28 November"), the most exact of these. A slip in a copy is outvoted
    by its origin, which was told before.
    """
    by_date: dict[str, list[Turn]] = defaultdict(list)
    for turn in turns:
        if turn.start:
            by_date[turn.start].append(turn)
    if not by_date:
        return None
    chosen = min(by_date, key=lambda text: (-_count_voices(by_date[text]), _first_told(by_date[text]), sort_date(text)))
    inner = [text for text in by_date if _is_within(text, chosen)]
    return min(inner, key=lambda text: (_count_days(text), sort_date(text)))


def _count_voices(turns: Sequence[Turn]) -> int:
    """How many voices tell any of these."""
    claims = {turn.claim for turn in turns}
    events = {turn.event.id: turn.event for turn in turns}
    return len({voice.id for event in events.values() for voice in event.voices if claims & set(voice.claims)})


def _first_told(turns: Iterable[Turn]) -> date:
    return min((t.telling.told.first for t in turns if t.telling.told and t.telling.told.first), default=date.max)


def sort_date(text: str) -> tuple[date, str]:
    """By the first day that a date allows."""
    bounds = read_bounds(text)
    return (bounds.first or date.min if bounds else date.min, text)


def _is_within(part: str, whole: str) -> bool:
    inner, outer = read_bounds(part), read_bounds(whole)
    if not inner or not outer or not (inner.first and inner.last and outer.first and outer.last):
        return part == whole
    return outer.first <= inner.first and inner.last <= outer.last


def _count_days(text: str) -> int:
    bounds = read_bounds(text)
    return (bounds.last - bounds.first).days if bounds and bounds.first and bounds.last else 10**6
