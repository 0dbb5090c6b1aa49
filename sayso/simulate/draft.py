"""Draft: a report before it is written out: whose, of which day, which lines, and what it derives from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.model.lineage import Relation
from sayso.model.report import identify_report
from sayso.simulate.happening import Figure
from sayso.simulate.line import Line
from sayso.simulate.names import slug


@dataclass(frozen=True, slots=True, eq=False)
class Parent:
    """The draft that another derives from, and how."""

    of: Draft
    relation: Relation


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A report to be written.

    `day` is when it came out; `is_dated` whether it says so. `head` opens the text (a dateline, a note that it
    is translated or corrected) and `foot` ends it; `credited` is the outlet that one of the two names.
    `parents` are what it derives from, the closest first. `number` tells the reports of a theatre apart.
    `remarks` are sentences that claim nothing.
    """

    number: int
    outlet: Figure
    day: date
    lines: tuple[Line, ...]
    title: str
    head: str = ""
    foot: str = ""
    credited: Figure | None = None
    parents: tuple[Parent, ...] = ()
    is_dated: bool = True
    is_translated: bool = False
    address: str = ""
    tags: frozenset[str] = frozenset()
    remarks: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The report's identifier: that of its address."""
        return _identify(self.address)

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.number:04}-{slug(self.outlet.name)}"

    @property
    def told(self) -> date | None:
        """The day that the report itself gives."""
        return self.day if self.is_dated else None


@lru_cache(maxsize=10_000)
def _identify(address: str) -> str:
    return identify_report(url=address, outlet=None, text="")
