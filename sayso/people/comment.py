"""Comment: what people say to each other about a claim, a report or an event; plain text, never a part of the record.

Who is named with @ finds it on their own page, and in a letter if they wish.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Row, Table, Text, delete, insert, select, update

from sayso.errors import NotAllowed, NotKnown, Refused
from sayso.people.mail import Message
from sayso.people.outbox import Outbox
from sayso.people.schema import metadata
from sayso.people.secret import make_id
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.people.user import Role, User, Users, fold, users
from sayso.record.columns import UtcTime

LONGEST = 4_000  # letters: a page; what is longer is an article
_MOST_NAMED = 20

comments = Table(
    "comments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="SET NULL"), index=True),  # null: somebody who left
    Column("kind", Text, nullable=False),
    Column("thing", Text, nullable=False),
    Column("text", Text, nullable=False),  # empty once it was taken away
    Column("at", UtcTime, nullable=False),
    Index("comments_on", "thing", "kind", "at"),
)

mentions = Table(
    "mentions",
    metadata,
    Column("comment", Text, ForeignKey("comments.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("is_seen", Boolean, nullable=False),
)

wishes = Table(
    "mention_wishes",
    metadata,
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("by_mail", Boolean, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; `by` None: somebody who left; `text` empty: it was taken away."""

    id: str
    user_id: str | None
    by: str | None
    kind: str
    thing: str
    text: str
    at: datetime

    def may_be_removed_by(self, user: User | None) -> bool:
        """Whether a user may take it away: who wrote it, and reviewers."""
        return user is not None and (user.id == self.user_id or user.role >= Role.REVIEWER)


class Comments:
    """All comments of one desk."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store, self._outbox = store, outbox
        self._users, self._settings = Users(store), Settings(store)

    def add(self, user: User, kind: str, thing: str, text: str) -> Comment:
        """A new comment; those named in it are told. Raises Refused when it is empty or too long."""
        text = text.strip()
        if not text:
            raise Refused("text", "Write something first.")
        if len(text) > LONGEST:
            raise Refused("text", f"A comment has up to {LONGEST} letters; this one has {len(text)}.")
        with self._store.writing() as change:
            id_ = make_id()
            row = {"id": id_, "user_id": user.id, "kind": kind, "thing": thing, "text": text, "at": change.at}
            change.connection.execute(insert(comments).values(row))
            for named in self._find_named(text):
                if named.id != user.id and not named.is_closed:
                    change.connection.execute(insert(mentions).values(comment=id_, user_id=named.id, is_seen=False))
                    self._write_letter(named, user, kind, thing)
        return Comment(id_, user.id, user.name, kind, thing, text, row["at"])  # type: ignore[arg-type]

    def list(self, kind: str, thing: str, *, former: Collection[str] = ()) -> tuple[Comment, ...]:
        """The comments on a thing, the earliest first; on what points to it now, too."""
        chosen = _select().where(comments.c.kind == kind, comments.c.thing.in_([thing, *former]))
        with self._store.reading() as connection:
            return tuple(map(_make, connection.execute(chosen.order_by(comments.c.at, comments.c.id))))

    def find(self, comment: str) -> Comment:
        """One comment. Raises NotKnown."""
        with self._store.reading() as connection:
            row = connection.execute(_select().where(comments.c.id == comment)).first()
        if row is None:
            raise NotKnown("There is no such comment.")
        return _make(row)

    def remove(self, user: User, comment: str) -> Comment:
        """Takes the words of a comment away; that there was one stays. Raises NotKnown and NotAllowed."""
        with self._store.writing() as change:
            found = self.find(comment)
            if not found.may_be_removed_by(user):
                raise NotAllowed("Only who wrote a comment, and reviewers, take it away.")
            change.connection.execute(update(comments).where(comments.c.id == comment).values(text=""))
            change.connection.execute(delete(mentions).where(mentions.c.comment == comment))
        return found

    def list_mentions(self, user: User, *, only_new: bool = False) -> tuple[Comment, ...]:
        """The comments that name the user, the latest first."""
        own = mentions.c.user_id == user.id
        which = own & ~mentions.c.is_seen if only_new else own
        named = select(mentions.c.comment).where(which)
        chosen = _select().where(comments.c.id.in_(named)).order_by(comments.c.at.desc()).limit(100)
        with self._store.reading() as connection:
            return tuple(map(_make, connection.execute(chosen)))

    def mark_seen(self, user: User) -> None:
        """The user has seen all comments that name them."""
        with self._store.writing() as change:
            change.connection.execute(update(mentions).where(mentions.c.user_id == user.id).values(is_seen=True))

    def wants_letters(self, user: User) -> bool:
        """Whether the user wishes a letter when somebody names them."""
        with self._store.reading() as connection:
            return bool(connection.scalar(select(wishes.c.by_mail).where(wishes.c.user_id == user.id)))

    def wish_letters(self, user: User, *, by_mail: bool) -> None:
        """Keeps that wish."""
        with self._store.writing() as change:
            row = {"user_id": user.id, "by_mail": by_mail}
            change.connection.execute(insert(wishes).prefix_with("OR REPLACE").values(row))

    def _find_named(self, text: str) -> tuple[User, ...]:
        """Users whose name stands after an @, the longest name that fits."""
        if "@" not in text:
            return ()
        folded = fold_text(text)
        found = [user for user in self._users.list() if re.search(rf"@{re.escape(fold(user.name))}(?!\w)", folded)]
        return tuple(found[:_MOST_NAMED])

    def _write_letter(self, named: User, by: User, kind: str, thing: str) -> None:
        if named.mail and self.wants_letters(named):
            desk = self._settings.load()
            body = (
                f"{by.name} named you in a comment on {desk.name}:\n\n{desk.address}/{kind}/{thing}\n\n"
                f"You get this letter because you wished so on {desk.address}/me/notices\n"
            )
            self._outbox.add(Message(named.mail, f"{by.name} named you in a comment", body))


def fold_text(text: str) -> str:
    """A text as names are looked for in it."""
    return " ".join(fold(part) for part in text.split())


def _select() -> Any:
    return select(comments, users.c.name.label("by")).outerjoin_from(comments, users)


def _make(row: Row[Any]) -> Comment:
    return Comment(row.id, row.user_id, row.by, row.kind, row.thing, row.text, row.at)
