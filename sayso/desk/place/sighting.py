"""Sighting: something or somebody said to be at a place: how many, seen when, told when, by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.brief.copies import fold_copies
from sayso.desk.place.happening import SEEN
from sayso.model.claim import Claim
from sayso.model.event import Event
from sayso.model.values.stance import Role
from sayso.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one voice says was there, in its own words; `voice` is None where no source is named.

    `what` is the thing, or who was there, as the claim names it; `counts` are its numbers as written. `seen` is the
    day that the words give (EDTF), `told` the day of publication, None where not said. `copies` counts the other
    reports in which the same voice is quoted for it.
    """

    claim: Claim
    event: str
    what: str | None
    counts: tuple[str, ...]
    seen: str | None
    told: str | None
    voice: Voice | None
    copies: int


def list_sightings(
    events: Iterable[Event], claims: Mapping[str, Claim], told: Mapping[str, str | None]
) -> tuple[Sighting, ...]:
    """What was said to be there, once for each voice and wording, the last seen or told first.

    `told` is the day on which each report was told.
    """
    found = [each for event in events if event.type in SEEN for each in _of_event(event, claims, told)]
    return tuple(sorted(found, key=lambda each: each.seen or each.told or "", reverse=True))


def _of_event(event: Event, claims: Mapping[str, Claim], told: Mapping[str, str | None]) -> Iterator[Sighting]:
    mine = [claims[id_] for id_ in event.claims if id_ in claims and claims[id_].type in SEEN]
    heard = {claim: voice for voice in event.voices for claim in voice.claims}
    groups: dict[str, list[Claim]] = {}
    for claim in mine:
        key = heard[claim.id].id if claim.id in heard else claim.id
        groups.setdefault(f"{key} {claim.stance}", []).append(claim)
    for group in groups.values():
        for same in fold_copies(group):
            yield _tell(same, event, told, heard.get(same[0].id))


def _tell(same: list[Claim], event: Event, told: Mapping[str, str | None], voice: Voice | None) -> Sighting:
    first = same[0]
    what = first.role(Role.OBJECT) or first.role(Role.ACTOR)
    return Sighting(
        claim=first,
        event=event.id,
        what=what.name if what else None,
        counts=tuple(quantity.span.text for quantity in first.quantities),
        seen=first.when.edtf if first.when else None,
        told=told.get(first.report),
        voice=voice,
        copies=len({claim.report for claim in same} - {first.report}),
    )
