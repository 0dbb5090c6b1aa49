"""Breakdown: where the reading is strong and where weak, by type, by stance, and by the kind of cue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.evaluate.attribution import is_said_by_same, match_types, match_whole_claims
from sayso.evaluate.content import ReportClaims, lay_side_by_side, match_claims
from sayso.evaluate.counts import Tally
from sayso.evaluate.gold import GoldAffair, GoldClaim
from sayso.evaluate.prediction import Prediction, Row

Tallies = Mapping[str, Tally]

_SAY = frozenset(["say", "says", "said", "saying", "tell", "tells", "told", "telling"])


@dataclass(frozen=True)
class Breakdown:
    """Tallies by name: of types (a type about the same words is right), of whole claims by gold's stance, of attributed
    contents by kind of cue (only what gold wants is told apart: no precision), and of nearest speakers over attributed
    claims of the right type.
    """

    types: Tallies = field(default_factory=dict)
    stances: Tallies = field(default_factory=dict)
    cues: Tallies = field(default_factory=dict)
    speaker: Tally = field(default_factory=Tally)

    def __add__(self, other: Breakdown) -> Breakdown:
        return Breakdown(
            _add(self.types, other.types),
            _add(self.stances, other.stances),
            _add(self.cues, other.cues),
            self.speaker + other.speaker,
        )


def break_down(affair: GoldAffair, rows: Iterable[Row]) -> Breakdown:
    """The breakdown of one affair's record; those of several add up."""
    reports = lay_side_by_side(affair, Prediction.of(rows))
    return sum((_break_down_report(report) for report in reports), Breakdown())


def kind_of_cue(cue: str | None) -> str:
    """`say or tell`, `according to`, `other words`, or `no cue`."""
    words = (cue or "").lower().split()
    if not words:
        return "no cue"
    if words[:2] == ["according", "to"]:
        return "according to"
    return "say or tell" if _SAY.intersection(words) else "other words"


def _break_down_report(report: ReportClaims) -> Breakdown:
    typed, whole = match_types(report), match_whole_claims(report)
    said = match_claims(report, lambda gold, claim: gold.is_attributed and is_said_by_same(gold, claim))
    spoken = [(gold, claim) for gold, claim in typed if gold.is_attributed]
    right = sum(is_said_by_same(gold, claim) for gold, claim in spoken)
    return Breakdown(
        types=_tally(
            Counter(str(gold.type) for gold, _ in typed),
            Counter(claim.type for claim in report.predicted),
            Counter(str(gold.type) for gold in report.gold),
        ),
        stances=_tally(
            Counter(str(gold.stance) for gold, _ in whole),
            Counter(claim.stance for claim in report.predicted),
            Counter(str(gold.stance) for gold in report.gold),
        ),
        cues=_tally_cues([gold for gold, _ in said], [gold for gold in report.gold if gold.is_attributed]),
        speaker=Tally(right, len(spoken), len(spoken)),
    )


def _tally_cues(right: Iterable[GoldClaim], wanted: Iterable[GoldClaim]) -> Tallies:
    found = Counter(kind_of_cue(gold.cue) for gold in right)
    return _tally(found, found, Counter(kind_of_cue(gold.cue) for gold in wanted))


def _tally(right: Counter[str], found: Counter[str], wanted: Counter[str]) -> Tallies:
    return {name: Tally(right[name], found[name], wanted[name]) for name in sorted({*found, *wanted})}


def _add(one: Tallies, other: Tallies) -> Tallies:
    return {name: one.get(name, Tally()) + other.get(name, Tally()) for name in sorted({*one, *other})}
