"""Watch: what somebody follows: a saved search, a place, an event or a collection; by feed, and by mail if wished.

The address of a private feed holds a secret, made of the file's own and a number that its user can renew.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Row, Table, Text, delete, func, insert, select, update

from sayso.errors import BadLink, NotKnown, Refused
from sayso.people.schema import metadata
from sayso.people.secret import make_id
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.people.user import User, Users
from sayso.record.columns import UtcTime

LONGEST_TITLE, LONGEST_SUBJECT, MOST = 120, 4_000, 200
#: No more than one letter a day for one watch.
EVERY = timedelta(days=1)

watches = Table(
    "watches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("by_mail", Boolean, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("written", UtcTime, nullable=False),  # up to when letters told of it
)

feeds = Table(
    "feed_numbers",
    metadata,
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, nullable=False),
)


class WatchKind(StrEnum):
    """What can be followed."""

    SEARCH = "search"
    PLACE = "place"
    EVENT = "event"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class Watch:
    """One thing followed: `subject` is a search's query, or an identifier. `written`: up to when letters told of it."""

    id: str
    user_id: str
    kind: WatchKind
    subject: str
    title: str
    by_mail: bool
    created: datetime
    written: datetime


class Watches:
    """What the users of one desk follow."""

    def __init__(self, store: Store) -> None:
        self._store, self._settings, self._users = store, Settings(store), Users(store)

    def add(self, user: User, kind: WatchKind, subject: str, title: str) -> Watch:
        """Follows a thing; the same watch again gives the one there is. Raises Refused."""
        title = " ".join(title[: 10 * LONGEST_TITLE].split())[:LONGEST_TITLE] or "Saved search"
        if len(subject) > LONGEST_SUBJECT or not (subject or kind is WatchKind.SEARCH):
            raise Refused("query", "This search is too long to be saved; use fewer words.")
        with self._store.writing() as change:
            mine = self.list(user)
            same = next((each for each in mine if (each.kind, each.subject) == (kind, subject)), None)
            if same is not None:
                return same
            if len(mine) >= MOST:
                raise Refused("title", f"Nobody follows more than {MOST} things; stop following one first.")
            found = Watch(make_id(), user.id, kind, subject, title, False, change.at, change.at)
            row = {name: getattr(found, name) for name in watches.c.keys()}  # noqa: SIM118 - names of columns
            change.connection.execute(insert(watches).values(row))
        return found

    def list(self, user: User) -> tuple[Watch, ...]:
        """What the user follows, the latest first."""
        chosen = select(watches).where(watches.c.user_id == user.id).order_by(watches.c.created.desc(), watches.c.id)
        with self._store.reading() as connection:
            return tuple(map(_make, connection.execute(chosen)))

    def list_due(self, now: datetime) -> tuple[Watch, ...]:
        """What letters are wished for and were not written of in the last day."""
        due = watches.c.by_mail & (watches.c.written <= now - EVERY)
        with self._store.reading() as connection:
            return tuple(map(_make, connection.execute(select(watches).where(due).order_by(watches.c.user_id))))

    def mark_written(self, chosen: Iterable[Watch], at: datetime) -> None:
        """Letters told of these up to a moment."""
        with self._store.writing() as change:
            own = watches.c.id.in_([each.id for each in chosen])
            change.connection.execute(update(watches).where(own).values(written=at))

    def wish_letters(self, user: User, watch: str, *, by_mail: bool) -> None:
        """Whether letters tell of it, from now on. Raises NotKnown for what the user does not follow."""
        with self._store.writing() as change:
            own = (watches.c.id == watch) & (watches.c.user_id == user.id)
            done = change.connection.execute(update(watches).where(own).values(by_mail=by_mail, written=change.at))
            if not done.rowcount:
                raise NotKnown("You follow no such thing.")

    def remove(self, user: User, watch: str) -> None:
        """Follows it no more. Raises NotKnown for what the user does not follow."""
        with self._store.writing() as change:
            own = (watches.c.id == watch) & (watches.c.user_id == user.id)
            if not change.connection.execute(delete(watches).where(own)).rowcount:
                raise NotKnown("You follow no such thing.")

    def secret_of(self, user: User) -> str:
        """The secret in the addresses of the user's own feeds."""
        return f"{user.id}.{self._sign(f'feed {user.id} {self._number(user)}')}"

    def renew_secret(self, user: User) -> str:
        """Another secret: the addresses given out before give nothing any more."""
        with self._store.writing() as change:
            row = {"user_id": user.id, "number": self._number(user) + 1}
            change.connection.execute(insert(feeds).prefix_with("OR REPLACE").values(row))
        return self.secret_of(user)

    def find_owner(self, secret: str) -> User:
        """Whose feeds a secret opens. Raises NotKnown."""
        user_id = secret.partition(".")[0]
        if not (user_id.isascii() and user_id.isalnum()):
            raise NotKnown("There is no such feed.")
        user = self._users.find(user_id)
        if user.is_closed or not hmac.compare_digest(self.secret_of(user).encode(), secret.encode()):
            raise NotKnown("There is no such feed.")
        return user

    def stop_secret(self, watch: Watch) -> str:
        """The secret that ends the letters of one watch without a log-in."""
        return self._sign(f"stop {watch.id} {watch.user_id}")

    def find_to_stop(self, watch: str, secret: str) -> Watch:
        """The watch whose letters a link ends. Raises BadLink."""
        with self._store.reading() as connection:
            row = connection.execute(select(watches).where(watches.c.id == watch)).first()
        if row is None or not hmac.compare_digest(self.stop_secret(_make(row)).encode(), secret.encode()):
            raise BadLink("This link ends no letters: it is cut off, or you follow that no more.")
        return _make(row)

    def stop(self, watch: Watch) -> None:
        """Ends its letters; the feed stays."""
        with self._store.writing() as change:
            change.connection.execute(update(watches).where(watches.c.id == watch.id).values(by_mail=False))

    def _number(self, user: User) -> int:
        with self._store.reading() as connection:
            return connection.scalar(select(func.max(feeds.c.number)).where(feeds.c.user_id == user.id)) or 0

    def _sign(self, said: str) -> str:
        return hmac.new(
            self._settings.secret().encode(), said.encode("utf-8", "surrogatepass"), hashlib.sha256
        ).hexdigest()[:40]


def _make(row: Row[Any]) -> Watch:
    return Watch(
        row.id, row.user_id, WatchKind(row.kind), row.subject, row.title, row.by_mail, row.created, row.written
    )
