"""Audit: what was done to accounts, by whom and when; for the owners, and for oneself.

Rows are only added; failed log-ins are forgotten after a while.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, delete, insert, select

from sayso.people.schema import metadata
from sayso.people.store import Store
from sayso.people.user import User, users
from sayso.record.columns import UtcTime


class Deed(StrEnum):
    """What can be done to an account."""

    SIGNED_UP = "signed up"
    LOGGED_IN = "logged in"
    FAILED = "log-in failed"
    LOGGED_OUT = "logged out"
    LOGGED_OUT_EVERYWHERE = "logged out everywhere"
    RESET_ASKED = "password reset asked for"
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - a deed's name
    NAME_CHANGED = "name changed"
    MAIL_CHANGED = "mail address changed"
    FACTOR_ADDED = "second step switched on"
    FACTOR_REMOVED = "second step switched off"
    CODE_USED = "backup code used"
    TOKEN_MADE = "token made"  # noqa: S105
    TOKEN_ENDED = "token ended"  # noqa: S105
    INVITED = "invitation made"
    INVITATION_WITHDRAWN = "invitation withdrawn"
    ROLE_CHANGED = "role changed"
    CLOSED = "account closed"
    OPENED = "account opened again"
    DELETED = "account deleted"
    SETTING_CHANGED = "setting changed"


#: How long failed log-ins are kept: long enough to see that somebody guesses.
FAILED_KEPT = timedelta(days=90)

deeds = Table(
    "deeds",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("what", Text, nullable=False),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), index=True),
    Column("by_id", Text, ForeignKey("users.id", ondelete="SET NULL")),
    Column("detail", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed. `of` is the name of the user whose account it is, None for the desk; `by` who did it, None for
    nobody who was logged in (a failed log-in, a mailed link, the command line).
    """

    at: datetime
    what: Deed
    of: str | None
    by: str | None
    detail: str


class Audit:
    """Who did what to which account."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, what: Deed, *, of: User | None = None, by: User | None = None, detail: str = "") -> None:
        """Keeps a deed. Never give a password, a token or a code as its detail."""
        stale = (deeds.c.what == Deed.FAILED) & (deeds.c.at <= self._store.now() - FAILED_KEPT)
        row = {"what": what, "user_id": of and of.id, "by_id": by and by.id, "detail": detail[:200]}
        with self._store.writing() as change:
            change.connection.execute(delete(deeds).where(stale))
            change.connection.execute(insert(deeds).values(**row, at=change.at))

    def list(self, user: User | None = None, *, limit: int = 200) -> tuple[Entry, ...]:
        """The deeds on one user's account, or on all and the desk; the latest first."""
        whose, doer = users.alias(), users.alias()
        chosen = (
            select(deeds, whose.c.name.label("of"), doer.c.name.label("by"))
            .outerjoin(whose, whose.c.id == deeds.c.user_id)
            .outerjoin(doer, doer.c.id == deeds.c.by_id)
            .order_by(deeds.c.sequence.desc())
            .limit(limit)
        )
        if user is not None:
            chosen = chosen.where(deeds.c.user_id == user.id)
        with self._store.reading() as connection:
            rows = connection.execute(chosen)
            return tuple(Entry(row.at, Deed(row.what), row.of, row.by, row.detail) for row in rows)
