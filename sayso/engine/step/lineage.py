"""Lineage: the edges of some reports to those that are near them, and the reports that are pointed to but not held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sayso.corroborate.event.keys import telling_keys
from sayso.corroborate.lineage.finding import derive_edges, is_close, keep_one_way
from sayso.corroborate.lineage.unheld import group_pointers, is_told, make_unheld
from sayso.engine.claims import decode_told
from sayso.engine.part import Part, read_part, write_twins
from sayso.engine.step.key import hash_key
from sayso.engine.work import Found, Given, take
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage
from sayso.record import codec

#: The number in place of a held report's where an edge goes to one that is not held.
ABSENT = -1


def find_edges(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The edges of the reports inside to those that `near` names by number; some may go both ways as yet."""
    return find_edges_of(read_part(given, knowledge, decode=decode_told), _read_near(given))


def find_edges_of(part: Part, near: Mapping[int, Collection[int]]) -> list[Found]:
    """The edges of reports to those `near` them, but for those that persons cut."""
    found: list[Found] = []
    for node, others in sorted(near.items()):
        id_ = part.leaves[node].id
        ids = sorted(other for each in others if (id_, other := part.leaves[each].id) not in part.rulings.cut_edges)
        for edge in derive_edges(part.sides[id_], [part.sides[other] for other in ids]):
            found.append(write_edge(node, part.node_of[edge.of], edge))
    return found


def keep_true_edges(edges: Iterable[str]) -> list[str]:
    """Of edges that go both ways, as JSON, those that stand."""
    return [codec.encode(edge) for edge in keep_one_way([codec.decode(Lineage, edge) for edge in edges])]


def find_claim_keys(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """Of the reports inside the claims that are told again from a parent (`twin`) and the keys of all others (`claim`).

    Beside are the parents; `edge` is the lineage of those inside. `again` says which claim is told again.
    """
    part = read_part(given, knowledge)
    return find_claim_keys_of(part) + write_twins(part)


def find_claim_keys_of(part: Part, in_rings: Collection[int] = ()) -> list[Found]:
    """As above; of reports that derive from each other in a ring, any claim may be the first: all have keys."""
    found: list[Found] = []
    keys: dict[int, set[str]] = defaultdict(set)
    for node in part.nodes:
        for telling in node.members:
            number = part.node_of[telling.report.id]
            if number not in part.inside:
                continue
            if telling.id != node.origin.id and number not in in_rings:
                found.append(Found("twin", number, name=telling.id))
            else:
                keys[number] |= telling_keys(telling)
    for number, row in sorted(keys.items()):
        found += [Found("claim", number, key) for key in sorted(map(hash_key, row))]
    return found


def find_absent(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The reports that are not held, of those inside that point to them: `near` as above, `edge` what is found."""
    return find_absent_of(read_part(given, knowledge, decode=decode_told), _read_near(given))


def find_absent_of(
    part: Part, near: Mapping[int, Collection[int]], but: Collection[tuple[int, int]] = ()
) -> list[Found]:
    """What reports inside point to, but for what persons cut; `near` are their candidates and fellows among them.

    `pointer` tells of each pointer, by its report and its place there, to what it points, be that told of or not.
    Those in `but` point to something of which not all is here: nothing is found of it.
    """
    inside = {part.leaves[node].id for node in part.inside}
    either = {part.leaves[node].id: {part.leaves[each].id for each in others} for node, others in near.items()}
    found: list[Found] = []
    for group in group_pointers(list(part.sides.values()), either, part.edges):
        pointers = [(part.node_of[pointer.text.id], pointer.place) for pointer in group]
        if not any(pointer in but for pointer in pointers) and all(pointer.text.id in inside for pointer in group):
            report, edges = make_unheld(group)
            found += [Found("pointer", *pointer, name=report.id) for pointer in pointers]
            kept = [edge for edge in edges if is_told(group) and (edge.report, edge.of) not in part.rulings.cut_edges]
            unheld = Found("unheld", name=report.id, text=codec.encode(report))
            found += [unheld, *(write_edge(part.node_of[edge.report], ABSENT, edge) for edge in kept)] if kept else []
    return found


def write_edge(node: int, other: int, edge: Lineage) -> Found:
    """An edge as a row: what kind it is of, between which numbers, its name and itself."""
    kind = "close" if is_close(edge.relation) else "credit"
    return Found(kind, node, other, f"{edge.report} {edge.of}", codec.encode(edge))


def _read_near(given: Sequence[Given]) -> dict[int, set[int]]:
    near: dict[int, set[int]] = defaultdict(set)
    for row in take(given, "near"):
        near[row.node].add(int(row.text))
    return near
