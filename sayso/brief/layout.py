"""The record laid out for one subject: which events concern it, and the topics made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from sayso.brief.chain import caption_chain
from sayso.brief.copies import fold_copies
from sayso.brief.count import caption_event, caption_voices, count_voices
from sayso.brief.mark import find_marks
from sayso.brief.page import Quote, ReportNote, Topic
from sayso.brief.subject import PLACE_ROLES, Subject, SubjectKind
from sayso.brief.tally import tell_counts
from sayso.brief.title import title_event
from sayso.brief.wording import HAPPENED, plural
from sayso.model.claim import Claim
from sayso.model.conflict import Conflict
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.report import Report
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import Role, Stance


class Layout:
    """The snapshot laid out for one subject: look-ups that every section needs."""

    def __init__(self, snapshot: Snapshot, subject: Subject) -> None:
        self.subject = subject
        self.corroboration = snapshot.corroboration
        self.claims = {claim.id: claim for r in snapshot.resolutions for claim in r.claims}
        self.held = {r.report.id: r.report for r in snapshot.resolutions}
        self.unheld = {report.id: report for report in snapshot.corroboration.unheld}
        self.order = {claim: place for place, claim in enumerate(self.claims)}
        self.voice_of = {
            c: voice.id for event in snapshot.corroboration.events for voice in event.voices for c in voice.claims
        }
        self.marks = find_marks(snapshot)
        self.told = {id_: report.told for id_, report in self.held.items()}
        self.numbers: dict[str, int] = {}

    def select(self) -> tuple[list[Event], list[Event], list[Event]]:
        """Events that name the subject; those in reports on it that name no place; those there at other places.

        Each list is in order of day, the undated last, then of telling. An actor's or an event's brief has
        the first list alone.
        """
        if self.subject.event:
            return [event for event in self.corroboration.events if event.id == self.subject.event], [], []
        ordered = sorted(self.corroboration.events, key=lambda event: (event.when or "9", self._first(event)))
        named = [event for event in ordered if any(map(self._names_subject, self._claims(event.claims)))]
        if self.subject.kind is SubjectKind.ACTOR:
            return named, [], []
        about = {report.id for report in self.held.values() if self.subject.is_named_in(report.title)}
        taken = {event.id for event in named}
        others = [e for e in ordered if e.id not in taken and about & {c.report for c in self._claims(e.claims)}]
        placed = [event for event in others if self._is_placed(self._claims(event.claims))]
        return named, [event for event in others if event not in placed], placed

    def topics(self, events: Iterable[Event], *, note: str | None = None) -> Iterable[Topic]:
        """A topic for each event: what, where, when, how many voices, and one quote for each voice and stance.

        `note` is put to events that name no place.
        """
        for event in events:
            claims = self._claims(event.claims)
            reports = len({claim.report for claim in claims})
            yield Topic(
                title=title_event(event, claims),
                count=caption_event(event, reports=reports),
                numbers=tell_counts(event, claims, self.told),
                quotes=self._quotes(claims),
                id=event.id,
                note=_note(event, None if self._is_placed(claims) else note),
            )

    def sayings(self, events: Iterable[Event]) -> Iterable[Topic]:
        """One topic for all that is said and is no event, a quote for each voice and stance."""
        told = list(events)
        quotes = tuple(quote for event in told for quote in self._quotes(self._claims(event.claims)))
        if quotes:
            yield Topic(
                title="Opinions, forecasts and other statements", count=plural(len(told), "matter"), quotes=quotes
            )

    def holding_topics(self) -> Iterable[Topic]:
        """A topic for each holding of the subject, or by it, the latest last."""
        mine = [holding for holding in self.corroboration.holdings if self._is_mine(holding)]
        for holding in sorted(mine, key=lambda holding: holding.start or holding.last_said or "9"):
            said = f"last said on {holding.last_said}" if holding.last_said else "told by pages that give no date"
            claims = self._claims(holding.claims)
            yield Topic(
                title=f"{holding.holder_names[0]} holds {holding.place_names[0]}, {_interval(holding)}",
                count=f"{holding.status}; {count_voices(holding.voices, holding.at_least)}; {said}",
                quotes=self._first_quotes(claims),
            )

    def conflict_topics(self, events: Iterable[Event]) -> Iterable[Topic]:
        """A topic for each conflict: the two sides, their voices, their words."""
        for event in events:
            for conflict in event.conflicts:
                yield Topic(
                    title=f"{HAPPENED[event.type]}: on {conflict.on}",
                    count=self._sides(event, conflict),
                    quotes=self._side_quotes(conflict),
                    id=event.id,
                    note=conflict.because or None,
                )

    def reports_of(self, events: Iterable[Event]) -> list[Report]:
        """The held reports whose claims the events hold, in the order of their numbers."""
        found = {claim.report for event in events for claim in self._claims(event.claims)}
        return [report for report in self.held.values() if report.id in found]

    def notes(self) -> Iterable[ReportNote]:
        """The reports quoted so far, by number."""
        for report, number in self.numbers.items():
            of = [lineage for lineage in self.corroboration.lineage if lineage.report == report]
            derived = tuple(f"{lineage.relation} of {self._caption_report(lineage.of)}" for lineage in of)
            yield ReportNote(number, self.held[report], derived)

    def _is_mine(self, holding: Holding) -> bool:
        key = holding.place if self.subject.kind is SubjectKind.PLACE else holding.holder
        return key in self.subject.entities or bool(self.subject.event and self.subject.event in holding.events)

    def _claims(self, identifiers: Iterable[str]) -> list[Claim]:
        return [self.claims[identifier] for identifier in identifiers if identifier in self.claims]

    def _first(self, event: Event) -> int:
        return min((self.order[claim] for claim in event.claims if claim in self.order), default=0)

    def _names_subject(self, claim: Claim) -> bool:
        mentions = [filler.mention for filler in claim.roles]
        if self.subject.kind is SubjectKind.ACTOR:
            mentions += [link.source for link in claim.chain[:1]]
        return any(self.subject.is_named_by(mention) for mention in mentions)

    def _is_placed(self, claims: Iterable[Claim]) -> bool:
        places = {holding.place for holding in self.corroboration.holdings}
        return any(
            filler.role in PLACE_ROLES or (filler.role is Role.OBJECT and filler.mention.entity in places)
            for claim in claims
            for filler in claim.roles
        )

    def _quotes(self, claims: Sequence[Claim]) -> tuple[Quote, ...]:
        """A quote for all that each voice says under each stance, its copies counted; the unsourced come last."""
        groups: dict[tuple[str, Stance], list[Claim]] = {}
        for claim in sorted(claims, key=lambda claim: (claim.id not in self.voice_of, self.order[claim.id])):
            groups.setdefault((self.voice_of.get(claim.id, claim.id), claim.stance), []).append(claim)
        return tuple(map(self._quote, chain.from_iterable(map(fold_copies, groups.values()))))

    def _first_quotes(self, claims: Sequence[Claim]) -> tuple[Quote, ...]:
        """A quote for all that each voice says, asserted ones first, copies counted; the unsourced each for itself."""
        groups: dict[str, list[Claim]] = {}
        for claim in sorted(claims, key=lambda claim: (claim.stance is not Stance.ASSERTED, self.order[claim.id])):
            groups.setdefault(self.voice_of.get(claim.id, claim.id), []).append(claim)
        return tuple(map(self._quote, chain.from_iterable(map(fold_copies, groups.values()))))

    def _side_quotes(self, conflict: Conflict) -> tuple[Quote, ...]:
        return tuple(quote for side in conflict.between for quote in self._first_quotes(self._claims(side)))

    def _sides(self, event: Event, conflict: Conflict) -> str:
        captions = []
        for value, side in zip(conflict.values, conflict.between, strict=True):
            heard = [voice for voice in event.voices if set(voice.claims) & set(side)]
            captions.append(f"“{value}” ({caption_voices(heard)})")
        return " against ".join(captions)

    def _quote(self, claims: Sequence[Claim]) -> Quote:
        first = claims[0]
        return Quote(
            claim=first.id,
            words=first.evidence.text,
            stance=first.stance,
            said_by=caption_chain(first),
            report=self._number(first.report),
            copies=len({claim.report for claim in claims} - {first.report}),
            marks=self.marks.of(first),
        )

    def _number(self, report: str) -> int:
        return self.numbers.setdefault(report, len(self.numbers) + 1)

    def _caption_report(self, identifier: str) -> str:
        report = self.held.get(identifier) or self.unheld.get(identifier)
        if report is None:
            return identifier
        if not report.held:
            return f"a report of {report.outlet} that is not held"
        number = self.numbers.get(identifier)
        return f"[{number}]" if number else f"“{report.title or report.address}” ({report.outlet or 'no outlet'})"


def _note(event: Event, note: str | None) -> str | None:
    """What is to be known before the count of an event is read: that its voices do not all say the same."""
    on = ", ".join(dict.fromkeys(str(conflict.on) for conflict in event.conflicts))
    differ = f"these voices do not all say the same: accounts disagree on {on}" if on and not event.at_least else None
    return "; ".join(each for each in (differ, note) if each) or None


def _interval(holding: Holding) -> str:
    start = f"from {holding.start}" if holding.start else "from a day not known"
    return f"{start} to {holding.end}" if holding.end else f"{start} on"
