"""Holding: who is said to hold a place, from when to when, by the event calculus over events and their voices.

Seizing, being handed and holding begin or show a holding; the next holder or a withdrawal ends it. Only what
is asserted counts: a plan, a demand, a question or a possibility never makes a holding. The place is the place
as named; what lies around or within it is never inferred.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from sayso.corroborate.event.twin import Node
from sayso.corroborate.party import gainer
from sayso.corroborate.side import Sides, share_name
from sayso.corroborate.telling import Telling, place_of, read_bounds
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.conflict import ConflictOn
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding, HoldingStatus
from sayso.model.values.stance import ClaimType, Role, Stance
from sayso.model.voice import Interest, Voice

_GAINS = frozenset({ClaimType.SEIZE, ClaimType.HAND_OVER, ClaimType.HOLD})
_SAME_TURN_DAYS = 3  # a withdrawal and a taking this close are one change of hands
_PARTIES = (Role.ACTOR, Role.RECIPIENT)
_DENIES = frozenset({ConflictOn.OCCURRENCE, ConflictOn.HOLDER})


@dataclass(frozen=True, slots=True)
class _Turn:
    """One claim by which a party gains, holds or leaves a place; `start` and `end` are EDTF or None."""

    place: str
    holder: Mention
    start: str | None
    end: str | None
    telling: Telling
    event: Event
    is_loss: bool = False

    @property
    def day(self) -> date:
        """The first day on which the holder holds it, as far as known; the day told stands in for none."""
        for text in (self.start, self.end, self.event.when, self.telling.report.told):
            bounds = read_bounds(text)
            if bounds and (bounds.first or bounds.last):
                return bounds.first or bounds.last or date.max
        return date.max


@dataclass(frozen=True, slots=True)
class _Spell:
    """Turns that show one holder in one unbroken time."""

    turns: tuple[_Turn, ...]
    start: str | None
    end: str | None
    status: HoldingStatus

    @property
    def holder(self) -> Mention:
        return self.turns[0].holder

    @property
    def day(self) -> date:
        return min(turn.day for turn in self.turns)

    @property
    def is_one_sided(self) -> bool:
        """Whether it is merely claimed, or disputed and said by no bystander and no opponent."""
        if self.status is not HoldingStatus.DISPUTED:
            return self.status is HoldingStatus.CLAIMED
        return all(voice.interest in (Interest.FOR, Interest.UNKNOWN) for voice in _voices(self.turns))


def find_holdings(
    events: Sequence[Event],
    nodes: Sequence[Node],
    sides: Sides,
    entities: Mapping[str, Entity],
) -> tuple[Holding, ...]:
    """All holdings, by place and first day. Undated ones stand where they were told."""
    node_of = {member.id: node.id for node in nodes for member in node.members}
    tellings = {member.id: member for node in nodes for member in node.members}
    turns = [turn for event in events for turn in _read_turns(event, tellings, entities)]
    same_place = _join_places(turns, node_of, sides)
    by_place: dict[str, list[_Turn]] = defaultdict(list)
    for turn in turns:
        by_place[same_place[turn.place]].append(turn)
    found = []
    for place in sorted(by_place):
        names = _name_place(by_place[place], entities)
        spells = _end_spells(_gather_spells(by_place[place], sides), by_place[place], sides)
        found += [_make_holding(place, names, spell) for spell in spells]
    return tuple(found)


def _join_places(turns: Sequence[_Turn], node_of: Mapping[str, str], sides: Sides) -> dict[str, str]:
    """Each place with the name under which most tell it: twins, and one taking by one taker, are of one place.

    "The water works" of one report and "the pumping station" of another are joined by the taking that both tell of.
    """
    counts = Counter(turn.place for turn in turns)
    joined = {place: place for place in counts}
    gains = [turn for turn in turns if not turn.is_loss]
    for one, other in combinations(sorted(gains, key=lambda t: t.telling.id), 2):
        is_twin = node_of[one.telling.id] == node_of[other.telling.id]
        if is_twin or (_is_one_taking(one, other) and is_one_holder(one.holder, other.holder, sides)):
            mine, theirs = joined[one.place], joined[other.place]
            kept = min(mine, theirs, key=lambda place: (-counts[place], place))
            joined = {place: kept if now in (mine, theirs) else now for place, now in joined.items()}
    return joined


def _is_one_taking(one: _Turn, other: _Turn) -> bool:
    """Whether both tell of one event in which a place is taken or given, not merely held."""
    return one.event.id == other.event.id and ClaimType.HOLD not in (one.telling.type, other.telling.type)


def _name_place(turns: Sequence[_Turn], entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """All names of the place, of the commonest entity first."""
    counts = Counter(turn.place for turn in turns)
    ordered = sorted(counts, key=lambda place: (-counts[place], place))
    return tuple(dict.fromkeys(name for place in ordered for name in entities[place].names))


def _read_turns(event: Event, tellings: Mapping[str, Telling], entities: Mapping[str, Entity]) -> list[_Turn]:
    """What the asserted claims of an event say of who gains, holds or loses a place."""
    found = []
    for claim in event.claims:
        telling = tellings[claim]
        if telling.stance is not Stance.ASSERTED:
            continue
        place = _place(telling, event, entities)
        if place and telling.type in _GAINS:
            found += _read_gain(place, telling, event)
        elif place and telling.type is ClaimType.WITHDRAW and telling.claim.role(Role.ORIGIN):
            leaver = telling.claim.role(Role.ACTOR)
            if leaver and leaver.entity:
                found.append(_Turn(place, leaver, None, _date(telling, event), telling, event, is_loss=True))
    return found


def _read_gain(place: str, telling: Telling, event: Event) -> list[_Turn]:
    found = []
    holder = gainer(telling)
    start, end = _date(telling, event), None
    if telling.type is ClaimType.HOLD:
        start, end = _interval(telling)
    if holder and (holder.entity or _is_definite(holder)):
        found.append(_Turn(place, holder, start, end, telling, event))
    loser = telling.claim.role(Role.RECIPIENT) if telling.type is ClaimType.SEIZE else None
    if loser and loser.entity:
        found.append(_Turn(place, loser, None, _date(telling, event), telling, event, is_loss=True))
    return found


def _place(telling: Telling, event: Event, entities: Mapping[str, Entity]) -> str | None:
    """The place that changes hands: the claim's own, else the event's where the claim names no other thing."""
    thing = telling.claim.role(Role.OBJECT)
    if thing and (place := place_of(thing, entities)):
        return place
    origin = telling.claim.role(Role.ORIGIN) if telling.type is ClaimType.WITHDRAW else None
    if origin:
        return place_of(origin, entities)
    return None if thing and not _is_pronoun(thing) else event.place


def _is_pronoun(mention: Mention) -> bool:
    return mention.entity is None and mention.text.casefold() in ("it", "that", "this", "them", "there", "which")


def _is_definite(mention: Mention) -> bool:
    """Whether words that name nobody still say who it is, by what it is ("The gendarmerie")."""
    is_one = re.fullmatch(r"[Tt]he (?!state|enemy|others|former|latter)[a-z]+", mention.text)
    return bool(is_one) and bool(stems(mention.text))


def _date(telling: Telling, event: Event) -> str | None:
    """The day of the act: as the claim has it, else as its event has it; never the day it was told."""
    when = telling.claim.when.edtf if telling.claim.when else None
    text = when or event.when
    return (
        text.split("/")[-1] if text and "/" in text and not text.endswith("..") else (text or "").split("/")[0] or None
    )


def _interval(telling: Telling) -> tuple[str | None, str | None]:
    """Start and end of a state as said; a single day only shows that it holds then."""
    text = telling.claim.when.edtf if telling.claim.when else None
    if not text or "/" not in text:
        return None, None
    start, end = text.split("/", 1)
    return (None if start in ("", "..") else start), (None if end in ("", "..") else end)


def _gather_spells(turns: Sequence[_Turn], sides: Sides) -> list[_Spell]:
    """Turns of one holder put together, as long as no other party gains the place between them for certain."""
    gains = [turn for turn in turns if not turn.is_loss]
    spells: list[list[_Turn]] = []
    for turn in sorted(gains, key=lambda t: (t.day, t.telling.id)):
        own = [s for s in spells if is_one_holder(s[0].holder, turn.holder, sides)]
        if own and not _is_interrupted(own[-1], turn, gains, sides):
            own[-1].append(turn)
        else:
            spells.append([turn])
    found = [_make_spell(spell) for spell in spells]
    return found + _find_losers(turns, found, sides)


def is_one_holder(left: Mention, right: Mention, sides: Sides) -> bool:
    """Whether two mentions are one holder: one entity, one side, or a distinctive word in common."""
    return sides.is_same(left.entity, right.entity) or share_name((left.text, *left.names), (right.text, *right.names))


def _is_interrupted(spell: Sequence[_Turn], turn: _Turn, gains: Sequence[_Turn], sides: Sides) -> bool:
    """Whether another party took the place between the last turn of a spell and this one."""
    if turn.telling.type is ClaimType.HOLD and turn.start is None:
        return False
    first = min(t.day for t in spell)
    return any(
        first < g.day < turn.day
        and g.telling.type is not ClaimType.HOLD
        and not is_one_holder(g.holder, turn.holder, sides)
        for g in gains
    )


def _make_spell(turns: Sequence[_Turn]) -> _Spell:
    """One spell; its status is that of the events which begin it, if any does."""
    starts = [turn.start for turn in turns if turn.start]
    begun = {turn.event.id for turn in turns if turn.start}
    ends = [turn.end for turn in turns if turn.end]
    return _Spell(
        tuple(turns),
        min(starts, key=_sort_date, default=None),
        max(ends, key=_sort_date, default=None),
        judge_status([turn for turn in turns if turn.event.id in begun] or turns),
    )


def _find_losers(turns: Sequence[_Turn], spells: Sequence[_Spell], sides: Sides) -> list[_Spell]:
    """Who must have held it before another took it: the party that is said to have lost or left it then."""
    found: list[_Spell] = []
    for turn in sorted((t for t in turns if t.is_loss and t.end), key=lambda t: (t.day, t.telling.id)):
        is_taken = any(
            abs((spell.day - turn.day).days) <= _SAME_TURN_DAYS and not is_one_holder(spell.holder, turn.holder, sides)
            for spell in spells
            if spell.start
        )
        known = any(is_one_holder(s.holder, turn.holder, sides) and s.day <= turn.day for s in (*spells, *found))
        if is_taken and not known:
            found.append(_Spell((turn,), None, turn.end, HoldingStatus.UNDISPUTED))
    return found


def _end_spells(spells: Sequence[_Spell], turns: Sequence[_Turn], sides: Sides) -> list[_Spell]:
    """Each spell begun where the place has changed hands by then; ended as said, by the next holder, or by leaving."""
    ordered = sorted(spells, key=lambda s: (s.day, s.turns[0].telling.id))
    begun = [replace(spell, start=spell.start or _first_seen(spell, ordered, sides)) for spell in ordered]
    ended = [
        replace(s, end=s.end or _find_end(s, begun, sides) or _find_leaving(s, _drop_one_sided(turns, begun), sides))
        for s in begun
    ]
    return [replace(s, status=HoldingStatus.DISPUTED) if _is_contested(s, ended, sides) else s for s in ended]


def _drop_one_sided(turns: Sequence[_Turn], spells: Sequence[_Spell]) -> list[_Turn]:
    """The turns without the losses that only the taker's side tells."""
    unsure = {turn.event.id for spell in spells if spell.is_one_sided for turn in spell.turns}
    return [turn for turn in turns if not (turn.telling.type is ClaimType.SEIZE and turn.event.id in unsure)]


