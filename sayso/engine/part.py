"""Part: some reports of a record with the lineage that is known of them, ready to be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.corroborate.event.twin import Node, gather_nodes
from sayso.corroborate.ground import Ground, lay_ground
from sayso.corroborate.telling import Telling, gather_tellings
from sayso.engine.claims import decode_resolution
from sayso.engine.work import Given, take
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Lineage
from sayso.model.resolution import Resolution
from sayso.record import codec


@dataclass(frozen=True)
class Part:
    """Reports by the number under which they were learnt; `inside` are those that the task is about."""

    reports: Mapping[int, Resolution]
    inside: frozenset[int]
    edges: tuple[Lineage, ...]
    knowledge: Knowledge

    @cached_property
    def resolutions(self) -> list[Resolution]:
        """In the order learnt."""
        return [self.reports[node] for node in sorted(self.reports)]

    @cached_property
    def ground(self) -> Ground:
        """Who is who, in these reports."""
        return lay_ground(self.resolutions, self.knowledge)

    @cached_property
    def tellings(self) -> list[Telling]:
        """All claims."""
        return gather_tellings(self.resolutions, lambda report: self.ground.under([report]).entities)

    @cached_property
    def nodes(self) -> list[Node]:
        """All claims with their twins in reports that derive from theirs."""
        return gather_nodes(self.tellings, self.edges, self.ground)

    @cached_property
    def node_of(self) -> Mapping[str, int]:
        """The number of each report."""
        return {resolution.report.id: node for node, resolution in self.reports.items()}

    @cached_property
    def learnt(self) -> Mapping[str, int]:
        """The order in which the claims were learnt."""
        ids = [claim.id for resolution in self.resolutions for claim in resolution.claims]
        return {id_: place for place, id_ in enumerate(ids)}


def read_part(given: Sequence[Given], knowledge: Knowledge) -> Part:
    """The part that rows of the kinds `inside`, `beside` (payloads) and `edge` (lineage) describe."""
    inside = {row.node: decode_resolution(row.text) for row in take(given, "inside")}
    beside = {row.node: decode_resolution(row.text) for row in take(given, "beside")}
    edges = [codec.decode(Lineage, row.text) for row in take(given, "edge")]
    order = sorted(edges, key=lambda edge: (edge.report, edge.of))
    return Part(beside | inside, frozenset(inside), tuple(order), knowledge)
