"""Interpretation: one report with everything its words refer to, before names are joined across reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.claim import Claim, When
from sayso.model.entity import EntityKind
from sayso.model.lineage import Credit
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.values.span import Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.resolve.affiliation import Tie, find_ties
from sayso.resolve.antecedent import Heard
from sayso.resolve.chain import Outlets, Step, build_chain, hear_speakers
from sayso.resolve.channel import complete_channel
from sayso.resolve.credit import find_credits
from sayso.resolve.denial import settle_denials
from sayso.resolve.description import Sort, describe
from sayso.resolve.filler import resolve_filler
from sayso.resolve.interview import find_answers
from sayso.resolve.issued import find_issued
from sayso.resolve.layout import is_quoted
from sayso.resolve.quantity import inherit_unit, resolve_quantity
from sayso.resolve.referent import Referent
from sayso.resolve.roster import Roster, call_roll
from sayso.resolve.when import Anchor, find_day, find_expression, parse_when


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


def interpret(report: Report, reading: Reading, *, outlets: tuple[str, ...]) -> Interpretation:
    """Resolve one report by itself: `outlets` are the names of all outlets that the batch knows."""
    roster = call_roll(report.text)
    reading = settle_denials(reading, roster=roster)
    known = Outlets(report.outlet, outlets)
    credits_ = find_credits(roster, outlet=report.outlet, outlets=outlets)
    issued = find_issued(roster, title=report.title, outlet=report.outlet)
    guest = issued[0].who if issued else ""
    floors = (*find_answers(roster, title=report.title, outlet=report.outlet, guest=guest), *issued)
    by_place, heard = hear_speakers(reading, roster=roster, outlets=known, credited=credits_, floors=floors)
    told: list[Told] = []
    parties: list[Heard] = []
    for claim in sorted(reading.claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id)):
        steps = build_chain(
            claim, by_place=by_place, heard=heard, roster=roster, outlets=known, credited=credits_, floors=floors
        )
        speaker = steps[0].referent if len(steps) > 1 else None
        fillers = _resolve_fillers(claim, roster=roster, heard=heard, speaker=speaker, parties=parties)
        whole = tuple(_complete_channel(step, roster) for step in steps)
        told.append(Told(_fill_values(claim, report, roster), whole, fillers))
    order = {claim.id: place for place, claim in enumerate(reading.claims)}
    told.sort(key=lambda each: order[each.claim.id])
    plain = Interpretation(report, reading, tuple(told), (), credits_)
    return replace(plain, ties=find_ties(plain.referents, roster=roster))


def _complete_channel(step: Step, roster: Roster) -> Step:
    return replace(step, link=replace(step.link, channel=complete_channel(step.link, roster=roster)))


def _resolve_fillers(
    claim: Claim, *, roster: Roster, heard: Sequence[Heard], speaker: Referent | None, parties: list[Heard]
) -> tuple[Referent | None, ...]:
    """The claim's roles in order; parties found are added to `parties`, for the pronouns of later claims."""
    found = []
    for filler in claim.roles:
        referent = resolve_filler(filler, claim=claim, roster=roster, heard=heard, speaker=speaker, parties=parties)
        found.append(referent)
        if referent and referent.kind in (EntityKind.PERSON, EntityKind.GROUP) and filler.mention.start is not None:
            parties.append(Heard(filler.mention.start, referent))
    return tuple(found)


def _fill_values(claim: Claim, report: Report, roster: Roster) -> Claim:
    quantities = inherit_unit([resolve_quantity(each, roles=claim.roles) for each in claim.quantities])
    dated = claim if claim.when else replace(claim, when=_borrow_when(claim, roster))
    return replace(claim, when=_fill_when(dated, report, roster), quantities=quantities)


_CONTROL = frozenset({ClaimType.SEIZE, ClaimType.HOLD})
_NEWS = 45  # characters behind a cue: "said on Saturday", "said in a statement on Saturday"


def _borrow_when(claim: Claim, roster: Roster) -> When | None:
    """Words outside a claim that date it: those of its images, and "said on Saturday" of who holds a place.

    What satellite images of 13 March show was so on 13 March. "Fighters have captured the base, the
    spokesman said on Saturday" is dated by reports in this way alone; of other claims the day of
    saying dates nothing. None where no such words stand there.
    """
    if not claim.chain or (claim.stance is not Stance.ASSERTED and claim.type is not ClaimType.PRESENT):
        return None
    link = claim.chain[0]
    if link.source.start is None or link.source.end is None:
        return None
    if claim.type is ClaimType.PRESENT and describe(link.source.text).sort is Sort.IMAGES:
        end = link.cue.start if link.cue and link.cue.start > link.source.end else link.source.end
        # The day of posting is not the day of what is shown.
        posted = re.search(
            r"\b(?:posted|published|released|circulated|shared|sent)\b", roster.text[link.source.start : end]
        )
        return None if posted else _when_within(roster.text, link.source.start, end)
    if claim.type in _CONTROL and link.cue:
        stop = min(roster.layout.sentence(link.cue.start)[1], link.cue.end + _NEWS)
        inside = [span.start for span in claim.evidence.spans if link.cue.end <= span.start < stop]
        return _when_within(roster.text, link.cue.end, min([stop, *inside]))
    return None


def _when_within(text: str, start: int, end: int) -> When | None:
    found = find_expression(text[start:end])
    return When(Span.of(text, start + found[0], start + found[1])) if found else None


def _fill_when(claim: Claim, report: Report, roster: Roster) -> When | None:
    when = claim.when
    if when is None or when.edtf is not None:
        return when
    told = Anchor(report.told, ahead=_looks_ahead(claim, when))
    scene = _find_scene(when, roster, told)
    if scene and is_quoted(roster.text, roster.layout, when.span.start):
        # "Today our forces have seized the town," he said on Tuesday: his today, not the paper's.
        told = replace(told, told=scene.isoformat())
    found = parse_when(when.span.text, anchor=replace(told, scene=scene))
    if found is None:
        return when
    return replace(when, edtf=_close(found.edtf, claim, report, roster), basis=found.basis)


def _looks_ahead(claim: Claim, when: When) -> bool:
    """Plans look ahead; a demand does where its date is a term ("by Friday"), else its date may be that of asking."""
    if claim.stance is Stance.REQUESTED:
        return bool(re.match(r"(?:by|until|till|before|from|next|within)\b", when.span.text.casefold()))
    return claim.stance is Stance.PLANNED


def _find_scene(when: When, roster: Roster, told: Anchor) -> date | None:
    """The day that the text around speaks of: in the same sentence, else the last one named shortly before."""
    start, end = roster.layout.sentence(when.span.start)
    text = roster.text
    around = text[start : when.span.start] + " ; " + text[when.span.end : end]
    begin = roster.layout.paragraph(when.span.start)[0]
    for _ in range(_SCENE_REACH):
        begin = roster.layout.paragraph(max(begin - 1, 0))[0]
    return find_day(around, anchor=told) or find_day(text[begin:start], anchor=told)


_SCENE_REACH = 2  # paragraphs back


def _close(edtf: str, claim: Claim, report: Report, roster: Roster) -> str:
    """What "had been held since 2016", in the outlet's own voice, lasted until what the report tells."""
    if not edtf.endswith("/..") or claim.chain or report.told is None or claim.when is None:
        return edtf
    start, _ = roster.layout.sentence(claim.when.span.start)
    pluperfect = re.search(r"\bhad\b", roster.text[start : claim.when.span.start])
    return edtf.replace("..", report.told) if pluperfect else edtf
