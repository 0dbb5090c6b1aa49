"""Lineage: the edges of some reports to those that are near them, and the reports that are pointed to but not held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.corroborate.event.keys import telling_keys
from sayso.corroborate.lineage.finding import derive_edges, is_close, keep_one_way, prepare_sides
from sayso.corroborate.lineage.unheld import find_unheld
from sayso.engine.part import read_part
from sayso.engine.step.key import hash_key
from sayso.engine.work import Found, Given, take
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage
from sayso.record import codec


def find_edges(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The edges of the reports inside to those that `near` names by number; some may go both ways as yet."""
    part = read_part(given, knowledge)
    sides = prepare_sides(part.resolutions)
    found: list[Found] = []
    for node, others in sorted(_read_near(given).items()):
        ids = sorted(part.reports[other].report.id for other in others)
        for edge in derive_edges(sides[part.reports[node].report.id], [sides[id_] for id_ in ids]):
            found.append(_edge(node, part.node_of[edge.of], edge))
    return found


def keep_true_edges(edges: Iterable[str]) -> list[str]:
    """Of edges that go both ways, as JSON, those that stand."""
    return [codec.encode(edge) for edge in keep_one_way([codec.decode(Lineage, edge) for edge in edges])]


def find_claim_keys(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """Of the reports inside the claims that are told again from a parent (`twin`) and the keys of all others (`claim`).

    Beside are the parents; `edge` is the lineage of those inside.
    """
    part = read_part(given, knowledge)
    found: list[Found] = []
    keys: dict[int, set[str]] = defaultdict(set)
    for node in part.nodes:
        for telling in node.members:
            number = part.node_of[telling.report.id]
            if number not in part.inside:
                continue
            if telling.id != node.origin.id:
                found.append(Found("twin", number, name=telling.id))
            else:
                keys[number] |= telling_keys(telling)
    for number, row in sorted(keys.items()):
        found += [Found("claim", number, key) for key in sorted(map(hash_key, row))]
    return found


def find_absent(given: Sequence[Given], knowledge: Knowledge) -> list[Found]:
    """The reports that are not held, of those inside that point to them: `near` as above, `edge` what is found."""
    part = read_part(given, knowledge)
    sides = prepare_sides(part.resolutions)
    inside = {part.reports[node].report.id for node in part.inside}
    near: dict[str, set[str]] = defaultdict(set)
    for node, others in _read_near(given).items():
        near[part.reports[node].report.id] |= {part.reports[other].report.id for other in others}
    found: list[Found] = []
    for report, edges in find_unheld(list(sides.values()), near, part.edges):
        if all(edge.report in inside for edge in edges):
            found.append(Found("unheld", name=report.id, text=codec.encode(report)))
            found += [_edge(part.node_of[edge.report], -1, edge) for edge in edges]
    return found


def _edge(node: int, other: int, edge: Lineage) -> Found:
    kind = "close" if is_close(edge.relation) else "credit"
    return Found(kind, node, other, f"{edge.report} {edge.of}", codec.encode(edge))


def _read_near(given: Sequence[Given]) -> dict[int, set[int]]:
    near: dict[int, set[int]] = defaultdict(set)
    for row in take(given, "near"):
        near[row.node].add(int(row.text))
    return near
