"""Letter: what the desk writes to people about their accounts. Each says what to do when one did not ask for it."""

from __future__ import annotations

from sayso.people.mail import Message
from sayso.people.setting import DeskSettings


def write_reset(desk: DeskSettings, *, to: str, name: str, secret: str) -> Message:
    """A link that sets a new password, for one hour."""
    return Message(
        to,
        f"Reset your password for {desk.name}",
        f"Somebody asked for a new password for {name} at {desk.name}.\n\n"
        f"To set one, open this within an hour; it works once:\n{desk.address}/reset/{secret}\n\n"
        "If it was not you, do nothing: your password stays as it is.\n",
    )


def write_password_changed(desk: DeskSettings, *, to: str, name: str) -> Message:
    """Told after a password was changed or reset."""
    return Message(
        to,
        f"Your password for {desk.name} was changed",
        f"The password of {name} at {desk.name} was changed, and every other browser was logged out.\n\n"
        f"If it was not you, set a new one now: {desk.address}/forgotten\n",
    )


def write_new_mail(desk: DeskSettings, *, to: str, name: str, secret: str) -> Message:
    """A link that confirms a new address, sent to that address."""
    return Message(
        to,
        f"Confirm your mail address for {desk.name}",
        f"{name} asked to use this mail address at {desk.name}.\n\n"
        f"To confirm it, open this within a day; it works once:\n{desk.address}/me/mail/{secret}\n\n"
        "If it was not you, do nothing: the address is not used.\n",
    )


def write_old_mail(desk: DeskSettings, *, to: str, name: str, new: str) -> Message:
    """Told to the old address, while there is still time."""
    return Message(
        to,
        f"Your mail address for {desk.name} is being changed",
        f"Somebody who is logged in as {name} at {desk.name} asked to use {new} from now on.\n"
        "It changes once that address is confirmed.\n\n"
        f"If it was not you, set a new password now: {desk.address}/forgotten\n",
    )


def write_invitation(desk: DeskSettings, *, to: str, by: str, secret: str) -> Message:
    """A link to sign up with, from an owner."""
    return Message(
        to,
        f"{by} invites you to {desk.name}",
        f"{by} invites you to {desk.name}, a record of who said what in reports on armed conflict.\n\n"
        f"To sign up, open this within a week; it works once:\n{desk.address}/sign-up?invitation={secret}\n",
    )


def write_sign_up(desk: DeskSettings, *, to: str, secret: str) -> Message:
    """A link to sign up with, asked for with an address that has no account."""
    return Message(
        to,
        f"Sign up for {desk.name}",
        f"Somebody asked to sign up for {desk.name} with this mail address.\n\n"
        f"To go on, open this within a day; it works once:\n{desk.address}/sign-up?invitation={secret}\n\n"
        "If it was not you, do nothing: no account is made.\n",
    )


def write_known(desk: DeskSettings, *, to: str) -> Message:
    """In place of a link, to an address that has an account: the page that was asked says the same to all."""
    return Message(
        to,
        f"You have an account at {desk.name}",
        f"Somebody asked to use this mail address at {desk.name}. It has an account there already.\n\n"
        f"To log in: {desk.address}/log-in\nIf you forgot the password: {desk.address}/forgotten\n\n"
        "If it was not you, do nothing.\n",
    )
