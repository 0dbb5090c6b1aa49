"""Secret: random words that let somebody in. The file keeps only their digests."""

from __future__ import annotations

import hashlib
import secrets


def make_secret() -> str:
    """256 random bits, in letters that an address and a cookie can hold."""
    return secrets.token_urlsafe(32)


def make_id() -> str:
    """An identifier that may be seen: 64 random bits, in hexadecimal digits."""
    return secrets.token_hex(8)


def digest(secret: str) -> str:
    """What is kept in place of a secret. No salt: nobody can guess 256 bits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
