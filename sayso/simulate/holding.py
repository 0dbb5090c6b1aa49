"""Holding: who is said to hold a place, by what was told of it: the rules of the design, apart from `corroborate`.

A taking, a hand-over or a state that is asserted begins or shows a holding. It is `disputed` where a voice other
than those that assert it denies it or puts another holder in its place; `claimed` where nobody but the holder's
own side says so; else `undisputed`. A side that owns to having left has confirmed that it lost the place. The next
holder ends a holding, unless only the next one's own side tells of it: then the older one goes on, disputed. Who
says that it still holds a place holds it by its own account: an older holding goes on, or one without a beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model.holding import HoldingStatus
from sayso.model.values.stance import ClaimType, Stance
from sayso.simulate.happening import Figure, Happening, Utterance
from sayso.simulate.reckoning import Told
from sayso.simulate.truth import TrueHolding

_TAKINGS = frozenset({ClaimType.SEIZE, ClaimType.HAND_OVER})
_ONE_TURN_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Spell:
    """One holder's time at a place; `is_sure` where more than the holder's own side tells of it."""

    holder: Figure
    start: str | None
    end: str | None
    status: HoldingStatus
    day: date
    is_sure: bool


def reckon_holdings(told: Iterable[Told]) -> tuple[TrueHolding, ...]:
    """All holdings that follow from what was told, by place and day."""
    by_place: dict[str, list[Told]] = defaultdict(list)
    for row in told:
        place = row.utterance.of.place
        if place:
            by_place[place.id].append(row)
    return tuple(holding for rows in by_place.values() for holding in _reckon_place(rows))


def _reckon_place(rows: Sequence[Told]) -> list[TrueHolding]:
    by_happening: dict[int, list[Told]] = defaultdict(list)
    for row in rows:
        by_happening[id(row.utterance.of)].append(row)
    leavings = {
        (row.utterance.doer, row.utterance.told)
        for row in rows
        if row.utterance.wording == "withdraw" and row.utterance.voice == row.utterance.doer
    }
    found = [spell for some in by_happening.values() if (spell := _read_spell(some, leavings))]
    spells = sorted(found, key=lambda spell: spell.day)
    spells = [*_find_losers(rows, spells), *spells]
    spells = _keep_still(rows, spells)
    place = rows[0].utterance.of.place
    return [_make(place, spell) for spell in _end(spells)] if place else []


def _read_spell(rows: Sequence[Told], leavings: set[tuple[str | None, date]]) -> _Spell | None:
    """The holding that a happening begins or shows, if it is one of control that somebody asserts."""
    happening: Happening = rows[0].utterance.of
    said = [row.utterance for row in rows]
    asserted = [u for u in said if u.stance is Stance.ASSERTED and u.wording != "seize.still"]
    if happening.type is ClaimType.HOLD:
        return _read_state(said[0])
    if happening.type not in _TAKINGS or not asserted or not any(row.is_dated for row in rows):
        return None
    holder = _gainer(asserted[0])
    voices = {u.voice for u in asserted if u.voice}
    others = {u.voice for u in said if u.stance is Stance.DENIED or u.wording == "seize.still"} - voices
    loser = asserted[0].parts.get("loser")
    is_owned = isinstance(loser, Figure) and any(who == loser.voice for who, day in leavings if day == happening.day)
    is_own = voices == {holder.voice} and not is_owned
    status = HoldingStatus.UNDISPUTED
    if others:
        status = HoldingStatus.DISPUTED
    elif is_own:
        status = HoldingStatus.CLAIMED
    return _Spell(holder, happening.day.isoformat(), None, status, happening.day, not is_own)


def _read_state(said: Utterance) -> _Spell:
    """A state that was told with its beginning ("held since 2011")."""
    holder, year = said.parts["actor"], said.parts["year"]
    if not isinstance(holder, Figure):
        raise TypeError(f"{holder!r} holds nothing; a holder is a figure")
    day = date(int(str(year)), 1, 1)
    return _Spell(holder, str(year), None, HoldingStatus.UNDISPUTED, day, True)


def _gainer(said: Utterance) -> Figure:
    """Who holds the place after what is told."""
    found = said.parts["other" if said.type is ClaimType.HAND_OVER else "actor"]
    if not isinstance(found, Figure):
        raise TypeError(f"{found!r} gains nothing; a holder is a figure")
    return found


def _keep_still(rows: Sequence[Told], spells: Sequence[_Spell]) -> list[_Spell]:
    """The spells, with one for each party that says it still holds a place and has none before that day."""
    found = list(spells)
    for said in {row.utterance.id: row.utterance for row in rows if row.utterance.wording == "seize.still"}.values():
        holder = said.parts["actor"]
        if not isinstance(holder, Figure):
            raise TypeError(f"{holder!r} holds nothing; a holder is a figure")
        is_known = any(spell.holder.voice == holder.voice and spell.day < said.of.day for spell in found)
        if not is_known:
            found.append(_Spell(holder, None, None, HoldingStatus.DISPUTED, said.of.day, False))
    return sorted(found, key=lambda spell: spell.day)


def _find_losers(rows: Sequence[Told], spells: Sequence[_Spell]) -> list[_Spell]:
    """Who must have held the place before it was taken: the party that is said to have lost or left it then."""
    takings = [spell for spell in spells if spell.day.isoformat() == spell.start]
    if not takings:
        return []
    first = takings[0]
    losers = [
        loser
        for row in rows
        if (loser := _loser(row)) and abs((row.utterance.of.day - first.day).days) <= _ONE_TURN_DAYS
    ]
    if not losers or any(spell.holder.voice == losers[0].voice and spell.day < first.day for spell in spells):
        return []
    day = first.day - timedelta(days=1)
    return [_Spell(losers[0], None, None, HoldingStatus.UNDISPUTED, day, True)]


def _loser(row: Told) -> Figure | None:
    """Who a claim says lost or left the place."""
    said = row.utterance
    found: Figure | str | None = None
    if said.stance is Stance.ASSERTED and said.wording == "withdraw":
        found = said.parts["actor"]
    elif said.stance is Stance.ASSERTED and row.names_loser:
        found = said.parts.get("loser")
    return found if isinstance(found, Figure) else None


def _end(spells: Sequence[_Spell]) -> list[_Spell]:
    """Each spell ended by what comes after it, as far as that ends it."""
    return [_end_one(spell, spells[n + 1 :]) for n, spell in enumerate(spells)]


def _end_one(spell: _Spell, later: Sequence[_Spell]) -> _Spell:
    """A spell ended by the next sure one of another holder; left open and disputed by one that is not sure.

    A holder that takes the place again has lost it to the first of the others in between.
    """
    others = [other for other in later if other.holder.voice != spell.holder.voice]
    is_regained = len(others) < len(later) and later[0] in others
    following = others[0] if is_regained else next((other for other in others if other.is_sure), None)
    if following:
        return replace(spell, end=following.start)
    if others and spell.status is HoldingStatus.UNDISPUTED:
        return replace(spell, status=HoldingStatus.DISPUTED)
    return spell


def _make(place: Figure, spell: _Spell) -> TrueHolding:
    return TrueHolding(place.id, place.name, spell.holder.id, spell.holder.name, spell.start, spell.end, spell.status)
