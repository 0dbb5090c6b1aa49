"""Number: the counts that an event is told with, by what is counted, by voice and by the day they were told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.desk.event.reach import Reach
from sayso.model.claim import Claim, Quantity
from sayso.model.conflict import ConflictOn
from sayso.model.event import Event
from sayso.model.report import Report
from sayso.model.values.stance import FACTUAL, GROUPS, ClaimType, Stance
from sayso.model.voice import Voice

#: Units that are people, whatever they are called; in harm whoever is counted is a person.
_PEOPLE = frozenset({"person", "soldier", "fighter", "militant", "civilian", "prisoner", "rebel", "child", "guard"})
PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Count:
    """One number as a voice gives it. `low`, `best`, `high` are as in `Quantity`.

    `is_update`: the voice gave another before; `is_past`: it gave another later; `clashes`: a conflict on how many
    sets it against another's. `reports` are all in which the voice is quoted with it.
    """

    voice: Voice
    stance: Stance
    words: str
    low: float | None
    best: float | None
    high: float | None
    is_about: bool
    told: str | None
    claim: str
    reports: tuple[Report, ...]
    is_update: bool = False
    is_past: bool = False
    clashes: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts of one thing: who or what (`counted`, None where no words say it), of which type of claim.

    `only` is `civilian` where civilians alone are counted.
    """

    type: ClaimType
    counted: str | None
    only: str | None
    counts: tuple[Count, ...]


def list_scales(reach: Reach, event: Event) -> tuple[Scale, ...]:
    """The event's numbers, a scale for each thing that is counted; what only one voice counts once is there too.

    Only claims that say what happened count; a number told with no source named is nobody's.
    """
    clashing = {
        claim
        for conflict in event.conflicts
        if conflict.on is ConflictOn.NUMBER
        for s in conflict.between
        for claim in s
    }
    found: dict[tuple[ClaimType, str | None, str | None], list[Count]] = {}
    for voice in event.voices:
        for key, counts in _counts_of(reach, voice, clashing).items():
            found.setdefault(key, []).extend(counts)
    scales = [Scale(*key, tuple(counts)) for key, counts in found.items()]
    return tuple(sorted(scales, key=lambda scale: (scale.type is not event.type, -len(scale.counts))))


Key = tuple[ClaimType, str | None, str | None]


def _counts_of(reach: Reach, voice: Voice, clashing: set[str]) -> dict[Key, list[Count]]:
    """A voice's counts by what it counts, each number once, in the order in which it gave them."""
    told: dict[Key, dict[tuple[object, ...], list[tuple[Claim, Quantity]]]] = {}
    for claim, quantity in _numbers(reach, voice):
        number = (quantity.low, quantity.best, quantity.high, quantity.approximate, claim.stance)
        told.setdefault(_key(claim, quantity), {}).setdefault(number, []).append((claim, quantity))
    return {key: list(_in_turn(reach, voice, list(numbers.values()), clashing)) for key, numbers in told.items()}


def _numbers(reach: Reach, voice: Voice) -> Iterator[tuple[Claim, Quantity]]:
    claims = [claim for claim in reach.all_claims(voice.claims) if claim.stance in FACTUAL]
    for claim in sorted(claims, key=reach.told):
        for quantity in claim.quantities:
            if any(end is not None for end in (quantity.low, quantity.best, quantity.high)):
                yield claim, quantity


def _in_turn(
    reach: Reach, voice: Voice, numbers: list[list[tuple[Claim, Quantity]]], clashing: set[str]
) -> Iterator[Count]:
    for place, told in enumerate(numbers):
        claim, quantity = told[0]
        yield Count(
            voice=voice,
            stance=claim.stance,
            words=quantity.span.text,
            low=quantity.low,
            best=quantity.best,
            high=quantity.high,
            is_about=quantity.approximate,
            told=reach.reports[claim.report].told,
            claim=claim.id,
            reports=reach.reports_of([each for each, _ in told]),
            is_update=place > 0 and _is_later(reach, claim, numbers[place - 1][0][0]),
            is_past=place + 1 < len(numbers) and _is_later(reach, numbers[place + 1][0][0], claim),
            clashes=any(each.id in clashing for each, _ in told),
        )


def _is_later(reach: Reach, claim: Claim, other: Claim) -> bool:
    """Whether both reports give their day, and this one's is the later: only then a number takes another's place."""
    mine, theirs = reach.reports[claim.report].told, reach.reports[other.report].told
    return bool(mine and theirs and mine > theirs)


def _key(claim: Claim, quantity: Quantity) -> Key:
    unit = (quantity.unit or "").casefold()
    is_people = claim.type in GROUPS["harm"] or unit in _PEOPLE
    only = "civilian" if is_people and "civilian" in (quantity.status, unit) else None
    return claim.type, PEOPLE if is_people else unit or None, only


def caption_count(count: Count) -> str:
    """`9`, `~ 30`, `≥ 14`, `≤ 10`, `40 – 60`: a number in signs that every language reads."""
    ends = (count.low, count.high)
    if count.best is not None and count.is_about:
        return f"~ {count.best:g}"
    if count.low is not None and count.high is None:
        return f"≥ {count.low:g}"
    if count.low is None and count.high is not None:
        return f"≤ {count.high:g}"
    if ends[0] is not None and ends[0] != ends[1]:
        return f"{ends[0]:g} – {ends[1]:g}"
    return f"{count.best if count.best is not None else ends[0]:g}"
