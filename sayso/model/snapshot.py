"""Snapshot: the record as it is shown, exported and briefed: current readings with decisions applied."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sayso.model.capture import SetAside
from sayso.model.corroboration import Corroboration
from sayso.model.decision import Decision
from sayso.model.entity import Entity
from sayso.model.resolution import Resolution


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything derived for now, with the decisions that were applied and the inputs set aside.

    `texts` are the clean texts, by version, on whose words persons decided.
    """

    resolutions: tuple[Resolution, ...] = ()
    corroboration: Corroboration = field(default_factory=Corroboration)
    decisions: tuple[Decision, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    def list_entities(self) -> dict[str, Entity]:
        """What is named in the reports, by identifier."""
        return {entity.id: entity for resolution in self.resolutions for entity in resolution.entities}

    def about(self, reports: Collection[str]) -> Snapshot:
        """The part that concerns these reports: their claims, and every event, lineage and holding they stand in."""
        chosen = tuple(resolution for resolution in self.resolutions if resolution.report.id in reports)
        claims = {claim.id for resolution in chosen for claim in resolution.claims}
        derived = self.corroboration
        events = tuple(event for event in derived.events if claims.intersection(event.claims))
        standing = {event.id for event in events}
        lineage = tuple(edge for edge in derived.lineage if edge.report in reports or edge.of in reports)
        origins = {edge.of for edge in lineage}
        return replace(
            self,
            resolutions=chosen,
            corroboration=Corroboration(
                lineage=lineage,
                unheld=tuple(report for report in derived.unheld if report.id in origins),
                events=events,
                holdings=tuple(holding for holding in derived.holdings if standing.intersection(holding.events)),
            ),
        )
