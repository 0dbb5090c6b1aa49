"""Event: the events of all neighbourhoods that touched reports, or claims that were ruled on, have to do with.

What is found of places follows from them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.corroborate.event.pairing import Bond, find_pairs, score_pairs
from sayso.engine.part import Part
from sayso.engine.renewing.ledger import Ledger
from sayso.engine.renewing.reach import follow
from sayso.engine.renewing.ruling import find_partners, keep_of
from sayso.engine.renewing.standing import Standing
from sayso.engine.step.event import find_origins, find_strong, score_of, settle
from sayso.engine.step.lineage import find_claim_keys_of
from sayso.engine.store import IN, Store
from sayso.engine.work import Found


@dataclass(frozen=True, slots=True)
class Touched:
    """What events are asked of anew: `reports` that stand, with all their claims; `claims` by themselves; and the
    reports that stand no more (`gone`) or say something else (`told`), of which no claim is as it was.
    """

    reports: frozenset[int]
    claims: frozenset[str]
    gone: frozenset[int]
    told: frozenset[int]


@dataclass(frozen=True, slots=True)
class Bound:
    """The claims that those of touched reports are bound to, and all bonds that the nodes of these reports have."""

    claims: frozenset[str]
    scored: frozenset[str]
    bonds: Sequence[Bond]


@dataclass(frozen=True, slots=True)
class Places:
    """The keys of the places that events told of before or tell of now, and the events that are gone."""

    keys: frozenset[int]
    gone: frozenset[str]


def renew_events(touched: Touched, standing: Standing, ledger: Ledger) -> Places:
    """Renews the tables of claims' keys, parts and events."""
    store = standing.store
    _renew_claim_keys(touched, standing)
    bound = _find_bound(touched.reports, standing)
    mine = {claim.id for leaf in standing.gather(touched.reports).values() for claim in leaf.resolution.claims}
    claims = find_partners(mine | touched.claims, standing.rulings.together) | bound.claims
    parts = store.names(f"SELECT part FROM near_parts WHERE node {IN}", touched.reports | touched.gone | touched.told)
    parts |= store.names(f"SELECT part FROM near_parts WHERE claim {IN}", claims)
    rows = store.ask(f"SELECT node, claim FROM near_parts WHERE part {IN}", parts)
    away = touched.gone | touched.told
    wanted = mine | {str(claim) for node, claim in rows if node not in away}
    nodes = touched.reports | ({int(str(node)) for node, _ in rows} - away)
    found = _settle(nodes, wanted, bound, standing)
    return _replace(parts, found, store, ledger)


def _renew_claim_keys(touched: Touched, standing: Standing) -> None:
    """Which claims are told again from a parent, and the keys of all others."""
    store, parents = standing.store, _find_parents(touched.reports, standing.store)
    edges = standing.read_edges(touched.reports, held=True)
    part = standing.make_part(touched.reports, parents - touched.reports, edges)
    found = find_claim_keys_of(part, find_rings(touched.reports, store))
    for table in ("claim_keys", "twins"):
        store.drop(table, "node", touched.reports | touched.gone)
    store.fill("claim_keys", sorted((row.other, row.node) for row in found if row.kind == "claim"))
    store.fill("twins", [(row.node, row.name) for row in found if row.kind == "twin"])


def find_rings(nodes: Collection[int], store: Store) -> set[int]:
    """Of reports and of all that they derive from, those from which a ring of derivations is reached."""
    reached = follow(nodes, lambda todo: _find_parents(todo, store))
    query = f"SELECT node, other FROM near_edges WHERE kind = 'close' AND other >= 0 AND node {IN}"
    derived: dict[int, set[int]] = {node: set() for node in reached}
    for node, other in store.ask(query, reached):
        derived[int(str(node))].add(int(str(other)))
    while ends := {node for node, others in derived.items() if not others}:
        derived = {node: others - ends for node, others in derived.items() if others}
    return set(derived)


