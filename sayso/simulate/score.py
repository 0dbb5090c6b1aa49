"""Score: how much of what is so in simulated theatres does a corroboration find?

The figures have the names and meanings of `sayso.evaluate`; here claims, reports and entities are known by
their identifiers, so that nothing is matched by words. Counts of theatres add up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.evaluate.counts import ClusterTally, Counts, Tally, VoiceTally, tally_sets
from sayso.model.conflict import ConflictOn
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.holding import HoldingStatus
from sayso.simulate.truth import TrueHappening, Truth

#: Who did it is scored as whether it happened so: the line between them is fine.
_FOLDED = {ConflictOn.RESPONSIBILITY: ConflictOn.OCCURRENCE}


def score(truth: Truth, found: Corroboration) -> Counts:
    """Counts of events (B-cubed over claims), voices, conflicts, their sides, lineage and holdings.

    Voices are those of happenings with two claims or more: right where the event that has most of the
    happening's claims has as many voices, each with claims of another true voice. Conflicts are compared by
    happening and subject, sides by pairs of utterances. Lineage between held reports counts. Holdings are
    compared by place and holder; `in_time` are those with status, first and last day right too.
    """
    events = _Events(truth, found)
    return Counts(
        events=_score_events(truth.happenings, events),
        voices=_score_voices(truth.happenings, events),
        conflicts=_score_conflicts(truth, found, events),
        sides=_score_sides(truth, found),
        **_score_lineage(truth, found),
        **_score_holdings(truth, found),
    )


def score_by_tag(truth: Truth, found: Corroboration) -> dict[str, Counts]:
    """Counts of events, voices and conflicts over the happenings with each tag; "" has those without any."""
    by_tag: dict[str, list[TrueHappening]] = defaultdict(list)
    for happening in truth.happenings:
        for tag in happening.tags or {""}:
            by_tag[tag].append(happening)
    events = _Events(truth, found)
    return {
        tag: Counts(
            events=_score_events(some, events),
            voices=_score_voices(some, events),
            conflicts=_score_conflicts(replace(truth, happenings=tuple(some)), found, events),
        )
        for tag, some in sorted(by_tag.items())
    }


def score_links(truth: Truth, pairs: Iterable[tuple[str, str]]) -> Tally:
    """How far pairs of claims lead from each claim to the others of its happening: recall of candidate pairs.

    A happening of n claims wants n - 1 links; those that fall into m parts, by pairs within the happening,
    have n - m of them. Pairs across happenings are `found` and right in nothing.
    """
    of = {claim: happening.id for happening in truth.happenings for claim in happening.claims}
    root = {claim: claim for claim in of}
    right = given = 0
    for one, other in pairs:
        given += 1
        if of.get(one) is None or of.get(one) != of.get(other):
            continue
        left, there = _find(root, one), _find(root, other)
        if left != there:
            root[left] = there
            right += 1
    return Tally(right, given, sum(len(happening.claims) - 1 for happening in truth.happenings))


def _find(root: dict[str, str], claim: str) -> str:
    while root[claim] != claim:
        root[claim] = root[root[claim]]
        claim = root[claim]
    return claim


class _Events:
    """The found events, and which of them stands for which happening."""

    def __init__(self, truth: Truth, found: Corroboration) -> None:
        self.happening_of = {claim: h.id for h in truth.happenings for claim in h.claims}
        self.event_of = {claim: event for event in found.events for claim in event.claims}

    def cluster(self, claim: str) -> str:
        event = self.event_of.get(claim)
        return event.id if event else f"alone {claim}"

    def of(self, happening: TrueHappening) -> Event | None:
        """The event that has most of the happening's claims; the least identifier on a tie."""
        votes = Counter(event.id for claim in happening.claims if (event := self.event_of.get(claim)))
        if not votes:
            return None
        best = min(votes, key=lambda id_: (-votes[id_], id_))
        return next(e for claim in happening.claims if (e := self.event_of.get(claim)) and e.id == best)

    def meant_by(self, claims: Iterable[str]) -> str | None:
        """The happening that most of some claims are about."""
        votes = Counter(id_ for claim in claims if (id_ := self.happening_of.get(claim)))
        return min(votes, key=lambda id_: (-votes[id_], id_)) if votes else None


