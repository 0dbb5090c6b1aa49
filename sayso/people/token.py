"""Token: what a program shows at the API in place of a user's name and password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Row, Table, Text, insert, select, update

from sayso.errors import NotKnown, Refused
from sayso.people.schema import metadata
from sayso.people.secret import digest, make_id, make_secret
from sayso.people.store import Store
from sayso.people.user import Role, User, make_user, users
from sayso.record.columns import UtcTime

#: How a secret begins, so that who finds one in a file knows what it opens.
PREFIX = "sayso_"
LONGEST_NAME = 60
#: How exact "last used" is: a call need not write each time.
USED_EVERY = timedelta(minutes=5)

tokens = Table(
    "tokens",
    metadata,
    Column("id", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Column("role", Integer, nullable=False),
    Column("created", UtcTime, nullable=False),
    Column("used", UtcTime),
    Column("ended", UtcTime),
)


@dataclass(frozen=True, slots=True)
class Token:
    """What a program may do in a user's name: `role` is never above the user's own of today."""

    id: str
    user: User
    name: str
    role: Role
    created: datetime
    used: datetime | None


class Tokens:
    """The tokens of the users of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, user: User, name: str, *, role: Role) -> tuple[Token, str]:
        """A token and its secret, which is shown once. Raises Refused for a role above the user's, or no name."""
        name = " ".join(name[: 10 * LONGEST_NAME].split())
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise Refused("name", "Name the token after what uses it, in up to 60 characters.")
        if role > user.role:
            raise Refused("role", "A token may do no more than you may.")
        secret = PREFIX + make_secret()
        with self._store.writing() as change:
            token = Token(make_id(), user, name, role, change.at, None)
            row = {"id": token.id, "user_id": user.id, "name": name, "digest": digest(secret), "role": role}
            change.connection.execute(insert(tokens).values(**row, created=change.at))
        return token, secret

    def find(self, secret: str) -> Token | None:
        """The token of a secret; None when there is none, it has ended or its user's account is closed."""
        alive = (tokens.c.digest == digest(secret)) & tokens.c.ended.is_(None) & users.c.closed.is_(None)
        with self._store.reading() as connection:
            row = connection.execute(_select().where(alive)).first()
        if row is None:
            return None
        if row.token_used is None or self._store.now() - row.token_used >= USED_EVERY:
            self._mark(tokens.c.id == row.token_id, used=self._store.now())
        return _make_token(row)

    def list(self, user: User) -> tuple[Token, ...]:
        """The user's tokens that have not ended, the newest first."""
        chosen = _select().where(tokens.c.user_id == user.id, tokens.c.ended.is_(None))
        with self._store.reading() as connection:
            return tuple(map(_make_token, connection.execute(chosen.order_by(tokens.c.created.desc()))))

    def end(self, user: User, token_id: str) -> None:
        """Ends one of the user's tokens. Raises NotKnown if it is not one of them."""
        own = (tokens.c.id == token_id) & (tokens.c.user_id == user.id) & tokens.c.ended.is_(None)
        if not self._mark(own, ended=self._store.now()):
            raise NotKnown("There is no such token of yours.")

    def end_all(self, user: User) -> None:
        """Ends all tokens of the user."""
        self._mark((tokens.c.user_id == user.id) & tokens.c.ended.is_(None), ended=self._store.now())

    def _mark(self, which: Any, **values: datetime) -> bool:
        with self._store.writing() as change:
            return change.connection.execute(update(tokens).where(which).values(**values)).rowcount > 0


def _select() -> Any:
    own = (tokens.c.id, tokens.c.name, tokens.c.role, tokens.c.created, tokens.c.used)
    return select(users, *(column.label(f"token_{column.name}") for column in own)).join_from(tokens, users)


def _make_token(row: Row[Any]) -> Token:
    user = make_user(row)
    role = min(Role(row.token_role), user.role)
    return Token(row.token_id, user, row.token_name, role, row.token_created, row.token_used)
