"""The event as its page shows it: who says it, who denies it, how many are really separate, and by which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.brief.count import caption_event
from sayso.brief.missing import list_missing
from sayso.brief.subject import Subject, SubjectKind
from sayso.desk.event.fact import Facts, gather_facts
from sayso.desk.event.history import list_decisions
from sayso.desk.event.lineage import Branch, count_reports, prune, trace
from sayso.desk.event.number import Scale, list_scales
from sayso.desk.event.reach import Reach
from sayso.desk.event.saying import Heard, Saying, hear, hear_nobody, tell
from sayso.desk.event.side import Dispute, Side, list_disputes, list_sides
from sayso.desk.event.tally import Tally, tally_event
from sayso.errors import NotInRecord
from sayso.model.airwars import AirwarsGrade, grade_event
from sayso.model.assessment import Assessment
from sayso.model.claim import Claim
from sayso.model.decision import Decision
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.title import Title, title_of
from sayso.model.values.stance import FACTUAL, Stance
from sayso.model.voice import Voice

MOST = 60  # reports of one voice that a page lists: a wire may have hundreds of copies, and all of them say one thing


@dataclass(frozen=True, slots=True)
class VoiceView:
    """A voice as it was counted: whom it speaks for, the reports it reached us by, why what was folded is one.

    `key` is what the address of its source's page says, None where it has none.
    """

    voice: Voice
    key: str | None
    speaks_for: Entity | None
    sayings: tuple[Saying, ...]
    branches: tuple[Branch, ...]
    grades: tuple[Assessment, ...]

    @property
    def reports(self) -> int:
        """How many held reports carry it."""
        return count_reports(self.branches)

    @property
    def shown(self) -> tuple[Branch, ...]:
        """The trees as far as a page lists them."""
        return prune(self.branches, MOST)

    @property
    def left_out(self) -> int:
        """How many reports the page does not list."""
        return self.reports - count_reports(self.shown)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is planned, asked for, questioned or judged: never an account of what happened."""

    stance: Stance
    heard: tuple[Heard, ...]
    unsourced: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim of the event with its voice (None: nobody's) and its report."""

    claim: Claim
    voice: Voice | None
    report: Report


@dataclass(frozen=True, slots=True)
class EventView:
    """All that the page of an event shows.

    `count` is the brief's own line, `tallies` its numbers, `rows` are all claims by voice.
    """

    event: Event
    title: Title
    count: str
    tallies: tuple[Tally, ...]
    facts: Facts
    reports: tuple[Report, ...]
    sides: tuple[Side, ...]
    disputes: tuple[Dispute, ...]
    beside: tuple[Beside, ...]
    elsewhere: tuple[Saying, ...]
    voices: tuple[VoiceView, ...]
    rows: tuple[Row, ...]
    scales: tuple[Scale, ...]
    missing: tuple[str, ...]
    airwars: tuple[AirwarsGrade, str] | None
    decisions: tuple[Decision, ...]

    @property
    def support(self) -> int:
        """The headline number: voices that assert it."""
        return self.heard_as(Stance.ASSERTED)

    @property
    def repeats(self) -> int:
        """How many of the reports only take over from another of them what every voice in them says."""
        own = {branch.report.id for voice in self.voices for branch in voice.branches if branch.report.held}
        return len(self.reports) - len([report for report in self.reports if report.id in own])

    @property
    def accounts(self) -> Mapping[str, str]:
        """The letter of the account of each claim that stands in one."""
        return {claim: side.letter for side in self.sides for claim in side.account.claims}

    @property
    def foldings(self) -> tuple[Row, ...]:
        """Claims of voices that speak more than one: each could be told apart from the rest."""
        return tuple(row for row in self.rows if row.voice is not None and len(row.voice.claims) > 1)

    def heard_as(self, stance: Stance) -> int:
        """How many voices put it so."""
        return sum(stance in each.voice.stances for each in self.voices)


def view_event(snapshot: Snapshot, event_id: str) -> EventView:
    """The page of an event, from the part of the record around it. Raises NotInRecord for another event."""
    event = next((each for each in snapshot.corroboration.events if each.id == event_id), None)
    if event is None:
        raise NotInRecord(f"{event_id!r} is no event of this record; search for its words")
    reach = Reach(snapshot)
    claims = reach.all_claims(event.claims)
    reports = tuple(sorted(reach.reports_of(claims), key=lambda report: report.told or "9"))
    sides = list_sides(reach, event)
    return EventView(
        event=event,
        title=title_of(event, [reach.claims[id_] for id_ in event.claims if id_ in reach.claims]),
        count=caption_event(event, reports=len(reports)),
        tallies=tally_event(event),
        facts=gather_facts(reach, event),
        reports=reports,
        sides=sides,
        disputes=list_disputes(reach, event, sides),
        beside=tuple(_list_beside(reach, event)),
        elsewhere=_list_elsewhere(reach, event),
        voices=tuple(_view_voice(reach, event, voice) for voice in _order_voices(event)),
        rows=tuple(_list_rows(reach, event)),
        scales=list_scales(reach, event),
        missing=_list_missing(snapshot, event, reports),
        airwars=grade_event(event),
        decisions=list_decisions(reach, event),
    )


def _order_voices(event: Event) -> list[Voice]:
    """Those who assert it first, then those who deny it, then the others."""
    stances = list(Stance)
    return sorted(event.voices, key=lambda voice: min((stances.index(each) for each in voice.stances), default=9))


def _view_voice(reach: Reach, event: Event, voice: Voice) -> VoiceView:
    claims = reach.all_claims(voice.claims)
    return VoiceView(
        voice=voice,
        key=reach.key_of(voice),
        speaks_for=reach.speaks_for(voice),
        sayings=tell(reach, event, claims),
        branches=trace(reach, claims),
        grades=reach.marks.assessments.of_source((voice.name, *voice.names)),
    )


def _list_rows(reach: Reach, event: Event) -> Iterable[Row]:
    voiced = {claim for voice in event.voices for claim in voice.claims}
    for voice in _order_voices(event):
        for claim in reach.all_claims(voice.claims):
            yield Row(claim, voice, reach.reports[claim.report])
    for claim in reach.all_claims(event.claims):
        if claim.id not in voiced:
            yield Row(claim, None, reach.reports[claim.report])


def _list_beside(reach: Reach, event: Event) -> Iterable[Beside]:
    for stance in Stance:
        claims = [claim.id for claim in reach.all_claims(event.claims) if claim.stance is stance]
        if claims and stance not in FACTUAL:
            yield Beside(stance, hear(reach, event, claims), hear_nobody(reach, event, claims))


def _list_elsewhere(reach: Reach, event: Event) -> tuple[Saying, ...]:
    """Words on what happened that stand in no account: none is lost from the page."""
    shown = {claim for account in event.accounts for claim in account.claims}
    rest = [claim for claim in reach.all_claims(event.claims) if claim.stance in FACTUAL and claim.id not in shown]
    return tell(reach, event, rest)


def _list_missing(snapshot: Snapshot, event: Event, reports: tuple[Report, ...]) -> tuple[str, ...]:
    subject = Subject("this event", SubjectKind.EVENT, frozenset(), event.place_names or (event.id,), event.id)
    return list_missing(snapshot, subject, (event,), reports)