def _find_parents(nodes: Collection[int], store: Store) -> set[int]:
    """The reports that some have their text from."""
    return store.numbers(f"SELECT other FROM near_edges WHERE kind = 'close' AND other >= 0 AND node {IN}", set(nodes))


def _find_bound(nodes: frozenset[int], standing: Standing) -> Bound:
    """What the claims of reports are bound to: in their families, or among all that share a key with one of theirs."""
    store = standing.store
    family = _follow_family(nodes, store)
    sharing = store.numbers(
        "SELECT DISTINCT other.node FROM near_claim_keys AS one JOIN near_claim_keys AS other ON one.key = other.key "
        f"WHERE one.node {IN}",
        nodes,
    )
    beside = (family | sharing) - nodes
    twins = store.names(f"SELECT claim FROM near_twins WHERE node {IN}", beside)
    part = standing.make_part(nodes, beside, standing.read_edges(family))
    own = {part.leaves[node].id for node in nodes}
    origins = find_origins(part, twins)
    mine = {node.id for node in origins if node.origin.report.id in own}
    families = (node for node in origins if any(each.report.id in own for each in node.members))
    found = {each.id for node in families for each in node.members}
    bonds = score_of(mine, origins, part)
    found.update(id_ for bond in find_strong(bonds) for id_ in bond.pair)
    return Bound(frozenset(found), frozenset(mine), bonds)


def _follow_family(nodes: Collection[int], store: Store) -> set[int]:
    """All reports that have their text from one another, with these, by however many steps."""
    query = f"""
        SELECT other FROM near_edges WHERE kind = 'close' AND other >= 0 AND node {IN}
        UNION SELECT node FROM near_edges WHERE kind = 'close' AND other {IN}
    """
    return follow(nodes, lambda todo: store.numbers(query, todo, todo))


def _settle(nodes: Collection[int], wanted: Collection[str], bound: Bound, standing: Standing) -> list[Found]:
    """The events of claims (`wanted`) of some reports, by the bonds that are known and those still to be scored."""
    rulings = keep_of(standing.rulings, wanted)
    standing.gather(
        _find_parents(nodes, standing.store)
    )  # under the ground: a page that is translated may have no claim
    whole = standing.make_part(nodes, edges=standing.read_edges(nodes))
    part = Part(whole.leaves, whole.inside, whole.edges, whole.ground, rulings)
    here = [node for node in part.nodes if node.id in wanted]
    ids = {node.id for node in here}
    known = [bond for bond in bound.bonds if bond.left.id in ids and bond.right.id in ids]
    rest = find_pairs(node.origin for node in here if node.id not in bound.scored)
    return settle(here, [*known, *score_pairs(rest, part.ground)], part)


def _replace(parts: Collection[str], found: Sequence[Found], store: Store, ledger: Ledger) -> Places:
    """Puts what was found in place of the parts."""
    lies = {row.name: row.text for row in found if row.kind == "lies"}
    before = store.ask(f"SELECT id, text FROM near_events WHERE part {IN}", parts)
    ledger.take_out("event", ((str(id_), str(text)) for id_, text in before))
    ledger.put_in("event", ((row.name, row.text) for row in found if row.kind == "event"))
    gone = {str(id_) for id_, _ in before}
    keys = store.numbers(f"SELECT key FROM near_places WHERE event {IN}", gone)
    for table in ("places", "tellers"):
        store.drop(table, "event", gone)
    store.drop("events", "id", gone)
    store.drop("parts", "part", parts)
    store.fill("parts", sorted((row.name, row.node, row.text) for row in found if row.kind == "part"))
    store.fill("events", [(row.name, lies[row.name], row.text) for row in found if row.kind == "event"])
    store.fill("places", sorted((row.other, row.name) for row in found if row.kind == "place"))
    store.fill("tellers", sorted((row.name, row.node) for row in found if row.kind == "told"))
    return Places(frozenset(keys | {row.other for row in found if row.kind == "place"}), frozenset(gone))
