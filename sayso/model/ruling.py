"""Ruling: what persons decided of lineage, events and voices, brought to the claims and reports of today's readings.

A decision names words, never claims (rule 1 of the design): whatever reading stands, it finds the claim of
its words again, or is named as one that finds nothing. Of two decisions on the same two the later counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from sayso.model.claim import Claim
from sayso.model.decision import Decision, DecisionKind, standing
from sayso.model.lineage import Lineage, Relation
from sayso.model.passage import Passage, find_claim, read_passage

#: Two identifiers of claims, the smaller first.
ClaimPair = tuple[str, str]

#: What a decision of two passages is about (`Target.field`).
EVENT, VOICE, LINEAGE, RETRACTED = "event", "voice", "lineage", "retracted"
_BETWEEN = " | "


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions as corroboration obeys them; empty where nobody decided anything.

    `together` are pairs of claims that are about one happening, `apart` those that are not, whatever
    their words. `cut_edges` (report, of) are no lineage, `added_edges` are. `one_voice` are pairs of
    claims whose speakers are one voice, `two_voices` those whose speakers are not. `retracted` are
    reports that their own outlet, or a person, took back.
    """

    together: frozenset[ClaimPair] = frozenset()
    apart: frozenset[ClaimPair] = frozenset()
    cut_edges: frozenset[tuple[str, str]] = frozenset()
    added_edges: tuple[Lineage, ...] = ()
    one_voice: frozenset[ClaimPair] = frozenset()
    two_voices: frozenset[ClaimPair] = frozenset()
    retracted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ruled:
    """Rulings, and the decisions in force that find nothing in today's readings: they wait in the review queue."""

    rulings: Rulings = field(default_factory=Rulings)
    lost: tuple[Decision, ...] = ()


def list_ruled(decisions: Iterable[Decision]) -> frozenset[str]:
    """The reports of whose claims decisions say that they are of one event or voice, or of two."""
    found = set()
    for decision in decisions:
        if decision.target.field in (EVENT, VOICE) and decision.target.known is None:
            with suppress(ValueError):  # a newer release's way to write it
                found |= {passage.report for passage in read_pair(decision.value)}
    return frozenset(found)


def pair_claims(left: str, right: str) -> ClaimPair:
    """Two claims as rulings name them: the smaller identifier first."""
    return (left, right) if left < right else (right, left)


def write_pair(one: Passage, other: Passage) -> str:
    """The value of a decision on two passages."""
    return f"{one}{_BETWEEN}{other}"


def read_pair(value: str) -> tuple[Passage, Passage]:
    """The two passages of a decision. Raises ValueError for anything else."""
    one, _, other = value.partition(_BETWEEN)
    return read_passage(one), read_passage(other)


def rule(decisions: Iterable[Decision], claims: Iterable[Claim], texts: Mapping[str, str], reports: set[str]) -> Ruled:
    """What the decisions in force mean for these claims and these reports (identifiers).

    `texts` are clean texts by version: words are found again in a later version of their report.
    """
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_report[claim.report].append(claim)

    def find(passage: Passage) -> Claim | None:
        return find_claim(passage, by_report[passage.report], texts)

    pairs = _Pairs(find)
    edges: dict[tuple[str, str], Decision] = {}
    retracted: set[str] = set()
    lost: list[Decision] = []
    for decision in standing(decisions):
        match decision.target.field:
            case "event" | "voice" if decision.target.known is None:
                lost += [] if pairs.take(decision) else [decision]
            case "lineage":
                edge = (decision.target.report or "", _read_origin(decision.value))
                edges[edge] = decision
                needed = edge if decision.kind is DecisionKind.ADD else edge[:1]  # one may cut what no longer is
                lost += [] if reports.issuperset(needed) else [decision]
            case "retracted":
                known = decision.target.report in reports
                retracted |= {decision.target.report or ""} if known else set()
                lost += [] if known else [decision]
    return Ruled(_make_rulings(pairs, edges, retracted), tuple(lost))


@dataclass(slots=True)
class _Pairs:
    """Pairs of claims by what is decided of them, the latest decision last; several passages may find one claim."""

    find: Callable[[Passage], Claim | None]
    decided: dict[tuple[str, ClaimPair], DecisionKind] = field(default_factory=dict)

    def take(self, decision: Decision) -> bool:
        """Takes in a decision; false where the words of one of the two are found in no claim, or both in one."""
        try:
            found = [self.find(passage) for passage in read_pair(decision.value)]
        except ValueError:  # a newer release's way to write it
            return False
        if found[0] is None or found[1] is None or found[0].id == found[1].id:
            return False
        self.decided[decision.target.field or "", pair_claims(found[0].id, found[1].id)] = decision.kind
        return True

    def of(self, about: str, kind: DecisionKind) -> frozenset[ClaimPair]:
        return frozenset(pair for (each, pair), decided in self.decided.items() if each == about and decided is kind)


def write_edge(of: str, relation: Relation) -> str:
    """The value of a decision that a report derives from report `of`."""
    return f"{relation} of {of}"


def _read_origin(value: str) -> str:
    return value.rpartition(" ")[2]


def _read_relation(value: str) -> Relation:
    try:
        return Relation(value.partition(" ")[0])
    except ValueError:
        return Relation.CREDIT


def _make_rulings(pairs: _Pairs, edges: Mapping[tuple[str, str], Decision], retracted: Iterable[str]) -> Rulings:
    added = [
        Lineage(report, of, _read_relation(decision.value), 1.0, f"so decided by {decision.by}: {decision.because}")
        for (report, of), decision in sorted(edges.items())
        if decision.kind is DecisionKind.ADD
    ]
    return Rulings(
        together=pairs.of(EVENT, DecisionKind.MERGE),
        apart=pairs.of(EVENT, DecisionKind.SPLIT),
        cut_edges=frozenset(edge for edge, decision in edges.items() if decision.kind is DecisionKind.CUT),
        added_edges=tuple(added),
        one_voice=pairs.of(VOICE, DecisionKind.MERGE),
        two_voices=pairs.of(VOICE, DecisionKind.SPLIT),
        retracted=frozenset(retracted),
    )
