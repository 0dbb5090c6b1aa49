"""Reach: look-ups over the part of the record that a page shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.brief.mark import Marks, find_marks
from sayso.model.claim import Claim
from sayso.model.concealing import AT_LEAST_ONE
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.lineage import Lineage
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.voice import Voice
from sayso.model.withholding import WITHHELD


@dataclass(frozen=True)
class Reach:
    """A snapshot with what every page on it looks up; each look-up is laid out when first asked."""

    snapshot: Snapshot

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by identifier, in the order in which they were learnt."""
        return {claim.id: claim for each in self.snapshot.resolutions for claim in each.claims}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Held reports by identifier."""
        return {each.report.id: each.report for each in self.snapshot.resolutions}

    @cached_property
    def unheld(self) -> dict[str, Report]:
        """Reports that held ones derive from, without text of their own."""
        return {report.id: report for report in self.snapshot.corroboration.unheld}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Whoever and whatever the reports name, by identifier."""
        return {entity.id: entity for each in self.snapshot.resolutions for entity in each.entities}

    @cached_property
    def origins(self) -> dict[str, tuple[Lineage, ...]]:
        """What each report derives from, the surest line first."""
        found: dict[str, list[Lineage]] = {}
        for edge in sorted(self.snapshot.corroboration.lineage, key=lambda edge: -edge.score):
            found.setdefault(edge.report, []).append(edge)
        return {report: tuple(edges) for report, edges in found.items()}

    @cached_property
    def depths(self) -> dict[str, int]:
        """How many steps each report is away from one that derives from none of these; 0 in a ring without such."""
        origins = {id_: [e.of for e in self.origins.get(id_, ()) if e.of in self.reports] for id_ in self.reports}
        derived: dict[str, list[str]] = {}
        for report, above in origins.items():
            for each in above:
                derived.setdefault(each, []).append(report)
        depths = {report: 0 for report, above in origins.items() if not above}
        waiting = list(depths)
        for report in waiting:  # grows while it is read: the nearest come first
            for each in derived.get(report, ()):
                if each not in depths:
                    depths[each] = depths[report] + 1
                    waiting.append(each)
        return {report: depths.get(report, 0) for report in self.reports}

    @cached_property
    def marks(self) -> Marks:
        """What persons said of claims and sources."""
        return find_marks(self.snapshot)

    @cached_property
    def events_of(self) -> dict[str, Event]:
        """The event of each claim that stands in one."""
        return {claim: event for event in self.snapshot.corroboration.events for claim in event.claims}

    def all_claims(self, identifiers: Iterable[str]) -> tuple[Claim, ...]:
        """These claims, as far as their reports are here, originals before what copies them, earlier before later."""
        found = [self.claims[each] for each in identifiers if each in self.claims]
        return tuple(sorted(found, key=lambda claim: (self.depths[claim.report], self.told(claim), claim.id)))

    def told(self, claim: Claim) -> str:
        """The day a claim's report was told; what has no date sorts last."""
        return self.reports[claim.report].told or "9"

    def speaks_for(self, voice: Voice) -> Entity | None:
        """Whom a voice speaks for; None where that is not known, or it is itself."""
        found = self.entities.get(voice.speaks_for or "")
        return None if found is None or found.name in voice.names else found

    def key_of(self, voice: Voice) -> str | None:
        """What the address of a voice's page says: its entity where it is known by one, else its name.

        None for a voice that is withheld: it has no page.
        """
        if voice.name in (WITHHELD, AT_LEAST_ONE):
            return None
        speakers = (claim.speaker for claim in self.all_claims(voice.claims))
        named = (each.entity for each in speakers if each and each.entity and voice.name in (each.name, *each.names))
        return next(named, voice.name)

    def reports_of(self, claims: Sequence[Claim]) -> tuple[Report, ...]:
        """The reports of claims, each once, in the claims' order."""
        return tuple({claim.report: self.reports[claim.report] for claim in claims}.values())
