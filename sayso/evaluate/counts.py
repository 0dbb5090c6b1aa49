"""Counts: what was right, found and wanted, for every score; counts of affairs add up, scores do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from typing import TypeAlias, TypeVar

#: Scores by name, as `docs/formats.md` prints them: each a mapping of figures, None where nothing was to be found.
Summary: TypeAlias = dict[str, dict[str, float | None]]
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was right, of how much `found` in the record and how much `wanted` by gold."""

    right: float = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    def agreement(self) -> dict[str, float | None]:
        """Precision, recall and F, in percent."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        return {
            "P": round(100 * precision, 1),
            "R": round(100 * recall, 1),
            "F": harmonic_percent(precision, recall),
            "gold": self.wanted,
            "pred": self.found,
        }

    def accuracy(self) -> dict[str, float | None]:
        """The right share of what gold wants, in percent; None where it wants nothing."""
        share = round(100 * self.right / self.wanted, 1) if self.wanted else None
        return {"accuracy": share, "n": self.wanted}


def tally_sets(wanted: AbstractSet[_Item], found: AbstractSet[_Item]) -> Tally:
    """What both sets have is right."""
    return Tally(len(wanted & found), len(found), len(wanted))


@dataclass(frozen=True, slots=True)
class ClusterTally:
    """B-cubed precision and recall, summed over the gold claims that stand in events."""

    precision: float = 0.0
    recall: float = 0.0
    claims: int = 0

    def __add__(self, other: ClusterTally) -> ClusterTally:
        return ClusterTally(self.precision + other.precision, self.recall + other.recall, self.claims + other.claims)

    def agreement(self) -> dict[str, float | None]:
        """Precision, recall and F, in percent. Raises ZeroDivisionError over no claims."""
        precision, recall = self.precision / self.claims, self.recall / self.claims
        return {
            "P": round(100 * precision, 1),
            "R": round(100 * recall, 1),
            "F": harmonic_percent(precision, recall),
            "claims": self.claims,
        }


@dataclass(frozen=True, slots=True)
class VoiceTally:
    """Gold events with voices, those given the right number of voices, and those given the right ones."""

    right_count: int = 0
    right_set: int = 0
    events: int = 0

    def __add__(self, other: VoiceTally) -> VoiceTally:
        return VoiceTally(
            self.right_count + other.right_count, self.right_set + other.right_set, self.events + other.events
        )

    def shares(self) -> dict[str, float | None]:
        """The shares of events in percent, 0 over no events."""
        events = self.events or 1
        return {
            "right count": round(100 * self.right_count / events, 1),
            "right set": round(100 * self.right_set / events, 1),
            "events": self.events,
        }


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts behind every score; each part of the scoring fills its own and they add up."""

    attribution: Tally = Tally()
    type: Tally = Tally()
    claim: Tally = Tally()
    roles: Tally = Tally()
    conflicts: Tally = Tally()
    sides: Tally = Tally()
    lineage: Tally = Tally()
    lineage_relation: Tally = Tally()
    holdings: Tally = Tally()
    holdings_status: Tally = Tally()
    evidence: Tally = Tally()
    chain: Tally = Tally()
    stance: Tally = Tally()
    number: Tally = Tally()
    when: Tally = Tally()
    manner: Tally = Tally()
    in_time: Tally = Tally()
    events: ClusterTally = ClusterTally()
    voices: VoiceTally = VoiceTally()

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


#: Names of the scores outside, and the counts they come from, in the order in which they are printed.
AGREEMENTS: Mapping[str, str] = {
    "attribution": "attribution",
    "type": "type",
    "claim": "claim",
    "roles": "roles",
    "conflicts": "conflicts",
    "sides": "sides",
    "lineage": "lineage",
    "lineage+relation": "lineage_relation",
    "holdings": "holdings",
    "holdings+status": "holdings_status",
}
ACCURACIES: Mapping[str, str] = {
    "evidence": "evidence",
    "chain": "chain",
    "stance": "stance",
    "number": "number",
    "when": "when",
    "manner": "manner",
    "in time": "in_time",
}


def sum_counts(counts: Iterable[Counts]) -> Counts:
    """The counts of all affairs together."""
    return sum(counts, start=Counts())


def summarise(counts: Counts) -> Summary:
    """The scores by name, as `sayso evaluate --json` prints them.

    Percentages to a tenth. `events` is absent where gold groups no claims; an accuracy is None
    where gold has nothing to be right on. The definitions are those of `affairs/score.py`.
    """
    scores: Summary = {name: getattr(counts, part).agreement() for name, part in AGREEMENTS.items()}
    scores |= {name: getattr(counts, part).accuracy() for name, part in ACCURACIES.items()}
    if counts.events.claims:
        scores["events"] = counts.events.agreement()
    scores["voices"] = counts.voices.shares()
    return scores


def list_figures(counts: Counts) -> dict[str, float | None]:
    """One figure a score, in percent: F, accuracy, or the share of right sets of voices.

    None where gold has nothing to be right on.
    """
    summary = summarise(counts)
    figures: dict[str, float | None] = {name: summary[name]["F"] for name in AGREEMENTS}
    figures = {name: figure if summary[name]["gold"] else None for name, figure in figures.items()}
    figures |= {name: summary[name]["accuracy"] for name in ACCURACIES}
    figures["events"] = summary["events"]["F"] if "events" in summary else None
    figures["voices"] = summary["voices"]["right set"] if counts.voices.events else None
    return figures


def harmonic_percent(precision: float, recall: float) -> float:
    """F: the harmonic mean of two shares, in percent to a tenth, 0 where both are 0."""
    both = precision + recall
    return round(200 * precision * recall / both, 1) if both else 0.0
