"""What can go wrong between a question and its answer.

`EndpointError` (no report would fare better) and `NoAnswer` (others may) of `sayso.errors` leave this room; each has
one sentence that names the endpoint, never the key. These stay in it.
"""

from __future__ import annotations


class RequestRefusedError(Exception):
    """The endpoint found fault with the request (400, 422); the message is what it says of it."""


class MalformedAnswerError(ValueError):
    """An answer that is not of the asked form. `said` is what was answered, as far as it can be told."""

    def __init__(self, reason: str, *, said: str = "") -> None:
        super().__init__(reason)
        self.said = said


class CutShortError(MalformedAnswerError):
    """An answer that ran into the limit of tokens."""
