"""Neighbourhood: the named steps of corroboration, in order, over all claims that can be about one matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.corroborate.event.clustering import find_clusters
from sayso.corroborate.event.making import make_events
from sayso.corroborate.event.twin import gather_nodes
from sayso.corroborate.ground import lay_ground
from sayso.corroborate.holding.together import find_all_holdings
from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.resting import rest_on_knowledge
from sayso.corroborate.retraction import mark_retracted
from sayso.corroborate.telling import gather_tellings
from sayso.model.corroboration import Corroboration
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings
from sayso.pausing import pause_collecting


@pause_collecting()
def corroborate(
    resolutions: Sequence[Resolution], *, knowledge: Knowledge, rulings: Rulings | None = None
) -> Corroboration:
    """Lineage, events with voices, accounts and conflicts, and holdings, of one closed neighbourhood.

    The order of `resolutions` is the order learnt: it names events and voices and changes nothing else.
    `rulings` are what persons decided. Empty input gives an empty corroboration.
    """
    rulings = rulings or Rulings()
    kept = _keep_once(resolutions)
    ground = lay_ground(kept, knowledge)
    lineage, unheld = derive_lineage(kept, rulings)
    tellings = gather_tellings(kept, lambda report: ground.under([report]).entities)
    nodes = gather_nodes(tellings, lineage, ground, rulings.apart)
    clusters = find_clusters(nodes, ground, rulings)
    events = make_events(clusters, lineage, ground, rulings, learnt=_order_learnt(kept))
    events = mark_retracted(events, nodes, rulings.retracted)
    holdings = find_all_holdings(events, nodes, ground)
    return rest_on_knowledge(Corroboration(lineage, unheld, events, holdings), kept, knowledge)


def _keep_once(resolutions: Sequence[Resolution]) -> list[Resolution]:
    """A report given twice counts once, as first learnt."""
    return list({resolution.report.id: resolution for resolution in reversed(resolutions)}.values())[::-1]


def _order_learnt(resolutions: Sequence[Resolution]) -> Mapping[str, int]:
    ids = [claim.id for resolution in resolutions for claim in resolution.claims]
    return {id_: place for place, id_ in enumerate(ids)}
