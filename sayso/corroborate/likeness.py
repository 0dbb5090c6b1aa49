"""Likeness: how probably two claims tell of one happening, with the reasons in words; and what rules it out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from sayso.corroborate.lineage import same_outlet
from sayso.corroborate.side import Sides, share_name
from sayso.corroborate.telling import Telling, days_between, gap_days, latest_day
from sayso.corroborate.wording import share, stems
from sayso.model.claim import Mention
from sayso.model.values.stance import ClaimType, Role, Stance

T = ClaimType
# How well two types go together in one happening, 1 for the same type; pairs that are missing do not.
_KIN: dict[frozenset[ClaimType], float] = {
    frozenset({T.SEIZE, T.HOLD}): 0.8,
    frozenset({T.SEIZE, T.HAND_OVER}): 0.8,
    frozenset({T.HOLD, T.HAND_OVER}): 0.7,
    frozenset({T.SEIZE, T.DEPLOY}): 0.55,
    frozenset({T.SEIZE, T.PRESENT}): 0.4,
    frozenset({T.SEIZE, T.CLASH}): 0.5,
    frozenset({T.SEIZE, T.ATTACK}): 0.6,
    frozenset({T.SEIZE, T.WITHDRAW}): 0.45,
    frozenset({T.HAND_OVER, T.AGREE}): 0.6,
    frozenset({T.HAND_OVER, T.WITHDRAW}): 0.5,
    frozenset({T.HAND_OVER, T.DEPLOY}): 0.5,
    frozenset({T.HAND_OVER, T.SUPPLY}): 0.6,
    frozenset({T.HAND_OVER, T.MOBILIZE}): 0.4,
    frozenset({T.HOLD, T.PRESENT}): 0.5,
    frozenset({T.HOLD, T.DEPLOY}): 0.5,
    frozenset({T.HOLD, T.CLASH}): 0.4,
    frozenset({T.HAND_OVER, T.CLASH}): 0.4,
    frozenset({T.DEPLOY, T.CLASH}): 0.4,
    frozenset({T.HOLD, T.WITHDRAW}): 0.4,
    frozenset({T.STRIKE, T.ATTACK}): 0.8,
    frozenset({T.STRIKE, T.DESTROY}): 0.8,
    frozenset({T.STRIKE, T.KILL}): 0.55,
    frozenset({T.ATTACK, T.CLASH}): 0.7,
    frozenset({T.ATTACK, T.KILL}): 0.5,
    frozenset({T.ATTACK, T.DESTROY}): 0.6,
    frozenset({T.DEPLOY, T.PRESENT}): 0.8,
    frozenset({T.DEPLOY, T.MOBILIZE}): 0.6,
    frozenset({T.DEPLOY, T.WITHDRAW}): 0.5,
    frozenset({T.DEPLOY, T.SUPPORT}): 0.5,
    frozenset({T.PRESENT, T.SUPPORT}): 0.6,
    frozenset({T.PRESENT, T.WITHDRAW}): 0.55,
    frozenset({T.PRESENT, T.CLASH}): 0.35,
    frozenset({T.PRESENT, T.DESTROY}): 0.5,
    frozenset({T.SUPPLY, T.SUPPORT}): 0.7,
    frozenset({T.DETAIN, T.HAND_OVER}): 0.3,
    frozenset({T.DISPLACE, T.WITHDRAW}): 0.6,
    frozenset({T.KILL, T.DESTROY}): 0.3,
    frozenset({T.AGREE, T.NEGOTIATE}): 0.6,
    frozenset({T.AGREE, T.REFUSE}): 0.7,
    frozenset({T.NEGOTIATE, T.REFUSE}): 0.6,
    frozenset({T.REQUEST, T.REFUSE}): 0.5,
    frozenset({T.WITHDRAW, T.CLASH}): 0.45,
    frozenset({T.MOBILIZE, T.ATTACK}): 0.5,
}
_STATEMENT_KIN = 0.75  # a statement may put any happening in words of its own
_CONTROL = frozenset({T.SEIZE, T.HOLD, T.HAND_OVER, T.WITHDRAW, T.DEPLOY})
_HARM = frozenset({T.KILL, T.INJURE, T.DETAIN, T.DISPLACE})
_HOLDABLE = frozenset({T.SEIZE, T.HOLD, T.HAND_OVER})
_ANYTHING = stems("anything everything something nothing whole part")
_PERSONS = frozenset(
    ("person", "people", "soldier", "fighter", "family", "household", "child", "man", "woman", "civilian")
)
_FORCE = frozenset({T.STRIKE, T.CLASH, T.ATTACK, T.DESTROY})
_SLACK_DAYS = 2  # accounts of who took a place when may differ by this and still be of one happening
_NEAR = 3  # claims of one report that stand this close are side by side

#: Log odds, fitted by logistic regression on the pairs of the ten affairs (gold claims, copies aside).
_WEIGHTS: dict[str, float] = {
    "start": -4.80,
    "same statement": -0.31,
    "same silence": 1.67,
    "same control": 1.30,
    "same harm": 1.90,
    "same force": 2.66,
    "same politics": 0.72,
    "kin": -0.50,
    "kin in control": 0.30,
    "same support": 1.69,
    "same kill": -0.82,
    "same silence of one": 0.54,
    "statement and act": -1.86,
    "words": 2.33,
    "words of shorter": -0.16,
    "few words": 0.96,
    "context": 2.47,
    "words in context": 1.14,
    "same thing": 1.25,
    "other thing": -0.26,
    "other named thing": -0.84,
    "same doer": 0.68,
    "same place": 0.57,
    "other scene": 0.18,
    "other place": -0.31,
    "other place to hold": -0.50,
    "other leaver": -0.29,
    "same scene, no place": -0.13,
    "same actor": 0.59,
    "differing actor": -0.29,
    "same other": 0.13,
    "differing other": 0.39,
    "same count": 1.14,
    "other count": 1.45,
    "other unit": -0.99,
    "same date": 0.86,
    "other date": 0.47,
    "days apart": -0.37,
    "same speaker": 0.70,
    "credited": 0.42,
    "one report": 0.55,
    "adjoining": 1.58,
    "says both": -1.48,
    "adjoining kin": -0.59,
    "answers": 0.54,
    "points": -0.17,
    "ahead and done": -0.90,
    "both ahead": 0.63,
    "denied": 0.51,
    "judged": -0.76,
    "other voice denies": 0.42,
    "both denied": 0.56,
    "same stance": 0.74,
    "open": 0.11,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score from 0 to 1 and why."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each word is in this neighbourhood: rare words weigh more."""

    weights: dict[str, float]

    def weigh(self, bag: Iterable[str]) -> float:
        return sum(self.weights[word] for word in sorted(bag))


