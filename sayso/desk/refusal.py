"""Refusals: what only a page refuses; each is one sentence that says the way out. Others are in `sayso.errors`."""

from __future__ import annotations

from sayso.errors import UsageError


class NotLoggedIn(UsageError):
    """The page is for people who are logged in; `here` is its address, to come back to."""

    def __init__(self, here: str) -> None:
        super().__init__("Log in to go on.")
        self.here = here


class Spoilt(UsageError):
    """What was sent is not what the page's form sends."""
