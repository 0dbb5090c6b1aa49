"""Parts of a month, year or decade: early, middle, late."""

from __future__ import annotations

import calendar
import re

from sayso.resolve.when.dating import Dating

_PARTS = {
    "early": 0, "beginning of": 0, "start of": 0, "opening days of": 0,
    "mid": 1, "middle of": 1,
    "late": 2, "end of": 2, "close of": 2,
}  # fmt: skip
PART_WORDS = rf"(?:the )?(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})[ -]+(?:in )?(?:the )?"
_PART = re.compile(rf"\b{PART_WORDS}|\b(?P<early>1st days of)|\b(?P<late>last days of)")


def find_part(words: str) -> int | None:
    """0, 1 or 2 for the early, middle and late part that words speak of; None where they speak of the whole."""
    match = _PART.search(words)
    if not match:
        return None
    if match["early"] or match["late"]:
        return 0 if match["early"] else 2
    return _PARTS[match["part"]]


def cut_month(year: int, month: int, part: int, basis: str) -> Dating:
    """Ten days of a month; the last part goes to its end."""
    last = calendar.monthrange(year, month)[1] if part == 2 else part * 10 + 10
    return Dating(f"{year:04d}-{month:02d}-{part * 10 + 1:02d}/{year:04d}-{month:02d}-{last:02d}", basis)


def cut_year(year: int, part: int, basis: str) -> Dating:
    """Four months of a year."""
    return Dating(f"{year:04d}-{part * 4 + 1:02d}/{year:04d}-{part * 4 + 4:02d}", basis)


def cut_decade(decade: int, part: int, basis: str) -> Dating:
    """The first or the last five years of a decade; its middle is four years."""
    first, last = ((0, 4), (3, 6), (5, 9))[part]
    return Dating(f"{decade + first:04d}/{decade + last:04d}", basis)
