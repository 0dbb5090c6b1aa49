"""Password: what only its user knows. The file keeps an argon2id hash of it (RFC 9106)."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Column, ForeignKey, Table, Text, insert, select

from sayso.errors import Refused
from sayso.people.schema import metadata
from sayso.people.store import Store
from sayso.people.user import User, fold
from sayso.record.columns import UtcTime

SHORTEST, LONGEST = 10, 1000  # characters; the longest only keeps a megabyte of it from being hashed

#: OWASP's password storage cheat sheet: 19 MiB, two passes, one lane; about 30 ms on the two cores we timed it on.
HASHER = PasswordHasher(memory_cost=19456, time_cost=2, parallelism=1)

#: No more than this many hashes at once in a process: many who log in wait, and memory stays.
_AT_ONCE = threading.BoundedSemaphore(2)

passwords = Table(
    "passwords",
    metadata,
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("hash", Text, nullable=False),
    Column("changed", UtcTime, nullable=False),
)


class Passwords:
    """The passwords of the users of one record."""

    def __init__(self, store: Store, *, hasher: PasswordHasher = HASHER) -> None:
        self._store = store
        self._hasher = hasher

    def change(self, user: User, password: str) -> None:
        """Puts a password in place of the old. Raises Refused when it is too easy to guess."""
        check_password(password, user)
        self._keep(user.id, self._hash(password))

    def is_right(self, user: User | None, password: str) -> bool:
        """Whether it is the user's password. Takes as long for nobody (None) and for a user without one.

        A hash made with earlier parameters is made anew.
        """
        kept = self._find(user) if user is not None else None
        right = self._verify(kept or _make_decoy(self._hasher), password)
        if user is None or kept is None or not right:
            return False
        if self._hasher.check_needs_rehash(kept):
            self._keep(user.id, self._hash(password))
        return True

    def _find(self, user: User) -> str | None:
        with self._store.reading() as connection:
            return connection.scalar(select(passwords.c.hash).where(passwords.c.user_id == user.id))

    def _keep(self, user_id: str, hashed: str) -> None:
        with self._store.writing() as change:
            row = {"user_id": user_id, "hash": hashed, "changed": change.at}
            change.connection.execute(insert(passwords).prefix_with("OR REPLACE").values(row))

    def _hash(self, password: str) -> str:
        with _AT_ONCE:
            return self._hasher.hash(_normal(password))

    def _verify(self, hashed: str, password: str) -> bool:
        try:
            with _AT_ONCE:
                return self._hasher.verify(hashed, _normal(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False


def check_password(password: str, user: User) -> None:
    """Raises Refused, with what to do, when a stranger would soon guess it."""
    if len(password) < SHORTEST:
        raise Refused("password", "A password has at least 10 characters; a few words make a good one.")
    if len(password) > LONGEST:
        raise Refused("password", "A password has at most 1000 characters.")
    plain = fold(password)
    if any(own and own in (plain, plain.replace(" ", "")) for own in _own_words(user)):
        raise Refused("password", "The password is your name or mail address; anybody would try that first.")
    if plain in _list_commonest() or len(set(plain)) < 4:
        raise Refused("password", "This is one of the first passwords that anybody would try; choose another.")


def _own_words(user: User) -> tuple[str, ...]:
    mail = fold(user.mail or "")
    return (fold(user.name), fold(user.name).replace(" ", ""), mail, mail.partition("@")[0])


@cache
def _list_commonest() -> frozenset[str]:
    """Those of ten characters or more that head every list of broken passwords."""
    lines = (Path(__file__).parent / "commonest.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def _make_decoy(hasher: PasswordHasher) -> str:
    """The hash that stands in for nobody's."""
    return hasher.hash("nobody has this password")


def _normal(password: str) -> bytes:
    """One form for the same letters, however the keyboard made them."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
