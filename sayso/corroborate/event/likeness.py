"""Likeness: how probably two claims tell of one happening, with the reasons in words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from sayso.corroborate.event.rarity import weigh, weigh_word
from sayso.corroborate.kinship import CONTROL, FORCE, HARM, type_kinship
from sayso.corroborate.lineage.finding import same_outlet
from sayso.corroborate.party import are_named_apart, are_other
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling, days_between, is_day_of_saying
from sayso.corroborate.wording import share
from sayso.model.values.stance import ClaimType, Role, Stance

_POINTED = 0.9  # "the army denied this": the denial is about what was just said
_NEAR = 3  # claims of one report that stand this close are side by side

T = ClaimType
#: Log odds, fitted by logistic regression on the pairs of the ten affairs (gold claims, copies aside).
_WEIGHTS: dict[str, float] = {
    "start": -4.80,
    "same statement": -0.33,
    "same silence": 1.65,
    "same control": 1.31,
    "same harm": 1.86,
    "same force": 2.64,
    "same politics": 0.68,
    "kin": -0.51,
    "kin in control": 0.20,
    "same support": 1.66,
    "same kill": -0.85,
    "same silence of one": 0.57,
    "statement and act": -1.87,
    "words": 2.12,
    "few words": 1.00,
    "context": 2.75,
    "words in context": 1.13,
    "same thing": 1.35,
    "other thing": -0.23,
    "other named thing": -0.59,
    "same doer": 0.74,
    "same place": 0.66,
    "other scene": 0.15,
    "other place": -0.34,
    "other place to hold": -0.49,
    "same scene, no place": -0.12,
    "same actor": 0.45,
    "differing actor": -0.20,
    "same other": 0.21,
    "differing other": 0.39,
    "same count": 1.14,
    "other count": 1.48,
    "other unit": -0.95,
    "same date": 0.82,
    "other date": 0.51,
    "days apart": -0.36,
    "same speaker": 0.71,
    "credited": 0.39,
    "one report": 0.59,
    "adjoining": 1.69,
    "says both": -1.54,
    "adjoining kin": -0.66,
    "answers": 0.45,
    "points": -0.19,
    "ahead and done": -0.84,
    "both ahead": 0.37,
    "denied": 0.63,
    "judged": -0.79,
    "other voice denies": 0.31,
    "both denied": 0.44,
    "same stance": 0.75,
    "open": 0.12,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score from 0 to 1 and why."""

    score: float
    reasons: tuple[str, ...]


def liken(left: Telling, right: Telling, sides: Sides) -> Likeness:
    """How probably two tellings are of one happening."""
    if not type_kinship(left, right):
        return Likeness(0.0, ())
    found = weigh_evidence(left, right, sides)
    odds = sum(_WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    score = 1 / (1 + math.exp(-odds))
    if left.points_at == right.id or right.points_at == left.id:
        score = max(_POINTED, score)
    return Likeness(score, _explain(left, right, found))


def _explain(left: Telling, right: Telling, found: dict[str, float]) -> tuple[str, ...]:
    points = left.points_at == right.id or right.points_at == left.id
    reasons = ["one speaks of what the other has just said"] if points else []
    reasons += [
        _REASONS[name] for name, value in found.items() if name in _REASONS and value * _WEIGHTS.get(name, 0) > 0
    ]
    shared = sorted(left.words & right.words, key=lambda word: (-weigh_word(word), word))[:5]
    if shared:
        reasons.append("words in common: " + ", ".join(shared))
    return tuple(reasons)


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


def weigh_evidence(left: Telling, right: Telling, sides: Sides) -> dict[str, float]:
    """What speaks for and against two tellings being of one happening, by name; most are 0 or 1."""
    apart = abs(left.order - right.order) if left.report.id == right.report.id else None
    return {
        "start": 1.0,
        **_weigh_types(left, right),
        **_weigh_words(left, right),
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
        "same control": float(same and left.type in CONTROL),
        "same harm": float(same and left.type in HARM),
        "same force": float(same and left.type in FORCE),
        "same politics": float(same and left.type in (T.AGREE, T.NEGOTIATE, T.REFUSE, T.REQUEST, T.THREATEN, T.ACCUSE)),
        "kin": 0.0 if same or T.STATEMENT in (left.type, right.type) else kin,
        "kin in control": kin if not same and left.type in CONTROL and right.type in CONTROL else 0.0,
        "same presence": float(same and left.type in (T.DEPLOY, T.PRESENT, T.MOBILIZE)),
        "same support": float(same and left.type in (T.SUPPLY, T.SUPPORT)),
        "same kill": float(same and left.type is T.KILL),
        "same silence of one": float(same and left.type is T.SILENCE and bool(left.actors & right.actors)),
        "statement and act": float(not same and T.STATEMENT in (left.type, right.type)),
    }


def _weigh_words(left: Telling, right: Telling) -> dict[str, float]:
    shared = weigh(left.words & right.words)
    mine, theirs = weigh(left.words), weigh(right.words)
    return {
        "words": shared / math.sqrt(mine * theirs) if shared else 0.0,
        "words of shorter": shared / min(mine, theirs) if shared else 0.0,
        "few words": 1 / (1 + min(len(left.words), len(right.words))),
        "context": _cosine(left.context, right.context) if left.report.id != right.report.id else 0.0,
        "words in context": max(_part(left.words, right.context), _part(right.words, left.context))
        if left.report.id != right.report.id
        else 0.0,
        "same thing": share(left.things, right.things),
        "other thing": float(bool(left.things and right.things) and not left.things & right.things),
        "other named thing": float(are_named_apart(left, right)),
        "same doer": share(left.doers, right.doers),
        "name": max((weigh_word(name) for name in left.names & right.names), default=0.0),
    }


def _cosine(left: frozenset[str], right: frozenset[str]) -> float:
    shared = weigh(left & right)
    return shared / math.sqrt(weigh(left) * weigh(right)) if shared else 0.0


def _part(bag: frozenset[str], whole: frozenset[str]) -> float:
    return weigh(bag & whole) / weigh(bag) if bag else 0.0


def _weigh_places(left: Telling, right: Telling) -> dict[str, float]:
    same = bool(left.places & right.places)
    either = not same and not (left.places and right.places)
    scene = either and bool((left.places or {left.scene}) & (right.places or {right.scene}) - {None})
    other = not same and bool(left.places and right.places)
    control = left.type in CONTROL and right.type in CONTROL
    return {
        "same place": float(same),
        "same scene": float(scene),
        "other scene": float(either and not scene),
        "other place": float(other and not control),
        "other place to hold": float(other and control),
    }


def _weigh_parties(left: Telling, right: Telling, sides: Sides) -> dict[str, float]:
    leavers = left.type is T.WITHDRAW is right.type and are_other(
        left.claim.role(Role.ACTOR), right.claim.role(Role.ACTOR), sides
    )
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
    both = bool(left.when and right.when) and not is_day_of_saying(left, right)
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
