"""Ruling: what persons decided of lineage is obeyed."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.corroborate.lineage.relation import is_close
from sayso.model.lineage import Lineage
from sayso.model.ruling import Rulings


def obey_rulings(edges: Iterable[Lineage], rulings: Rulings) -> list[Lineage]:
    """The edges with those that persons added, without those that they cut.

    A parent that a person gives takes the place of the one found, and an edge that a person adds
    that of its contrary.
    """
    added = {(edge.report, edge.of): edge for edge in rulings.added_edges}
    given = {edge.report for edge in rulings.added_edges if is_close(edge.relation)}
    kept = [
        edge
        for edge in edges
        if (edge.report, edge.of) not in rulings.cut_edges
        and (edge.report, edge.of) not in added
        and (edge.of, edge.report) not in added
        and not (is_close(edge.relation) and edge.report in given)
    ]
    return [*kept, *added.values()]
