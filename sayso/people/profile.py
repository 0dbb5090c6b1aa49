"""Profile: what users change about themselves. Whatever opens the door to others asks for the password again."""

from __future__ import annotations

from datetime import timedelta

from sayso.errors import BadLink, Refused
from sayso.people.attempt import Attempts, Guess
from sayso.people.audit import Audit, Deed
from sayso.people.entrance import Browser
from sayso.people.factor import Factors
from sayso.people.letter import write_known, write_new_mail, write_old_mail, write_password_changed
from sayso.people.link import Links, Purpose
from sayso.people.outbox import Outbox
from sayso.people.password import Passwords, check_password
from sayso.people.session import Sessions
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.people.token import Token, Tokens
from sayso.people.user import Role, User, Users, clean_mail

MAIL_LASTS = timedelta(days=1)


class Profiles:
    """What users of one desk say about themselves."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store = store
        self._outbox = outbox
        self._users, self._passwords, self._factors = Users(store), Passwords(store), Factors(store)
        self._sessions, self._links, self._tokens = Sessions(store), Links(store), Tokens(store)
        self._settings, self._attempts, self._audit = Settings(store), Attempts(store), Audit(store)

    def change_name(self, user: User, name: str) -> User:
        """From now on this name signs; what was signed before keeps the old one. Raises Refused."""
        with self._store.writing():
            changed = self._users.change_name(user.id, name)
            if changed.name != user.name:
                self._audit.note(Deed.NAME_CHANGED, of=user, by=user, detail=f"{user.name} → {changed.name}")
        return changed

    def change_password(self, user: User, old: str, new: str, browser: Browser) -> str:
        """Sets a new password; every other browser is logged out. Gives this browser's new token.

        Raises Refused (field `old` or `password`) and Slowed.
        """
        self.check_password(user, old, browser, field="old")
        check_password(new, user)
        with self._store.writing():
            self._passwords.change(user, new)
            self._links.withdraw(Purpose.RESET, user_id=user.id)
            self._sessions.end_all(user)
            self._audit.note(Deed.PASSWORD_CHANGED, of=user, by=user)
            if user.mail:
                self._outbox.add(write_password_changed(self._settings.load(), to=user.mail, name=user.name))
            return self._sessions.open(user, description=browser.description)

    def ask_mail(self, user: User, mail: str, password: str, browser: Browser) -> None:
        """Sends a link to a new address, and tells the old one. Nothing changes until the link is used.

        Raises Refused and Slowed. Whether another account has the address is told to that address alone.
        """
        mail = clean_mail(mail)
        self.check_password(user, password, browser)
        self._attempts.take(Guess.MAIL, account=user.id, address=browser.address)
        self.send_mail_link(user, mail)

    def send_mail_link(self, user: User, mail: str) -> None:
        """The letters of `ask_mail`, for a user who just signed up."""
        desk = self._settings.load()
        with self._store.writing():
            self._links.withdraw(Purpose.MAIL, user_id=user.id)
            secret = self._links.make(Purpose.MAIL, lasts=MAIL_LASTS, user_id=user.id, value=mail)
            holder = self._users.find_named(mail)
            if holder is None or holder.id == user.id:
                self._outbox.add(write_new_mail(desk, to=mail, name=user.name, secret=secret))
            else:
                self._outbox.add(write_known(desk, to=mail))
            if user.mail:
                self._outbox.add(write_old_mail(desk, to=user.mail, name=user.name, new=mail))

    def find_mail(self, secret: str) -> tuple[User, str]:
        """Whose new address a link confirms, and which. Raises BadLink."""
        link = self._links.find(Purpose.MAIL, secret)
        user = self._users.find(link.user_id) if link is not None and link.user_id else None
        if link is None or user is None or user.is_closed:
            raise BadLink("This link appears to be invalid or expired; ask for another on your own page.")
        return user, link.value

    def confirm_mail(self, secret: str) -> User:
        """Uses the new address from now on. Raises BadLink, or Refused when another account has it by now."""
        with self._store.writing():
            user, mail = self.find_mail(secret)
            changed = self._users.change_mail(user.id, mail)
            self._links.withdraw(Purpose.MAIL, user_id=user.id)
            self._links.withdraw(Purpose.RESET, user_id=user.id)  # a link in the old box must not open the door
            self._audit.note(Deed.MAIL_CHANGED, of=user, by=user)
        return changed

    def add_factor(self, user: User, code: str, browser: Browser) -> tuple[str, ...]:
        """Switches the second step on; gives the backup codes, to be shown this once. Raises Refused and Slowed."""
        self._attempts.take(Guess.CODE, account=user.id, address=browser.address)
        with self._store.writing():
            codes = self._factors.confirm(user, code)
            self._attempts.forgive(Guess.CODE, account=user.id, address=browser.address)
            self._audit.note(Deed.FACTOR_ADDED, of=user, by=user)
        return codes

    def renew_codes(self, user: User, password: str, browser: Browser) -> tuple[str, ...]:
        """Ten new backup codes, to be shown this once. Raises Refused and Slowed."""
        self.check_password(user, password, browser)
        if not self._factors.is_on(user):
            raise Refused("password", "The second step is off; switch it on first.")
        return self._factors.renew_codes(user)

    def remove_factor(self, user: User, password: str, browser: Browser) -> None:
        """Switches the second step off. Raises Refused and Slowed."""
        self.check_password(user, password, browser)
        self.switch_factor_off(user, by=user)

    def switch_factor_off(self, user: User, *, by: User | None = None) -> None:
        """The same without the password: for the person at the machine itself (None), who knows that it is the user."""
        with self._store.writing():
            self._factors.remove(user)
            self._audit.note(Deed.FACTOR_REMOVED, of=user, by=by)

    def add_token(self, user: User, name: str, role: Role) -> tuple[Token, str]:
        """A token for the API and its secret, to be shown this once. Raises Refused."""
        with self._store.writing():
            token, secret = self._tokens.add(user, name, role=role)
            self._audit.note(Deed.TOKEN_MADE, of=user, by=user, detail=token.name)
        return token, secret

    def end_token(self, user: User, token_id: str) -> None:
        """Ends one of the user's tokens. Raises NotKnown if it is not one of them."""
        with self._store.writing():
            self._tokens.end(user, token_id)
            self._audit.note(Deed.TOKEN_ENDED, of=user, by=user)

    def check_password(self, user: User, password: str, browser: Browser, *, field: str = "password") -> None:
        """Makes sure that it is still the user who sits there. Raises Refused (on `field`) and Slowed."""
        self._attempts.take(Guess.PASSWORD, account=user.id, address=browser.address)
        if not self._passwords.is_right(user, password):
            self._audit.note(Deed.FAILED, of=user, by=user, detail="password asked again")
            raise Refused(field, "This is not your password.")
        self._attempts.forgive(Guess.PASSWORD, account=user.id, address=browser.address)
