"""People: the one door to users and to what they keep for themselves, in a file beside the record.

It is a file of its own so that a record can be handed on without anybody's password or mail address.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.people.attempt import Attempts
from sayso.people.audit import Audit
from sayso.people.collection import Collections
from sayso.people.comment import Comments
from sayso.people.entrance import Entrance
from sayso.people.factor import Factors
from sayso.people.form import Forms
from sayso.people.invitation import Invitations
from sayso.people.job import Jobs
from sayso.people.mail import Mailer, open_mailer
from sayso.people.member import Members
from sayso.people.outbox import Outbox
from sayso.people.password import Passwords
from sayso.people.place import check_mark, find_place
from sayso.people.profile import Profiles
from sayso.people.reset import Resets
from sayso.people.schema import bring_up
from sayso.people.session import Sessions
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.people.task import Tasks
from sayso.people.token import Tokens
from sayso.people.user import Users
from sayso.people.vote import Votes
from sayso.people.watch import Watches
from sayso.record.database import Database
from sayso.record.record import PATIENCE_SECONDS, now_utc
from sayso.settings import Settings as Environment


def open_people(
    record: str | Path,
    *,
    settings: Environment | None = None,
    now: Callable[[], datetime] = now_utc,
    mailer: Mailer | None = None,
    wait_seconds: float = PATIENCE_SECONDS,
) -> People:
    """The people of the record in the file `record`; their file is made if missing, brought to today's tables if older.

    `settings` says where letters go (without one, into the folder `record.mail` beside the record), unless `mailer`
    is given. `now` gives the time (UTC) that rows bear and that expiry is counted by. Threads may share it.
    Raises RecordError when the file cannot be made or read, is something else's, or a newer Sayso wrote it, and
    UsageError for settings that name no mail server.
    """
    settings = settings or Environment()
    folder = Path(record).with_suffix(".mail")
    mailer = mailer or open_mailer(settings.mail, sender=settings.mail_from, folder=folder)
    database = Database(find_place(record), wait_seconds=wait_seconds, keeps_open=True)
    try:
        check_mark(database)
        bring_up(database)
    except BaseException:
        database.close()
        raise
    return People(database, now=now, mailer=mailer)


class People:
    """All that is kept about persons, one drawer a concept."""

    def __init__(self, database: Database, *, now: Callable[[], datetime], mailer: Mailer) -> None:
        self._database = database
        store = Store(database, now)
        self.store = store
        self.outbox = Outbox(store, mailer)
        self.users = Users(store)
        self.passwords = Passwords(store)
        self.sessions = Sessions(store)
        self.forms = Forms(store)
        self.jobs = Jobs(store)
        self.attempts = Attempts(store)
        self.factors = Factors(store)
        self.tokens = Tokens(store)
        self.settings = Settings(store)
        self.audit = Audit(store)
        self.entrance = Entrance(store)
        self.invitations = Invitations(store, self.outbox)
        self.resets = Resets(store, self.outbox)
        self.profiles = Profiles(store, self.outbox)
        self.members = Members(store, self.outbox)
        self.collections = Collections(store)
        self.votes = Votes(store)
        self.comments = Comments(store, self.outbox)
        self.tasks = Tasks(store)
        self.watches = Watches(store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def first_link(self, address: str) -> str | None:
        """Where the first owner signs up on a desk at `address`; None once there are users. An earlier one ends."""
        secret = self.invitations.invite_first_owner()
        return f"{address.rstrip('/')}/sign-up?invitation={secret}" if secret else None

    def clean(self) -> None:
        """Writes the file anew, so that no page of it holds what was deleted."""
        self._database.clean()

    def close(self) -> None:
        """Lets go of the file."""
        self._database.close()