def _is_contested(spell: _Spell, spells: Sequence[_Spell], sides: Sides) -> bool:
    """Whether a holding that nothing has ended is said by a rival's own side to have passed to the rival."""
    if spell.end or not spell.start or spell.status is not HoldingStatus.UNDISPUTED:
        return False
    return any(
        other.start
        and other.day >= spell.day
        and other.is_one_sided
        and not is_one_holder(other.holder, spell.holder, sides)
        for other in spells
    )


def _first_seen(spell: _Spell, spells: Sequence[_Spell], sides: Sides) -> str | None:
    """The first day on which the holder is said to hold it, where another held it before."""
    days = [t.telling.claim.when.edtf for t in spell.turns if t.telling.claim.when and t.telling.claim.when.edtf]
    exact = [day for day in days if "/" not in day and not spell.end]
    before = any(s.start and s.day < spell.day and not is_one_holder(s.holder, spell.holder, sides) for s in spells)
    return min(exact, key=_sort_date, default=None) if before else None


def _find_end(spell: _Spell, spells: Sequence[_Spell], sides: Sides) -> str | None:
    """The start of the next holder; a taking that only the taker's side tells, against a denial, ends nothing."""
    after = [
        other
        for other in spells
        if other.start
        and other.day > spell.day
        and not other.is_one_sided
        and not is_one_holder(other.holder, spell.holder, sides)
    ]
    following = min(after, key=lambda other: (other.day, other.turns[0].telling.id), default=None)
    return following.start if following else None


