"""User: a person who logs in; the name signs that person's decisions.

A name that was ever used stays its user's for good, also after a change or a deletion: what it
signed must never look like somebody else's.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Row, Table, Text, delete, func, insert, or_, select, update

from sayso.errors import NotKnown, Refused
from sayso.people.schema import metadata
from sayso.people.secret import make_id
from sayso.people.store import Change, Store
from sayso.record.columns import UtcTime

#: Characters of a name: enough for a full name, too few for a page of text.
SHORTEST_NAME, LONGEST_NAME = 2, 60
#: RFC 5321, 4.5.3.1.3: a path of 256 octets with its two brackets.
LONGEST_MAIL = 254

_MAIL = re.compile(r"[^\s@<>\"(),:;\\\[\]]+@[^\s@<>\"(),:;\\\[\]]+\.[^\s@<>\"(),:;\\\[\].]+")

#: Alphabets whose letters look alike: a Cyrillic letter in a Latin name would make another user of the same look.
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_NON_JOINER = "\u200c"  # written inside Persian names

users = Table(
    "users",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded_name", Text, nullable=False, unique=True),
    Column("mail", Text),
    Column("folded_mail", Text, unique=True),
    Column("role", Integer, nullable=False),
    Column("language", Text),
    Column("created", UtcTime, nullable=False),
    Column("closed", UtcTime),
)

names = Table(
    "names",
    metadata,
    Column("folded_name", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="SET NULL"), index=True),
)


class Role(IntEnum):
    """What somebody may do; each may do all that those before it may. Compare with `<` and `>=`."""

    READER = 1  # reads, keeps collections, votes, comments
    CODER = 2  # decides on claims, adds reports
    REVIEWER = 3  # settles what coders disagree on, grades, sees what is withheld
    OWNER = 4  # invites, gives roles, withholds, erases

    def __str__(self) -> str:
        return self.word

    @property
    def word(self) -> str:
        """The role as it is written: reader, coder, reviewer, owner."""
        return self.name.lower()

    @classmethod
    def named(cls, word: str) -> Role:
        """The role of that word. Raises Refused for another word."""
        try:
            return cls[word.upper()]
        except KeyError:
            raise Refused("role", "Choose a role: reader, coder, reviewer or owner.") from None


@dataclass(frozen=True, slots=True)
class User:
    """A person who logs in. `mail` is None until an address is confirmed, `closed` while the account is open."""

    id: str
    name: str
    mail: str | None
    role: Role
    language: str | None
    created: datetime
    closed: datetime | None = None

    @property
    def is_closed(self) -> bool:
        """Whether the account was closed: it cannot log in, its decisions stand."""
        return self.closed is not None


class Users:
    """The users of one record."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, name: str, *, role: Role, mail: str | None = None, language: str | None = None) -> User:
        """A new user. Raises Refused when the name or the mail address is not fit or not free."""
        name, mail = clean_name(name), clean_mail(mail) if mail else None
        with self._store.writing() as change:
            user = User(make_id(), name, None, role, language, change.at)
            _check_free(change, name, user_id=None)
            change.connection.execute(insert(users).values(_make_row(user)))
            _reserve(change, user.id, name)
            return self.change_mail(user.id, mail) if mail else user

    def find(self, user_id: str) -> User:
        """The user of that identifier. Raises NotKnown if there is none."""
        with self._store.reading() as connection:
            row = connection.execute(select(users).where(users.c.id == user_id)).first()
        if row is None:
            raise NotKnown("There is no such user.")
        return make_user(row)

    def find_named(self, name_or_mail: str) -> User | None:
        """The user of that name or mail address, in any letter case; None if there is none."""
        folded = fold(name_or_mail)
        told = or_(users.c.folded_name == folded, users.c.folded_mail == folded)
        with self._store.reading() as connection:
            row = connection.execute(select(users).where(told)).first()
        return None if row is None else make_user(row)

    def list(self) -> tuple[User, ...]:
        """All users by name, the closed ones among them."""
        with self._store.reading() as connection:
            return tuple(make_user(row) for row in connection.execute(select(users).order_by(users.c.folded_name)))

    def has_any(self) -> bool:
        """Whether somebody has signed up yet."""
        with self._store.reading() as connection:
            return connection.execute(select(users.c.id).limit(1)).first() is not None

    def count_owners(self) -> int:
        """How many owners have an open account."""
        open_owners = (users.c.role == Role.OWNER) & users.c.closed.is_(None)
        with self._store.reading() as connection:
            return connection.scalar(select(func.count()).where(open_owners)) or 0

    def change_name(self, user_id: str, name: str) -> User:
        """From now on this name signs. Raises Refused when it is not fit, or is or was somebody else's."""
        name = clean_name(name)
        with self._store.writing() as change:
            _check_free(change, name, user_id=user_id)
            _reserve(change, user_id, name)
            return self._change(user_id, name=name, folded_name=fold(name))

    def is_name_of(self, user_id: str, name: str) -> bool:
        """Whether the user signs with that name, or did before."""
        own = (names.c.folded_name == fold(name)) & (names.c.user_id == user_id)
        with self._store.reading() as connection:
            return connection.execute(select(names).where(own)).first() is not None

    def change_mail(self, user_id: str, mail: str | None) -> User:
        """Another address, None for none. Raises Refused when it is not fit, or is somebody else's."""
        mail = clean_mail(mail) if mail else None
        with self._store.writing():
            holder = self.find_named(mail) if mail else None
            if holder is not None and holder.id != user_id:
                raise Refused("mail", "Another account has this mail address.")
            return self._change(user_id, mail=mail, folded_mail=fold(mail) if mail else None)

    def change_language(self, user_id: str, language: str | None) -> User:
        """The language of the pages, None for what the browser asks for."""
        return self._change(user_id, language=language)

    def change_role(self, user_id: str, role: Role) -> User:
        """Other rights, without asking whether an owner is left: `Members.change_role` asks."""
        return self._change(user_id, role=role)

    def change_closed(self, user_id: str, *, closed: bool) -> User:
        """Closes or opens the account, without asking whether an owner is left: `Members.close` asks."""
        return self._change(user_id, closed=self._store.now() if closed else None)

    def delete(self, user_id: str) -> None:
        """Deletes the user and every row that is about them, without asking whether an owner is left.

        The names stay taken: they sign decisions. `Members.delete` asks.
        """
        with self._store.writing() as change:
            change.connection.execute(delete(users).where(users.c.id == user_id))

    def _change(self, user_id: str, **values: object) -> User:
        with self._store.writing() as change:
            change.connection.execute(update(users).where(users.c.id == user_id).values(**values))
            return self.find(user_id)


