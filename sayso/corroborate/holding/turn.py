"""Turn: one claim by which a party takes, is given, holds, keeps or loses a place.

Only what is asserted counts: a plan, a demand, a question or a possibility never makes a holding. Whoever denies
that a party lost the place says that the party keeps it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeGuard

from sayso.corroborate.holding.place import NamedPlace, is_pointing, is_pronoun, name_place
from sayso.corroborate.holding.told import Told
from sayso.corroborate.party import gainer
from sayso.corroborate.telling import Telling, read_bounds
from sayso.corroborate.wording import stems
from sayso.model.claim import Mention
from sayso.model.entity import Entity
from sayso.model.event import Event
from sayso.model.values.edtf import Bounds
from sayso.model.values.stance import ClaimType, Role, Stance

T = ClaimType


class TurnKind(StrEnum):
    """What a turn does to the place."""

    TAKEN = "taken"
    GIVEN = "given"
    HELD = "held"
    KEPT = "kept"  # somebody denies that the holder lost it
    LOST = "lost"


#: The turns by which a place changes hands.
CHANGES = frozenset({TurnKind.TAKEN, TurnKind.GIVEN})
_FIRST_PERSON = frozenset(("we", "us", "our", "ours", "i", "my", "mine"))
_PRONOUNS = "it its they them their theirs he him his she her we us our ours i my"
_STANDING_IN = frozenset(_PRONOUNS.split())
_BY_TYPE = {T.SEIZE: TurnKind.TAKEN, T.HAND_OVER: TurnKind.GIVEN, T.HOLD: TurnKind.HELD}
#: The types of claim that say who has a place or has it no more.
TURNING = frozenset({*_BY_TYPE, T.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Naming:
    """A claim on who has a place or has it no more, and how it names the place."""

    place: NamedPlace
    telling: Telling
    event: Event

    @property
    def kind_key(self) -> str | None:
        """The report with the sort of place that it speaks of; None for a bare name."""
        return f"{self.place.kind} in {self.telling.report.id}" if self.place.kind else None


@dataclass(frozen=True, slots=True)
class Turn:
    """What one claim says of one holder; `start` and `end` are EDTF, None where the words do not say."""

    kind: TurnKind
    naming: Naming
    holder: Mention
    start: str | None = None
    end: str | None = None

    @property
    def telling(self) -> Telling:
        return self.naming.telling

    @property
    def event(self) -> Event:
        return self.naming.event

    @property
    def place(self) -> NamedPlace:
        return self.naming.place

    @property
    def claim(self) -> str:
        return self.telling.id

    @property
    def holder_key(self) -> str:
        """The holder's entity, else its words."""
        return self.holder.entity or holder_words(self.holder).casefold()

    @property
    def day(self) -> date:
        """The first day on which the holder holds it, as far as known; the day told stands in for none."""
        when = self.telling.claim.when.edtf if self.telling.claim.when else None
        for text in (self.start, self.end, when, self.event.when, self.telling.report.told):
            bounds = _bounds(text)
            if bounds and (bounds.first or bounds.last):
                return bounds.first or bounds.last or date.max
        return date.max


def read_namings(event: Event, told: Told, entities: Mapping[str, Entity]) -> list[Naming]:
    """The claims of an event, under any stance, on who has a place or has it no more, in their order."""
    all_ = (told.tellings[claim] for claim in event.claims if claim in told.tellings)
    members = [telling for telling in all_ if telling.type in TURNING]
    around = _find_surrounding(members, told)
    placed = [(t, _find_place(t, members, around.get(t.id), entities)) for t in members]
    named = _choose_commonest(place for _, place in placed if place and not is_pointing(place))
    return [
        Naming(named if named and is_pointing(place) else place, telling, event) for telling, place in placed if place
    ]


def read_turns(naming: Naming) -> list[Turn]:
    """Who gains, holds, keeps or loses the place by a claim; none where it says of nobody."""
    stance = naming.telling.stance
    if stance is Stance.ASSERTED:
        return _read_leaving(naming) if naming.telling.type is T.WITHDRAW else _read_gain(naming)
    return _read_denied(naming) if stance is Stance.DENIED and not naming.telling.is_ahead else []


def _read_leaving(naming: Naming) -> list[Turn]:
    leaver = naming.telling.claim.role(Role.ACTOR)
    return [Turn(TurnKind.LOST, naming, leaver, end=_date(naming))] if _is_somebody(leaver) else []


def _read_gain(naming: Naming) -> list[Turn]:
    telling = naming.telling
    start, end = _interval(telling) if telling.type is T.HOLD else (_date(naming), None)
    holder = _find_holder(telling)
    loser = telling.claim.role(Role.RECIPIENT) if telling.type is T.SEIZE else None
    # "A garrison holds out" says who is there; "a crowd took it" does not.
    opening = "(?:[Tt]he|[Aa]n?)" if telling.type is T.HOLD else "[Tt]he"
    found = []
    if _is_somebody(holder, opening=opening):
        found.append(Turn(_BY_TYPE[telling.type], naming, holder, start, end))
    return [*found, Turn(TurnKind.LOST, naming, loser, end=_date(naming))] if _is_somebody(loser) else found


def _find_holder(telling: Telling) -> Mention | None:
    """Who gains or holds the place; "the town is ours" is said of the speaker."""
    holder = gainer(telling)
    if holder and holder.entity is None and not holder.names and holder.text.casefold() in _FIRST_PERSON:
        return telling.claim.speaker
    return holder


