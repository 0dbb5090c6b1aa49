"""Anchor: what relative words of time are counted from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from sayso.resolve.when.dating import PUBLISHED

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are counted from.

    `told` is the publication date in EDTF (None: the page does not say, relative words stay open),
    `basis` how that is known. `scene` is the date, in EDTF, that the text around speaks of, for "at
    dawn", "that day" and "two years later"; None if it names none. `ahead` is True for plans and
    demands ("on Friday" is then the next one), False for what has happened, None where the words
    around do not tell ("9 March" is then the nearer one).
    """

    told: str | None
    scene: str | None = None
    ahead: bool | None = False
    basis: str = PUBLISHED

    @property
    def day(self) -> date | None:
        """The publication day; None unless the whole day is known."""
        return read_day(self.told)

    @property
    def year(self) -> int | None:
        """The publication year; None if unknown."""
        return read_year(self.told)

    @property
    def scene_day(self) -> date | None:
        """The day that the text around speaks of; None unless the whole day is known."""
        return read_day(self.scene)

    @property
    def scene_year(self) -> int | None:
        """The year that the text around speaks of; None if unknown."""
        return read_year(self.scene)

    def as_told(self, edtf: str, *, basis: str) -> Anchor:
        """The same with another day of telling."""
        return replace(self, told=edtf, basis=basis)


def read_day(edtf: str | None) -> date | None:
    """The day of a date that names one day, else None."""
    if not edtf or not _DAY.fullmatch(edtf):
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def read_year(edtf: str | None) -> int | None:
    """The year of a date whose (first) year is known, else None."""
    found = re.match(r"\d{4}(?!\d)", edtf or "")
    return int(found.group()) if found else None
