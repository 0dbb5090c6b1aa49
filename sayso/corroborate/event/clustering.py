"""Clustering: which claims are about one happening, found over nodes of twins.

The steps are pure functions that an engine may run over a record in portions: `telling_keys` of every claim,
`find_pairs` that share one, `score_pairs` of those, and `find_clusters` of each part of the record that the
retained pairs (`Bond`), twins and rulings connect. What persons ruled stands before every score.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.corroborate.event.likeness import explain
from sayso.corroborate.event.linkage import Pair, link
from sayso.corroborate.event.pairing import Bond, find_pairs, score_pairs
from sayso.corroborate.event.twin import Node
from sayso.corroborate.ground import Ground
from sayso.corroborate.telling import Telling
from sayso.model.ruling import ClaimPair, Rulings

#: Chosen on affairs left out of the fitting (B-cubed F); falls off to both sides. Pairs without a bond count as 0.
THRESHOLD = 0.17
_TOLD = 12  # so many of the strongest links of a cluster give its reasons


@dataclass(frozen=True, slots=True)
class Cluster:
    """Nodes about one happening, with the reasons for the strongest links."""

    nodes: tuple[Node, ...]
    reasons: tuple[str, ...]

    @property
    def tellings(self) -> tuple[Telling, ...]:
        return tuple(member for node in self.nodes for member in node.members)


def find_clusters(
    nodes: Sequence[Node], ground: Ground, rulings: Rulings | None = None, bonds: Iterable[Bond] | None = None
) -> list[Cluster]:
    """Every node in one cluster; a happening told once stands alone.

    `bonds` are those between the nodes' origins, where they are known already. No cluster is joined but by a bond
    of `THRESHOLD` at least, so that nodes which no such bond leads to can be left out.
    """
    rulings = rulings or Rulings()
    known = {node.id: node for node in nodes}
    if bonds is None:
        bonds = score_pairs(find_pairs(node.origin for node in nodes), ground)
    bound = {bond.pair: bond for bond in bonds}
    node_of = {member.id: node.id for node in nodes for member in node.members}
    apart = {pair for claims in rulings.apart if (pair := _of_nodes(claims, node_of))}
    scores = {pair: bond.score for pair, bond in bound.items() if not bond.bar}
    must_not = {pair for pair, bond in bound.items() if bond.bar} | apart
    found, notes = obey(link(known, scores, must_not, threshold=THRESHOLD), rulings, node_of, apart)
    reasons = _explain(found, bound.values())
    return [Cluster(tuple(known[id_] for id_ in ids), (*notes.get(ids[0], ()), *reasons[ids[0]])) for ids in found]


def obey(
    groups: Iterable[Sequence[str]], rulings: Rulings, node_of: Mapping[str, str], apart: Collection[Pair]
) -> tuple[list[tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The clusters with those put together whole that persons ruled to be one happening; notes by their first node.

    Where rulings contradict each other (one with two, two with three, one not with three), the two that were
    ruled apart are apart, and of those ruled together the last by identifier is not followed.
    """
    group_of = {id_: group for group in map(list, groups) for id_ in group}
    notes: dict[str, list[str]] = {}
    for claims in sorted(rulings.together):
        pair = _of_nodes(claims, node_of)
        if not pair or group_of[pair[0]] is group_of[pair[1]]:
            continue
        one, other = group_of[pair[0]], group_of[pair[1]]
        if any((min(a, b), max(a, b)) in apart for a in one for b in other):
            for id_ in (*one, *other):
                notes.setdefault(id_, []).append("ruled to be together, but others of it are ruled apart")
            continue
        one += other
        notes.setdefault(min(one), []).append("ruled to be of one happening")
        group_of.update(dict.fromkeys(other, one))
    joined = {id(group): tuple(sorted(group)) for group in group_of.values()}
    return list(joined.values()), {id_: tuple(dict.fromkeys(each)) for id_, each in notes.items()}


def _of_nodes(claims: ClaimPair, node_of: Mapping[str, str]) -> Pair | None:
    """The nodes of two claims, the smaller first; None where one is not here, or they are twins."""
    one, other = node_of.get(claims[0]), node_of.get(claims[1])
    return (min(one, other), max(one, other)) if one and other and one != other else None


def _explain(groups: Sequence[Sequence[str]], bonds: Iterable[Bond]) -> dict[str, tuple[str, ...]]:
    """For each group, by its first, the reasons of its strongest links, each once, the strongest first."""
    first = {id_: group[0] for group in groups for id_ in group}
    inside: dict[str, list[Bond]] = {group[0]: [] for group in groups}
    for bond in bonds:
        if not bond.bar and first[bond.left.id] == first[bond.right.id]:
            inside[first[bond.left.id]].append(bond)
    return {name: _gather_reasons(mine) for name, mine in inside.items()}


def _gather_reasons(bonds: Iterable[Bond]) -> tuple[str, ...]:
    strongest = sorted(bonds, key=lambda bond: (-bond.score, bond.pair))[:_TOLD]
    found = (explain(bond.row, bond.left, bond.right) for bond in strongest)
    return tuple(dict.fromkeys(reason for reasons in found for reason in reasons))
