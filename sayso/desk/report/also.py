"""Check also: other reports on the same events, with what they deny, count otherwise or add, in their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from sayso.desk.report.lineage import find_repeats
from sayso.model.claim import Claim
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.event import Event
from sayso.model.lineage import Relation
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import FACTUAL, GROUPS
from sayso.model.voice import Voice

MOST_REPORTS, MOST_POINTS = 12, 4  # on the page; event pages have all


class PointKind(StrEnum):
    """What another report does to what this one says; the weightiest first."""

    AGAINST = "against"  # its account cannot be so together with one told here
    NUMBER = "number"  # it counts otherwise
    VOICE = "voice"  # somebody speaks on it who does not speak here


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that another report says on an event of this one, with its words, and ours where they clash.

    `on` is what they disagree on, None where they do not.
    """

    kind: PointKind
    event: str
    claim: Claim
    ours: Claim | None = None
    on: ConflictOn | None = None


@dataclass(frozen=True, slots=True)
class Also:
    """Another report on the same events. `shared` counts these events, `beyond` what it claims beside them.

    `relation` says how the two are kin where one repeats the other, or both a third; `more` counts points left out.
    """

    report: Report
    points: tuple[Point, ...]
    shared: int
    beyond: int
    relation: Relation | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class AlsoView:
    """Other reports with a text of their own, what disagrees first; and apart copies, translations and rewrites.

    Of these a point is what they say beside what they repeat. `more` counts reports left out for want of room.
    """

    others: tuple[Also, ...] = ()
    repeats: tuple[Also, ...] = ()
    more: int = 0


def view_also(snapshot: Snapshot, report: str) -> AlsoView:
    """The other reports of a snapshot on the events that claims of `report` stand in."""
    claims = {claim.id: claim for resolution in snapshot.resolutions for claim in resolution.claims}
    mine = {id_ for id_, claim in claims.items() if claim.report == report}
    shared = [event for event in snapshot.corroboration.events if mine.intersection(event.claims)]
    points, met = _gather(shared, claims, report)
    repeating = find_repeats(snapshot, report)
    on_shared = {id_ for event in shared for id_ in event.claims}
    found = []
    for resolution in snapshot.resolutions:
        other = resolution.report
        if other.id in met:
            beyond = sum(_tells(claim) and claim.id not in on_shared for claim in resolution.claims)
            made = sorted(points[other.id], key=lambda point: list(PointKind).index(point.kind))
            kept = tuple(made[:MOST_POINTS])
            more = len(made) - len(kept)
            found.append(Also(other, kept, len(met[other.id]), beyond, repeating.get(other.id), more))
    found.sort(key=_weight)
    others = [also for also in found if also.relation is None]
    repeats = [also for also in found if also.relation]
    left_out = max(0, len(others) - MOST_REPORTS) + max(0, len(repeats) - MOST_REPORTS)
    return AlsoView(tuple(others[:MOST_REPORTS]), tuple(repeats[:MOST_REPORTS]), left_out)


def _gather(
    events: Iterable[Event], claims: Mapping[str, Claim], report: str
) -> tuple[dict[str, list[Point]], dict[str, set[str]]]:
    """Points by report, and by report the events that it shares."""
    points: dict[str, list[Point]] = {}
    met: dict[str, set[str]] = {}
    for event in events:
        told: dict[str, list[Claim]] = {}
        for id_ in event.claims:
            if id_ in claims:
                told.setdefault(claims[id_].report, []).append(claims[id_])
        comparing = _Comparing(event, told.pop(report, []))
        for other, theirs in told.items():
            met.setdefault(other, set()).add(event.id)
            points.setdefault(other, []).extend(comparing.compare(theirs))
    return points, met


@dataclass(frozen=True, slots=True)
class _Side:
    """A side of a conflict on which nothing stands that is told here, and what is told here on the other."""

    on: ConflictOn
    claims: frozenset[str]
    against: Claim


class _Comparing:
    """One event, laid out to compare what other reports say on it with what this one says."""

    def __init__(self, event: Event, ours: Sequence[Claim]) -> None:
        self._event = event.id
        self._voices = {claim: voice for voice in event.voices for claim in voice.claims}
        self._heard = {self._voices[claim.id].id for claim in ours if claim.id in self._voices}
        self._said: dict[str, list[Claim]] = {}
        for claim in ours:
            if voice := self._voices.get(claim.id):
                self._said.setdefault(voice.id, []).append(claim)
        self._sides = tuple(_find_sides(event.conflicts, {claim.id: claim for claim in ours}))

    def compare(self, theirs: Iterable[Claim]) -> Iterator[Point]:
        """What claims of another report do to ours; each claim makes its weightiest point alone, each point once."""
        told: set[str] = set()
        for claim in theirs:
            voice = self._voices.get(claim.id)
            point = self._find_clash(claim) or self._find_recount(claim, voice)
            if point is None and voice and voice.id not in self._heard and _tells(claim):
                point = Point(PointKind.VOICE, self._event, claim)
            if point is not None and (key := _key(point, voice)) not in told:
                told.add(key)
                yield point

    def _find_clash(self, claim: Claim) -> Point | None:
        """A conflict with what is told here alone: a side that this report tells of too is no news."""
        side = next((side for side in self._sides if claim.id in side.claims), None)
        if side is None:
            return None
        kind = PointKind.NUMBER if side.on is ConflictOn.NUMBER else PointKind.AGAINST
        return Point(kind, self._event, claim, side.against, side.on)

    def _find_recount(self, claim: Claim, voice: Voice | None) -> Point | None:
        """A count that the same voice gives otherwise here: no conflict, since the later takes the earlier's place."""
        if voice is None or not _tells(claim):
            return None
        counts = (ours for ours in self._said.get(voice.id, ()) if ours.type is claim.type)
        other = next((ours for ours in counts if _counts_otherwise(ours, claim)), None)
        return Point(PointKind.NUMBER, self._event, claim, other) if other else None


def _find_sides(conflicts: Iterable[Conflict], ours: Mapping[str, Claim]) -> Iterator[_Side]:
    for conflict in conflicts:
        for here, there in (conflict.between, conflict.between[::-1]):
            against = next((ours[id_] for id_ in there if id_ in ours), None)
            if against is not None and ours.keys().isdisjoint(here):
                yield _Side(conflict.on, frozenset(here), against)


def _key(point: Point, voice: Voice | None) -> str:
    """What a point says once: a clash by what it is with, a voice by who it is."""
    return f"{point.kind} {point.on} {point.ours.id if point.ours else voice and voice.id}"


def _counts_otherwise(ours: Claim, theirs: Claim) -> bool:
    if not ours.quantities or not theirs.quantities:
        return False
    mine, other = ours.quantities[0], theirs.quantities[0]
    if mine.of is not other.of or None in {mine.best, other.best}:
        return False
    return (mine.high or inf) < (other.low or 0) or (other.high or inf) < (mine.low or 0)


def _tells(claim: Claim) -> bool:
    """Whether it says something of what happened; opinions and silences add nothing to check against."""
    return claim.stance in FACTUAL and claim.type not in GROUPS["other"]


def _weight(also: Also) -> tuple[int, int, str, str]:
    """Sorts what disagrees first, then what counts otherwise, then what adds voices; then by the day of telling."""
    kinds = {point.kind for point in also.points}
    first = next((place for place, kind in enumerate(PointKind) if kind in kinds), len(PointKind))
    return first, -also.shared, also.report.told or "9", also.report.id
