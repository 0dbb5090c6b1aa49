"""Concealing: the record as those see it who have no clearance for what is withheld. Pure: the record stays whole.

Words are covered in place, so that offsets stay. What is derived is told as far as it gives nothing away: a
withheld voice counts and is named "withheld"; where fewer than three voices are heard on an event, and one of them
is withheld, all are told as one voice, "at least one", whoever they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, is_dataclass, replace
from typing import Any, TypeVar, cast

from sayso.model.account import Account
from sayso.model.claim import Claim, Link, Mention, RoleFiller
from sayso.model.conflict import Conflict
from sayso.model.corroboration import Corroboration
from sayso.model.decision import Decision, DecisionKind
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.holding import Holding
from sayso.model.lineage import Lineage
from sayso.model.reading import Reading
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Span
from sayso.model.values.stance import Stance
from sayso.model.veil import Veil, cover_all, fold_name, names_of, veil_of
from sayso.model.voice import Interest, Voice
from sayso.model.withholding import FEWEST_COUNTED, WITHHELD, Clearance, Withheld, widen

_Thing = TypeVar("_Thing")

#: What one voice is called that stands for all voices of an event, however many.
AT_LEAST_ONE = "at least one voice"


def conceal(snapshot: Snapshot, withheld: Withheld, clearance: Clearance) -> Snapshot:
    """The snapshot as it is shown: whole with clearance, or where nothing is withheld."""
    if clearance is Clearance.WHOLE or not withheld:
        return snapshot
    return _Concealer(withheld if withheld.is_wide else widen_by(withheld, snapshot), snapshot).conceal()


def is_hidden(voice: Voice, veil: Veil, claims_withheld: frozenset[str]) -> bool:
    """Whether a voice is withheld: its name is, or all that it says stands in withheld reports."""
    return veil.hides(voice.name) or (bool(voice.claims) and claims_withheld.issuperset(voice.claims))


def conceal_report(report: Report, withheld: Withheld, veil: Veil) -> Report:
    """A report as it is shown without clearance; its identifier, version, outlet, date and language stay."""
    if report.id in withheld.reports:
        return _blank(report, veil)
    hidden = [field for (of, field) in withheld.fields if of == report.id]
    text = veil.over_text(report.text)
    emptied: dict[str, Any] = {field: WITHHELD if field in ("title", "outlet") else None for field in hidden}
    if "url" in hidden:
        emptied["address"] = WITHHELD
    shown = veil.over(replace(report, **emptied))
    if text == report.text:
        return shown
    placed = _place(replace(shown, text=text), text)
    return replace(placed, shown_of=report.version, sha256=None, source_map=())


def conceal_reading(reading: Reading, report: Report, veil: Veil) -> Reading:
    """A reading of a report as it is shown: the words at its places are those that are shown there."""
    return _place(veil.over(reading), report.text)


def conceal_decision(decision: Decision, withheld: Withheld, veil: Veil) -> Decision:
    """A decision as it is shown without clearance: who decided what kind of thing and when, never the words."""
    is_of_withheld = decision.target.report in withheld.reports
    if decision.kind is DecisionKind.WITHHOLD or is_of_withheld:
        target = replace(decision.target, known=decision.target.known and WITHHELD)
        because = WITHHELD if is_of_withheld and decision.kind is not DecisionKind.WITHHOLD else decision.because
        return replace(decision, target=target, value=WITHHELD, because=veil.over_text(because))
    return veil.over(decision)


def _is_veiled(event: Event, veil: Veil, claims_withheld: frozenset[str]) -> bool:
    few = len(event.voices) < FEWEST_COUNTED
    return few and any(is_hidden(voice, veil, claims_withheld) for voice in event.voices)


def widen_by(withheld: Withheld, snapshot: Snapshot) -> Withheld:
    """With the words that nothing but withheld reports has, as far as the snapshot goes."""
    open_text = "\n".join(_open_texts(snapshot, withheld)) if withheld.reports else ""
    return widen(withheld, snapshot.resolutions, stands_elsewhere=lambda words: fold_name(words) in open_text)


def _open_versions(snapshot: Snapshot, withheld: Withheld) -> Iterator[str]:
    """Versions that are known to be of reports that are not withheld."""
    for resolution in snapshot.resolutions:
        if resolution.report.id not in withheld.reports:
            yield resolution.report.version
    for decision in snapshot.decisions:
        if decision.target.version and decision.target.report not in withheld.reports:
            yield decision.target.version


def _open_texts(snapshot: Snapshot, withheld: Withheld) -> Iterator[str]:
    for resolution in snapshot.resolutions:
        report = resolution.report
        if report.id not in withheld.reports:
            for text in (report.text, report.title, report.outlet, report.url, report.address, *report.sections):
                yield fold_name(text or "")
            for entity in resolution.entities:
                yield from (fold_name(name) for name in entity.names if entity.source != "text")


@dataclass(frozen=True, slots=True)
class _Concealer:
    """One snapshot and what is withheld of it."""

    withheld: Withheld
    whole: Snapshot

    def conceal(self) -> Snapshot:
        veil = veil_of(self.withheld.words)
        known = _Hidden.find(self.whole, self.withheld, veil)
        derived = self.whole.corroboration
        events = tuple(_conceal_event(event, veil, known) for event in derived.events)
        few = frozenset(event.id for event in events if event.at_least)
        claims = _claims_of_hidden(derived.events, veil, known)
        shown_versions = set(_open_versions(self.whole, self.withheld))
        return replace(
            self.whole,
            resolutions=tuple(_conceal_resolution(each, self.withheld, veil, known) for each in self.whole.resolutions),
            corroboration=Corroboration(
                lineage=tuple(_conceal_line(line, self.withheld, veil) for line in derived.lineage),
                unheld=tuple(veil.over(report) for report in derived.unheld),
                events=events,
                holdings=tuple(conceal_holdings(derived.holdings, veil, few, entities=known.entities, claims=claims)),
            ),
            decisions=tuple(conceal_decision(each, self.withheld, veil) for each in self.whole.decisions),
            set_aside=tuple(veil.over(each) for each in self.whole.set_aside),
            texts={
                version: veil.over_text(text) if version in shown_versions else cover_all(text)
                for version, text in self.whole.texts.items()
            },
        )


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What of a snapshot is hidden: entities (with their known entries), and claims of withheld reports."""

    entities: frozenset[str]
    claims: frozenset[str]

    @classmethod
    def find(cls, snapshot: Snapshot, withheld: Withheld, veil: Veil) -> _Hidden:
        entities: set[str] = set()
        for entity in (entity for resolution in snapshot.resolutions for entity in resolution.entities):
            if veil.hides(entity.name):
                entities |= {entity.id, *entity.known}
        claims = [
            claim
            for resolution in snapshot.resolutions
            if resolution.report.id in withheld.reports
            for claim in resolution.claims
        ]
        return cls(frozenset(entities), frozenset(claim.id for claim in claims))


