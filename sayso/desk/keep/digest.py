"""Digests: one letter a person, on what is new since the last one in all that they follow by mail."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

from sayso.desk.keep.news import Entry, list_watch
from sayso.desk.keep.watch import address_of
from sayso.model.withholding import Clearance
from sayso.people import Message, People, Role, User
from sayso.people.watch import Watch
from sayso.record import Record

_SHOWN = 10
#: Days are told without their hours: what was told on the day of the last letter may have come after it.
_OVERLAP = timedelta(days=1)


def write_digests(people: People, record: Record, now: datetime) -> tuple[Message, ...]:
    """The letters that are due, put into the outbox; one for each user with news.

    `record` is the whole record: each letter holds what its reader may see.
    """
    letters = []
    for user_id, group in groupby(people.watches.list_due(now), key=lambda watch: watch.user_id):
        user, due = people.users.find(user_id), list(group)
        if user.mail and not user.is_closed and (letter := _write(people, record, user, due)):
            people.outbox.add(letter)
            letters.append(letter)
        people.watches.mark_written(due, now)
    return tuple(letters)


def _write(people: People, record: Record, user: User, due: list[Watch]) -> Message | None:
    seen = record.cleared(Clearance.WHOLE if user.role >= Role.REVIEWER else Clearance.OPEN)
    desk = people.settings.load()
    parts = []
    for watch in due:
        new = [each for each in list_watch(seen, people, watch, user) if each.updated >= watch.written - _OVERLAP]
        if new:
            parts.append(_tell(watch, new, desk.address, people.watches.stop_secret(watch)))
    if not parts or user.mail is None:
        return None
    return Message(user.mail, f"{desk.name}: what is new", "\n\n".join(parts) + "\n")


def _tell(watch: Watch, new: list[Entry], desk: str, secret: str) -> str:
    lines = [watch.title, "=" * len(watch.title), f"{desk}{address_of(watch)}", ""]
    for entry in new[:_SHOWN]:
        lines += [f"* {entry.title}", f"  {entry.summary}", f"  {desk}{entry.path}", ""]
    if len(new) > _SHOWN:
        lines += [f"and {len(new) - _SHOWN} more", ""]
    return "\n".join([*lines, f"No more letters about this: {desk}/unsubscribe/{watch.id}/{secret}"])
