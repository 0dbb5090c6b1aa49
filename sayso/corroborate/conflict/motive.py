"""Motive: why or for what it was done, where one gives a reason that another denies, or that cannot be beside his.

Reasons that may both be so are none: two voices may each know one. Who gives both reasons stands on both sides,
and is no ground for setting one against the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from sayso.corroborate.conflict.reason import LEAVING, Reason, read_reasons
from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.side import Sides
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import Role

#: A saying with one of its reasons.
Row = tuple[Saying, Reason]
# A name within the words, not their first letter alone: "the Guard", "fighters of Wagner".
_NAME = re.compile(r"\b(?!The\b|They\b|Men\b|Its?\b|A\b)[A-Z]\w+")


@dataclass(slots=True)
class _Camp:
    """Sayings that give one reason, and those that deny it."""

    giving: list[Row]
    denying: list[Row] = field(default_factory=list)

    def is_rival(self, other: _Camp) -> bool:
        return self.giving[0][1].is_rival(other.giving[0][1])


def find_motive_clashes(sayings: Sequence[Saying], sides: Sides, *, told: Sequence[Clash] = ()) -> list[Clash]:
    """One clash for two reasons that exclude each other, and for a reason that is denied without another in its place.

    `told` are clashes on who did it and in what manner: whose doers are two, and who left in order by one account and
    in flight by the other, is not told again.
    """
    rows = [(s, reason) for s in sayings for reason in _read(s, sayings)]
    camps = _pitch_camps([row for row in rows if not row[1].is_denied])
    for camp in camps:
        camp.denying = [row for row in rows if any(row[1].denies(given) for _, given in camp.giving)]
    found = [
        clash for one, other in combinations(camps, 2) if one.is_rival(other) and (clash := _set(one, other, sides))
    ]
    settled = {s.node.id for clash in found for s in (*clash.left, *clash.right)}
    alone = [camp for camp in camps if not all(s.node.id in settled for s, _ in camp.denying)]
    found += [clash for camp in alone if (clash := _clash(_list_denied(camp), camp.denying, sides))]
    return [clash for clash in found if not any(_is_same(clash, other) for other in told)]


def _read(saying: Saying, sayings: Sequence[Saying]) -> list[Reason]:
    """The reasons of a saying. A denial denies a reason only where its voice says itself that the thing was done."""
    reasons = list(read_reasons(saying.text, saying.telling.type))
    if not reasons or saying.is_affirmed:
        return reasons
    if saying.telling.is_ahead or not any(s.is_affirmed and not s.is_other_voice(saying) for s in sayings):
        return []
    if any(reason.is_denied for reason in reasons):
        return reasons  # "they came not to loot but to buy"
    return [replace(reason, is_denied=True) for reason in reasons if reason.kind]


def _pitch_camps(rows: Sequence[Row]) -> list[_Camp]:
    camps: list[_Camp] = []
    for row in sorted(rows, key=lambda row: (row[0].node.id, row[1].words)):
        camp = next((camp for camp in camps if row[1].is_like(camp.giving[0][1])), None)
        if camp:
            camp.giving.append(row)
        else:
            camps.append(_Camp([row]))
    return camps


def _set(one: _Camp, other: _Camp, sides: Sides) -> Clash | None:
    """Two camps set against each other; with each stand the denials of the other's reason."""
    return _clash([*one.giving, *other.denying], [*other.giving, *one.denying], sides)


def _list_denied(camp: _Camp) -> list[Row]:
    return [row for row in camp.giving if any(denial.denies(row[1]) for _, denial in camp.denying)]


def _clash(left: Sequence[Row], right: Sequence[Row], sides: Sides) -> Clash | None:
    """The clash, if each side has a voice that does not stand on the other too; who says both at once is on neither."""
    both = _names(left) & _names(right)
    left, right = ([row for row in side if row[0].node.id not in both] for side in (left, right))
    left = [row for row in left if not _are_of_others(row, right, sides)]
    right = [row for row in right if not _are_of_others(row, left, sides)]
    if _hear(left) <= _hear(right) or _hear(right) <= _hear(left):
        return None
    because = "done for reasons that cannot both be so"
    if all(reason.is_denied for _, reason in right):
        because = "the reason that one side gives is denied by the other"
    values = (left[0][1].words, right[0][1].words)
    return make_clash(ConflictOn.MOTIVE, [s for s, _ in left], [s for s, _ in right], values, because)


def _are_of_others(row: Row, others: Sequence[Row], sides: Sides) -> bool:
    """Whether a reason is of another party's doing than all that it is set against, each by a name of another side."""
    mine = _find_doer(row[0], sides)
    return bool(mine) and all((theirs := _find_doer(other, sides)) and theirs != mine for other, _ in others)


def _find_doer(saying: Saying, sides: Sides) -> str | None:
    """The side of whoever does it where a name tells it: "the men" may be anybody's."""
    actor = saying.telling.claim.role(Role.ACTOR)
    return sides.of(actor.entity) if actor and _NAME.search(actor.text) else None


def _names(rows: Sequence[Row]) -> set[str]:
    return {saying.node.id for saying, _ in rows}


def _hear(rows: Sequence[Row]) -> set[str]:
    """Who speaks on a side; an unsourced claim is no voice, but differs from all."""
    return {s.voice.id if s.voice else s.node.id for s, _ in rows}


def _is_same(clash: Clash, other: Clash) -> bool:
    """Whether two clashes set some claims of one side against some of the other alike, over one thing."""
    if other.on is ConflictOn.MANNER and not any(s.telling.type in LEAVING for s in clash.left):
        return False  # by what weapon a blow was dealt says nothing of why
    return any(
        _share(clash.left, one) and _share(clash.right, two)
        for one, two in ((other.left, other.right), (other.right, other.left))
    )


def _share(one: Sequence[Saying], other: Sequence[Saying]) -> bool:
    return any(s.node.id == o.node.id for s in one for o in other)
