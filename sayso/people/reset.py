"""Reset: a new password for somebody who forgot the old one, by a mailed link that works once, within an hour."""

from __future__ import annotations

from datetime import timedelta

from sayso.errors import BadLink
from sayso.people.attempt import Attempts, Guess
from sayso.people.audit import Audit, Deed
from sayso.people.letter import write_password_changed, write_reset
from sayso.people.link import Links, Purpose
from sayso.people.outbox import Outbox
from sayso.people.password import Passwords, check_password
from sayso.people.session import Sessions
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.people.user import User, Users, fold

LASTS = timedelta(hours=1)


class Resets:
    """Resets of forgotten passwords."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store = store
        self._outbox = outbox
        self._links, self._users, self._audit = Links(store), Users(store), Audit(store)
        self._passwords, self._sessions = Passwords(store), Sessions(store)
        self._settings, self._attempts = Settings(store), Attempts(store)

    def ask(self, name_or_mail: str, *, address: str) -> None:
        """Sends a link to the user's mail address; for nobody it goes the same way, and no letter leaves.

        Raises Slowed when too many were asked for, whether there is such a user or not.
        """
        user = self._users.find_named(name_or_mail)
        self._attempts.take(Guess.MAIL, account=user.id if user else fold(name_or_mail), address=address)
        reachable = user if user is not None and user.mail and not user.is_closed else None
        with self._store.writing():
            secret = self.make(reachable)
            if reachable is not None and reachable.mail:
                desk = self._settings.load()
                self._outbox.add(write_reset(desk, to=reachable.mail, name=reachable.name, secret=secret))

    def make(self, user: User | None) -> str:
        """The secret of a link for a user, as an owner hands one over where there is no mail."""
        with self._store.writing():
            self._audit.note(Deed.RESET_ASKED, of=user)
            return self._links.make(Purpose.RESET, lasts=LASTS, user_id=user.id if user else None)

    def find(self, secret: str) -> User:
        """Whose password a link resets. Raises BadLink when it is invalid, expired or was used."""
        link = self._links.find(Purpose.RESET, secret)
        if link is None or link.user_id is None:
            raise _gone()
        user = self._users.find(link.user_id)
        if user.is_closed:
            raise _gone()
        return user

    def reset(self, secret: str, password: str) -> User:
        """Sets the password; all sessions and all other links end, and the wait for guessing too.

        Raises BadLink, or Refused (then the link still works).
        """
        check_password(password, self.find(secret))
        with self._store.writing():
            user = self.find(secret)  # again: of two at once, only one finds it here
            self._passwords.change(user, password)
            self._links.withdraw(Purpose.RESET, user_id=user.id)
            self._links.withdraw(Purpose.MAIL, user_id=user.id)
            self._links.withdraw(Purpose.SECOND_STEP, user_id=user.id)
            self._sessions.end_all(user)
            self._attempts.forgive(Guess.PASSWORD, account=user.id)
            self._audit.note(Deed.PASSWORD_CHANGED, of=user, detail="by a mailed link")
            if user.mail:
                self._outbox.add(write_password_changed(self._settings.load(), to=user.mail, name=user.name))
        return user


def _gone() -> BadLink:
    return BadLink("Your password reset link appears to be invalid or expired.")
