"""Happening: an event as a place's page lists it: what it is, who says so, who says otherwise, what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.desk.draw.timeline import MarkKind, Point
from sayso.model.claim import Claim
from sayso.model.conflict import ConflictOn
from sayso.model.event import Event
from sayso.model.title import Title, title_of
from sayso.model.values import edtf
from sayso.model.values.stance import GROUPS, ClaimType, Stance
from sayso.model.voice import Voice

#: Types that tell of somebody or something being at a place, or coming there.
SEEN = frozenset({ClaimType.PRESENT, ClaimType.DEPLOY})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in one line. `asserting` are the voices that say that it is so: the only ones in the headline count.

    `others` are the voices that put it otherwise, by stance; a voice may be in several.
    """

    event: Event
    title: Title
    reports: int
    asserting: tuple[Voice, ...]
    others: tuple[tuple[Stance, tuple[Voice, ...]], ...]
    on: tuple[ConflictOn, ...]

    @property
    def is_disputed(self) -> bool:
        """Whether accounts of it cannot both be so."""
        return bool(self.on)


def list_happenings(
    events: Iterable[Event], claims: Mapping[str, Claim], *, disputed_first: bool = False
) -> tuple[Happening, ...]:
    """These events in one line each, the latest first, those without a day last; the disputed before all if asked.

    Mere statements are left out: they tell of no happening.
    """
    found = [_tell(event, claims) for event in events if event.type not in GROUPS["other"]]
    found.sort(key=_latest, reverse=True)
    return tuple(sorted(found, key=lambda each: not each.is_disputed)) if disputed_first else tuple(found)


def mark(happening: Happening, name: str) -> Point:
    """The point of an event on a time line; `name` is what it is called there."""
    return Point(
        _kind_of(happening.event.type),
        happening.event.when,
        name,
        f"/event/{happening.event.id}",
        happening.is_disputed,
    )


def _tell(event: Event, claims: Mapping[str, Claim]) -> Happening:
    mine = [claims[claim] for claim in event.claims if claim in claims]
    return Happening(
        event=event,
        title=title_of(event, mine),
        reports=len({claim.report for claim in mine}),
        asserting=_heard(event.voices, Stance.ASSERTED),
        others=tuple(
            (stance, heard)
            for stance in Stance
            if stance is not Stance.ASSERTED and (heard := _heard(event.voices, stance))
        ),
        on=tuple(dict.fromkeys(conflict.on for conflict in event.conflicts)),
    )


def _heard(voices: Sequence[Voice], stance: Stance) -> tuple[Voice, ...]:
    return tuple(voice for voice in voices if stance in voice.stances)


def _latest(happening: Happening) -> tuple[str, str]:
    when = happening.event.when
    if not when:
        return ("", "")
    span = edtf.bounds(when.partition("T")[0])
    return (str(span.last or span.first or ""), str(span.first or ""))


def _kind_of(type_: ClaimType) -> MarkKind:
    if type_ in SEEN:
        return MarkKind.SIGHTING
    return MarkKind.FORCE if type_ in GROUPS["force"] else MarkKind.OTHER
