"""Member: who belongs to the desk: signing up, roles, closing an account. There is always an owner."""

from __future__ import annotations

from sayso.errors import NotAllowed, Refused
from sayso.people.audit import Audit, Deed
from sayso.people.invitation import Invitations
from sayso.people.link import Links, Purpose
from sayso.people.outbox import Outbox
from sayso.people.password import Passwords
from sayso.people.profile import Profiles
from sayso.people.session import Sessions
from sayso.people.setting import DeskSettings, Settings
from sayso.people.store import Store
from sayso.people.token import Tokens
from sayso.people.user import Role, User, Users, clean_mail


class Members:
    """The members of one desk. `by` is who does it; None for the person at the machine itself."""

    def __init__(self, store: Store, outbox: Outbox) -> None:
        self._store = store
        self._outbox = outbox
        self._users, self._passwords, self._sessions = Users(store), Passwords(store), Sessions(store)
        self._invitations, self._profiles = Invitations(store, outbox), Profiles(store, outbox)
        self._tokens, self._links, self._audit = Tokens(store), Links(store), Audit(store)
        self._settings = Settings(store)

    def sign_up(
        self, invitation: str, *, name: str, password: str, mail: str = "", language: str | None = None
    ) -> User:
        """A new user with the invitation's role, which is used up then.

        The address that the invitation went to is the user's. Another is so once it is confirmed by a
        letter; the first owner's at once, since no letter may leave yet. Raises BadLink and Refused: then
        nobody signed up, and the invitation still works.
        """
        with self._store.writing():
            link = self._invitations.take(invitation)
            is_first = not self._users.has_any()
            wanted = link.mail or (clean_mail(mail) if mail else None)
            known = wanted if link.mail or is_first else None
            user = self._users.add(name, role=Role.named(link.value), mail=known, language=language)
            self._passwords.change(user, password)
            self._audit.note(Deed.SIGNED_UP, of=user, by=user, detail=user.role.word)
            if wanted and wanted != known:
                self._profiles.send_mail_link(user, wanted)
        return user

    def add(self, name: str, *, mail: str | None, role: Role, password: str | None = None) -> User:
        """A user made at the machine itself, without an invitation. Raises Refused."""
        with self._store.writing():
            user = self._users.add(name, role=role, mail=mail)
            if password is not None:
                self._passwords.change(user, password)
            self._audit.note(Deed.SIGNED_UP, of=user, detail=role.word)
        return user

    def change_role(self, user_id: str, role: Role, *, by: User | None) -> User:
        """Other rights from now on; the user's sessions end.

        Raises NotAllowed, NotKnown, and Refused for the last owner.
        """
        _require_owner(by)
        with self._store.writing():
            user = self._users.find(user_id)
            if role is user.role:
                return user
            self._keep_an_owner(user)
            self._sessions.end_all(user)
            self._audit.note(Deed.ROLE_CHANGED, of=user, by=by, detail=f"{user.role} → {role}")
            return self._users.change_role(user_id, role)

    def close(self, user_id: str, *, by: User | None) -> User:
        """Closes an account: its sessions, tokens and links end; its decisions stand. Raises as `change_role`."""
        if by is None or by.id != user_id:
            _require_owner(by)
        with self._store.writing():
            user = self._users.find(user_id)
            self._keep_an_owner(user)
            self._sessions.end_all(user)
            self._tokens.end_all(user)
            for purpose in (Purpose.RESET, Purpose.MAIL, Purpose.SECOND_STEP):
                self._links.withdraw(purpose, user_id=user.id)
            self._audit.note(Deed.CLOSED, of=user, by=by)
            return self._users.change_closed(user_id, closed=True)

    def delete(self, user_id: str, *, by: User | None) -> None:
        """Deletes an account with all that is kept about it; for oneself, or an owner. Raises as `change_role`.

        What it decided stands in the record under its name, which nobody else can take from then on.
        """
        if by is None or by.id != user_id:
            _require_owner(by)
        with self._store.writing():
            user = self._users.find(user_id)
            self._keep_an_owner(user)
            self._users.delete(user_id)
            if user.mail:
                self._outbox.forget(user.mail)
            self._audit.note(Deed.DELETED, by=None if by is None or by.id == user_id else by)

    def open_again(self, user_id: str, *, by: User | None) -> User:
        """Lets a closed account log in again. Raises NotAllowed and NotKnown."""
        _require_owner(by)
        with self._store.writing():
            user = self._users.change_closed(user_id, closed=False)
            self._audit.note(Deed.OPENED, of=user, by=by)
            return user

    def change_settings(
        self, *, by: User, name: str | None = None, is_open: bool | None = None, members_only: bool | None = None
    ) -> DeskSettings:
        """Sets what holds for the whole desk. Raises NotAllowed, and Refused for a name that is none."""
        _require_owner(by)
        with self._store.writing():
            before = self._settings.load()
            after = self._settings.change(name=name, is_open=is_open, members_only=members_only)
            if after != before:
                self._audit.note(Deed.SETTING_CHANGED, by=by, detail=_write_settings(after))
        return after

    def _keep_an_owner(self, user: User) -> None:
        if user.role is Role.OWNER and not user.is_closed and self._users.count_owners() == 1:
            raise Refused("role", "This is the last owner; make somebody else an owner first.")


def _require_owner(by: User | None) -> None:
    if by is not None and by.role < Role.OWNER:
        raise NotAllowed("Only an owner of this desk may do this.")


def _write_settings(settings: DeskSettings) -> str:
    sign_up = "open" if settings.is_open else "by invitation"
    reading = "members only" if settings.members_only else "everybody"
    return f"{settings.name}; sign-up {sign_up}; read by {reading}"
