"""Parent: of all that a report may have its text from, the likeliest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.lineage.version import number_version
from sayso.model.lineage import Lineage, Relation


def choose_parent(edges: Iterable[Lineage], texts: Mapping[str, Text], mentions: Collection[str]) -> Lineage | None:
    """The edge to the likeliest parent; None without edges.

    The highest score first, one that the report names before one that it does not, then the earliest told: of an
    origin and its copies the origin. Of several earlier states of a report the last is its parent.
    """
    ranked = sorted(edges, key=lambda edge: (-edge.score, edge.of not in mentions, order_told(texts[edge.of])))
    if not ranked or ranked[0].relation is not Relation.VERSION:
        return ranked[0] if ranked else None
    versions = [edge for edge in ranked if edge.relation is Relation.VERSION]
    return max(versions, key=lambda edge: _order_state(texts[edge.of]))


def _order_state(text: Text) -> tuple[bool, str, int, str]:
    """The order of the states of one report; one without a date comes first."""
    return text.report.told is not None, text.report.told or "", number_version(text.report), text.id
