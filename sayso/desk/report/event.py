"""An event in one line of a report's page: what, where and when, and how many voices put it how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.model.claim import Claim
from sayso.model.conflict import ConflictOn
from sayso.model.corroboration import Corroboration
from sayso.model.event import Event
from sayso.model.values.stance import ClaimType, Role, Stance


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event: `where` is a place or, without one, what it is about; `voices` are counted by how they put it.

    A voice that puts it in two ways is counted under both. `reports` is how many reports tell of it. With `at_least`
    a voice is withheld and few are heard: how many they are, and how they put it, is not told.
    """

    id: str
    type: ClaimType
    where: str | None
    when: str | None
    voices: Mapping[Stance, int]
    reports: int
    unsourced: int = 0
    conflicts: tuple[ConflictOn, ...] = ()
    at_least: bool = False

    @property
    def asserting(self) -> int:
        """How many voices assert it: the headline number."""
        return self.voices.get(Stance.ASSERTED, 0)

    @property
    def others(self) -> tuple[tuple[Stance, int], ...]:
        """How many voices put it otherwise."""
        return tuple((stance, count) for stance, count in self.voices.items() if stance is not Stance.ASSERTED)


def view_events(corroboration: Corroboration, claims: Mapping[str, Claim]) -> Mapping[str, EventLine]:
    """The line of the event that each claim stands in, by claim."""
    found: dict[str, EventLine] = {}
    for event in corroboration.events:
        line = view_event(event, claims)
        found |= dict.fromkeys(event.claims, line)
    return found


def view_event(event: Event, claims: Mapping[str, Claim]) -> EventLine:
    """One event in a line."""
    told = [claims[claim] for claim in event.claims if claim in claims]
    counted = {stance: sum(stance in voice.stances for voice in event.voices) for stance in Stance}
    return EventLine(
        id=event.id,
        type=event.type,
        where=next(iter(event.place_names), None) or _name(told, event.type),
        when=event.when,
        voices={stance: count for stance, count in counted.items() if count},
        reports=len({claim.report for claim in told}),
        unsourced=len(event.unsourced),
        conflicts=tuple(dict.fromkeys(conflict.on for conflict in event.conflicts)),
        at_least=bool(event.at_least),
    )


def _name(claims: Iterable[Claim], type_: ClaimType) -> str | None:
    """What most claims of the type name as the thing or the party acted on."""
    named = [claim.role(Role.OBJECT, Role.RECIPIENT, Role.ACTOR) for claim in claims if claim.type is type_]
    names = [mention.name for mention in named if mention]
    return max(dict.fromkeys(names), key=names.count) if names else None
