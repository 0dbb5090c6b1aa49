"""Refusals: what the desk does not do, each with its status and one sentence that says the way out.

Refusal
├── NotLoggedIn   401, leads to the log-in page and back
├── NotAllowed    403, names the role that may
├── Spoilt        400, a form that cannot be read
├── Forged        403, a form that this browser was not given
├── Replayed      409, a form that was sent already
└── Slowed        429, too many tries
"""

from __future__ import annotations

from sayso.people import Role


class Refusal(Exception):
    """A question that is answered by one sentence alone."""

    status = 400

    @property
    def sentence(self) -> str:
        """What to tell, in English; the catalogue of messages has it too."""
        return str(self)


class NotLoggedIn(Refusal):
    """The page is for people who are logged in."""

    status = 401

    def __init__(self, here: str) -> None:
        super().__init__("Log in to go on.")
        self.here = here


class NotAllowed(Refusal):
    """The page is for people with more rights."""

    status = 403

    def __init__(self, role: Role) -> None:
        super().__init__(f"This takes the role {role.name.lower()}; an owner of this desk can give it to you.")


class Spoilt(Refusal):
    """What was sent is not what the page's form sends."""


class Forged(Refusal):
    """The form's token was not given to this browser, or is too old."""

    status = 403


class Replayed(Refusal):
    """The form was sent already."""

    status = 409


class Slowed(Refusal):
    """Too many tries; `seconds` until the next is taken."""

    status = 429

    def __init__(self, sentence: str, seconds: int) -> None:
        super().__init__(sentence)
        self.seconds = seconds
