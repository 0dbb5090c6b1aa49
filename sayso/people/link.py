"""Link: a secret that is sent to somebody, works once and expires: a reset, an invitation, a new address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Row, Table, Text, delete, insert, select

from sayso.people.schema import metadata
from sayso.people.secret import digest, make_id, make_secret
from sayso.people.store import Store
from sayso.record.columns import UtcTime


class Purpose(StrEnum):
    """What a link is for."""

    RESET = "reset"  # of a forgotten password
    INVITATION = "invitation"  # `value`: the role
    MAIL = "mail"  # a new mail address; `value`: the address
    SECOND_STEP = "second step"  # the password was right, the code is asked for


links = Table(
    "links",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("purpose", Text, nullable=False),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), index=True),  # whom it is for, if a user
    Column("made_by", Text, ForeignKey("users.id", ondelete="SET NULL")),
    Column("value", Text, nullable=False),
    Column("mail", Text),  # where it was sent
    Column("created", UtcTime, nullable=False),
    Column("expires", UtcTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Link:
    """What a secret opens; `user_id` is whom it is for, None for somebody who has no account yet."""

    id: str
    purpose: Purpose
    user_id: str | None
    made_by: str | None
    value: str
    mail: str | None
    created: datetime
    expires: datetime


class Links:
    """The links that were made and are not used up."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def make(
        self,
        purpose: Purpose,
        *,
        lasts: timedelta,
        user_id: str | None = None,
        made_by: str | None = None,
        value: str = "",
        mail: str | None = None,
    ) -> str:
        """The secret of a new link."""
        secret = make_secret()
        with self._store.writing() as change:
            change.connection.execute(delete(links).where(links.c.expires <= change.at))
            change.connection.execute(
                insert(links).values(
                    id=make_id(),
                    digest=digest(secret),
                    purpose=purpose,
                    user_id=user_id,
                    made_by=made_by,
                    value=value,
                    mail=mail,
                    created=change.at,
                    expires=change.at + lasts,
                )
            )
        return secret

    def find(self, purpose: Purpose, secret: str) -> Link | None:
        """The link of a secret; None when there is none for this purpose, or it expired or was used."""
        with self._store.reading() as connection:
            row = connection.execute(
                select(links).where(
                    links.c.digest == digest(secret), links.c.purpose == purpose, links.c.expires > self._store.now()
                )
            ).first()
        return None if row is None else _make_link(row)

    def take(self, purpose: Purpose, secret: str) -> Link | None:
        """As `find`, and uses it up: of two who take it in the same instant, one gets None."""
        with self._store.writing() as change:
            found = self.find(purpose, secret)
            if found is not None:
                change.connection.execute(delete(links).where(links.c.id == found.id))
            return found

    def list(self, purpose: Purpose) -> tuple[Link, ...]:
        """Those that still work, the newest first."""
        chosen = select(links).where(links.c.purpose == purpose, links.c.expires > self._store.now())
        with self._store.reading() as connection:
            return tuple(map(_make_link, connection.execute(chosen.order_by(links.c.created.desc()))))

    def withdraw(self, purpose: Purpose, *, link_id: str | None = None, user_id: str | None = None) -> bool:
        """Ends one, or all of one user's; false if there was none."""
        own = links.c.id == link_id if user_id is None else links.c.user_id == user_id
        with self._store.writing() as change:
            return change.connection.execute(delete(links).where(links.c.purpose == purpose, own)).rowcount > 0


def _make_link(row: Row[Any]) -> Link:
    return Link(row.id, Purpose(row.purpose), row.user_id, row.made_by, row.value, row.mail, row.created, row.expires)
