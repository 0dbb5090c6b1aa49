"""Task: who looks after a claim, a report or an event, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Table, Text, delete, insert, select

from sayso.people.schema import metadata
from sayso.people.store import Store
from sayso.people.user import User, users
from sayso.record.columns import UtcTime


class Status(StrEnum):
    """How far the work on a thing is."""

    TO_DO = "to do"
    IN_PROGRESS = "in progress"
    HELP_NEEDED = "help needed"
    READY = "ready for review"
    DONE = "done"


tasks = Table(
    "tasks",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("thing", Text, primary_key=True),
    Column("user_id", Text, ForeignKey("users.id", ondelete="SET NULL"), index=True),  # whose it is; null: nobody's
    Column("status", Text, nullable=False),
    Column("changed_by", Text, ForeignKey("users.id", ondelete="SET NULL")),
    Column("changed", UtcTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Task:
    """The work on one thing; `assignee` is a name, None for nobody."""

    kind: str
    thing: str
    user_id: str | None
    assignee: str | None
    status: Status
    changed: datetime


class Tasks:
    """The work of one desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, kind: str, thing: str) -> Task | None:
        """The work on a thing; None where nobody began any."""
        found = self._list((tasks.c.kind == kind) & (tasks.c.thing == thing))
        return found[0] if found else None

    def list(self, user: User) -> tuple[Task, ...]:
        """What the user is to look after and has not done."""
        return self._list((tasks.c.user_id == user.id) & (tasks.c.status != Status.DONE))

    def set(self, kind: str, thing: str, *, assignee: User | None, status: Status, by: User) -> None:
        """Who looks after a thing, and how far it is."""
        own = (tasks.c.kind == kind) & (tasks.c.thing == thing)
        row = {"kind": kind, "thing": thing, "user_id": assignee and assignee.id, "status": status, "changed_by": by.id}
        with self._store.writing() as change:
            change.connection.execute(delete(tasks).where(own))
            change.connection.execute(insert(tasks).values(**row, changed=change.at))

    def _list(self, which: object) -> tuple[Task, ...]:
        chosen = select(tasks, users.c.name.label("assignee")).outerjoin_from(
            tasks, users, users.c.id == tasks.c.user_id
        )
        with self._store.reading() as connection:
            rows = connection.execute(chosen.where(which).order_by(tasks.c.changed.desc()))  # type: ignore[arg-type]
            return tuple(
                Task(row.kind, row.thing, row.user_id, row.assignee, Status(row.status), row.changed) for row in rows
            )