def _blank(report: Report, veil: Veil) -> Report:
    """A withheld report: that there is one, by which outlet, of which day and how long."""
    return Report(
        id=report.id,
        address=WITHHELD,
        text=cover_all(report.text),
        held=report.held,
        title=WITHHELD,
        outlet=report.outlet and veil.over_text(report.outlet),
        published=report.published,
        language=report.language,
        shown_of=report.version,
    )


def _conceal_resolution(resolution: Resolution, withheld: Withheld, veil: Veil, hidden: _Hidden) -> Resolution:
    report = conceal_report(resolution.report, withheld, veil)
    is_whole = report.id in withheld.reports
    claims = (_conceal_claim(claim, veil, hidden, all_words=is_whole) for claim in resolution.claims)
    shown = Resolution(
        report=report,
        attributions=resolution.attributions,
        claims=tuple(claims),
        entities=() if is_whole else tuple(_conceal_entities(resolution.entities, veil, hidden)),
        credits=() if is_whole else resolution.credits,
    )
    return shown if report.text == resolution.report.text else _place(shown, report.text)


def _conceal_claim(claim: Claim, veil: Veil, hidden: _Hidden, *, all_words: bool) -> Claim:
    """A claim with hidden names; of a withheld report with no words, no names and no count at all."""
    if all_words:
        return replace(
            claim,
            roles=tuple(RoleFiller(each.role, _hide_mention(each.mention)) for each in claim.roles),
            chain=tuple(_hide_link(link, veil, is_outlet=link is claim.chain[-1]) for link in claim.chain),
            quantities=(),
            when=None,
            manner=None,
        )
    shown: Claim = veil.over(claim)
    return replace(
        shown,
        roles=tuple(
            RoleFiller(new.role, _conceal_mention(old.mention, new.mention, hidden))
            for old, new in zip(claim.roles, shown.roles, strict=True)
        ),
        chain=tuple(
            replace(new, source=_conceal_mention(old.source, new.source, hidden))
            for old, new in zip(claim.chain, shown.chain, strict=True)
        ),
    )


