"""What can go wrong between a question and its answer.

    ReaderError
    ├── EndpointError     the endpoint cannot be used at all: no report would fare better
    └── NoAnswer          this report got no usable answer; others may

Both carry one sentence that names the endpoint, never the key. The other two stay in this room.
"""

from __future__ import annotations

from sayso.errors import ReaderError


class EndpointError(ReaderError):
    """The endpoint cannot be reached, refuses the key, or may not be asked: asking on is of no use."""


class NoAnswer(ReaderError):
    """One report got no answer that can be used, after all tries; it stays unread."""


class RequestRefusedError(Exception):
    """The endpoint found fault with the request (400, 422); the message is what it says of it."""


class MalformedAnswerError(ValueError):
    """An answer that is not of the asked form. `said` is what was answered, as far as it can be told."""

    def __init__(self, reason: str, *, said: str = "") -> None:
        super().__init__(reason)
        self.said = said


class CutShortError(MalformedAnswerError):
    """An answer that ran into the limit of tokens."""
