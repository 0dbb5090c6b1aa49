"""Evidence: what speaks for and against two claims being of one happening, for many pairs at once.

Each pair is a row, each kind of evidence a column of `NAMES`. Left and right may be exchanged: the row stays.
What is not known of a claim is -1 where 0 would say "differs".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.corroborate.event.profile import COLUMNS, NO_DAY, STANCES, TYPES, Bag, Profile
from sayso.corroborate.event.rarity import weigh, weigh_word
from sayso.corroborate.kinship import CONTROL, FORCE, HARM, kinship
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.model.values.stance import ClaimType, Stance

T = ClaimType
Matrix = NDArray[np.float32]
_GROUPS: dict[str, frozenset[ClaimType]] = {
    "statement": frozenset({T.STATEMENT}),
    "control": CONTROL,
    "harm": HARM,
    "force": FORCE,
    "politics": frozenset({T.AGREE, T.NEGOTIATE, T.REFUSE, T.REQUEST, T.THREATEN, T.ACCUSE}),
    "presence": frozenset({T.DEPLOY, T.PRESENT, T.MOBILIZE}),
    "support": frozenset({T.SUPPLY, T.SUPPORT}),
    **{type_.value: frozenset({type_}) for type_ in (T.SILENCE, T.KILL, T.HOLD, T.PRESENT, T.STRIKE, T.DESTROY)},
}
_OF_GROUP = np.array([[type_ in group for group in _GROUPS.values()] for type_ in TYPES], dtype=np.float32)
_KINSHIP = np.array([[kinship(a, b) for b in TYPES] for a in TYPES], dtype=np.float32)
_AT = {name: at for at, name in enumerate(COLUMNS)}
_FAR, _LONG = 20, 30  # claims apart, days apart: more is as much
_MOST = 30.0  # more weight in common is as much

_OF_TYPES = ("same type", "kin", *(f"{name} claims" for name in _GROUPS), "fewest of type", "most of type",
             "fewest of other type", "most of other type")  # fmt: skip
_OF_STANCES = (*(stance.value for stance in STANCES), "same stance", "ahead", "ahead and done", "pointing")
_OF_NEARNESS = ("one report", "claims apart", "adjoining", "shorter", "longer", "fewest roles", "without place",
                "own voice", "place in report apart", "earlier place in report", "later place in report", "first claim",
                "least in title", "most in title", "least in lead", "most in lead")  # fmt: skip
_OF_TIME = ("both dated", "one dated", "days between dates", "both exact", "same day", "open ends", "days apart",
            "days between tellings", "told after date")  # fmt: skip
_OF_WORDS = ("words", "content", "weight of words", "weight of content", "rarest content", "words of shorter",
             "same thing", "same doer", "same act", "thing is doer", "speaker", "same paragraph", "points")  # fmt: skip
_OF_PARTIES = ("same place", "other place", "same scene", "places or scenes", "same actor", "other actor",
               "same other", "same speaker", "credited", "names in common", "main names in common")  # fmt: skip
_OF_COUNTS = ("both counted", "one counted", "same count", "ratio of counts", "same unit", "other unit")
_OF_REPORTS = ("context", "context of shorter", "words in context", "both in context", "surroundings",
               "words in surroundings", "words in other title", "words in other lead")  # fmt: skip
#: The columns, in order.
NAMES = (*_OF_TYPES, *_OF_STANCES, *_OF_NEARNESS, *_OF_TIME, *_OF_WORDS, *_OF_PARTIES, *_OF_COUNTS, *_OF_REPORTS)

SidesOf = Callable[[str, str], Sides]


def weigh_pairs(
    profiles: Sequence[Profile], left: NDArray[np.int64], right: NDArray[np.int64], sides_of: SidesOf
) -> Matrix:
    """The evidence of pairs, given as places in `profiles`: one row a pair, the columns of `NAMES`."""
    rows = np.array([profile.row for profile in profiles], dtype=np.float64).reshape(-1, len(COLUMNS))
    mine, theirs = rows[left], rows[right]
    one_report = np.array(
        [profiles[i].telling.report.id == profiles[j].telling.report.id for i, j in zip(left, right, strict=True)],
        dtype=bool,
    )
    compared = [_compare(profiles[i], profiles[j], sides_of) for i, j in zip(left, right, strict=True)]
    return np.hstack(
        [
            _weigh_types(profiles, left, right, mine, theirs),
            _weigh_stances(mine, theirs),
            _weigh_nearness(mine, theirs, one_report),
            _weigh_time(mine, theirs),
            np.array(compared, dtype=np.float64).reshape(len(left), -1),
        ]
    ).astype(np.float32)


def _weigh_types(
    profiles: Sequence[Profile],
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    mine: NDArray[np.float64],
    theirs: NDArray[np.float64],
) -> NDArray[np.float64]:
    a, b = mine[:, 0].astype(int), theirs[:, 0].astype(int)
    types = np.array([profile.types for profile in profiles]).reshape(-1, len(TYPES))
    own = types[left, a], types[right, b]
    other = types[left, b], types[right, a]
    return np.column_stack(
        [a == b, _KINSHIP[a, b], _OF_GROUP[a] + _OF_GROUP[b], np.minimum(*own), np.maximum(*own),
         np.minimum(*other), np.maximum(*other)]
    )  # fmt: skip


def _weigh_stances(mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    a, b = mine[:, 1].astype(int), theirs[:, 1].astype(int)
    each = np.eye(len(STANCES))
    ahead, asserted = _AT["ahead"], STANCES.index(Stance.ASSERTED)
    ahead_and_done = (mine[:, ahead] != theirs[:, ahead]) & ((a == asserted) | (b == asserted))
    return np.column_stack([each[a] + each[b], a == b, _sum("ahead", mine, theirs), ahead_and_done,
                            _sum("pointing", mine, theirs)])  # fmt: skip


def _weigh_nearness(
    mine: NDArray[np.float64], theirs: NDArray[np.float64], one_report: NDArray[np.bool_]
) -> NDArray[np.float64]:
    order, share = _AT["order"], _AT["share"]
    apart = np.abs(mine[:, order] - theirs[:, order])
    return np.column_stack(
        [
            one_report,
            np.where(one_report, np.minimum(apart, _FAR), -1),
            np.where(one_report, 1 / np.maximum(apart, 1), 0),
            *_both("length", mine, theirs),
            np.minimum(mine[:, _AT["roles"]], theirs[:, _AT["roles"]]),
            2 - _sum("places", mine, theirs),
            _sum("own", mine, theirs),
            np.abs(mine[:, share] - theirs[:, share]),
            *_both("share", mine, theirs),
            (mine[:, order] == 0) * 1.0 + (theirs[:, order] == 0),
            *_both("title", mine, theirs),
            *_both("lead", mine, theirs),
        ]
    )


def _weigh_time(mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    dated = _sum("is dated", mine, theirs)
    exact = _sum("is exact", mine, theirs) == 2
    first = _AT["first"]
    return np.column_stack(
        [
            dated == 2,
            dated == 1,
            np.where(dated == 2, np.minimum(_gap(mine, theirs), _LONG), -1),
            exact,
            exact & (mine[:, first] == theirs[:, first]),
            _sum("is open", mine, theirs),
            _distance("anchor", mine, theirs),
            _distance("told", mine, theirs),
            np.where(dated == 1, np.maximum(_told_after(mine, theirs), _told_after(theirs, mine)), -2),
        ]
    )


def _gap(mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Days between two dates that do not meet, 0 where they may."""
    gaps = []
    for one, other in ((mine, theirs), (theirs, mine)):
        start, end = one[:, _AT["first"]], other[:, _AT["last"]]
        gaps.append(np.where((start != NO_DAY) & (end != NO_DAY), start - end, 0))
    return np.maximum(np.maximum(*gaps), 0)


