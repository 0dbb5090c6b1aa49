"""Finding: the lineage of all reports, and the unheld ones that are pointed to."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.corroborate.lineage.candidates import find_candidates, find_fellows
from sayso.corroborate.lineage.credit import find_credited
from sayso.corroborate.lineage.direction import TIME_ZONE
from sayso.corroborate.lineage.keys import find_keys
from sayso.corroborate.lineage.mention import find_mentions, read_credits
from sayso.corroborate.lineage.outlet import outlet_names, same_outlet
from sayso.corroborate.lineage.parent import choose_parent
from sayso.corroborate.lineage.relation import Side, find_relation, is_close
from sayso.corroborate.lineage.ruling import obey_rulings
from sayso.corroborate.lineage.text import prepare_text
from sayso.corroborate.lineage.unheld import find_unheld
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.ruling import Rulings

__all__ = ["derive_lineage", "is_close", "outlet_names", "same_outlet"]


def derive_lineage(
    resolutions: Sequence[Resolution], rulings: Rulings | None = None
) -> tuple[tuple[Lineage, ...], tuple[Report, ...]]:
    """Who derives from whom, and the unheld reports that are pointed to, both in order of identifiers.

    A report has at most one parent as copy, rewrite, translation or version (the likeliest), and credits
    beside it. Which it has depends on the two texts and on its other candidates, never on how many reports there
    are or in which order. What persons cut is never there (the next likeliest may stand in its place), what they
    added always is. Misses a rewrite that keeps neither words nor credit: accepted.
    """
    rulings = rulings or Rulings()
    sides = prepare_sides(resolutions)
    keys = {id_: find_keys(side.text, side.credits) for id_, side in sides.items()}
    texts = [side.text for side in sides.values()]
    near, fellows = find_candidates(texts, keys), find_fellows(texts, keys)
    found: list[Lineage] = []
    for id_, side in sides.items():
        others = [sides[other] for other in sorted(near.get(id_, ())) if (id_, other) not in rulings.cut_edges]
        found += derive_edges(side, others)
    found = obey_rulings(keep_one_way(found), rulings)
    either = {id_: near.get(id_, frozenset()) | fellows.get(id_, frozenset()) for id_ in sides}
    absent = find_unheld(list(sides.values()), either, found)
    pointers = [edge for _, edges in absent for edge in edges if (edge.report, edge.of) not in rulings.cut_edges]
    pointed = {edge.of for edge in pointers}
    unheld = sorted((report for report, _ in absent if report.id in pointed), key=lambda report: report.id)
    return tuple(sorted([*found, *pointers], key=lambda edge: (edge.report, edge.of))), tuple(unheld)


def prepare_sides(resolutions: Sequence[Resolution]) -> dict[str, Side]:
    """The held reports, each once as first given, in order of identifier."""
    once = {resolution.report.id: resolution for resolution in reversed(resolutions) if resolution.report.held}
    return {id_: Side(prepare_text(once[id_].report), read_credits(once[id_])) for id_ in sorted(once)}


def derive_edges(child: Side, others: Sequence[Side]) -> list[Lineage]:
    """The edges of one report to its candidates: its parent, then its credits."""
    last = child.text.days[1] + TIME_ZONE
    others = [other for other in others if other.text.days[0] <= last]
    mentions = find_mentions(child.text, child.credits, [other.text.report for other in others])
    close = {
        other.text.id: edge for other in others if (edge := find_relation(child, other, mentions.get(other.text.id)))
    }
    known = {other.text.id: other for other in others}
    best = choose_parent(child, close.values(), known, mentions)
    has_text_of = known[best.of].text if best and best.relation is not Relation.VERSION else None
    credited = find_credited(child.text, [other.text for other in others], mentions, has_text_of)
    return [*([best] if best else []), *(edge for edge in credited if not best or edge.of != best.of)]


def keep_one_way(edges: Sequence[Lineage]) -> list[Lineage]:
    """Of two reports that seem to have their texts from each other the likelier direction stands.

    Two that credit each other, each in words of its own, both do so.
    """
    strength = {(edge.report, edge.of): (is_close(edge.relation), edge.score, edge.report) for edge in edges}
    return [
        edge
        for edge in edges
        if (back := strength.get((edge.of, edge.report))) is None
        or not (back[0] or is_close(edge.relation))
        or strength[edge.report, edge.of] > back
    ]
