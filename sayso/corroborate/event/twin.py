"""Twin: the same sentence told again by a copy, a translation, a rewrite or a later version of a report.

The claims of a derived report are laid beside those of its parent in the order of the text; twins are one
node when events are formed, so that a copy of a report changes no event and adds no voice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sayso.corroborate.event.exclusion import rule_out
from sayso.corroborate.ground import Ground
from sayso.corroborate.lineage.finding import is_close
from sayso.corroborate.side import Sides
from sayso.corroborate.telling import Telling
from sayso.model.lineage import Lineage, Relation
from sayso.model.ruling import ClaimPair, pair_claims

# Least likeness of twins, tuned on the ten affairs: a copy keeps the words, a translation the order and the names.
_LEAST = {Relation.COPY: 0.62, Relation.TRANSLATION: 0.34, Relation.REWRITE: 0.5, Relation.VERSION: 0.6}


@dataclass(frozen=True, slots=True)
class Node:
    """A claim with its twins. `origin` is the one in the report that the others derive from."""

    origin: Telling
    members: tuple[Telling, ...]
    reasons: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.origin.id


class Again(NamedTuple):
    """The claim that one tells again, and how its report has it."""

    of: str
    relation: Relation


def gather_nodes(
    tellings: Sequence[Telling],
    lineage: Iterable[Lineage],
    ground: Ground,
    apart: Collection[ClaimPair] = frozenset(),
) -> list[Node]:
    """Every telling in one node, with its twins in derived reports; in order of the origin's identifier.

    `apart` are pairs of claims that persons ruled to be of two happenings: no twins, however alike.
    """
    return join_twins(tellings, find_twins(tellings, lineage, ground, apart))


def find_twins(
    tellings: Sequence[Telling],
    lineage: Iterable[Lineage],
    ground: Ground,
    apart: Collection[ClaimPair] = frozenset(),
) -> dict[str, Again]:
    """For each claim that is told again from a parent of its report the one that it tells."""
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda t: (t.position, t.claim.evidence.end, t.id)):
        by_report[telling.report.id].append(telling)
    found: dict[str, Again] = {}
    for edge in lineage:
        if is_close(edge.relation):
            for child, parent in align(by_report[edge.report], by_report[edge.of], edge.relation, ground.sides):
                if pair_claims(child.id, parent.id) not in apart:
                    found[child.id] = Again(parent.id, edge.relation)
    return found


def join_twins(tellings: Sequence[Telling], twins: Mapping[str, Again]) -> list[Node]:
    """Every telling in one node with its twins, as they were found; those that are not among the tellings are none."""
    known = {telling.id: telling for telling in tellings}
    here = {id_: again for id_, again in twins.items() if id_ in known and again.of in known}
    parent_of = {id_: again.of for id_, again in here.items()}
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[_root(telling.id, parent_of)].append(telling)
    return [
        Node(known[root], tuple(members), tuple(_tell_twin(m, here[m.id]) for m in members if m.id in here))
        for root, members in sorted(groups.items())
    ]


def _tell_twin(child: Telling, again: Again) -> str:
    return f"{child.report.outlet or child.report.id}: {again.relation} of the same sentence"


def align(
    children: Sequence[Telling], parents: Sequence[Telling], relation: Relation, sides_of: Callable[[str, str], Sides]
) -> list[tuple[Telling, Telling]]:
    """Pairs of claims that tell the same sentence, both texts read in order; the sum of likenesses is the highest."""
    least = _LEAST[relation]
    rows, columns = len(children), len(parents)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    fits = [[_fit(child, parent, relation, sides_of) for parent in parents] for child in children]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = fits[i][j] + best[i + 1][j + 1] if fits[i][j] >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if fits[i][j] >= least and best[i][j] == fits[i][j] + best[i + 1][j + 1]:
            pairs.append((children[i], parents[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _fit(child: Telling, parent: Telling, relation: Relation, sides_of: Callable[[str, str], Sides]) -> float:
    """How alike two tellings are, 0 where that is too little for twins or they cannot be of one happening."""
    if relation is Relation.VERSION and child.stance is not parent.stance:
        return 0.0  # a correction that denies a count of its first state is no twin of it
    likeness = _liken(child, parent)
    return 0.0 if likeness < _LEAST[relation] or rule_out(child, parent, sides_of) else likeness


def _liken(child: Telling, parent: Telling) -> float:
    """How alike two tellings of one sentence are, 0 to 1: words first, then type, stance, count and speaker."""
    mine, theirs = _counts(child), _counts(parent)
    if mine and theirs and not mine & theirs:
        return 0.0  # another count is another sentence, however alike the words are
    is_verbatim = child.claim.evidence.text == parent.claim.evidence.text
    likeness = 0.6 if is_verbatim else 0.6 * _common(child.words, parent.words)
    likeness += 0.18 * (child.type is parent.type)
    likeness += 0.08 * (child.stance is parent.stance)
    likeness += 0.07 * (child.speaker_key == parent.speaker_key)
    return likeness + 0.07 * (mine == theirs)


def _common(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared words over all words of both, 0 to 1."""
    return len(left & right) / len(left | right) if left or right else 0.0


def _counts(telling: Telling) -> frozenset[float | None]:
    return frozenset(quantity.best or quantity.low for quantity in telling.numbers)


def _root(id_: str, parent_of: dict[str, str]) -> str:
    """The first telling of a sentence; where reports derive from each other in a ring, the least identifier of it."""
    path = [id_]
    while (parent := parent_of.get(path[-1])) is not None:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]
