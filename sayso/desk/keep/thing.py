"""Thing: what people keep, vote on, talk about and follow: found in the record as the visitor may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.desk.page import Page
from sayso.errors import NotInRecord
from sayso.model.entity import Entity
from sayso.model.found import ClaimRow, EventRow, ReportRow
from sayso.model.snapshot import Snapshot
from sayso.people.collection import Member, MemberKind

#: What can be voted on, and what can be talked about.
VOTED = (MemberKind.CLAIM, MemberKind.EVENT)
TALKED = (MemberKind.REPORT, MemberKind.CLAIM, MemberKind.EVENT)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a collection: its name, and how many events there are."""

    id: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A member as it stands now; `row` None: the record has it no more, or does not show it to this visitor."""

    member: Member
    now: str
    row: EventRow | ClaimRow | ReportRow | Place | None


def find_kind(word: str) -> MemberKind:
    """The kind of that word. Raises NotInRecord for another, since addresses hold it."""
    try:
        return MemberKind(word)
    except ValueError:
        raise NotInRecord(f"{word[:40]!r} is no kind of thing; go back and use the page's own button") from None


def find_thing(page: Page, kind: MemberKind, id_: str) -> str:
    """The present identifier of a thing. Raises NotInRecord for what the record does not have or show."""
    if kind is MemberKind.PLACE:
        page.record.around_place(id_, limit=1)
        return id_
    standing = page.record.resolve_id(id_)
    row = page.record.rows_of([standing]).get(standing)
    if not isinstance(row, _ROWS[kind]):
        raise NotInRecord(f"{id_[:60]}: is no {kind} of this record; copy the identifier in full")
    return standing


def follow_members(page: Page, members: Iterable[Member]) -> tuple[Kept, ...]:
    """Members as they stand now: names that moved are followed."""
    chosen = [(member, _resolve(page, member)) for member in members]
    rows = page.record.rows_of([now for member, now in chosen if member.kind is not MemberKind.PLACE])
    return tuple(
        Kept(member, now, _find_place(page, now) if member.kind is MemberKind.PLACE else rows.get(now))
        for member, now in chosen
    )


def name_place(snapshot: Snapshot, place: str) -> str:
    """What a place is called in the record."""
    entities: Iterable[Entity] = (entity for each in snapshot.resolutions for entity in each.entities)
    named = next((entity.name for entity in entities if entity.id == place and entity.names), None)
    holdings = (each.place_names[0] for each in snapshot.corroboration.holdings if each.place == place)
    return named or next(holdings, place)


def _find_place(page: Page, place: str) -> Place | None:
    try:
        around = page.record.around_place(place, limit=20)
    except NotInRecord:
        return None
    return Place(place, name_place(around, place), len(around.corroboration.events))


def _resolve(page: Page, member: Member) -> str:
    if member.kind is MemberKind.PLACE:
        return member.id
    try:
        return page.record.resolve_id(member.id)
    except NotInRecord:
        return member.id


_ROWS: dict[MemberKind, type] = {
    MemberKind.EVENT: EventRow,
    MemberKind.CLAIM: ClaimRow,
    MemberKind.REPORT: ReportRow,
}
