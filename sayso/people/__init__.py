"""People: users, how they come in, and what they may do, in a file beside the record."""

from sayso.people.entrance import Browser, LoggedIn, SecondStep
from sayso.people.mail import Mailer, Message, open_mailer
from sayso.people.people import People, open_people
from sayso.people.session import Session, describe_browser
from sayso.people.setting import DeskSettings
from sayso.people.token import Token
from sayso.people.user import Role, User

__all__ = [
    "Browser",
    "DeskSettings",
    "LoggedIn",
    "Mailer",
    "Message",
    "People",
    "Role",
    "SecondStep",
    "Session",
    "Token",
    "User",
    "describe_browser",
    "open_mailer",
    "open_people",
]
