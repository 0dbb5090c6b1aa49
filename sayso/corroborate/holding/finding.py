"""Finding: who is said to hold a place, from when to when, by the event calculus over events and their voices.

Taking, being given and holding begin or show a holding; the next holder or a withdrawal ends it. The steps, in order:
claims as turns, names of one place joined, mentions of one holder joined, turns gathered into spells, each spell's
status judged, ends found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.corroborate.holding.ending import Standing, end_spells, find_losers
from sayso.corroborate.holding.holder import gather_holders, name_holder
from sayso.corroborate.holding.joining import join_places
from sayso.corroborate.holding.spell import gather_spells
from sayso.corroborate.holding.status import Scene, find_gains, has_been_left, judge_status, list_leavings, voices_of
from sayso.corroborate.holding.told import Told
from sayso.corroborate.holding.turn import Turn, read_namings, read_turns
from sayso.corroborate.kinship import HOLDABLE
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding, HoldingStatus


def find_holdings(
    events: Sequence[Event],
    told: Told,
    sides: Sides,
    entities: Mapping[str, Entity],
) -> tuple[Holding, ...]:
    """All holdings, by place and first day. Undated ones stand where they were told."""
    tellings = told.tellings
    namings = [naming for event in events for naming in read_namings(event, told, entities)]
    same_place = join_places(namings, told.node_of, sides)
    place_of = {naming.telling.id: same_place[naming.place.key] for naming in namings}
    by_place: dict[str, list[Turn]] = defaultdict(list)
    for naming in namings:
        by_place[place_of[naming.telling.id]] += read_turns(naming)
    found: list[Holding] = []
    for place, turns in by_place.items():
        claims = {claim for event in {turn.event.id: turn.event for turn in turns}.values() for claim in event.claims}
        held = {claim for claim in claims if claim in tellings and tellings[claim].type in HOLDABLE}
        elsewhere = {claim for claim in held if place_of.get(claim, place) != place}
        found += _find_at_place(turns, sides, tellings, elsewhere)
    return sort_holdings(found)


def sort_holdings(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    """By place, a town before what lies in it: by the words of its name, then by name; at a place as they stand."""
    return tuple(sorted(holdings, key=lambda h: (len(h.place_names[0].split()), h.place_names[0].casefold(), h.place)))


def _find_at_place(
    turns: Sequence[Turn], sides: Sides, tellings: Mapping[str, Telling], elsewhere: Collection[str]
) -> list[Holding]:
    """The holdings of one place, by first day; `elsewhere` are the claims of its events on other places."""
    if not turns:
        return []
    parties = gather_holders(turns, sides)
    spells = gather_spells(turns, parties)
    scene = Scene(turns, list_leavings(turns), find_gains(turns, parties), tellings, elsewhere, sides)
    judged = [Standing(spell, judge_status(spell, scene), has_been_left(spell, scene.leavings)) for spell in spells]
    before = [Standing(spell, HoldingStatus.UNDISPUTED) for spell in find_losers(turns, spells, parties)]
    place, names = _name_place(turns)
    return [_make_holding(place, names, each) for each in end_spells([*judged, *before], turns, parties)]


def _name_place(turns: Iterable[Turn]) -> tuple[str, tuple[str, ...]]:
    """What the place is known by, and all its names, those of the commonest entity first."""
    counts = Counter(turn.place for turn in turns)
    ordered = sorted(counts, key=lambda p: (p.entity is None, not p.marks, -counts[p], p.key, p.names))
    if any(place.marks for place in ordered):
        ordered = [place for place in ordered if place.marks or place.entity]  # "the area" is no name of it
    names = tuple(dict.fromkeys(name for place in ordered for name in place.names))
    return ordered[0].entity or names[0], names


def _make_holding(place: str, place_names: tuple[str, ...], standing: Standing) -> Holding:
    turns = standing.spell.turns
    told = [turn.telling.report.told for turn in turns if turn.telling.report.told]
    return Holding(
        place=place,
        place_names=place_names,
        holder=turns[0].holder.entity or turns[0].holder.text,
        holder_names=name_holder(turns),
        start=standing.spell.start,
        end=standing.spell.end,
        status=standing.status,
        last_said=max(told, default=None),
        events=tuple(dict.fromkeys(turn.event.id for turn in turns)),
        voices=len(voices_of(turns)),
        claims=tuple(sorted({turn.claim for turn in turns})),
    )
