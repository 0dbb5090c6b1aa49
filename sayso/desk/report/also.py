"""Check also: other reports on the same events, with what they deny, count otherwise or add, in their words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from sayso.desk.report.lineage import find_repeats
from sayso.model.claim import Claim
from sayso.model.conflict import ConflictOn
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
        told = [claims[id_] for id_ in event.claims if id_ in claims]
        ours = {claim.id for claim in told if claim.report == report}
        for other in {claim.report for claim in told} - {report}:
            met.setdefault(other, set()).add(event.id)
            theirs = [claim for claim in told if claim.report == other]
            points.setdefault(other, []).extend(_compare(event, theirs, ours, claims))
    return points, met


def _compare(
    event: Event, theirs: Iterable[Claim], ours: Collection[str], claims: Mapping[str, Claim]
) -> Iterator[Point]:
    """What claims of another report on one event do to ours; each claim makes its weightiest point alone."""
    voices = {claim: voice for voice in event.voices for claim in voice.claims}
    heard = {voices[id_].id for id_ in ours if id_ in voices}
    told: set[str] = set()
    for claim in theirs:
        voice = voices.get(claim.id)
        point = _find_clash(event, claim, ours, claims) or _find_recount(event, claim, voice, ours, claims)
        if point is None and voice and voice.id not in heard and _tells(claim):
            point = Point(PointKind.VOICE, event.id, claim)
        if point is not None and (key := _key(point, voice)) not in told:
            told.add(key)
            yield point


def _key(point: Point, voice: Voice | None) -> str:
    """What a point says once: a clash by what it is with, a voice by who it is."""
    return f"{point.kind} {point.on} {point.ours.id if point.ours else voice and voice.id}"


def _find_clash(event: Event, claim: Claim, ours: Collection[str], claims: Mapping[str, Claim]) -> Point | None:
    """A conflict in which a claim stands on one side and ours on the other alone: what we tell too is no news."""
    for conflict in event.conflicts:
        for here, there in (conflict.between, conflict.between[::-1]):
            against = next((id_ for id_ in there if id_ in ours), None)
            if claim.id in here and against and not set(here) & set(ours):
                kind = PointKind.NUMBER if conflict.on is ConflictOn.NUMBER else PointKind.AGAINST
                return Point(kind, event.id, claim, claims[against], conflict.on)
    return None


def _find_recount(
    event: Event, claim: Claim, voice: Voice | None, ours: Collection[str], claims: Mapping[str, Claim]
) -> Point | None:
    """A count that the same voice gives otherwise here: no conflict, since the later one takes the earlier's place."""
    if voice is None or not _tells(claim):
        return None
    for id_ in voice.claims:
        if id_ in ours and claims[id_].type is claim.type and _counts_otherwise(claims[id_], claim):
            return Point(PointKind.NUMBER, event.id, claim, claims[id_])
    return None


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
