"""Session: one browser in which a user is logged in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ForeignKey, Row, Table, Text, delete, insert, or_, select, update

from sayso.people.schema import metadata
from sayso.people.secret import digest, make_id, make_secret
from sayso.people.store import Store
from sayso.people.user import User, make_user, users
from sayso.record.columns import UtcTime

#: A session ends when it was not used for so long, and in any case after so long.
IDLE, LONGEST = timedelta(days=7), timedelta(days=30)
#: How exact "last seen" is: a page that is read need not write each time.
SEEN_EVERY = timedelta(minutes=5)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("description", Text, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("seen", UtcTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which `user` is logged in. `description` says which, never from where."""

    id: str
    user: User
    description: str
    created: datetime
    seen: datetime


class Sessions:
    """The sessions of the users of one record; a cookie holds the token, the file its digest."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def open(self, user: User, *, description: str = "", instead_of: str | None = None) -> str:
        """The token of a new session; `instead_of`, a token that the browser had, ends with it."""
        token = make_secret()
        row = {"id": make_id(), "user_id": user.id, "digest": digest(token), "description": description[:100]}
        with self._store.writing() as change:
            self.end(instead_of)
            change.connection.execute(delete(sessions).where(_is_over(change.at)))
            change.connection.execute(insert(sessions).values(**row, created=change.at, seen=change.at))
        return token

    def renew(self, token: str) -> str:
        """A new token for the same browser: what knew the old one is out. Raises nothing for an ended session."""
        session = self.find(token)
        return self.open(session.user, description=session.description, instead_of=token) if session else token

    def find(self, token: str | None) -> Session | None:
        """The session of a token; None when there is none, it has ended or its user's account is closed."""
        if not token:
            return None
        now = self._store.now()
        with self._store.reading() as connection:
            row = connection.execute(_select().where(sessions.c.digest == digest(token), ~_is_over(now))).first()
        if row is None or row.closed is not None:
            return None
        if now - row.session_seen >= SEEN_EVERY:
            self._mark_seen(row.session_id)
        return _make_session(row)

    def list(self, user: User) -> tuple[Session, ...]:
        """The user's sessions that have not ended, the one used last first."""
        chosen = _select().where(sessions.c.user_id == user.id, ~_is_over(self._store.now()))
        with self._store.reading() as connection:
            return tuple(map(_make_session, connection.execute(chosen.order_by(sessions.c.seen.desc()))))

    def end(self, token: str | None) -> None:
        """Logs this browser out."""
        if token:
            with self._store.writing() as change:
                change.connection.execute(delete(sessions).where(sessions.c.digest == digest(token)))

    def end_one(self, user: User, session_id: str) -> bool:
        """Logs one of the user's browsers out; false if it is not one of them."""
        with self._store.writing() as change:
            own = (sessions.c.user_id == user.id) & (sessions.c.id == session_id)
            return change.connection.execute(delete(sessions).where(own)).rowcount > 0

    def end_all(self, user: User) -> int:
        """Logs the user out everywhere; gives how many sessions there were."""
        with self._store.writing() as change:
            return change.connection.execute(delete(sessions).where(sessions.c.user_id == user.id)).rowcount

    def _mark_seen(self, session_id: str) -> None:
        with self._store.writing() as change:
            change.connection.execute(update(sessions).where(sessions.c.id == session_id).values(seen=change.at))


def describe_browser(user_agent: str) -> str:
    """A browser in words that its user knows it by, such as "Firefox on Linux"; empty when it does not say."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return " on ".join(filter(None, (browser, system)))


#: The first mark that is found counts: Edge and Opera call themselves Chrome too, and Chrome Safari.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def _select() -> Any:
    seen = [sessions.c.id, sessions.c.description, sessions.c.created, sessions.c.seen]
    return select(users, *(column.label(f"session_{column.name}") for column in seen)).join_from(sessions, users)


def _is_over(now: datetime) -> Any:
    return or_(sessions.c.seen <= now - IDLE, sessions.c.created <= now - LONGEST)


def _make_session(row: Row[Any]) -> Session:
    return Session(row.session_id, make_user(row), row.session_description, row.session_created, row.session_seen)
