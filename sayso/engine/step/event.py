"""Event: the events of some claims, where all that bears on them is at hand; the rest is handed on.

A cluster is joined by bonds of `THRESHOLD` at least. So what such bonds, and twins, connect is a neighbourhood:
claims beyond it have no part in its events. A neighbourhood that lies inside is settled; of one that leads beyond,
its bonds are told, for a later task that clusters it by these alone. `part` says which each claim lies in.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.corroborate.event.clustering import THRESHOLD, find_clusters
from sayso.corroborate.event.linkage import Pair, connect, link
from sayso.corroborate.event.making import make_events
from sayso.corroborate.event.pairing import Bond, find_pairs, score_pairs
from sayso.corroborate.event.twin import Node
from sayso.corroborate.holding.together import find_place_keys
from sayso.corroborate.resting import rest_on_knowledge
from sayso.corroborate.retraction import mark_retracted
from sayso.engine.part import Part, read_part
from sayso.engine.step.key import hash_key
from sayso.engine.work import Found, Given, take
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.knowledge import Knowledge
from sayso.record import codec

_BARRED = -1


def find_events(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The events of the neighbourhoods that lie inside, and the bonds of those that lead beyond.

    Beside are all reports of the families of those inside, and all with a claim that shares a key with one of
    theirs; `twin` names the claims of these that are told again from a report that may not be here.
    """
    part = read_part(given, knowledge, are_compared=True)
    own = {part.leaves[node].id for node in part.inside}
    nodes = find_origins(part, {row.text for row in take(given, "twin")})
    mine = {node.id: node for node in nodes if node.origin.report.id in own}
    bonds = score_of(mine, nodes, part)
    strong = find_strong(bonds)
    inner = [bond.pair for bond in strong if bond.left.id in mine and bond.right.id in mine]
    open_ = {node.id for node in mine.values() if not all(each.report.id in own for each in node.members)}
    open_ |= {id_ for bond in strong if not (bond.left.id in mine and bond.right.id in mine) for id_ in bond.pair}
    first = _name_first(mine, inner)
    led_beyond = {first[id_] for id_ in open_ if id_ in mine}
    settled = [node for id_, node in mine.items() if first[id_] not in led_beyond]
    beyond = [node for id_, node in mine.items() if first[id_] in led_beyond]
    return _settle(settled, bonds, first, part) + _hand_on(beyond, bonds, part)


