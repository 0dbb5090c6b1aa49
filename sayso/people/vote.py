"""Vote: what a person thinks of a claim or an event: one a person, changeable, and never a voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Table, Text, delete, insert, select

from sayso.people.schema import metadata
from sayso.people.store import Store
from sayso.people.user import User
from sayso.record.columns import UtcTime


class Answer(StrEnum):
    """What can be answered to "Do you think that it is so?"."""

    AGREE = "agree"
    DISAGREE = "disagree"
    UNSURE = "unsure"


votes = Table(
    "votes",
    metadata,
    Column("user_id", Text, ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("thing", Text, primary_key=True, index=True),
    Column("answer", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gave each answer, and what the visitor answered (None: nothing)."""

    counts: Mapping[Answer, int] = field(default_factory=dict)
    mine: Answer | None = None

    @property
    def total(self) -> int:
        """How many voted."""
        return sum(self.counts.values())


class Votes:
    """All votes of one desk."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def leave(self, user: User, kind: str, thing: str, answer: Answer | None, *, former: Collection[str] = ()) -> None:
        """The user's vote on a thing, in place of an earlier one; None takes it back.

        `former` are identifiers that point to the thing now: a vote on one of them is one on it.
        """
        own = (votes.c.user_id == user.id) & (votes.c.kind == kind) & votes.c.thing.in_([thing, *former])
        with self._store.writing() as change:
            change.connection.execute(delete(votes).where(own))
            if answer is not None:
                row = {"user_id": user.id, "kind": kind, "thing": thing, "answer": answer, "at": change.at}
                change.connection.execute(insert(votes).values(row))

    def count(self, kind: str, thing: str, user: User | None, *, former: Collection[str] = ()) -> Tally:
        """The votes on a thing: one a person, the latest of what they said of it under any of its names."""
        chosen = select(votes).where(votes.c.kind == kind, votes.c.thing.in_([thing, *former])).order_by(votes.c.at)
        with self._store.reading() as connection:
            latest = {row.user_id: Answer(row.answer) for row in connection.execute(chosen)}
        return Tally(Counter(latest.values()), latest.get(user.id) if user else None)
