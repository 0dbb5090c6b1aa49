"""Names that people have seen never break: how identifiers are made.

An identifier is a kind letter and a digest of what makes the thing that thing. It is opaque:
nothing is parsed out of it. Floats, readers and the order of reports never enter one.
"""

from __future__ import annotations

import hashlib

_LENGTH = 16  # hex digits: 64 bits, a collision in a billion rows is about one in 40


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identify(kind: str, *parts: object) -> str:
    """The identifier of a thing: `kind` and a digest of its parts, None standing for "none"."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return kind + digest(joined)[:_LENGTH]
