"""Conflicts: on what do accounts of an event disagree, and which claims are set against each other?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sayso.evaluate.counts import Counts, tally_sets
from sayso.evaluate.events import EventMatches
from sayso.evaluate.gold import GoldAffair
from sayso.evaluate.prediction import Prediction

#: Who did it is scored as whether it happened so: the line between them is fine.
_FOLDED = {"responsibility": "occurrence"}


def count_conflicts(
    affair: GoldAffair, prediction: Prediction, matches: EventMatches, links: Mapping[str, str]
) -> Counts:
    """Pairs of event and subject; and unordered pairs of claims that stand against each other."""
    subjects = tally_sets(_gold_subjects(affair, matches), _predicted_subjects(prediction))
    sides = tally_sets(_gold_sides(affair, links), _predicted_sides(prediction))
    return Counts(conflicts=subjects, sides=sides)


def _gold_subjects(affair: GoldAffair, matches: EventMatches) -> set[tuple[str, str]]:
    """A gold event without a predicted one keeps its own name, and so finds nothing."""
    subjects: set[tuple[str, str]] = set()
    for event in affair.events:
        match = matches[event.id]
        name = match.id if match else event.id
        subjects.update((name, _fold(conflict.on)) for conflict in event.conflicts)
    return subjects


def _predicted_subjects(prediction: Prediction) -> set[tuple[str, str]]:
    return {(event.id, _fold(conflict.on)) for event in prediction.events for conflict in event.conflicts}


def _gold_sides(affair: GoldAffair, links: Mapping[str, str]) -> set[frozenset[str]]:
    """Opposed claims, each named as the record names it; a claim not found keeps its own name."""
    return {
        frozenset(links.get(claim, claim) for claim in pair)
        for event in affair.events
        for conflict in event.conflicts
        for pair in _pair_sides(conflict.between)
    }


def _predicted_sides(prediction: Prediction) -> set[frozenset[str]]:
    return {
        frozenset(pair)
        for event in prediction.events
        for conflict in event.conflicts
        for pair in _pair_sides(conflict.sides)
    }


def _pair_sides(sides: Sequence[Sequence[str]]) -> Iterable[tuple[str, str]]:
    """Every claim of one side with every claim of another."""
    for left, right in combinations(sides, 2):
        for one in left:
            for other in right:
                yield one, other


def _fold(subject: str) -> str:
    return _FOLDED.get(subject, str(subject))
