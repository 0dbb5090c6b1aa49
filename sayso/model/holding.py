"""Holding: an interval in which a party is said to hold a place as named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class HoldingStatus(StrEnum):
    """How a holding stands among the accounts."""

    UNDISPUTED = "undisputed"
    DISPUTED = "disputed"  # a voice of another side contradicts it
    CLAIMED = "claimed"  # only those with an interest in it, or a single outlet, say so


@dataclass(frozen=True, slots=True)
class Holding:
    """Who is said to hold a place, from when to when (EDTF; None: not said), by how many voices.

    The place is the place as named: what lies around or within it is never inferred. `last_said`
    is the latest day on which a report told it, None where no report gives its date.
    `knowledge` are the identifiers of the entries and known places that it rests on.
    """

    place: str
    place_names: tuple[str, ...]
    holder: str
    holder_names: tuple[str, ...]
    start: str | None
    end: str | None
    status: HoldingStatus
    last_said: str | None
    events: tuple[str, ...]
    voices: int
    claims: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