def _hide_link(link: Link, veil: Veil, *, is_outlet: bool) -> Link:
    """A link of a withheld report's claim: its outlet is told, nobody nearer to the words."""
    if is_outlet and link.source.start is None and not veil.hides(link.source.name):
        return Link(veil.over(link.source))
    return Link(_hide_mention(link.source))


def _hide_mention(mention: Mention) -> Mention:
    words = WITHHELD if mention.start is None else cover_all(mention.text)
    return Mention(words, mention.start, mention.end, None, (WITHHELD,))


def _conceal_mention(mention: Mention, shown: Mention, hidden: _Hidden) -> Mention:
    """A mention of somebody whose name is withheld: a description ("the spokesman") stays, who it is does not."""
    if mention.entity not in hidden.entities and mention.name == shown.name:
        return replace(shown, names=tuple(name for name in mention.names if name in shown.names))
    text = WITHHELD if mention.start is None else shown.text
    return Mention(text, mention.start, mention.end, None, (WITHHELD,))


def _conceal_entities(entities: Iterable[Entity], veil: Veil, hidden: _Hidden) -> Iterator[Entity]:
    for entity in entities:
        if entity.id not in hidden.entities:
            ties = tuple(tie for tie in entity.affiliations if tie.of not in hidden.entities)
            names = tuple(name for name in entity.names if not veil.hides(name))
            yield veil.over(replace(entity, names=names, affiliations=ties))


def _conceal_line(line: Lineage, withheld: Withheld, veil: Veil) -> Lineage:
    if {line.report, line.of} & withheld.reports:
        return replace(line, evidence="")
    return veil.over(line)


def _conceal_event(event: Event, veil: Veil, hidden: _Hidden) -> Event:
    """An event with hidden names; of few voices with a withheld one among them, all as one."""
    touched = bool(hidden.claims.intersection(event.claims))
    voices = tuple(_conceal_voice(voice, veil, hidden) for voice in event.voices)
    shown = replace(
        event,
        place=None if event.place in hidden.entities else event.place,
        place_names=tuple(name for name in event.place_names if not veil.hides(name)),
        voices=voices,
        conflicts=tuple(_conceal_conflict(conflict, veil, hidden) for conflict in event.conflicts),
        reasons=() if touched else veil.over(event.reasons),
        knowledge=tuple(id_ for id_ in event.knowledge if id_ not in hidden.entities),
    )
    return _fold_voices(shown) if _is_veiled(event, veil, hidden.claims) else shown


