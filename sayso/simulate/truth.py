"""Truth: what is so in simulated theatres, kept apart from the reports for scoring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model.conflict import ConflictOn
from sayso.model.holding import HoldingStatus
from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType


@dataclass(frozen=True, slots=True)
class TrueVoice:
    """An independent first speaker on a happening and the claims that pass on what it says."""

    key: str
    name: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrueConflict:
    """What two sides disagree on, and the claims of each. A claim with a slip in it is on no side."""

    on: ConflictOn
    between: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TrueHappening:
    """One happening with all claims about it. `tags` name what is harsh about it ("again", "ring", "slip")."""

    id: str
    type: ClaimType
    place: str | None
    day: str
    claims: tuple[str, ...]
    voices: tuple[TrueVoice, ...]
    conflicts: tuple[TrueConflict, ...] = ()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TrueLineage:
    """Report `report` derives from report `of`."""

    report: str
    of: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class TrueHolding:
    """Who is said to hold a place, as entities; `start` and `end` are EDTF, None where open or not said."""

    place: str
    place_name: str
    holder: str
    holder_name: str
    start: str | None
    end: str | None
    status: HoldingStatus


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is so in one theatre or in several.

    `reports` are all reports' identifiers. `utterances` names the utterance that each claim passes on.
    `stands_for` leads from an entity to the one that truth has for it: from an odd spelling to the place or
    person, from a spokesman or an organ to the party.
    """

    happenings: tuple[TrueHappening, ...] = ()
    lineage: tuple[TrueLineage, ...] = ()
    holdings: tuple[TrueHolding, ...] = ()
    reports: frozenset[str] = frozenset()
    utterances: Mapping[str, str] = field(default_factory=dict, repr=False)
    stands_for: Mapping[str, str] = field(default_factory=dict, repr=False)


def join_truths(truths: Iterable[Truth]) -> Truth:
    """The truth of several theatres together; a happening that many of them tell of is one."""
    kept = list(truths)
    by_id: dict[str, list[TrueHappening]] = {}
    for truth in kept:
        for happening in truth.happenings:
            by_id.setdefault(happening.id, []).append(happening)
    return Truth(
        tuple(_join(parts) for parts in by_id.values()),
        tuple(edge for truth in kept for edge in truth.lineage),
        tuple(holding for truth in kept for holding in truth.holdings),
        frozenset().union(*(truth.reports for truth in kept)),
        {claim: utterance for truth in kept for claim, utterance in truth.utterances.items()},
        {entity: other for truth in kept for entity, other in truth.stands_for.items()},
    )


def _join(parts: list[TrueHappening]) -> TrueHappening:
    first = parts[0]
    if len(parts) == 1:
        return first
    voices: dict[str, list[TrueVoice]] = {}
    for voice in (voice for part in parts for voice in part.voices):
        voices.setdefault(voice.key, []).append(voice)
    return TrueHappening(
        first.id,
        first.type,
        first.place,
        first.day,
        tuple(claim for part in parts for claim in part.claims),
        tuple(TrueVoice(key, row[0].name, tuple(c for v in row for c in v.claims)) for key, row in voices.items()),
        tuple(conflict for part in parts for conflict in part.conflicts),
        frozenset().union(*(part.tags for part in parts)),
    )
