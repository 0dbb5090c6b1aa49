"""Incremental: what reports or rulings change costs what their neighbourhood costs, and leaves what all would give.

1. The keys of reports that are new, otherwise or gone are put right, and who is near whom is looked up where they bear
   on it.
2. Lineage is found anew for these reports; what is pointed to but not held, for all that points with them.
3. Claims of reports that are otherwise or have another lineage are compared with those that share a key.
4. The parts of the record that such claims lie in, or are bound to, are settled anew: events, then holdings of places.

Each step is the work that a run from scratch spreads (`step/`), over one part of the record; `renewing/` puts what it
finds into the tables. What persons ruled and what is known are inputs like the reports: the reports of which something
else is ruled, or that lead to something known otherwise, are touched.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sayso.engine.renewing.change import Change, find_change
from sayso.engine.renewing.event import Touched, find_rings, renew_events
from sayso.engine.renewing.holding import renew_holdings
from sayso.engine.renewing.knowing import renew_knowledge, renew_leads
from sayso.engine.renewing.ledger import Ledger
from sayso.engine.renewing.lineage import renew_lineage
from sayso.engine.renewing.ruling import Shift, compare_rulings, read_rulings, write_rulings
from sayso.engine.renewing.standing import Standing
from sayso.engine.store import IN, Store
from sayso.model.knowledge import Knowledge
from sayso.model.renewal import Renewal
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings
from sayso.pausing import pause_collecting

_NOTHING = Rulings()


@pause_collecting()
def renew(
    changed: Sequence[tuple[int, Resolution]],
    gone: Collection[str],
    store: Store,
    *,
    knowledge: Knowledge,
    rulings: Rulings = _NOTHING,
) -> Renewal:
    """Takes in what reports say now, and what is ruled now; gives what follows otherwise than before.

    `changed` are reports that are new or otherwise, each by the number under which it was learnt, `gone` the
    identifiers of those that stand no more; an unknown one changes nothing. Commits nothing. Afterwards the store has
    what `corroborate` gives of all reports that stand, in the order of their numbers, under the same rulings.
    """
    standing, ledger = Standing.of(store, knowledge, rulings), Ledger()
    change = find_change(changed, gone, standing)
    shift = compare_rulings(read_rulings(store), rulings)
    ruled = set(standing.find_nodes(_find_ruled(change, shift, rulings)).values()) - change.gone
    before = _follow_children(change.all, store) | find_rings(change.all | ruled, store)
    derived = renew_lineage(change, ruled, standing, ledger)
    touched = (before | derived | change.come | _follow_children(change.come, store)) - change.gone
    touched |= (set(_find_told(shift.apart, store)) | renew_knowledge(knowledge, store)) - change.gone
    touched |= find_rings(touched, store)
    write_rulings(rulings, store)
    store.drop("leads", "node", change.gone)
    renew_leads({node: leaf.resolution for node, leaf in standing.gather(touched).items()}, knowledge, store)
    claims = _find_alone(shift, standing)
    if touched or claims or change.gone:
        parts = Touched(frozenset(touched), claims, change.gone, change.come)
        renew_holdings(renew_events(parts, standing, ledger), standing, ledger)
    return ledger.close()


def take_in(resolutions: Sequence[Resolution], store: Store, *, knowledge: Knowledge) -> None:
    """Adds reports, numbered in the order given after those that the store has, in one transaction.

    Reports that the store has are passed over.
    """
    known = store.names("SELECT id FROM near_told")
    fresh = {each.report.id: each for each in reversed(resolutions) if each.report.id not in known}
    ((first,),) = store.ask("SELECT COALESCE(MAX(node), -1) + 1 FROM near_told")
    with store.connection:
        renew(list(enumerate(list(fresh.values())[::-1], int(str(first)))), (), store, knowledge=knowledge)


def read_derived(store: Store) -> list[tuple[str, str, str]]:
    """Kind, identifier and payload of all that follows, sorted: as `sayso.engine.claims.read_rows` gives them."""
    query = """
        SELECT 'lineage', name, text FROM near_edges UNION ALL SELECT 'unheld', id, text FROM near_unheld
        UNION ALL SELECT 'event', id, text FROM near_events
        UNION ALL SELECT DISTINCT 'holding', name, text FROM near_holdings
    """
    return sorted((str(kind), str(name), str(text)) for kind, name, text in store.ask(query))


def _find_ruled(change: Change, shift: Shift, rulings: Rulings) -> set[str]:
    """The reports of whose lineage something else is ruled, or is ruled of a report that comes or goes."""
    edges = ({edge.report, edge.of} for edge in rulings.added_edges)
    return {id_ for ends in edges if not ends.isdisjoint(change.ids) for id_ in ends} | shift.lineage


def _follow_children(nodes: Collection[int], store: Store) -> set[int]:
    """The reports that have their text from one of these: which of their claims are told again depends on it."""
    return store.numbers(f"SELECT node FROM near_edges WHERE kind = 'close' AND node >= 0 AND other {IN}", set(nodes))


def _find_told(claims: Collection[str], store: Store) -> Mapping[int, str]:
    query = f"SELECT node, claim FROM near_parts WHERE claim {IN}"
    return {int(str(node)): str(claim) for node, claim in store.ask(query, set(claims))}


def _find_alone(shift: Shift, standing: Standing) -> frozenset[str]:
    """The claims of whose events something else is ruled, though they are told as before."""
    nodes = set(standing.find_nodes(shift.retracted).values())
    told = standing.store.names(f"SELECT claim FROM near_parts WHERE node {IN}", nodes)
    return shift.together | shift.voices | told
