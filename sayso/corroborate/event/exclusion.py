"""Exclusion: what makes it impossible that two claims tell of one happening, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from sayso.corroborate.kinship import CONTROL, FORCE, HARM, HOLDABLE
from sayso.corroborate.party import are_named_apart, are_other, gainer, victim_kinds
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling, gap_days, is_day_of_saying, latest_day
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.values.sound import key_of
from sayso.model.values.stance import ClaimType, Role, Stance

T = ClaimType
_ANYTHING = stems("anything everything something nothing whole part")
_PERSONS = frozenset(
    ("person", "people", "soldier", "fighter", "family", "household", "child", "man", "woman", "civilian")
)
# "The post", said of a place that was named before.
_BARE_PLACE = re.compile(
    r"(?:the|this|that|its|their|our)(?: border| military| air| whole| entire)? "
    r"(?:airbase|airport|base|camp|capital|city|crossing|facility|fort|garrison|outpost|place|position|post|settlement|"
    r"site|station|town|village)",
    re.I,
)
# Sorts of site, by all their words: a palace is no airport, though both are of one town.
_SITES = {
    word: sort
    for sort in (
        "airport airfield airstrip airbase base runway barracks camp garrison",
        "palace parliament ministry",
        "bridge",
        "port harbour quay pier",
        "prison jail",
        "refinery",
        "dam",
        "hospital clinic",
        "mine",
        "crossing",
    )
    for word in stems(sort)
}
# "Three villages": some of them, without a name, are not the one place that another claim speaks of.
_SEVERAL_PLACES = re.compile(
    r"(?:\w+ )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens of|\d+)(?: \w+)? "
    r"(?:bases|checkpoints|outposts|positions|posts|settlements|towns|villages)",
    re.I,
)
_SHIPS = stems("ship vessel boat frigate corvette cruiser tanker freighter trawler submarine")
_AIRCRAFT = stems("drone uav aircraft airplane plane jet helicopter missile rocket balloon")
_NAME_OF_WORDS = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")
_SHORTENED = 3  # letters: "St", "Mt", "Ft"
_SLACK_DAYS = 2  # accounts of who took a place when may differ by this and still be of one happening


def _rule_out_by_date(left: Telling, right: Telling) -> str | None:
    is_ahead = left.is_ahead or right.is_ahead
    if not is_ahead and left.when and right.when and gap_days(left.when, right.when) > _slack(left, right):
        return "their dates cannot meet"
    for early, late in ((left, right), (right, left)):
        last = latest_day(early)
        # What is seen two days later bears on what was told ("the gate was guarded by theirs").
        slack = timedelta(days=_SLACK_DAYS if late.type in (T.PRESENT, T.HOLD) else 0)
        if last and late.when and late.when.first and late.when.first > last + slack and not late.is_ahead:
            return "one was told before the other happened"
    return None


def rule_out(left: Telling, right: Telling, sides_of: Callable[[str, str], Sides]) -> str | None:
    """Why two tellings cannot be of one happening; None if they can. `sides_of` are those of their two reports."""
    if not is_day_of_saying(left, right) and (unlike := _rule_out_by_date(left, right)):
        return unlike
    if _is_past(left, right) or _is_past(right, left):
        return "one was told as done before the other was expected"
    if _is_named_victim(left, right) or _is_named_victim(right, left):
        return "one named person and a number of others"
    if _are_opposite(left, right, sides_of):
        return "opposite acts"
    if _is_old_state(left, right) or _is_old_state(right, left):
        return "a state of long ago and a later happening"
    if _are_plan_and_act(left, right, sides_of):
        return "one voice tells of a plan and of an act"
    if _are_places_of_like_names(left, right):
        return "two places with like names"
    if _are_other_things(left, right):
        return "other things"
    if (
        left.type is right.type
        and victim_kinds(left)
        and victim_kinds(right)
        and not victim_kinds(left) & victim_kinds(right)
    ):
        return "other victims"
    return None


def _slack(left: Telling, right: Telling) -> int:
    if left.speaker_key != right.speaker_key and T.PRESENT in (left.type, right.type):
        return 1  # what is seen on the next day bears on what is said of this one
    if left.type in CONTROL and right.type in CONTROL and left.speaker_key != right.speaker_key:
        return _SLACK_DAYS
    return 0


def _are_opposite(left: Telling, right: Telling, sides_of: Callable[[str, str], Sides]) -> bool:
    """Two takings by different sides, or a taking and a leaving by one."""
    if Stance.DENIED in (left.stance, right.stance):
        return False
    types, takings = {left.type, right.type}, {T.SEIZE, T.HAND_OVER}
    if not types <= takings and T.WITHDRAW not in types:
        return False
    sides = sides_of(left.report.id, right.report.id)
    if types <= takings and are_other(gainer(left), gainer(right), sides):
        return left.type is right.type
    for taken, gone in ((left, right), (right, left)):
        if taken.type in (*takings, T.HOLD) and gone.type is T.WITHDRAW:
            one, other = gainer(taken), gone.claim.role(Role.ACTOR)
            if one and other and one.entity and sides.is_same(one.entity, other.entity):
                return taken.type is not T.HOLD
    return False


def _is_past(done: Telling, ahead: Telling) -> bool:
    """Whether what is told as done was over before the other was still to come."""
    if done.stance is not Stance.ASSERTED or done.is_ahead or not ahead.is_ahead:
        return False
    days = done.when or done.told
    return bool(days and days.last and ahead.told and ahead.told.first and days.last < ahead.told.first)


def _are_plan_and_act(left: Telling, right: Telling, sides_of: Callable[[str, str], Sides]) -> bool:
    """Whether one side tells in one report both of what it has done and of what it means to do."""
    if left.report.id != right.report.id or left.is_ahead is right.is_ahead:
        return False
    if Stance.ASSERTED not in (left.stance, right.stance):
        return False
    one, other = left.claim.speaker, right.claim.speaker
    return bool(one and other and sides_of(left.report.id, right.report.id).is_same(one.entity, other.entity))


def _are_other_things(left: Telling, right: Telling) -> bool:
    """Whether what is taken, given or destroyed is another thing: a place and a load, boats and money, two towns."""
    mine = {q.unit for q in left.numbers if q.unit} - _PERSONS
    theirs = {q.unit for q in right.numbers if q.unit} - _PERSONS
    if mine and theirs and not mine & theirs:
        return True
    crafts = _craft_of(left), _craft_of(right)
    if left.type in FORCE and right.type in FORCE and all(crafts) and crafts[0] != crafts[1]:
        return True  # drones that were shot down, and the ship that was hit
    if left.type not in HOLDABLE or right.type not in HOLDABLE:
        return False
    if (sites := _sorts_of_site(left)) and (others := _sorts_of_site(right)) and not sites & others:
        return True
    if left.things & right.things:
        return False
    one, other = left.claim.role(Role.OBJECT), right.claim.role(Role.OBJECT)
    if not one or not other or not stems(one.text) - _ANYTHING or not stems(other.text) - _ANYTHING:
        return False
    if left.report.id == right.report.id and are_named_apart(left, right):
        return True  # one report tells two towns apart
    if _are_several_places(one) is not _are_several_places(other):
        return True
    if _is_bare_place(one) or _is_bare_place(other):
        return False
    return (one.entity in left.places) is not (other.entity in right.places)


def _craft_of(telling: Telling) -> str:
    """What is struck or destroyed, a ship or an aircraft; empty where it is neither or both ("a drone boat")."""
    sea, air = telling.things & _SHIPS, telling.things & _AIRCRAFT
    return "" if bool(sea) is bool(air) else "sea" if sea else "air"


def _are_places_of_like_names(left: Telling, right: Telling) -> bool:
    """Whether the places of two claims differ in one word of their names ("Upper Tarn", "Lower Tarn").

    A word that sounds the same or is shortened is no other ("Tel", "Tal"; "Saint", "St").
    """
    mine, theirs = _list_place_names(left), _list_place_names(right)
    if not left.places.isdisjoint(right.places) or not mine.isdisjoint(theirs):
        return False
    return any(_are_like(one, other) for one in mine for other in theirs)


def _list_place_names(telling: Telling) -> frozenset[tuple[str, ...]]:
    named = [f.mention for f in telling.claim.roles if f.mention.entity in telling.places]
    words = (words for mention in named for words in (mention.text, *mention.names))
    return frozenset(tuple(found.casefold().split()) for each in words for found in _NAME_OF_WORDS.findall(each))


def _are_like(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if key_of(a) != key_of(b)]
    return len(unlike) == 1 and not any(_is_short_for(*pair) or _SITES.keys() & set(pair) for pair in unlike)


def _is_short_for(one: str, other: str) -> bool:
    return one[0] == other[0] and min(len(one), len(other)) <= _SHORTENED


def _is_bare_place(mention: Mention) -> bool:
    """Whether the words say what sort of place it is, not which ("the post", "the town"): any place named may be it."""
    return bool(_BARE_PLACE.fullmatch(mention.text.strip()))


def _sorts_of_site(telling: Telling) -> frozenset[str]:
    return frozenset(_SITES[word] for word in telling.things if word in _SITES)


def _are_several_places(mention: Mention) -> bool:
    return bool(_SEVERAL_PLACES.fullmatch(mention.text.strip()))


def _is_named_victim(one: Telling, other: Telling) -> bool:
    """Whether one tells of a person by name, the other of several people ("Colonel Sirk", "11 dead soldiers")."""
    if one.type not in HARM or other.type not in HARM or one.numbers or not other.numbers:
        return False
    victim = one.claim.role(Role.RECIPIENT)
    several = any((q.best or q.low or 0) >= 2 for q in other.numbers)
    return several and bool(victim and len(re.findall(r"\b[A-Z][a-zà-ÿ'’-]+", victim.text)) >= 2)


def _is_old_state(state: Telling, event: Telling) -> bool:
    """Whether `state` is a holding that began well before `event` ("held by the army since 2016")."""
    if state.type is not T.HOLD or not state.when or not state.when.first or state.when.last == state.when.first:
        return False
    if event.type is T.HOLD and event.when and event.when.first != event.when.last:
        return gap_days(state.when, event.when) > 0
    day = (event.when and event.when.first) or (event.told and event.told.first)
    return bool(day and (day - state.when.first).days > 3 * _SLACK_DAYS)
