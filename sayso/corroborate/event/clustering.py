"""Clustering: which claims are about one happening, found over nodes of twins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.corroborate.event.exclusion import rule_out
from sayso.corroborate.event.likeness import Likeness, Rarity, find_rarity, liken, passes_on
from sayso.corroborate.event.linkage import Pair, link
from sayso.corroborate.event.twin import Node
from sayso.corroborate.ground import Ground
from sayso.corroborate.kinship import type_kinship
from sayso.corroborate.matter import find_strangers
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.model.values.stance import ClaimType, Stance

# Tuned on the ten affairs with gold claims (B-cubed F); falls off to both sides.
_THRESHOLD = 0.07
_POINTED = 0.9  # "the army denied this": the denial is about what was just said
_RELAYED = 0.7  # "the Ledger reports that …", beside the Ledger's own report
_NEAR_CLAIMS = 3
_SEVERAL = re.compile(r"\b(?:reports|accounts|claims|rumou?rs|allegations)\b", re.I)
_COMMON_WORD = 40  # a word in more nodes than this, and in a fifth of all, finds no candidates


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes about one happening, with the reasons for the strongest links."""

    nodes: tuple[Node, ...]
    reasons: tuple[str, ...]

    @property
    def tellings(self) -> tuple[Telling, ...]:
        return tuple(member for node in self.nodes for member in node.members)


def find_clusters(nodes: Sequence[Node], ground: Ground) -> list[Cluster]:
    """Every node in one cluster; a happening told once stands alone."""
    known = {node.id: node for node in nodes}
    rarity = find_rarity([node.origin for node in nodes])
    apart, points = _find_distances(nodes)
    scores: dict[Pair, float] = {}
    reasons: dict[Pair, tuple[str, ...]] = {}
    must_not: list[Pair] = []
    strangers = find_strangers({node.origin.report.id: node.origin.report for node in nodes}.values())
    for pair in sorted(_find_candidates(nodes) | apart.keys() | points):
        a, b = known[pair[0]].origin, known[pair[1]].origin
        if (min(a.report.id, b.report.id), max(a.report.id, b.report.id)) in strangers:
            continue
        sides = ground.sides(a.report.id, b.report.id)
        if rule_out(a, b, sides):
            must_not.append(pair)
            continue
        likeness = _score(a, b, apart.get(pair), pair in points, rarity, sides)
        if likeness.score > 0:
            scores[pair], reasons[pair] = likeness.score, likeness.reasons
    for pair in _find_relays(nodes, scores):
        scores[pair] = max(scores[pair], _RELAYED)
        reasons[pair] = ("one passes on what the other's outlet told", *reasons[pair])
    groups = link(known, scores, must_not, threshold=_THRESHOLD)
    return [Cluster(tuple(known[id_] for id_ in group), _explain(group, scores, reasons)) for group in groups]


def _score(a: Telling, b: Telling, apart: int | None, points: bool, rarity: Rarity, sides: Sides) -> Likeness:
    likeness = liken(a, b, rarity, sides, apart=apart)
    if not points:
        return likeness
    return Likeness(max(_POINTED, likeness.score), ("one speaks of what the other has just said", *likeness.reasons))


def _find_candidates(nodes: Sequence[Node]) -> set[Pair]:
    """Pairs that share a word which is not everywhere, a place, or a party."""
    holders: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        telling = node.origin
        for key in (*telling.words, *telling.places, *telling.actors, *telling.others):
            holders[key].append(node.id)
        if telling.scene:
            holders[f"{telling.scene} {telling.type}"].append(node.id)
    limit = max(_COMMON_WORD, len(nodes) // 5)
    return {pair for ids in holders.values() if len(ids) <= limit for pair in combinations(sorted(set(ids)), 2)}


def _find_distances(nodes: Iterable[Node]) -> tuple[dict[Pair, int], set[Pair]]:
    """Distances in claims within one report, of those that stand close; and the pairs where one points at the other."""
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for node in nodes:
        by_report[node.origin.report.id].append(node.origin)
    apart: dict[Pair, int] = {}
    points: set[Pair] = set()
    for tellings in by_report.values():
        ordered = sorted(tellings, key=lambda t: (t.position, t.id))
        for i, telling in enumerate(ordered):
            for back, other in enumerate(reversed(ordered[max(0, i - _NEAR_CLAIMS) : i]), 1):
                apart[_pair(other, telling)] = back
            target = _find_target(telling, ordered[:i])
            if target:
                points.add(_pair(target, telling))
    return apart, points


def _find_relays(nodes: Sequence[Node], scores: Mapping[Pair, float]) -> list[Pair]:
    """For each claim that passes on another outlet's report, the pair with the likeliest claim of that report."""
    by_outlet: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        for outlet in {member.report.outlet for member in node.members if member.report.outlet}:
            by_outlet[outlet].append(node.id)
    found = []
    for node in nodes:
        told = [
            (min(node.id, other), max(node.id, other))
            for outlet in sorted(by_outlet)
            if passes_on(node.origin, outlet)
            for other in by_outlet[outlet]
        ]
        likely = max((pair for pair in told if pair in scores), key=lambda pair: (scores[pair], pair), default=None)
        if likely and scores[likely] >= _THRESHOLD:
            found.append(likely)
    return found


def _find_target(telling: Telling, before: Sequence[Telling]) -> Telling | None:
    """What a claim without words of its own points at: the first of what somebody else has last said.

    "The reports" are all that went before: the first claim of its type.
    """
    if not telling.is_pointing or telling.stance not in (Stance.DENIED, Stance.QUESTIONED, Stance.JUDGED):
        return None
    others = [t for t in reversed(before) if t.speaker_key != telling.speaker_key and t.stance is Stance.ASSERTED]
    if telling.type is not ClaimType.STATEMENT:
        others = [t for t in others if type_kinship(t, telling) >= 1.0] or [
            t for t in others if type_kinship(t, telling) > 0.5
        ]
    if not others or _SEVERAL.search(telling.claim.evidence.text):
        return others[-1] if others else None
    said_together = [t for t in others if t.speaker_key == others[0].speaker_key and t.context == others[0].context]
    return said_together[-1]


def _pair(left: Telling, right: Telling) -> Pair:
    return (left.id, right.id) if left.id < right.id else (right.id, left.id)


def _explain(
    group: Sequence[str], scores: Mapping[Pair, float], reasons: Mapping[Pair, tuple[str, ...]]
) -> tuple[str, ...]:
    """The reasons of the strongest links, each once, the strongest first."""
    pairs = sorted((p for p in combinations(group, 2) if p in scores), key=lambda p: (-scores[p], p))
    return tuple(dict.fromkeys(reason for pair in pairs[:12] for reason in reasons[pair]))
