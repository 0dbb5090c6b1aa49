"""Direction: which of two reports can derive from the other, by time, credit and length.

Each direction needs evidence of its own. In this order: what was told on an earlier day is the origin; whoever
names the other's outlet derives from it; what opens with a dateline of its own outlet is the origin; what bears no
date derives from what bears one; the longer of two texts is, for copies are cut; the lesser identifier last.
Of two texts in different letters that were told on one day the one that our readers can read is the translation.
"""

from __future__ import annotations

from datetime import date

from sayso.corroborate.lineage.text import Text
from sayso.model.values.letter import Script

_NO_DAY = date.max.toordinal()
TIME_ZONE = 1  # days: a paper in the west prints a wire of the east on the day before


def may_precede(parent: Text, child: Text, *, slack: int = 0) -> bool:
    """Whether `parent` may have been told no later than `child`, or by no more than `slack` days."""
    return parent.days[0] <= child.days[1] + slack


def may_derive(child: Text, parent: Text, *, names: bool, named: bool) -> bool:
    """Whether `child` can have the text of `parent`; `names`: it names its outlet, `named`: it is named by it."""
    if not may_precede(parent, child):
        return names and not named and may_precede(parent, child, slack=TIME_ZONE)
    if not may_precede(child, parent):
        return True
    if names or named:
        return names
    if child.script is not parent.script and Script.LATIN in (child.script, parent.script):
        return child.script is Script.LATIN
    return order_origin(parent) < order_origin(child)


def order_origin(text: Text) -> tuple[bool, bool, int, str]:
    """Of texts told on one day the least is the origin."""
    return not text.is_agencys, text.report.told is None, -len(text.hashes), text.id


def order_told(text: Text) -> tuple[date, bool, bool, int, str]:
    """The order in which texts were told, as far as is known; undated ones last."""
    first, last = text.days
    return date.max if last == _NO_DAY and first == 1 else date.fromordinal(first), *order_origin(text)
