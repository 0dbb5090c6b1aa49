"""Collection: what somebody gathers of the record: reports, claims, events and places, in an order of their own.

A private one is its owner's alone: for everybody else it is as if there were none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Row, Table, Text, delete, func, insert, select, update

from sayso.errors import NotKnown, Refused
from sayso.people.schema import metadata
from sayso.people.secret import make_id
from sayso.people.store import Change, Store
from sayso.people.user import User, users
from sayso.record.columns import UtcTime

LONGEST_TITLE, LONGEST_NOTE, MOST_MEMBERS, MOST_COLLECTIONS = 120, 2_000, 2_000, 500

collections = Table(
    "collections",
    metadata,
    Column("id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("is_shared", Boolean, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("changed", UtcTime, nullable=False),
)

members = Table(
    "collection_members",
    metadata,
    Column("collection", Text, ForeignKey("collections.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("member", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("added", UtcTime, nullable=False),
)


class MemberKind(StrEnum):
    """What can be gathered."""

    REPORT = "report"
    CLAIM = "claim"
    EVENT = "event"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Member:
    """One thing of the record, by its identifier."""

    kind: MemberKind
    id: str


@dataclass(frozen=True, slots=True)
class KeptCollection:
    """A collection with its members in order; `owner` is the name of whose it is."""

    id: str
    user_id: str
    owner: str
    title: str
    note: str
    is_shared: bool
    created: datetime
    changed: datetime
    members: tuple[Member, ...] = ()

    def is_of(self, user: User | None) -> bool:
        """Whether it is this user's own."""
        return user is not None and user.id == self.user_id


class Collections:
    """All collections of one desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, user: User, title: str, *, note: str = "", is_shared: bool = False) -> KeptCollection:
        """A new one without members. Raises Refused for a title or note that is not fit."""
        title, note = _check(title, note)
        with self._store.writing() as change:
            own = select(func.count()).where(collections.c.user_id == user.id)
            if (change.connection.scalar(own) or 0) >= MOST_COLLECTIONS:
                raise Refused("title", f"Nobody keeps more than {MOST_COLLECTIONS} collections; remove one first.")
            row = {"id": make_id(), "user_id": user.id, "title": title, "note": note, "is_shared": is_shared}
            change.connection.execute(insert(collections).values(**row, created=change.at, changed=change.at))
            return self.find(row["id"], user)  # type: ignore[arg-type]

    def find(self, collection: str, user: User | None) -> KeptCollection:
        """A shared one, or one of the user's own. Raises NotKnown for any other, as if it did not exist."""
        with self._store.reading() as connection:
            row = connection.execute(_select().where(collections.c.id == collection)).first()
            if row is None or not (row.is_shared or (user is not None and row.user_id == user.id)):
                raise NotKnown("There is no such collection.")
            found = connection.execute(
                select(members).where(members.c.collection == collection).order_by(members.c.position)
            )
            return _make(row, tuple(Member(MemberKind(each.kind), each.member) for each in found))

    def list(self, user: User) -> tuple[KeptCollection, ...]:
        """The user's own, the one changed last first; with their members."""
        return self._list(collections.c.user_id == user.id)

    def list_shared(self, user: User | None = None) -> tuple[KeptCollection, ...]:
        """Those that others share."""
        others = collections.c.is_shared
        return self._list(others if user is None else others & (collections.c.user_id != user.id))

    def change(self, user: User, collection: str, *, title: str, note: str, is_shared: bool) -> KeptCollection:
        """Another title, note, or whether others see it. Raises NotKnown and Refused."""
        title, note = _check(title, note)
        with self._store.writing() as change:
            self._own(user, collection)
            chosen = update(collections).where(collections.c.id == collection)
            change.connection.execute(chosen.values(title=title, note=note, is_shared=is_shared, changed=change.at))
            return self.find(collection, user)

    def remove(self, user: User, collection: str) -> None:
        """Takes a collection away; what it names stays in the record. Raises NotKnown."""
        with self._store.writing() as change:
            self._own(user, collection)
            change.connection.execute(delete(collections).where(collections.c.id == collection))

    def put(self, user: User, collection: str, member: Member) -> bool:
        """Adds a member at the end; false if it is there. Raises NotKnown, and Refused when it is full."""
        with self._store.writing() as change:
            found = self._own(user, collection)
            if member in found.members:
                return False
            if len(found.members) >= MOST_MEMBERS:
                raise Refused("collection", f"A collection holds {MOST_MEMBERS} things; begin another.")
            self._write(change, collection, (*found.members, member))
            return True

    def take_out(self, user: User, collection: str, member: Member) -> None:
        """Takes a member out. Raises NotKnown for a collection of others."""
        with self._store.writing() as change:
            found = self._own(user, collection)
            self._write(change, collection, tuple(each for each in found.members if each != member))

    def move(self, user: User, collection: str, member: Member, *, by: int) -> None:
        """Moves a member up (-1) or down (1) in the order. Raises NotKnown for a collection of others."""
        with self._store.writing() as change:
            found = list(self._own(user, collection).members)
            if member not in found:
                return
            at = found.index(member)
            to = min(max(at + by, 0), len(found) - 1)
            found.insert(to, found.pop(at))
            self._write(change, collection, tuple(found))

    def _own(self, user: User, collection: str) -> KeptCollection:
        found = self.find(collection, user)
        if not found.is_of(user):
            raise NotKnown("There is no such collection of yours.")
        return found

    def _list(self, which: Any) -> tuple[KeptCollection, ...]:
        gathered: dict[str, list[Member]] = defaultdict(list)
        of_these = select(members).join(collections).where(which).order_by(members.c.position)
        with self._store.reading() as connection:
            for each in connection.execute(of_these):
                gathered[each.collection].append(Member(MemberKind(each.kind), each.member))
            rows = connection.execute(_select().where(which).order_by(collections.c.changed.desc(), collections.c.id))
            return tuple(_make(row, tuple(gathered[row.id])) for row in rows)

    def _write(self, change: Change, collection: str, chosen: tuple[Member, ...]) -> None:
        """Writes the members anew; what stood before keeps when it was added."""
        kept = {
            (row.kind, row.member): row.added
            for row in change.connection.execute(select(members).where(members.c.collection == collection))
        }
        change.connection.execute(delete(members).where(members.c.collection == collection))
        rows = [
            {
                "collection": collection,
                "kind": member.kind,
                "member": member.id,
                "position": at,
                "added": kept.get((member.kind, member.id), change.at),
            }
            for at, member in enumerate(chosen)
        ]
        if rows:
            change.connection.execute(insert(members), rows)
        change.connection.execute(update(collections).where(collections.c.id == collection).values(changed=change.at))


def _select() -> Any:
    return select(collections, users.c.name.label("owner")).join_from(collections, users)


def _make(row: Row[Any], found: tuple[Member, ...]) -> KeptCollection:
    return KeptCollection(
        row.id, row.user_id, row.owner, row.title, row.note, row.is_shared, row.created, row.changed, found
    )


def _check(title: str, note: str) -> tuple[str, str]:
    title = " ".join(title[: 10 * LONGEST_TITLE].split())
    if not 1 <= len(title) <= LONGEST_TITLE:
        raise Refused("title", f"A collection has a title of 1 to {LONGEST_TITLE} letters.")
    if len(note) > LONGEST_NOTE:
        raise Refused("note", f"A note has up to {LONGEST_NOTE} letters.")
    return title, note.strip()
