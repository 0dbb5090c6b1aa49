"""Interpretation: one report with everything its words refer to, before names are joined across reports."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.model.claim import Claim
from sayso.model.entity import EntityKind
from sayso.model.knowledge import Knowledge
from sayso.model.lineage import Credit
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.resolve.actor import list_agencies
from sayso.resolve.affiliation import Tie, find_ties
from sayso.resolve.chain import Step, build_chain, hear_speakers
from sayso.resolve.channel import complete_channel
from sayso.resolve.denial import settle_denials
from sayso.resolve.discourse import Discourse, Hearing, Outlets, open_discourse
from sayso.resolve.equipment import find_equipment
from sayso.resolve.filler import resolve_filler
from sayso.resolve.heard import Heard
from sayso.resolve.outlet import Asked
from sayso.resolve.quantity import resolve_quantities
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster
from sayso.resolve.when import date_claim


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its dates and counts filled, its whole chain, and what its roles stand for."""

    claim: Claim
    steps: tuple[Step, ...]
    fillers: tuple[Referent | None, ...]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A report's claims with all referents, the affiliations it states and the credits it gives."""

    report: Report
    reading: Reading
    told: tuple[Told, ...]
    ties: tuple[Tie, ...]
    credits: tuple[Credit, ...]

    @property
    def referents(self) -> tuple[Referent, ...]:
        """Everything referred to, affiliations included, each once, in the order met."""
        found = [step.referent for told in self.told for step in told.steps]
        found += [filler for told in self.told for filler in told.fillers]
        found += [party for tie in self.ties for party in (tie.whose, tie.of)]
        return tuple(dict.fromkeys(each for each in found if each))


def interpret(
    report: Report, reading: Reading, *, outlets: Asked, knowledge: Knowledge, is_settled: bool = False
) -> Interpretation:
    """Resolve one report by itself: `outlets` are all that the batch knows; what it asks of them is noted there.

    `is_settled`: its denials are settled already, and persons have decided on them since.
    """
    agencies = list_agencies(knowledge)
    discourse = open_discourse(report, outlets=Outlets(report.outlet, outlets, agencies))
    roster = discourse.roster
    reading = reading if is_settled else settle_denials(reading, roster=roster)
    hearing = hear_speakers(reading, discourse=discourse)
    told: list[Told] = []
    parties: list[Heard] = []
    for claim in sorted(reading.claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id)):
        steps = build_chain(claim, discourse=discourse, hearing=hearing)
        speaker = steps[0].referent if len(steps) > 1 else None
        fillers = _resolve_fillers(
            claim, knowledge=knowledge, discourse=discourse, hearing=hearing, speaker=speaker, parties=parties
        )
        whole = tuple(_complete_channel(step, roster) for step in steps)
        told.append(Told(_fill_values(claim, report, roster), whole, fillers))
    order = {claim.id: place for place, claim in enumerate(reading.claims)}
    told.sort(key=lambda each: order[each.claim.id])
    plain = Interpretation(report, reading, tuple(told), (), discourse.credits)
    return replace(plain, ties=find_ties(plain.referents, roster=roster))


def _complete_channel(step: Step, roster: Roster) -> Step:
    return replace(step, link=replace(step.link, channel=complete_channel(step.link, roster=roster)))


def _resolve_fillers(
    claim: Claim,
    *,
    knowledge: Knowledge,
    discourse: Discourse,
    hearing: Hearing,
    speaker: Referent | None,
    parties: list[Heard],
) -> tuple[Referent | None, ...]:
    """The claim's roles in order; parties found are added to `parties`, for the pronouns of later claims."""
    found = []
    for filler in claim.roles:
        referent = find_equipment(filler, knowledge) or resolve_filler(
            filler, claim=claim, discourse=discourse, heard=hearing.row, speaker=speaker, parties=parties
        )
        found.append(referent)
        if referent and referent.kind in (EntityKind.PERSON, EntityKind.GROUP) and filler.mention.start is not None:
            parties.append(Heard(filler.mention.start, referent))
    return tuple(found)


def _fill_values(claim: Claim, report: Report, roster: Roster) -> Claim:
    quantities = resolve_quantities(claim, text=report.text)
    return replace(claim, when=date_claim(claim, report=report, layout=roster.layout), quantities=quantities)