def _read_denied(naming: Naming) -> list[Turn]:
    """Who keeps the place as its loss is denied. (That somebody never left it says too little.)"""
    keeper = naming.telling.claim.role(Role.RECIPIENT) if naming.telling.type is T.SEIZE else None
    return [Turn(TurnKind.KEPT, naming, keeper)] if keeper and keeper.entity else []


def _find_place(
    telling: Telling, members: list[Telling], around: Telling | None, entities: Mapping[str, Entity]
) -> NamedPlace | None:
    """The place that changes hands: the claim's own, else that of the claims around it, else the event's."""
    if telling.type is T.WITHDRAW:
        return _find_origin(telling, members, around, entities)
    if telling.type not in _BY_TYPE:
        return None
    thing = telling.claim.role(Role.OBJECT)
    if thing and (place := name_place(thing, telling, entities)):
        return place
    if thing and not is_pronoun(thing):
        return None
    if around and (whole := around.claim.role(Role.OBJECT)):
        return name_place(whole, around, entities)
    return _find_commonest([t for t in members if t.type in _BY_TYPE], Role.OBJECT, entities)


def _find_origin(
    telling: Telling, members: list[Telling], around: Telling | None, entities: Mapping[str, Entity]
) -> NamedPlace | None:
    """The place that is left; where the claim names none, that of the claim around it, else the one others name."""
    origin = telling.claim.role(Role.ORIGIN)
    if origin and (place := name_place(origin, telling, entities)):
        return place
    if origin and not is_pronoun(origin):
        return None
    if around and (whole := around.claim.role(Role.OBJECT)):
        return name_place(whole, around, entities)
    return _find_commonest([t for t in members if t.type is T.WITHDRAW], Role.ORIGIN, entities)


def _find_commonest(members: list[Telling], role: Role, entities: Mapping[str, Entity]) -> NamedPlace | None:
    """The place that most claims of an event name in a role; the least key among equals."""
    named = [(t, mention) for t in members if (mention := t.claim.role(role))]
    return _choose_commonest(place for t, mention in named if (place := name_place(mention, t, entities)))


def _choose_commonest(places: Iterable[NamedPlace]) -> NamedPlace | None:
    found = list(places)
    counts = Counter(place.key for place in found)
    return min(found, key=lambda place: (-counts[place.key], place.key, place.names), default=None)


def _find_surrounding(members: list[Telling], told: Told) -> dict[str, Telling]:
    """For a taking or leaving that names no place, the claim whose words it stands in.

    "Tar had been in their hands since they expelled the militia": the militia was expelled from Tar.
    """
    found = {}
    for telling in filter(_is_bare, members):
        whole = [o for o in told.takings.get(telling.report.id, ()) if _is_within(telling, o)]
        if whole:
            found[telling.id] = min(whole, key=lambda o: (o.claim.evidence.end - o.claim.evidence.start, o.id))
    return found


def _is_bare(telling: Telling) -> bool:
    role = {T.SEIZE: Role.OBJECT, T.WITHDRAW: Role.ORIGIN}.get(telling.type)
    thing = telling.claim.role(role) if role else None
    return role is not None and (thing is None or is_pronoun(thing))


def _is_within(part: Telling, whole: Telling) -> bool:
    start, end = part.claim.evidence.start, part.claim.evidence.end
    return any(span.start <= start and end <= span.end for span in whole.claim.evidence.spans)


def _is_somebody(mention: Mention | None, *, opening: str = "[Tt]he") -> TypeGuard[Mention]:
    """Whether words name a holder, or say by what it is who it is ("The gendarmerie", "the peasants' league")."""
    if mention is None:
        return False
    words = holder_words(mention)
    is_one = re.fullmatch(rf"{opening} (?!state\b|enemy|others|former|latter)[\w'’-]+(?: [\w'’-]+){{0,3}}", words)
    return bool(mention.entity or (is_one and stems(words)))


def holder_words(mention: Mention) -> str:
    """The words for a holder; of "its", those of whom it stands for."""
    return mention.name if mention.text.casefold() in _STANDING_IN else mention.text


def _date(naming: Naming) -> str | None:
    """The day of the act, or the days within which it was: as the claim has it, else its event; never the day told."""
    when = naming.telling.claim.when
    text = _drop_hours((when.edtf if when else None) or naming.event.when)
    if not text or "/" not in text:
        return text
    start, end = text.split("/", 1)
    if start in ("", "..") or end in ("", ".."):
        return start.strip(".") or end.strip(".") or None
    return start if start == end else text


def _interval(telling: Telling) -> tuple[str | None, str | None]:
    """Start and end of a state as said; a single day only shows that it holds then.

    What lasted until it was told may last on: its end is open.
    """
    text = _drop_hours(telling.claim.when.edtf if telling.claim.when else None)
    if not text or "/" not in text:
        return None, None
    start, end = text.split("/", 1)
    until = read_bounds(end) if end not in ("", "..") else None
    is_over = until and until.last and not (telling.told and telling.told.first and until.last >= telling.told.first)
    return (None if start in ("", "..") else start), (end if is_over else None)


def _drop_hours(text: str | None) -> str | None:
    """A holding is told by the day."""
    return re.sub(r"T[\d:.Z+]+", "", text) if text else None


@lru_cache(maxsize=50_000)
def _bounds(text: str | None) -> Bounds | None:
    return read_bounds(text)
