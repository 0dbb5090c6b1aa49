"""Parent: of all that a report may have its text from, the likeliest."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.relation import Side, says_whose
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.lineage.version import number_version
from sayso.model.lineage import Lineage, Relation

_ALIKE = 0.02  # scores that differ by no more are alike


def choose_parent(
    child: Side, edges: Collection[Lineage], sides: Mapping[str, Side], mentions: Collection[str]
) -> Lineage | None:
    """The edge to the likeliest parent of a report; None without edges.

    The highest score first. Of an origin and its copies, which are alike, the origin: one that the report
    names before one that it does not, one that says of no other that it has the text from it before one that
    does, then the earliest told. Of several earlier states of a report the last is its parent.
    """
    alike = _find_alike(child, edges)
    if any(edge.relation is Relation.VERSION for edge in alike):
        versions = [edge for edge in alike if edge.relation is Relation.VERSION]
        return max(versions, key=lambda edge: _order_state(sides[edge.of].text))
    return min(
        alike,
        key=lambda edge: (edge.of not in mentions, says_whose(sides[edge.of]), order_told(sides[edge.of].text)),
        default=None,
    )


def _find_alike(child: Side, edges: Collection[Lineage]) -> list[Lineage]:
    """Those that score like the best. Without a date any may be older than the child: all that relate to it alike."""
    best = max(edges, key=lambda edge: edge.score, default=None)
    if best is None:
        return []
    if child.text.report.told is None:
        return [edge for edge in edges if edge.relation is best.relation]
    return [edge for edge in edges if edge.score >= best.score - _ALIKE]


def _order_state(text: Text) -> tuple[bool, str, int, str]:
    """The order of the states of one report; one without a date comes first."""
    return text.report.told is not None, text.report.told or "", number_version(text.report), text.id
