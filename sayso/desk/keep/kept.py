"""Kept: what each table of the people's file holds of whom, for how long, and why. A test finds missing ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _


@dataclass(frozen=True, slots=True)
class Keeping:
    """What is kept, for how long, and whether it is needed to run the desk or is the person's own choice."""

    what: str
    how_long: str
    why: str


_OWN = _("your own choice")
_NEEDED = _("needed for your account")
_SAFE = _("needed to keep others out")
_UNTIL_LEFT = _("until you delete your account")
_UNTIL_TAKEN = _("until you take it away or delete your account")

KEPT: Mapping[str, Keeping] = {
    "users": Keeping(_("your name, mail address, role, language, and when you came"), _UNTIL_LEFT, _NEEDED),
    "names": Keeping(
        _("names that signed decisions, so that nobody else signs with them"),
        _("for good; after you leave, tied to nobody"),
        _("decisions must never look like somebody else’s"),
    ),
    "passwords": Keeping(_("a salted digest of your password, never the password"), _UNTIL_LEFT, _SAFE),
    "sessions": Keeping(
        _("which browsers are logged in, and when they were last seen"), _("30 days, or until log-out"), _NEEDED
    ),
    "factors": Keeping(_("the secret of your second step"), _UNTIL_TAKEN, _OWN),
    "backup_codes": Keeping(_("digests of your backup codes"), _UNTIL_TAKEN, _OWN),
    "tokens": Keeping(_("names and digests of your tokens for programs"), _UNTIL_TAKEN, _OWN),
    "links": Keeping(_("digests of links in letters to you"), _("until they are used or expire"), _SAFE),
    "attempts": Keeping(_("digests of accounts and addresses that tried to log in"), _("24 hours"), _SAFE),
    "used_forms": Keeping(_("numbers of forms that were sent, tied to nobody"), _("12 hours"), _SAFE),
    "deeds": Keeping(_("what was done to your account, by whom and when"), _UNTIL_LEFT, _SAFE),
    "collections": Keeping(_("your collections: titles, notes, and whether others see them"), _UNTIL_TAKEN, _OWN),
    "collection_members": Keeping(_("what you gathered in them"), _UNTIL_TAKEN, _OWN),
    "votes": Keeping(_("your votes; others see only how many there are"), _UNTIL_TAKEN, _OWN),
    "comments": Keeping(
        _("your comments, which others read"),
        _("until they are taken away; when you leave they lose your name"),
        _OWN,
    ),
    "mentions": Keeping(_("who is named in comments, and whether they saw it"), _UNTIL_LEFT, _NEEDED),
    "mention_wishes": Keeping(_("whether you wish letters when you are named"), _UNTIL_LEFT, _OWN),
    "tasks": Keeping(_("what you look after, and how far it is"), _("until somebody else does, or you leave"), _OWN),
    "watches": Keeping(_("what you follow, and up to when letters told you of it"), _UNTIL_TAKEN, _OWN),
    "feed_numbers": Keeping(_("how often you renewed the addresses of your feeds"), _UNTIL_LEFT, _OWN),
    "outbox": Keeping(_("letters that wait to be sent"), _("until they are sent, a day at most"), _NEEDED),
    "jobs": Keeping(_("what you asked the desk to do: links, files and decisions"), _UNTIL_LEFT, _NEEDED),
    "settings": Keeping(_("settings of the desk, about nobody"), _("for good"), _("needed to run the desk")),
    "schema": Keeping(_("the version of this file, about nobody"), _("for good"), _("needed to run the desk")),
}
