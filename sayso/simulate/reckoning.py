"""Reckoning: what is so of a theatre, from what was said in it: by the design's rules, not by `corroborate`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import FACTUAL, ClaimType, Stance
from sayso.simulate.happening import Happening, Utterance
from sayso.simulate.truth import TrueConflict, TrueHappening, TrueVoice
from sayso.simulate.wording import OPPOSED_WAYS

_CONTROL = frozenset({ClaimType.SEIZE, ClaimType.HOLD, ClaimType.HAND_OVER})


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of an utterance. `slip` names what was copied wrongly in it, `tags` what is harsh about its report.

    `is_dated` says whether the claim's words give a day, `has_way` whether they say in which way it came about,
    `names_loser` from whom a place was taken.
    """

    claim: str
    utterance: Utterance
    slip: str
    tags: frozenset[str]
    is_dated: bool = True
    has_way: bool = False
    names_loser: bool = False


def reckon_happenings(told: Iterable[Told]) -> tuple[TrueHappening, ...]:
    """Every happening that is told of, in the order of the first claim about it."""
    by_happening: dict[int, list[Told]] = defaultdict(list)
    for each in told:
        by_happening[id(each.utterance.of)].append(each)
    return tuple(_reckon(rows[0].utterance.of, rows) for rows in by_happening.values())


def _reckon(happening: Happening, rows: Sequence[Told]) -> TrueHappening:
    tags = happening.tags.union(*(row.tags for row in rows), *({f"slip in {row.slip}"} for row in rows if row.slip))
    return TrueHappening(
        happening.id,
        happening.type,
        happening.place.id if happening.place else None,
        happening.day.isoformat(),
        tuple(row.claim for row in rows),
        _reckon_voices(rows),
        tuple(_reckon_conflicts(rows)),
        tags,
    )


def _reckon_voices(rows: Sequence[Told]) -> tuple[TrueVoice, ...]:
    claims: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for row in rows:
        utterance = row.utterance
        if utterance.voice:
            claims[utterance.voice].append(row.claim)
            names.setdefault(utterance.voice, utterance.name)
    return tuple(TrueVoice(key, names[key], tuple(found)) for key, found in claims.items())


def _reckon_conflicts(rows: Sequence[Told]) -> list[TrueConflict]:
    """Every pair of utterances of different voices that cannot both be so, with the claims that show it.

    A voice's later count takes the place of its earlier one. What was copied wrongly is nobody's account.
    """
    standing: dict[str, list[Told]] = defaultdict(list)
    for row in rows:
        if row.utterance.stance in FACTUAL and row.utterance.voice and not row.slip:
            standing[row.utterance.id].append(row)
    said = [told[0].utterance for told in standing.values()]
    latest = _keep_latest_counts(said)
    found: list[TrueConflict] = []
    for left, right in combinations(said, 2):
        if left.voice == right.voice:
            continue
        for on in _oppose(left, right, latest):
            sides = _show(on, standing[left.id]), _show(on, standing[right.id])
            if all(sides):
                found.append(TrueConflict(on, sides))
    return found


def _show(on: ConflictOn, rows: Sequence[Told]) -> tuple[str, ...]:
    """The claims whose words have what is disagreed on: not every sentence gives the way or the day."""
    return tuple(
        row.claim
        for row in rows
        if (on is not ConflictOn.MANNER or row.has_way) and (on is not ConflictOn.TIME or row.is_dated)
    )


def _keep_latest_counts(said: Sequence[Utterance]) -> frozenset[str]:
    """The utterances whose count is the last of its voice."""
    last: dict[str, Utterance] = {}
    for utterance in said:
        if utterance.count and utterance.voice:
            known = last.get(utterance.voice)
            if known is None or known.told <= utterance.told:
                last[utterance.voice] = utterance
    return frozenset(utterance.id for utterance in last.values())


def _oppose(left: Utterance, right: Utterance, latest: frozenset[str]) -> list[ConflictOn]:
    """On what two utterances about one happening cannot both be so."""
    denials = (left.stance is Stance.DENIED) + (right.stance is Stance.DENIED)
    if denials == 2:
        return []
    if denials:
        return _oppose_denial(left, right)
    found = []
    if left.doer and right.doer and left.doer != right.doer:
        if left.type in _CONTROL and right.type in _CONTROL:
            found.append(ConflictOn.HOLDER)
        elif left.type is ClaimType.STRIKE and right.type is ClaimType.STRIKE:
            found.append(ConflictOn.RESPONSIBILITY)
    if left.way and right.way and frozenset({left.way, right.way}) in OPPOSED_WAYS:
        found.append(ConflictOn.MANNER)
    if left.day and right.day and left.day != right.day and left.type is right.type is ClaimType.WITHDRAW:
        found.append(ConflictOn.TIME)
    if left.count and right.count and left.id in latest and right.id in latest and not left.count.meets(right.count):
        found.append(ConflictOn.NUMBER)
    return found


def _oppose_denial(left: Utterance, right: Utterance) -> list[ConflictOn]:
    """A party that denies a strike denies that it did it, which one who names nobody does not say."""
    denial, other = (left, right) if left.stance is Stance.DENIED else (right, left)
    if denial.type is ClaimType.STRIKE:
        return [ConflictOn.RESPONSIBILITY] if other.doer == denial.doer else []
    if denial.doer and other.doer and denial.doer != other.doer:
        return []
    return [ConflictOn.OCCURRENCE]