def _conceal_voice(voice: Voice, veil: Veil, hidden: _Hidden) -> Voice:
    if is_hidden(voice, veil, hidden.claims):
        return Voice(voice.id, WITHHELD, (WITHHELD,), None, voice.stances, Interest.UNKNOWN, voice.claims)
    return replace(
        voice,
        names=tuple(name for name in voice.names if not veil.hides(name)),
        speaks_for=None if voice.speaks_for in hidden.entities else voice.speaks_for,
        reasons=tuple(reason for reason in voice.reasons if not veil.hides(reason)),
    )


def _fold_voices(event: Event) -> Event:
    """All voices as one, so that no list, no side and no number tells how many they are."""
    claims = tuple(claim for claim in event.claims if any(claim in voice.claims for voice in event.voices))
    stances = {stance for voice in event.voices for stance in voice.stances}
    in_order = tuple(stance for stance in Stance if stance in stances)
    first = event.voices[0].id
    one = Voice(first, AT_LEAST_ONE, (AT_LEAST_ONE,), None, in_order, Interest.UNKNOWN, claims)
    accounts = tuple(Account(each.id, each.claims, (first,) if each.voices else ()) for each in event.accounts)
    return replace(event, voices=(one,), accounts=accounts, at_least=1)


def _conceal_conflict(conflict: Conflict, veil: Veil, hidden: _Hidden) -> Conflict:
    """A conflict whose words come from withheld reports keeps its sides and loses the words."""
    sides = [bool(hidden.claims.intersection(side)) for side in conflict.between]
    left, right = (
        WITHHELD if is_touched else veil.over_text(value)
        for is_touched, value in zip(sides, conflict.values, strict=True)
    )
    return replace(conflict, values=(left, right), because=veil.over_text(conflict.because))


def _claims_of_hidden(events: Iterable[Event], veil: Veil, hidden: _Hidden) -> frozenset[str]:
    """The claims of withheld voices."""
    voices = (voice for event in events for voice in event.voices if is_hidden(voice, veil, hidden.claims))
    return frozenset(claim for voice in voices for claim in voice.claims)


def conceal_holdings(
    holdings: Iterable[Holding],
    veil: Veil,
    few: Collection[str],
    *,
    entities: Collection[str] = (),
    claims: Collection[str] = (),
) -> Iterator[Holding]:
    """Holdings of places that are not withheld; the holder may be.

    `few` are the events whose voices are not counted out, `entities` those that are hidden, and `claims` those of
    withheld voices.
    """
    for holding in holdings:
        places = tuple(name for name in holding.place_names if not veil.hides(name))
        if not places or holding.place in entities or veil.hides(holding.place):
            continue
        holders = tuple(name for name in holding.holder_names if not veil.hides(name))
        is_hidden_holder = not holders or holding.holder in entities or veil.hides(holding.holder)
        shown = replace(
            holding,
            place_names=places,
            holder=WITHHELD if is_hidden_holder else holding.holder,
            holder_names=(WITHHELD,) if is_hidden_holder else holders,
            knowledge=tuple(id_ for id_ in holding.knowledge if id_ not in entities),
        )
        by_few = holding.voices < FEWEST_COUNTED and not set(holding.claims).isdisjoint(claims)
        is_few = by_few or not set(holding.events).isdisjoint(few)
        yield replace(shown, voices=1, at_least=1) if is_few else shown


def _place(thing: _Thing, text: str) -> _Thing:
    """Every span and placed mention with the words that now stand at its place in `text`."""
    return cast(_Thing, _place_any(thing, text))


def _place_any(thing: Any, text: str) -> Any:
    if thing is None or isinstance(thing, (str, int, float)):
        return thing
    if isinstance(thing, Span):
        return Span(thing.start, thing.end, text[thing.start : thing.end])
    if isinstance(thing, Mention):
        return thing if thing.start is None else replace(thing, text=text[thing.start : thing.end])
    if isinstance(thing, tuple):
        return tuple(_place_any(each, text) for each in thing)
    if not is_dataclass(thing) or isinstance(thing, type):
        return thing
    return replace(thing, **{name: _place_any(getattr(thing, name), text) for name in names_of(type(thing))})