def fold(name: str) -> str:
    """How names and addresses are compared: letter case, width, spaces and joiners make no difference."""
    plain = unicodedata.normalize("NFKC", name[: LONGEST_MAIL + 1]).casefold().replace(_NON_JOINER, "")
    return " ".join(plain.split())


def clean_name(name: str) -> str:
    """The name as it will sign. Raises Refused when nobody could read it, or could take it for a mail address."""
    plain = " ".join(unicodedata.normalize("NFC", name[: 10 * LONGEST_NAME]).split())
    if not SHORTEST_NAME <= len(plain) <= LONGEST_NAME:
        raise Refused("name", "A name has 2 to 60 characters.")
    if "@" in plain or any(unicodedata.category(letter)[0] == "C" for letter in plain if letter != _NON_JOINER):
        raise Refused("name", "A name has no @ in it and no character that cannot be seen.")
    if len({_alphabet(letter) for letter in plain if letter.isalpha()} & _ALIKE) > 1:
        raise Refused("name", "A name is written in one alphabet: letters of two that look alike could be mistaken.")
    return plain


def clean_mail(mail: str) -> str:
    """The mail address without spaces around it. Raises Refused when no letter could reach it."""
    plain = mail.strip() if len(mail) <= 10 * LONGEST_MAIL else mail
    if len(plain) > LONGEST_MAIL or not plain.isprintable() or not _MAIL.fullmatch(plain):
        raise Refused("mail", "This is no mail address; write it as somebody@example.org.")
    return plain


def _alphabet(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def make_user(row: Row[Any]) -> User:
    """The user of a row of `users`."""
    return User(row.id, row.name, row.mail, Role(row.role), row.language, row.created, row.closed)


def _make_row(user: User) -> dict[str, object]:
    return {
        "id": user.id,
        "name": user.name,
        "folded_name": fold(user.name),
        "role": user.role,
        "language": user.language,
        "created": user.created,
    }


def _check_free(change: Change, name: str, *, user_id: str | None) -> None:
    taken = change.connection.execute(select(names).where(names.c.folded_name == fold(name))).first()
    if taken is not None and (user_id is None or taken.user_id != user_id):
        raise Refused("name", "This name is taken; decisions are signed with it, so choose another.")


def _reserve(change: Change, user_id: str, name: str) -> None:
    row = {"folded_name": fold(name), "user_id": user_id}
    change.connection.execute(insert(names).prefix_with("OR IGNORE").values(row))
