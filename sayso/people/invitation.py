"""Invitation: a link to sign up with, made by an owner with a role, or asked for where sign-up is open."""

from __future__ import annotations

from datetime import timedelta

from sayso.errors import BadLink, NotAllowed, NotKnown
from sayso.people.attempt import Attempts, Guess
from sayso.people.audit import Audit, Deed
from sayso.people.letter import write_invitation, write_known, write_sign_up
from sayso.people.link import Link, Links, Purpose
from sayso.people.outbox import Outbox
from sayso.people.setting import Settings
from sayso.people.store import Store
from sayso.people.user import Role, User, Users, clean_mail, fold

LASTS, ASKED_LASTS = timedelta(days=7), timedelta(days=1)


class Invitations:
    """The invitations to one desk that were not taken yet. A link's `value` is its role."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store = store
        self._outbox = outbox
        self._links, self._users, self._audit = Links(store), Users(store), Audit(store)
        self._settings, self._attempts = Settings(store), Attempts(store)

    def invite(self, by: User, *, role: Role, mail: str | None = None) -> str:
        """The secret of an invitation; with `mail`, a letter goes there too, and that will be the user's address.

        Raises NotAllowed when `by` is no owner, Refused for an address that is none.
        """
        if by.role < Role.OWNER:
            raise NotAllowed("Only an owner invites.")
        mail = clean_mail(mail) if mail else None
        with self._store.writing():
            secret = self._links.make(Purpose.INVITATION, lasts=LASTS, made_by=by.id, value=role.word, mail=mail)
            self._audit.note(Deed.INVITED, by=by, detail=role.word)
            if mail:
                self._outbox.add(write_invitation(self._settings.load(), to=mail, by=by.name, secret=secret))
        return secret

    def invite_first_owner(self) -> str | None:
        """The secret with which the first owner signs up; None once there are users. Earlier ones end."""
        with self._store.writing():
            if self._users.has_any():
                return None
            for link in self._links.list(Purpose.INVITATION):
                self._links.withdraw(Purpose.INVITATION, link_id=link.id)
            return self._links.make(Purpose.INVITATION, lasts=LASTS, value=Role.OWNER.word)

    def ask(self, mail: str, *, address: str) -> None:
        """Sends a link to whoever wants to sign up; to an address with an account, how to log in.

        Raises NotAllowed unless sign-up is open, Refused for an address that is none, Slowed.
        """
        desk = self._settings.load()
        if not desk.is_open:
            raise NotAllowed("Sign-up is by invitation here; ask an owner of this desk for one.")
        mail = clean_mail(mail)
        self._attempts.take(Guess.MAIL, account=fold(mail), address=address)
        with self._store.writing():
            secret = self._links.make(Purpose.INVITATION, lasts=ASKED_LASTS, value=Role.READER.word, mail=mail)
            if self._users.find_named(mail) is None:
                self._outbox.add(write_sign_up(desk, to=mail, secret=secret))
            else:
                self._outbox.add(write_known(desk, to=mail))

    def find(self, secret: str) -> Link:
        """The invitation of a secret. Raises BadLink when there is none, or it expired or was taken."""
        link = self._links.find(Purpose.INVITATION, secret)
        if link is None:
            raise _gone()
        return link

    def take(self, secret: str) -> Link:
        """As `find`, and uses it up."""
        link = self._links.take(Purpose.INVITATION, secret)
        if link is None:
            raise _gone()
        return link

    def list(self) -> tuple[Link, ...]:
        """Those that still work and that an owner made, the newest first."""
        return tuple(link for link in self._links.list(Purpose.INVITATION) if link.made_by)

    def withdraw(self, by: User, link_id: str) -> None:
        """Ends an invitation. Raises NotAllowed when `by` is no owner, NotKnown when there is no such."""
        if by.role < Role.OWNER:
            raise NotAllowed("Only an owner withdraws an invitation.")
        with self._store.writing():
            if not self._links.withdraw(Purpose.INVITATION, link_id=link_id):
                raise NotKnown("There is no such invitation.")
            self._audit.note(Deed.INVITATION_WITHDRAWN, by=by)


def _gone() -> BadLink:
    return BadLink("This invitation appears to be invalid or expired; ask an owner of this desk for another.")
