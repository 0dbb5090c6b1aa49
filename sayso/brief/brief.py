"""A brief: who holds it by whose account, what happened, what is disputed, planned, seen, and missing."""

from __future__ import annotations

from sayso.brief.known import describe_known
from sayso.brief.layout import Layout
from sayso.brief.missing import list_missing
from sayso.brief.page import Brief, Section
from sayso.brief.subject import Subject, find_subject
from sayso.model.event import Event
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import FACTUAL, GROUPS, ClaimType, Stance

_UNPLACED = "these words name no place; their report is on this one"
_SEEN = frozenset({ClaimType.PRESENT, ClaimType.DEPLOY})


def write_brief(snapshot: Snapshot, name: str) -> Brief:
    """The brief of a place, an actor or an event. Raises NotInRecord when the record knows no such name."""
    subject = find_subject(snapshot, name)
    layout = Layout(snapshot, subject)
    named, unnamed, elsewhere = layout.select()
    seen = [*named, *unnamed]
    sections = (
        Section("Who holds it, and by whose account", tuple(layout.holding_topics())),
        Section("Where accounts disagree", tuple(layout.conflict_topics(seen))),
        Section("What happened", tuple(layout.topics(e for e in named if _is_happening(e)))),
        Section("What was seen there", tuple(layout.topics(filter(_is_sighting, seen), note=_UNPLACED))),
        Section("Planned, asked for, feared or judged", tuple(layout.topics(e for e in named if _is_prospect(e)))),
        Section("Who is silent", tuple(layout.topics(e for e in seen if e.type is ClaimType.SILENCE))),
        Section(
            "Told in reports on it, naming no place",
            tuple(layout.topics(e for e in unnamed if _is_happening(e) or _is_prospect(e))),
        ),
        Section("Elsewhere, in the same reports", tuple(layout.topics(e for e in elsewhere if _is_listed(e)))),
        Section("What else was said", tuple(layout.sayings(e for e in seen if not _is_event(e)))),
    )
    shown = [*seen, *elsewhere]
    return Brief(
        subject=subject,
        sections=tuple(section for section in sections if section.topics),
        missing=list_missing(snapshot, subject, seen, layout.reports_of(shown)),
        reports=tuple(layout.notes()),
        known=_list_known(snapshot, subject),
    )


def _list_known(snapshot: Snapshot, subject: Subject) -> tuple[str, ...]:
    """What is known of the subject's entities, each by its name; what holds of several is said of the first."""
    entities = {entity.id: entity for each in snapshot.resolutions for entity in each.entities}
    mine = sorted((entities[id_] for id_ in subject.entities if id_ in entities), key=lambda entity: len(entity.name))
    said: dict[str, str] = {}
    for entity in mine:
        for sentence in describe_known(entity, entities):
            said.setdefault(sentence, f"{entity.name}: {sentence}")
    return tuple(said.values())


def _is_happening(event: Event) -> bool:
    factual = any(stance in FACTUAL for voice in event.voices for stance in voice.stances)
    return (factual or not event.voices) and not _is_sighting(event) and not _is_prospect(event) and _is_listed(event)


def _is_sighting(event: Event) -> bool:
    return event.type in _SEEN and not _is_prospect(event)


def _is_prospect(event: Event) -> bool:
    """Whether nobody says that it happened or did not: it is only planned, asked for, feared or judged."""
    stances = {stance for voice in event.voices for stance in voice.stances}
    return _is_listed(event) and bool(stances) and not stances & {Stance.ASSERTED, Stance.DENIED}


def _is_event(event: Event) -> bool:
    return event.type is not ClaimType.STATEMENT


def _is_listed(event: Event) -> bool:
    return event.type not in GROUPS["other"]