def _told_after(dated: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Days from the date of one to the telling of the other that has none; -2 where unknown."""
    first, told = dated[:, _AT["first"]], other[:, _AT["told"]]
    known = (first != NO_DAY) & (told != NO_DAY) & (other[:, _AT["is dated"]] == 0)
    return np.where(known, np.clip(told - first, -2, _LONG), -2)


def _distance(column: str, mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far apart two days are, as a logarithm; -1 where one is unknown."""
    a, b = mine[:, _AT[column]], theirs[:, _AT[column]]
    return np.where((a != NO_DAY) & (b != NO_DAY), np.log1p(np.minimum(np.abs(a - b), 400)), -1)


def _sum(column: str, mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> NDArray[np.float64]:
    return mine[:, _AT[column]] + theirs[:, _AT[column]]


def _both(column: str, mine: NDArray[np.float64], theirs: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    a, b = mine[:, _AT[column]], theirs[:, _AT[column]]
    return [np.minimum(a, b), np.maximum(a, b)]


def _compare(a: Profile, b: Profile, sides_of: SidesOf) -> tuple[float, ...]:
    """What is compared word by word and name by name."""
    one, other = a.telling, b.telling
    is_one_report = one.report.id == other.report.id
    return (
        *_compare_words(a, b, is_one_report=is_one_report),
        *_compare_parties(a, b, sides_of),
        *_compare_counts(a, b),
        *((0.0,) * len(_OF_REPORTS) if is_one_report else _compare_reports(a, b)),
    )


def _compare_words(a: Profile, b: Profile, *, is_one_report: bool) -> tuple[float, ...]:
    one, other = a.telling, b.telling
    words = a.words.stems & b.words.stems
    content = words & a.content.stems & b.content.stems
    weight, ordered = weigh(words), sorted(words)
    return (
        sum([a.weights[word] * b.weights[word] for word in ordered]),
        sum([a.content_weights[word] * b.content_weights[word] for word in ordered if word in content]),
        min(_MOST, weight),
        min(_MOST, weigh(content)),
        max(map(weigh_word, content), default=0.0),
        weight / min(a.words.weight, b.words.weight) if words else 0.0,
        _share(a.things, b.things),
        _share(a.doers, b.doers),
        _share(a.acts, b.acts),
        max(_share(a.sufferers, b.doers), _share(b.sufferers, a.doers), 0.0),
        _share(a.speaker, b.speaker),
        is_one_report and one.context == other.context,
        one.points_at == other.id or other.points_at == one.id,
    )


def _compare_parties(a: Profile, b: Profile, sides_of: SidesOf) -> tuple[float, ...]:
    one, other = a.telling, b.telling
    same_place = not one.places.isdisjoint(other.places)
    same_actor = _are_of_one_side(one.actors, other.actors, one, other, sides_of)
    same_other = _are_of_one_side(one.others, other.others, one, other, sides_of)
    names, main = one.matter.names & other.matter.names, set(one.matter.main).intersection(other.matter.main)
    return (
        same_place,
        bool(one.places and other.places) and not same_place,
        one.scene is not None and one.scene == other.scene,
        not a.scenes.isdisjoint(b.scenes),
        same_actor,
        bool(one.actors and other.actors) and not same_actor,
        same_other,
        a.speaker_key == b.speaker_key,
        not (a.passers.isdisjoint(b.outlet) and b.passers.isdisjoint(a.outlet)),
        len(names) / max(1, min(len(one.matter.names), len(other.matter.names))),
        len(main),
    )


def _are_of_one_side(
    mine: frozenset[str], theirs: frozenset[str], one: Telling, other: Telling, sides_of: SidesOf
) -> bool:
    """Whether one of these entities and one of those are of one side; the sides are asked for only if need be."""
    if not mine or not theirs:
        return False
    if not mine.isdisjoint(theirs):
        return True
    of = sides_of(one.report.id, other.report.id).of
    return not {of(each) for each in mine}.isdisjoint({of(each) for each in theirs})


def _compare_counts(a: Profile, b: Profile) -> tuple[float, ...]:
    if not a.units or not b.units:
        return (False, bool(a.counts) is not bool(b.counts), False, -1.0, False, False)
    same, units = a.counts & b.counts, bool(a.units & b.units)
    ratios = [max(n, m) / min(n, m) for n in a.counts for m in b.counts if n > 0 and m > 0]
    return (
        bool(a.counts and b.counts),
        bool(a.counts) is not bool(b.counts),
        any(n > 2 for n in same),
        math.log(min(ratios)) if ratios else -1.0,
        units,
        not units,
    )


def _compare_reports(a: Profile, b: Profile) -> tuple[float, ...]:
    title, lead = (a.telling.setting.title, b.telling.setting.title), (a.telling.setting.lead, b.telling.setting.lead)
    context = weigh(a.context.stems & b.context.stems)
    mine, theirs = _part(a.content, b.context.stems), _part(b.content, a.context.stems)
    near = weigh(a.near.stems & b.near.stems)
    return (
        context / (a.context.weight * b.context.weight) ** 0.5 if context else 0.0,
        context / min(a.context.weight, b.context.weight) if context else 0.0,
        max(mine, theirs),
        min(mine, theirs),
        near / (a.near.weight * b.near.weight) ** 0.5 if near else 0.0,
        max(_part(a.content, b.near.stems), _part(b.content, a.near.stems)),
        max(_part(a.content, title[1]), _part(b.content, title[0])),
        max(_part(a.content, lead[1]), _part(b.content, lead[0])),
    )


def _part(bag: Bag, whole: frozenset[str]) -> float:
    """How much of a bag stands in other words, 0 to 1."""
    return 0.0 if bag.stems.isdisjoint(whole) else weigh(bag.stems & whole) / bag.weight


def _share(left: Bag, right: Bag) -> float:
    """Shared weight over that of the lighter, 0 to 1; -1 where one is empty."""
    if not left.stems or not right.stems:
        return -1.0
    if left.stems.isdisjoint(right.stems):
        return 0.0
    return weigh(left.stems & right.stems) / min(left.weight, right.weight)