def _find_leaving(spell: _Spell, turns: Sequence[_Turn], sides: Sides) -> str | None:
    """The day on which the holder is said to have lost or left the place."""
    days = [
        turn.end
        for turn in turns
        if turn.is_loss and turn.end and turn.day > spell.day and is_one_holder(turn.holder, spell.holder, sides)
    ]
    return min(days, key=_sort_date, default=None)


def judge_status(turns: Sequence[_Turn]) -> HoldingStatus:
    """How a holding stands among the accounts.

    `claimed`: only the holder's own side says so and a bystander contradicts or nobody confirms; or a single
    voice that somebody contradicts; or a hand-over that only one outlet or source tells. `disputed`: several
    say so, or the holder against its opponent, and a voice denies it. `undisputed`: the rest.
    """
    claims = {turn.telling.id for turn in turns}
    voices = _voices(turns)
    is_own = bool(voices) and all(voice.interest is Interest.FOR for voice in voices)
    deniers = _find_deniers(turns, claims)
    if deniers:
        by_opponent = any(_is_party(voice, turns) for voice in deniers)
        if is_own:
            return HoldingStatus.DISPUTED if by_opponent else HoldingStatus.CLAIMED
        is_state = any(turn.telling.type is ClaimType.HOLD for turn in turns)
        return HoldingStatus.CLAIMED if len(voices) <= 1 and not is_state else HoldingStatus.DISPUTED
    is_given = all(turn.telling.type is ClaimType.HAND_OVER for turn in turns)
    is_alone = is_own and not _is_confirmed(turns)
    return HoldingStatus.CLAIMED if is_alone or (is_given and len(voices) <= 1) else HoldingStatus.UNDISPUTED