def _score_events(happenings: Iterable[TrueHappening], events: _Events) -> ClusterTally:
    sizes = Counter(event.id for event in events.event_of.values())
    precision = recall = 0.0
    claims = 0
    for happening in happenings:
        right = Counter(events.cluster(claim) for claim in happening.claims)
        claims += len(happening.claims)
        precision += sum(n * n / (sizes[cluster] or 1) for cluster, n in right.items())
        recall += sum(n * n for n in right.values()) / len(happening.claims)
    return ClusterTally(precision, recall, claims)


def _score_voices(happenings: Iterable[TrueHappening], events: _Events) -> VoiceTally:
    total = VoiceTally()
    for happening in happenings:
        if len(happening.claims) > 1 and happening.voices:
            total += _score_voices_of(happening, events.of(happening))
    return total


def _score_voices_of(happening: TrueHappening, event: Event | None) -> VoiceTally:
    if event is None or len(event.voices) != len(happening.voices):
        return VoiceTally(events=1)
    key_of = {claim: voice.key for voice in happening.voices for claim in voice.claims}
    keys = set()
    for voice in event.voices:
        votes = Counter(key for claim in voice.claims if (key := key_of.get(claim)))
        keys.add(min(votes, key=lambda key: (-votes[key], key)) if votes else None)
    return VoiceTally(1, int(keys == {voice.key for voice in happening.voices}), 1)


def _score_conflicts(truth: Truth, found: Corroboration, events: _Events) -> Tally:
    """Pairs of happening and subject, of the happenings that the truth has."""
    wanted = {(h.id, _fold(conflict.on)) for h in truth.happenings for conflict in h.conflicts}
    known = {happening.id for happening in truth.happenings}
    given = {
        (meant, _fold(conflict.on))
        for event in found.events
        for conflict in event.conflicts
        if (meant := events.meant_by(claim for side in conflict.between for claim in side)) in known
    }
    return tally_sets(wanted, given)


def _score_sides(truth: Truth, found: Corroboration) -> Tally:
    """Unordered pairs of utterances that stand against each other."""
    wanted = {
        pair
        for happening in truth.happenings
        for conflict in happening.conflicts
        for pair in _pair(conflict.between, truth.utterances)
    }
    given = {
        pair
        for event in found.events
        for conflict in event.conflicts
        for pair in _pair(conflict.between, truth.utterances)
    }
    return tally_sets(wanted, given)


def _pair(sides: tuple[tuple[str, ...], tuple[str, ...]], utterances: Mapping[str, str]) -> set[frozenset[str]]:
    left, right = ({utterances.get(claim, claim) for claim in side} for side in sides)
    return {frozenset({one, other}) for one in left for other in right}


def _score_lineage(truth: Truth, found: Corroboration) -> dict[str, Tally]:
    wanted = {(edge.report, edge.of, edge.relation) for edge in truth.lineage if edge.of in truth.reports}
    given = {(edge.report, edge.of, edge.relation) for edge in found.lineage if edge.of in truth.reports}
    return {
        "lineage": tally_sets({row[:2] for row in wanted}, {row[:2] for row in given}),
        "lineage_relation": tally_sets(wanted, given),
    }


_Row = tuple[str, str, HoldingStatus, str | None, str | None]


def _score_holdings(truth: Truth, found: Corroboration) -> dict[str, Tally]:
    """Holdings by place and holder; with their status; with both their days too: one to one."""
    stands_for = truth.stands_for
    wanted: list[_Row] = [(h.place, h.holder, h.status, h.start, h.end) for h in truth.holdings]
    given: list[_Row] = [
        (stands_for.get(h.place, h.place), stands_for.get(h.holder, h.holder), h.status, h.start, h.end)
        for h in found.holdings
    ]
    return {
        "holdings": _tally_rows(wanted, given, 2),
        "holdings_status": _tally_rows(wanted, given, 3),
        "in_time": _tally_rows(wanted, given, 5),
    }


def _tally_rows(wanted: list[_Row], given: list[_Row], parts: int) -> Tally:
    left, right = Counter(row[:parts] for row in wanted), Counter(row[:parts] for row in given)
    return Tally((left & right).total(), len(given), len(wanted))


def _fold(on: ConflictOn) -> ConflictOn:
    return _FOLDED.get(on, on)
