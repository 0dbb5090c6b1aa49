"""Capture: bytes as acquired, never changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """What came back from an address at one moment.

    `address` is the path or URL as given; `final_address` where redirects led, else the same.
    `acquired` is in UTC. `media_type` is what the server or the file's ending says, lower case.
    """

    address: str
    payload: bytes = field(repr=False)
    acquired: datetime
    media_type: str
    final_address: str = ""
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def sha256(self) -> str:
        """Digest of the bytes: the same bytes are the same evidence."""
        return hashlib.sha256(self.payload).hexdigest()


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read, and why, in one sentence; its bytes, if any, stay in custody."""

    address: str
    reason: str
    sha256: str | None = None
