"""Comparison: whether two known places are one, and how they lie to each other."""

from __future__ import annotations

from sayso.model.answer import Comparison, Reason
from sayso.model.place import KnownPlace
from sayso.resolve.place.scene import distance_m, lies_in
from sayso.resolve.place.spelling import likeness

_ONE_SPOT_M = 2_000
_SAME_NAME = 0.8


def compare(left: KnownPlace, right: KnownPlace) -> Comparison:
    """How likely two entries are one place, 0 to 1, with the names, kinds and distance compared.

    The same identifier is 1. Entries of two countries, or a place and the area around it, are not one: 0.
    """
    if left.id == right.id:
        return Comparison(1.0, (Reason("the same entry", left.id, right.id, 1.0),))
    if left.country and right.country and left.country != right.country:
        return Comparison(0.0, (Reason("in different countries", left.country, right.country, -1.0),))
    if left.kind is not right.kind and (lies_in(left, right) or lies_in(right, left)):
        return Comparison(0.0, (Reason("the one lies in the other", left.name, right.name, -1.0),))
    alike = max(likeness(name, right) for name in (left.name, *left.names))
    apart = distance_m(left, right)
    reach = max(left.radius_m, right.radius_m, _ONE_SPOT_M)
    near = max(0.0, 1.0 - apart / (2 * reach))
    reasons = (
        Reason("how alike their names are", left.name, right.name, round(alike, 2)),
        Reason("how far apart they are, against how far they reach", f"{apart:,.0f} m", f"{reach:,} m", round(near, 2)),
        Reason("of what kinds they are", left.kind, right.kind, 0.0 if left.kind is right.kind else -0.3),
    )
    score = near * (alike if alike >= _SAME_NAME else 0.0) - (0.0 if left.kind is right.kind else 0.3)
    return Comparison(round(max(0.0, score), 3), reasons)
