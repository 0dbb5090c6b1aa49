"""Held: every row of the people's file that is about one user, found by the tables themselves, and forgetting them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, delete, or_, select

from sayso.people.schema import metadata
from sayso.people.store import Store
from sayso.people.user import User, users

#: Columns that let somebody in: shown as present, never as they are.
_SECRET = ("digest", "hash", "secret", "password", "code")


@dataclass(frozen=True, slots=True)
class Held:
    """The rows of one table that are about a user, column by column, as text."""

    table: str
    rows: tuple[Mapping[str, str], ...]


def list_held(store: Store, user: User) -> tuple[Held, ...]:
    """All rows about a user, of every table that names users; letters that wait for them too."""
    with store.reading() as connection:
        found = []
        for table in metadata.sorted_tables:
            mine = [column == user.id for column in _naming(table)]
            if table.name == "outbox" and user.mail:
                mine = [table.c.to == user.mail]
            if table.name == "jobs":
                mine = [table.c.asked_by == user.name]
            if mine:
                rows = connection.execute(select(table).where(or_(*mine))).mappings().all()
                found.append(Held(table.name, tuple({key: _write(key, row[key]) for key in row} for row in rows)))
    return tuple(each for each in found if each.rows)


def forget(store: Store, user: User) -> None:
    """Deletes a user and all rows that are theirs; comments lose their name, and the name stays taken.

    Nobody else may sign with a name that signed decisions: of it only the folded form stays, tied to nobody.
    """
    outbox, jobs = metadata.tables["outbox"], metadata.tables["jobs"]
    with store.writing() as change:
        if user.mail:
            change.connection.execute(delete(outbox).where(outbox.c.to == user.mail))
        change.connection.execute(delete(jobs).where(jobs.c.asked_by == user.name))
        change.connection.execute(delete(users).where(users.c.id == user.id))


def forget_jobs(store: Store, naming: Iterable[str]) -> None:
    """Deletes the jobs that name one of these addresses: what was erased must not be told by how it came."""
    jobs = metadata.tables["jobs"]
    with store.writing() as change:
        for address in naming:
            told = jobs.c.given.contains(address, autoescape=True) | jobs.c.result.contains(address, autoescape=True)
            change.connection.execute(delete(jobs).where(told))


def _naming(table: Table) -> list[Column[str]]:
    """The columns of a table that name a user."""
    if table is users:
        return [users.c.id]
    return [column for column in table.columns if any(key.column.table is users for key in column.foreign_keys)]


def _write(name: str, value: object) -> str:
    if any(part in name for part in _SECRET) and value is not None:
        return "kept, but not shown: it lets somebody in"
    return value.isoformat() if isinstance(value, datetime) else "" if value is None else str(value)
