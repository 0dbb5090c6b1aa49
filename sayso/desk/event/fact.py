"""Facts of an event as its claims name them: where, when and how exactly, and who has which part in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sayso.desk.event.reach import Reach
from sayso.model.claim import Claim
from sayso.model.entity import EntityKind
from sayso.model.event import Event
from sayso.model.title import is_nobody
from sayso.model.values import edtf
from sayso.model.values.stance import Role

_MOST = 6  # names in one part; the words themselves stand in full below
_OPEN = 36_500  # days of a date with an open end, by `edtf.specificity`


class Exactness(StrEnum):
    """How exactly a date is known."""

    DAY = "to the day"
    DAYS = "to within some days"
    MONTH = "to the month"
    YEAR = "to the year"
    LONGER = "to within years"
    OPEN = "one end is open"
    UNKNOWN = "no words give it"


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody or something in its part: the name, and the page that it has (`/actor/…`, `/place/…`), if any."""

    name: str
    page: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """`days` is how many days the date leaves open. `dated_by` is what dates were counted from (`When.basis`)."""

    place: Part | None
    exactness: Exactness
    days: int | None
    dated_by: tuple[str, ...]
    parties: tuple[tuple[Role, tuple[Part, ...]], ...]


def gather_facts(reach: Reach, event: Event) -> Facts:
    """The facts of an event: parts are those that claims of its own type name."""
    claims = reach.all_claims(event.claims)
    own = [claim for claim in claims if claim.type is event.type] or claims
    dated = [claim.when.basis for claim in claims if claim.when and claim.when.edtf and claim.when.basis]
    place = event.place_names[0] if event.place_names else None
    parts = ((role, tuple(_list_parts(reach, own, role, but=event.place))) for role in Role if role is not Role.PLACE)
    return Facts(
        place=Part(place, f"/place/{event.place}" if event.place else None) if place else None,
        exactness=tell_exactness(event.when),
        days=edtf.specificity(event.when) if event.when and edtf.is_valid(event.when) else None,
        dated_by=tuple(dict.fromkeys(dated)),
        parties=tuple((role, found) for role, found in parts if found),
    )


def tell_exactness(when: str | None) -> Exactness:
    """How exactly a date (EDTF) is known."""
    if not when or not edtf.is_valid(when):
        return Exactness.UNKNOWN
    days = edtf.specificity(when)
    if days == 1:
        return Exactness.DAY
    if days >= _OPEN:
        return Exactness.OPEN
    if days < 28:
        return Exactness.DAYS
    if days <= 31:
        return Exactness.MONTH
    return Exactness.YEAR if days <= 366 else Exactness.LONGER


def _list_parts(reach: Reach, claims: Iterable[Claim], role: Role, *, but: str | None) -> Iterable[Part]:
    """Who or what has a part, each once, most named first; the place of the event is told already."""
    named: dict[str, list[Part]] = {}
    for claim in claims:
        for filler in claim.roles:
            entity = filler.mention.entity
            if entity is None and is_nobody(filler.mention.name):
                continue
            if filler.role is role and (entity is None or entity != but):
                part = Part(filler.mention.name, _page_of(reach, entity))
                named.setdefault(entity or part.name.casefold(), []).append(part)
    ordered = sorted(named.values(), key=lambda parts: -len(parts))
    return [parts[0] for parts in ordered][:_MOST]


def _page_of(reach: Reach, entity: str | None) -> str | None:
    if entity is None:
        return None
    known = reach.entities.get(entity)
    if known is not None and known.kind is EntityKind.EQUIPMENT:
        return None
    return f"/{'place' if known is not None and known.kind is EntityKind.PLACE else 'actor'}/{entity}"