def find_rarity(tellings: Sequence[Telling]) -> Rarity:
    """Weights by the number of tellings (copies aside) in which a word stands."""
    counts = Counter(word for telling in tellings for word in telling.words)
    counts.update(word for telling in tellings for word in telling.context - telling.words)
    total = len(tellings)
    return Rarity({word: math.log(1 + total / count) for word, count in counts.items()})


def type_kinship(left: Telling, right: Telling) -> float:
    """How well two types go together in one happening, 0 to 1."""
    if left.type is right.type:
        return 1.0
    if T.SILENCE in (left.type, right.type):
        return 0.0
    if T.STATEMENT in (left.type, right.type):
        return _STATEMENT_KIN
    return _KIN.get(frozenset({left.type, right.type}), 0.0)


def liken(left: Telling, right: Telling, rarity: Rarity, sides: Sides, *, apart: int | None = None) -> Likeness:
    """How probably two tellings are of one happening; `apart` is their distance in claims within one report."""
    kin = type_kinship(left, right)
    if not kin:
        return Likeness(0.0, ())
    found = weigh_evidence(left, right, rarity, sides, apart=apart)
    odds = sum(_WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    reasons = [
        _REASONS[name] for name, value in found.items() if name in _REASONS and value * _WEIGHTS.get(name, 0) > 0
    ]
    shared = sorted(left.words & right.words, key=lambda word: (-rarity.weights[word], word))[:5]
    if shared:
        reasons.append("words in common: " + ", ".join(shared))
    return Likeness(1 / (1 + math.exp(-odds)), tuple(reasons))


_REASONS = {
    "same place": "the same place",
    "same scene": "both reports are about this place",
    "same actor": "the same doer",
    "same other": "the same party acted on",
    "same count": "the same count",
    "same date": "dates that meet",
    "same speaker": "the same speaker",
    "credited": "one is credited to the other's outlet",
    "answers": "one answers the other in one report",
    "adjoining": "side by side in one report",
}


def weigh_evidence(
    left: Telling, right: Telling, rarity: Rarity, sides: Sides, *, apart: int | None
) -> dict[str, float]:
    """What speaks for and against two tellings being of one happening, by name; most are 0 or 1."""
    return {
        "start": 1.0,
        **_weigh_types(left, right),
        **_weigh_words(left, right, rarity),
        **_weigh_places(left, right),
        **_weigh_parties(left, right, sides),
        **_weigh_counts(left, right),
        **_weigh_dates(left, right),
        **_weigh_speakers(left, right),
        **_weigh_nearness(left, right, apart),
        **_weigh_stances(left, right),
    }


def _weigh_types(left: Telling, right: Telling) -> dict[str, float]:
    same = left.type is right.type
    kin = type_kinship(left, right)
    return {
        "same statement": float(same and left.type is T.STATEMENT),
        "same silence": float(same and left.type is T.SILENCE),
        "same control": float(same and left.type in _CONTROL),
        "same harm": float(same and left.type in _HARM),
        "same force": float(same and left.type in _FORCE),
        "same politics": float(same and left.type in (T.AGREE, T.NEGOTIATE, T.REFUSE, T.REQUEST, T.THREATEN, T.ACCUSE)),
        "kin": 0.0 if same or T.STATEMENT in (left.type, right.type) else kin,
        "kin in control": kin if not same and left.type in _CONTROL and right.type in _CONTROL else 0.0,
        "same presence": float(same and left.type in (T.DEPLOY, T.PRESENT, T.MOBILIZE)),
        "same support": float(same and left.type in (T.SUPPLY, T.SUPPORT)),
        "same kill": float(same and left.type is T.KILL),
        "same silence of one": float(same and left.type is T.SILENCE and bool(left.actors & right.actors)),
        "statement and act": float(not same and T.STATEMENT in (left.type, right.type)),
    }


def _weigh_words(left: Telling, right: Telling, rarity: Rarity) -> dict[str, float]:
    shared = rarity.weigh(left.words & right.words)
    mine, theirs = rarity.weigh(left.words), rarity.weigh(right.words)
    return {
        "words": shared / math.sqrt(mine * theirs) if shared else 0.0,
        "words of shorter": shared / min(mine, theirs) if shared else 0.0,
        "few words": 1 / (1 + min(len(left.words), len(right.words))),
        "context": _cosine(left.context, right.context, rarity) if left.report.id != right.report.id else 0.0,
        "words in context": max(_part(left.words, right.context, rarity), _part(right.words, left.context, rarity))
        if left.report.id != right.report.id
        else 0.0,
        "same thing": share(left.things, right.things),
        "other thing": float(bool(left.things and right.things) and not left.things & right.things),
        "other named thing": float(_are_named_apart(left, right)),
        "same doer": share(left.doers, right.doers),
        "name": max((rarity.weights[name] for name in left.names & right.names), default=0.0),
    }


def _cosine(left: frozenset[str], right: frozenset[str], rarity: Rarity) -> float:
    shared = rarity.weigh(left & right)
    return shared / math.sqrt(rarity.weigh(left) * rarity.weigh(right)) if shared else 0.0


def _part(bag: frozenset[str], whole: frozenset[str], rarity: Rarity) -> float:
    return rarity.weigh(bag & whole) / rarity.weigh(bag) if bag else 0.0


def _weigh_places(left: Telling, right: Telling) -> dict[str, float]:
    same = bool(left.places & right.places)
    either = not same and not (left.places and right.places)
    scene = either and bool((left.places or {left.scene}) & (right.places or {right.scene}) - {None})
    other = not same and bool(left.places and right.places)
    control = left.type in _CONTROL and right.type in _CONTROL
    return {
        "same place": float(same),
        "same scene": float(scene),
        "other scene": float(either and not scene),
        "other place": float(other and not control),
        "other place to hold": float(other and control),
    }


def _weigh_parties(left: Telling, right: Telling, sides: Sides) -> dict[str, float]:
    leavers = left.type is T.WITHDRAW is right.type and are_other(_actor(left), _actor(right), sides)
    found = {
        "other leaver": float(leavers),
        "same scene, no place": float(
            bool(left.scene and left.scene == right.scene and not left.places and not right.places)
        ),
    }
    for name, mine, theirs in (("actor", left.actors, right.actors), ("other", left.others, right.others)):
        is_same = bool({sides.of(x) for x in mine} & {sides.of(x) for x in theirs})
        found[f"same {name}"] = float(is_same)
        found[f"differing {name}"] = float(bool(mine and theirs) and not is_same)
    return found


def _weigh_counts(left: Telling, right: Telling) -> dict[str, float]:
    mine = {(q.best or q.low, q.unit) for q in left.numbers}
    theirs = {(q.best or q.low, q.unit) for q in right.numbers}
    units = {u for _, u in mine} & {u for _, u in theirs}
    return {
        "same count": float(any(n and n > 2 for n, _ in mine & theirs)),
        "other count": float(bool(units) and not mine & theirs),
        "other unit": float(bool(mine and theirs) and not units),
    }


def _weigh_dates(left: Telling, right: Telling) -> dict[str, float]:
    both = bool(left.when and right.when)
    meet = bool(left.when and right.when and left.when.meets(right.when))
    apart = days_between(left, right)
    return {
        "same date": float(meet),
        "other date": float(both and not meet),
        "days apart": math.log1p(min(apart.days, 400)) if apart and not both else 0.0,
    }


def _weigh_speakers(left: Telling, right: Telling) -> dict[str, float]:
    return {
        "same speaker": float(left.speaker_key == right.speaker_key),
        "credited": float(passes_on(left, right.report.outlet) or passes_on(right, left.report.outlet)),
    }


def passes_on(telling: Telling, outlet: str | None) -> bool:
    """Whether a claim's chain passes through an outlet other than the one that prints it."""
    return any(
        same_outlet(name, outlet)
        for link in telling.claim.chain[:-1]
        for name in (link.source.text, *link.source.names)
    )


def _weigh_nearness(left: Telling, right: Telling, apart: int | None) -> dict[str, float]:
    near = apart is not None and apart <= _NEAR
    return {
        "one report": float(left.report.id == right.report.id),
        "adjoining": 1 / apart if near and apart else 0.0,
        "says both": float(left.report.id == right.report.id and left.speaker_key == right.speaker_key),
        "adjoining kin": 1 / apart if near and apart and left.type is not right.type else 0.0,
        "answers": float(near and left.stance is not right.stance and left.type is right.type),
        "points": float(near and (left.is_pointing or right.is_pointing)),
    }


def _weigh_stances(left: Telling, right: Telling) -> dict[str, float]:
    stances = {left.stance, right.stance}
    return {
        "ahead and done": float(left.is_ahead is not right.is_ahead and Stance.ASSERTED in stances),
        "both ahead": float(left.is_ahead and right.is_ahead),
        "denied": float(Stance.DENIED in stances),
        "judged": float(Stance.JUDGED in stances),
        "other voice denies": float(
            Stance.DENIED in stances and len(stances) > 1 and left.speaker_key != right.speaker_key
        ),
        "both denied": float(stances == {Stance.DENIED}),
        "same stance": float(len(stances) == 1),
        "open": float(bool(stances & {Stance.QUESTIONED, Stance.POSSIBLE})),
    }


def rule_out(left: Telling, right: Telling, sides: Sides) -> str | None:
    """Why two tellings cannot be of one happening; None if they can."""
    is_ahead = left.is_ahead or right.is_ahead
    if not is_ahead and left.when and right.when and gap_days(left.when, right.when) > _slack(left, right):
        return "their dates cannot meet"
    for early, late in ((left, right), (right, left)):
        last = latest_day(early)
        # What is seen two days later bears on what was told ("the gate was guarded by theirs").
        slack = timedelta(days=_SLACK_DAYS if late.type in (T.PRESENT, T.HOLD) else 0)
        if last and late.when and late.when.first and late.when.first > last + slack and not late.is_ahead:
            return "one was told before the other happened"
    if _is_past(left, right) or _is_past(right, left):
        return "one was told as done before the other was expected"
    if _is_named_victim(left, right) or _is_named_victim(right, left):
        return "one named person and a number of others"
    if _are_opposite(left, right, sides):
        return "opposite acts"
    if _is_old_state(left, right) or _is_old_state(right, left):
        return "a state of long ago and a later happening"
    if _are_plan_and_act(left, right, sides):
        return "one voice tells of a plan and of an act"
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


def _slack(left: Telling, right: Telling) -> int:
    if left.speaker_key != right.speaker_key and T.PRESENT in (left.type, right.type):
        return 1  # what is seen on the next day bears on what is said of this one
    if left.type in _CONTROL and right.type in _CONTROL and left.speaker_key != right.speaker_key:
        return _SLACK_DAYS
    return 0


def _are_opposite(left: Telling, right: Telling, sides: Sides) -> bool:
    """Two takings by different sides, or a taking and a leaving by one."""
    if Stance.DENIED in (left.stance, right.stance):
        return False
    takings = (T.SEIZE, T.HAND_OVER)
    if left.type in takings and right.type in takings and are_other(gainer(left), gainer(right), sides):
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


def _actor(telling: Telling) -> Mention | None:
    return telling.claim.role(Role.ACTOR)


def _are_plan_and_act(left: Telling, right: Telling, sides: Sides) -> bool:
    """Whether one side tells in one report both of what it has done and of what it means to do."""
    if left.report.id != right.report.id or left.is_ahead is right.is_ahead:
        return False
    if Stance.ASSERTED not in (left.stance, right.stance):
        return False
    one, other = left.claim.speaker, right.claim.speaker
    return bool(one and other and sides.is_same(one.entity, other.entity))


def _are_other_things(left: Telling, right: Telling) -> bool:
    """Whether what is taken, given or destroyed is another thing: a place and a load, boats and money, two towns."""
    mine = {q.unit for q in left.numbers if q.unit} - _PERSONS
    theirs = {q.unit for q in right.numbers if q.unit} - _PERSONS
    if mine and theirs and not mine & theirs:
        return True
    if left.type not in _HOLDABLE or right.type not in _HOLDABLE or left.things & right.things:
        return False
    one, other = left.claim.role(Role.OBJECT), right.claim.role(Role.OBJECT)
    if not one or not other or not stems(one.text) - _ANYTHING or not stems(other.text) - _ANYTHING:
        return False
    if left.report.id == right.report.id and _are_named_apart(left, right):
        return True  # one report tells two towns apart
    return (one.entity in left.places) is not (other.entity in right.places)


def _are_named_apart(left: Telling, right: Telling) -> bool:
    """Whether what is held, taken or given has other names on both sides ("Sinjar", "Zumar")."""
    one, other = left.claim.role(Role.OBJECT), right.claim.role(Role.OBJECT)
    if left.type not in _HOLDABLE or right.type not in _HOLDABLE or not one or not other:
        return False
    return bool(_names(one) and _names(other) and not _names(one) & _names(other))


def _names(mention: Mention) -> frozenset[str]:
    return stems(" ".join(re.findall(r"\b[A-Z][\w'’-]+", f"{mention.text} {' '.join(mention.names)}")))


def _is_named_victim(one: Telling, other: Telling) -> bool:
    """Whether one tells of a person by name, the other of several people ("Colonel Sirk", "11 dead soldiers")."""
    if one.type not in _HARM or other.type not in _HARM or one.numbers or not other.numbers:
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


_CIVILIANS, _SOLDIERS, _REBELS = (
    stems("civilian child woman family inhabitant"),
    stems("soldier"),
    stems("rebel fighter"),
)


def victim_kinds(telling: Telling) -> frozenset[str]:
    """Whether civilians, soldiers or rebels are harmed, by initial; empty where the words do not say."""
    if telling.type not in (T.KILL, T.INJURE, T.DETAIN):
        return frozenset()
    bag = stems(" ".join(f.mention.text for f in telling.claim.roles if f.role is Role.RECIPIENT))
    return frozenset(name for name, kind in (("c", _CIVILIANS), ("s", _SOLDIERS), ("r", _REBELS)) if bag & kind)