def find_whole_events(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The events of neighbourhoods, or of clusters of them, that are all here: `claim` names their claims."""
    part = read_part(given, knowledge, are_compared=True)
    wanted = {row.text for row in take(given, "claim")}
    nodes = [node for node in part.nodes if node.id in wanted]
    return settle(nodes, score_pairs(find_pairs(node.origin for node in nodes), part.ground), part)


def settle(nodes: Sequence[Node], bonds: Sequence[Bond], part: Part) -> list[Found]:
    """The events of whole neighbourhoods, by the bonds between their claims; rulings bind them together."""
    node_of = {member.id: node.id for node in nodes for member in node.members}
    ruled = [(node_of[one], node_of[two]) for one, two in part.rulings.together if one in node_of and two in node_of]
    strong = (bond.pair for bond in find_strong(bonds))
    return _settle(nodes, bonds, _name_first((node.id for node in nodes), [*strong, *ruled]), part)


def find_origins(part: Part, twins: Collection[str]) -> list[Node]:
    """The nodes of a part, without those of the reports beside whose claim is a twin (`twins`) of one not here."""
    inside = {part.leaves[node].id for node in part.inside}
    return [node for node in part.nodes if node.id not in twins or node.origin.report.id in inside]


def score_of(mine: Collection[str], nodes: Iterable[Node], part: Part) -> list[Bond]:
    """The bonds that have one of these nodes, by identifier, on one side at least."""
    return score_pairs(find_pairs((node.origin for node in nodes), mine), part.ground)


def find_strong(bonds: Iterable[Bond]) -> list[Bond]:
    """The bonds by which a cluster may be joined."""
    return [bond for bond in bonds if not bond.bar and bond.score >= THRESHOLD]


def _name_first(nodes: Iterable[str], pairs: Iterable[Pair]) -> dict[str, str]:
    """For each node the first of its neighbourhood."""
    return {id_: ids[0] for ids in connect(nodes, pairs) for id_ in ids}


def _settle(nodes: Sequence[Node], bonds: Iterable[Bond], first: Mapping[str, str], part: Part) -> list[Found]:
    """Events; the neighbourhood that each claim (`part`) and event (`lies`) lies in, by its `first` claim; and what
    finds the holdings that follow: keys of places (`place`), reports that tell of them (`told`).
    """
    part_of = {member.id: first[node.id] for node in nodes for member in node.members}
    tellings = {member.id: member for node in nodes for member in node.members}
    inner = [bond for bond in bonds if bond.left.id in part_of and bond.right.id in part_of]
    clusters = find_clusters(nodes, part.ground, part.rulings, bonds=inner)
    events = make_events(clusters, part.edges, part.ground, part.rulings, learnt=part.learnt)
    events = mark_retracted(events, nodes, part.rulings.retracted)
    found = [
        Found("part", part.node_of[member.report.id], name=member.id, text=first[node.id])
        for node in nodes
        for member in node.members
    ]
    for event in rest_on_knowledge(Corroboration(events=events), part.resolutions, part.ground.knowledge).events:
        found.append(Found("event", name=event.id, text=codec.encode(event)))
        found.append(Found("lies", name=event.id, text=part_of[event.claims[0]]))
        if keys := find_place_keys(event, part.told, part.ground):
            reports = {part.node_of[tellings[claim].report.id] for claim in event.claims}
            found += _hold(event, keys, reports)
    return found


def _hold(event: Event, keys: Collection[str], reports: Collection[int]) -> list[Found]:
    numbers = sorted(map(hash_key, keys))
    return [
        *(Found("place", other=key, name=event.id) for key in numbers),
        *(Found("told", node, name=event.id) for node in sorted(reports)),
    ]


def _hand_on(nodes: Sequence[Node], bonds: Iterable[Bond], part: Part) -> list[Found]:
    """What a later task clusters them by: a claim and its twins (`member`), all bonds, and the strong ones (`link`).

    A bond's score stands in `other`, as the bits of the number; -1 where it is barred.
    """
    ids = {node.id for node in nodes}
    members = [(node, member) for node in nodes for member in node.members]
    found = [Found("member", part.node_of[each.report.id], name=node.id, text=each.id) for node, each in members]
    outer = [bond for bond in bonds if not ids.isdisjoint(bond.pair)]
    found += [Found("bond", other=_BARRED if b.bar else _pack(b.score), name=b.left.id, text=b.right.id) for b in outer]
    return found + [Found("link", name=bond.left.id, text=bond.right.id) for bond in find_strong(outer)]


def find_clusters_of(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The clusters of one neighbourhood, by its bonds alone: each claim with the first of its cluster (`cluster`).

    `node` names the claims; the text of `bond` is two of them, its number the score as `_hand_on` writes it.
    """
    scores: dict[tuple[str, str], float] = {}
    must_not: set[tuple[str, str]] = set()
    for row in take(given, "bond"):
        left, _, right = row.text.partition("\n")
        if row.node == _BARRED:
            must_not.add((left, right))
        else:
            scores[left, right] = _unpack(row.node)
    groups = link([row.text for row in take(given, "node")], scores, must_not, threshold=THRESHOLD)
    return [Found("cluster", name=id_, text=group[0]) for group in groups for id_ in group]


def _pack(score: float) -> int:
    bits: int = struct.unpack("<q", struct.pack("<d", score))[0]
    return bits


def _unpack(bits: int) -> float:
    score: float = struct.unpack("<d", struct.pack("<q", bits))[0]
    return score
