"""Sibling: reports that have one text from a third which nobody holds are laid beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.corroborate.lineage.direction import order_told
from sayso.corroborate.lineage.relation import is_close
from sayso.corroborate.lineage.text import prepare_text
from sayso.model.lineage import Lineage
from sayso.model.report import Report


def lay_beside(lineage: Iterable[Lineage], reports: Mapping[str, Report]) -> list[Lineage]:
    """Which held text is to be read beside which, sentence by sentence, in order of identifiers.

    The close edges between held `reports`; and where a wire is not held, edges from those that have their
    whole text from it to the first told of them, which stands for the wire.
    """
    close = [edge for edge in lineage if is_close(edge.relation)]
    found = [edge for edge in close if edge.of in reports]
    siblings: dict[str, list[Lineage]] = defaultdict(list)
    for edge in close:
        if edge.of not in reports:
            siblings[edge.of].append(edge)
    for edges in siblings.values():
        first = min((edge.report for edge in edges), key=lambda id_: order_told(prepare_text(reports[id_])))
        found += [replace(edge, of=first) for edge in edges if edge.report != first]
    return sorted(found, key=lambda edge: (edge.report, edge.of))
