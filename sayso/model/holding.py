"""Holding: an interval in which a party is said to hold a place as named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model.values import edtf
from sayso.model.values.edtf import Bounds


class HoldingStatus(StrEnum):
    """How a holding stands among the accounts."""

    UNDISPUTED = "undisputed"
    DISPUTED = "disputed"  # a voice of another side contradicts it
    CLAIMED = "claimed"  # only those with an interest in it, or a single outlet, say so


class Coverage(StrEnum):
    """Whether a holding covers a day."""

    YES = "yes"
    PERHAPS = "perhaps"  # its beginning or end is not said, or only within some days
    NO = "no"


@dataclass(frozen=True, slots=True)
class Holding:
    """Who is said to hold a place, from when to when (EDTF; None: not said), by how many voices.

    Where words say only between which days it began or ended, `start` or `end` is that interval. The place is the
    place as named: what lies around or within it is never inferred. `last_said` is the latest day on which a
    report told it, None where no report gives its date. `knowledge` are the identifiers of the entries and known
    places that it rests on. `at_least` is set where a voice is withheld and few are heard: `voices` is then no count.
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
    at_least: int | None = None

    def covers(self, day: str) -> Coverage:
        """Whether it covers a date (EDTF), as far as it is told.

        Nothing says that it went on after it was last said, nor how far back a beginning lies that nobody gives.
        Raises ValueError when `day` is no date.
        """
        asked, began, ended, said = (_bounds(text) for text in (day, self.start, self.end, self.last_said))
        if _is_before(asked.last, began.first) or _is_before(ended.last, asked.first):
            return Coverage.NO
        until = ended.first or (said.last if self.end is None else None)
        has_begun = began.last is not None and asked.first is not None and began.last <= asked.first
        goes_on = until is not None and asked.last is not None and asked.last <= until
        return Coverage.YES if has_begun and goes_on else Coverage.PERHAPS


def _bounds(text: str | None) -> Bounds:
    return edtf.bounds(text.partition("T")[0]) if text else Bounds(None, None)


def _is_before(left: date | None, right: date | None) -> bool:
    """Whether both days are known and the left one is earlier."""
    return left is not None and right is not None and left < right
