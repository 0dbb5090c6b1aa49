"""Direction: which of two reports can derive from the other, by time, credit and length.

Each direction needs evidence of its own. In this order: what was told on an earlier day is the origin; whoever
names the other's outlet derives from it; what opens with a dateline of its own outlet is the origin; what bears no
date derives from what bears one; the longer of two texts is, for copies are cut; the lesser identifier last.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.lineage.text import Text
from sayso.corroborate.telling import read_bounds

_DATELINE = re.compile(r"\s*[A-ZÀ-ÖØ-Þ][^()\n]{2,60}\(([^()\n]{2,60})\)\s*[-–—]")
_TIME_ZONE = timedelta(days=1)  # a paper in the west prints a wire of the east on the day before


@lru_cache(maxsize=20_000)
def read_days(told: str | None) -> tuple[date | None, date | None]:
    """First and last day on which it may have been told; None is open or unknown."""
    bounds = read_bounds(told)
    return (bounds.first, bounds.last) if bounds else (None, None)


def may_precede(parent: Text, child: Text, *, slack: timedelta = timedelta(0)) -> bool:
    """Whether `parent` may have been told no later than `child`, or by no more than `slack`."""
    first, last = read_days(parent.report.told)[0], read_days(child.report.told)[1]
    return first is None or last is None or first <= last + slack


def may_derive(child: Text, parent: Text, *, names: bool, named: bool) -> bool:
    """Whether `child` can have the text of `parent`; `names`: it names its outlet, `named`: it is named by it."""
    if not may_precede(parent, child):
        return names and not named and may_precede(parent, child, slack=_TIME_ZONE)
    if not may_precede(child, parent):
        return True
    if names or named:
        return names
    return order_origin(parent) < order_origin(child)


def order_origin(text: Text) -> tuple[bool, bool, int, str]:
    """Of texts told on one day the least is the origin."""
    return not is_own_dateline(text), text.report.told is None, -len(text.hashes), text.id


def is_own_dateline(text: Text) -> bool:
    """Whether a text opens with a dateline of its own outlet: "TAR, March 2 (Northgate Wire) -"."""
    match = _DATELINE.match(text.report.text)
    return bool(match) and same_outlet(match[1], text.report.outlet)


def order_told(text: Text) -> tuple[date, bool, bool, int, str]:
    """The order in which texts were told, as far as is known; undated ones last."""
    return read_days(text.report.told)[0] or date.max, *order_origin(text)