def _is_party(voice: Voice, turns: Sequence[_Turn]) -> bool:
    """Whether a voice speaks for somebody, or is itself named as taking, giving or losing the place."""
    named = [filler.mention for turn in turns for filler in turn.telling.claim.roles if filler.role in _PARTIES]
    return voice.speaks_for is not None or any(share_name(voice.names, (m.text, *m.names)) for m in named)


def _is_confirmed(turns: Iterable[_Turn]) -> bool:
    """Whether a voice of another side asserts something of the same happening."""
    return any(
        voice.interest is not Interest.FOR and Stance.ASSERTED in voice.stances
        for turn in turns
        for voice in turn.event.voices
    )


def _voices(turns: Iterable[_Turn]) -> list[Voice]:
    """The voices that say it, each once."""
    found = {voice.id: voice for turn in turns for voice in turn.event.voices if turn.telling.id in voice.claims}
    return [found[key] for key in sorted(found)]


def _find_deniers(turns: Iterable[_Turn], claims: set[str]) -> list[Voice]:
    """Voices on the other side of a conflict over whether it happened or who holds it."""
    found: dict[str, Voice] = {}
    for event in {turn.event.id: turn.event for turn in turns}.values():
        for conflict in event.conflicts:
            for mine, theirs in (conflict.between, conflict.between[::-1]):
                if conflict.on in _DENIES and claims & set(mine):
                    found |= {v.id: v for v in event.voices if set(v.claims) & set(theirs)}
    return [found[key] for key in sorted(found)]


def _make_holding(place: str, place_names: tuple[str, ...], spell: _Spell) -> Holding:
    holder = min(spell.turns, key=lambda turn: (turn.day, turn.telling.id)).holder
    told = [turn.telling.report.told for turn in spell.turns if turn.telling.report.told]
    return Holding(
        place=place,
        place_names=place_names,
        holder=holder.entity or holder.text,
        holder_names=_names(spell.turns),
        start=spell.start,
        end=spell.end,
        status=spell.status,
        last_said=max(told, default=None),
        events=tuple(dict.fromkeys(turn.event.id for turn in spell.turns)),
        voices=len(_voices(spell.turns)),
        claims=tuple(sorted({turn.telling.id for turn in spell.turns})),
    )


def _names(turns: Iterable[_Turn]) -> tuple[str, ...]:
    names = [name for turn in turns for name in (*turn.holder.names, turn.holder.text)]
    return tuple(dict.fromkeys(names))


def _sort_date(text: str) -> tuple[date, str]:
    bounds = read_bounds(text)
    return (bounds.first or date.min if bounds else date.min, text)
