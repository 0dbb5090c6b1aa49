"""Damage to readings: what each thing that is read is worth to what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.evaluate.counts import Counts, list_figures, sum_counts
from sayso.evaluate.damage import Effect
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.prediction import Row
from sayso.evaluate.score import score_affair
from sayso.model.claim import Claim
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.values.stance import ClaimType, Stance

Readings = Sequence[tuple[Report, Reading]]
#: Readings of one affair to the rows of its record: resolve and corroborate, passed in by the caller.
Derive = Callable[[Readings], Iterable[Row]]

#: Scores of what is derived from readings rather than read.
DERIVED = (
    "events",
    "voices",
    "conflicts",
    "sides",
    "lineage",
    "lineage+relation",
    "holdings",
    "holdings+status",
    "in time",
)


@dataclass(frozen=True, slots=True)
class ReadingDamage:
    """One thing that a reader could fail to read, in words."""

    name: str
    apply: Callable[[Reading], Reading]


def measure_reading_damages(
    readings: Sequence[tuple[GoldAffair, Readings]], damages: Iterable[ReadingDamage], *, derive: Derive
) -> tuple[Effect, ...]:
    """For each damage and each derived score: the figure over all affairs before and after.

    Lost claims and types also fall because the scoring finds fewer claims of gold to follow.
    """
    before = list_figures(_score_all(readings, derive))
    effects = []
    for damage in damages:
        damaged = [(affair, [(report, damage.apply(reading)) for report, reading in each]) for affair, each in readings]
        after = list_figures(_score_all(damaged, derive))
        effects += [Effect(damage.name, score, before[score], after[score]) for score in DERIVED]
    return tuple(effects)


def _score_all(readings: Sequence[tuple[GoldAffair, Readings]], derive: Derive) -> Counts:
    return sum_counts(score_affair(affair, derive(each)) for affair, each in readings)


def lose_claims(reading: Reading) -> Reading:
    """Every third claim is not found."""
    return replace(reading, claims=tuple(claim for place, claim in enumerate(reading.claims) if place % 3))


def lose_attributions(reading: Reading) -> Reading:
    """Everything stands in the outlet's own voice."""
    return replace(_change(reading, lambda claim: replace(claim, said_in=None, chain=())), attributions=())


def lose_relays(reading: Reading) -> Reading:
    """Whoever passed a claim on is not found: only the nearest speaker is."""
    return _change(reading, lambda claim: replace(claim, chain=claim.chain[:1]))


def lose_stances(reading: Reading) -> Reading:
    """Everything is asserted."""
    return _change(reading, lambda claim: replace(claim, stance=Stance.ASSERTED))


def lose_types(reading: Reading) -> Reading:
    """Everything is a statement."""
    return _change(reading, lambda claim: replace(claim, type=ClaimType.STATEMENT))


def lose_roles(reading: Reading) -> Reading:
    """Nobody does anything to anybody anywhere."""
    return _change(reading, lambda claim: replace(claim, roles=()))


def lose_dates(reading: Reading) -> Reading:
    """No words of time are found."""
    return _change(reading, lambda claim: replace(claim, when=None))


def lose_numbers(reading: Reading) -> Reading:
    """Nothing is counted."""
    return _change(reading, lambda claim: replace(claim, quantities=()))


def lose_manner(reading: Reading) -> Reading:
    """How it came about is not found."""
    return _change(reading, lambda claim: replace(claim, manner=None))


READING_DAMAGES: tuple[ReadingDamage, ...] = (
    ReadingDamage("every third claim lost", lose_claims),
    ReadingDamage("speakers lost", lose_attributions),
    ReadingDamage("relays lost", lose_relays),
    ReadingDamage("stances lost", lose_stances),
    ReadingDamage("types lost", lose_types),
    ReadingDamage("roles lost", lose_roles),
    ReadingDamage("dates lost", lose_dates),
    ReadingDamage("numbers lost", lose_numbers),
    ReadingDamage("manner lost", lose_manner),
)


def _change(reading: Reading, change: Callable[[Claim], Claim]) -> Reading:
    return replace(reading, claims=tuple(change(claim) for claim in reading.claims))
