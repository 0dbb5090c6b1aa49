"""Entrance: how a user comes in: name and password, then a code where the user has a second step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sayso.errors import BadLink, BadLogIn
from sayso.people.attempt import Attempts, Guess
from sayso.people.audit import Audit, Deed
from sayso.people.factor import Factors
from sayso.people.link import Links, Purpose
from sayso.people.password import Passwords
from sayso.people.session import Sessions
from sayso.people.store import Store
from sayso.people.user import User, Users, fold

#: How long the page that asks for the code may lie open.
STEP_LASTS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A user who is in; `token` goes into the cookie."""

    user: User
    token: str


@dataclass(frozen=True, slots=True)
class SecondStep:
    """The password was right, a code is asked for; `secret` says who it was."""

    secret: str


@dataclass(frozen=True, slots=True)
class Browser:
    """Who knocks: the internet address (for the slowing of guesses alone, never kept), what browser it says it is,
    and the token of a session that it had.
    """

    address: str
    description: str = ""
    token: str | None = None


class Entrance:
    """The way in and out."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._users, self._passwords, self._factors = Users(store), Passwords(store), Factors(store)
        self._sessions, self._links = Sessions(store), Links(store)
        self._attempts, self._audit = Attempts(store), Audit(store)

    def log_in(self, name_or_mail: str, password: str, browser: Browser) -> LoggedIn | SecondStep:
        """Lets a user in, or asks for the second step.

        Raises BadLogIn, in the same words and after the same work whether there is such a user or not,
        and Slowed after too many tries.
        """
        user = self._users.find_named(name_or_mail)
        account = user.id if user else fold(name_or_mail)
        self._attempts.take(Guess.PASSWORD, account=account, address=browser.address)
        right = self._passwords.is_right(user, password)
        if user is None or user.is_closed or not right:
            self._audit.note(Deed.FAILED, of=user)
            raise BadLogIn(
                "Name and password do not go together; try again, or let us send you a link to set a new password."
            )
        self._attempts.forgive(Guess.PASSWORD, account=account, address=browser.address)
        if self._factors.is_on(user):
            return SecondStep(self._links.make(Purpose.SECOND_STEP, lasts=STEP_LASTS, user_id=user.id))
        return self.let_in(user, browser)

    def take_code(self, secret: str, code: str, browser: Browser) -> LoggedIn:
        """The second step, with the app's code or a backup code.

        Raises BadLink when the first step was too long ago, BadLogIn for a wrong code, and Slowed.
        """
        user = self._find_waiting(secret)
        self._attempts.take(Guess.CODE, account=user.id, address=browser.address)
        if not self._take_any(user, code):
            self._audit.note(Deed.FAILED, of=user, detail="wrong code")
            raise BadLogIn(
                "This code does not count; enter the one that the app shows now, or a backup code not used yet."
            )
        with self._store.writing():
            if self._links.take(Purpose.SECOND_STEP, secret) is None:
                raise _too_late()
            self._attempts.forgive(Guess.CODE, account=user.id, address=browser.address)
            return self.let_in(user, browser)

    def let_in(self, user: User, browser: Browser) -> LoggedIn:
        """Opens a session for a user who was checked already, as at sign-up; the one that the browser had ends."""
        with self._store.writing():
            token = self._sessions.open(user, description=browser.description, instead_of=browser.token)
            self._audit.note(Deed.LOGGED_IN, of=user, by=user, detail=browser.description)
        return LoggedIn(user, token)

    def log_out(self, token: str | None) -> None:
        """Ends this browser's session."""
        session = self._sessions.find(token)
        if session is not None:
            with self._store.writing():
                self._sessions.end(token)
                self._audit.note(Deed.LOGGED_OUT, of=session.user, by=session.user)

    def log_out_everywhere(self, user: User) -> int:
        """Ends all sessions of the user; gives how many there were."""
        with self._store.writing():
            self._audit.note(Deed.LOGGED_OUT_EVERYWHERE, of=user, by=user)
            return self._sessions.end_all(user)

    def _find_waiting(self, secret: str) -> User:
        link = self._links.find(Purpose.SECOND_STEP, secret)
        user = self._users.find(link.user_id) if link is not None and link.user_id else None
        if user is None or user.is_closed:
            raise _too_late()
        return user

    def _take_any(self, user: User, code: str) -> bool:
        if self._factors.take_code(user, code):
            return True
        by_paper = self._factors.take_backup_code(user, code)
        if by_paper:
            self._audit.note(Deed.CODE_USED, of=user, by=user)
        return by_paper


def _too_late() -> BadLink:
    return BadLink("The first step of this log-in was too long ago; log in again.")
