"""The notice: one sentence that the next page shows once. It travels in a cookie, and is always escaped."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

NOTICE = "sayso_notice"
_LONGEST = 400  # letters; a cookie holds 4 kB


def write_notice(sentence: str) -> str:
    """A notice as a cookie's value."""
    return urlsafe_b64encode(sentence[:_LONGEST].encode()).decode()


def read_notice(value: str | None) -> str | None:
    """The sentence of a cookie's value; None where there is none that can be read."""
    if not value:
        return None
    try:
        return urlsafe_b64decode(value.encode()).decode()[:_LONGEST]
    except ValueError:
        return None
