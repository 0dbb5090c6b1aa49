"""Time: days or hours that do not meet, given by two voices for one act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import combinations

from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.corroborate.voice.speaker import is_images
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType

T = ClaimType
# Acts done at one time; what is held, besieged or seen lasts, and people die over days.
_DATED = frozenset({T.SEIZE, T.HAND_OVER, T.WITHDRAW, T.STRIKE, T.ATTACK, T.DESTROY, T.AGREE, T.DETAIN, T.DEPLOY})
_HOUR = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_APART = timedelta(hours=1)  # witnesses of one hour differ by less

#: First and last moment of an act.
Stretch = tuple[datetime, datetime]


def find_time_clashes(sayings: Sequence[Saying]) -> list[Clash]:
    """Two voices give days or hours that do not meet for one act; who denies the one day stands with the other."""
    found: list[Clash | None] = []
    for type_ in sorted({s.telling.type for s in sayings} & _DATED):
        of_type = [(stretch, s) for s in sayings if s.telling.type is type_ and (stretch := read_stretch(s))]
        stretches = sorted({stretch for stretch, s in of_type if s.is_affirmed})
        for early, late in combinations(stretches, 2):
            if are_apart(early, late):
                left, right = _side(late, early, of_type), _side(early, late, of_type)
                values = (_words(late), _words(early))
                found.append(make_clash(ConflictOn.TIME, left, right, values, "the times do not meet"))
    return [clash for clash in found if clash]


def denies_day(denial: Saying, sayings: Sequence[Saying]) -> bool:
    """Whether a voice denies the time alone: it gives another for the same act ("on the 3rd, not on the 4th")."""
    denied = read_stretch(denial)
    own = [
        s for s in sayings if s.is_affirmed and not s.is_other_voice(denial) and s.telling.type is denial.telling.type
    ]
    return any(denied and (given := read_stretch(s)) and are_apart(denied, given) for s in own)


def are_apart(left: Stretch, right: Stretch) -> bool:
    """Whether two times cannot be one: other days, or an hour between them."""
    return max(left[0], right[0]) - min(left[1], right[1]) >= _APART


def read_stretch(saying: Saying) -> Stretch | None:
    """When it was as a saying gives it, to the minute or to the day; None where it gives no one day."""
    when = saying.telling.when
    given = saying.telling.claim.when
    speaker = saying.telling.claim.speaker
    if speaker and is_images(speaker):
        return None  # pictures are dated by when they were taken
    if not when or not given or not when.first or not when.last:
        return None
    hours = [datetime.fromisoformat(match) for match in _HOUR.findall(given.edtf or "")]
    if hours:
        return min(hours), max(hours)
    if when.first != when.last:
        return None
    day = datetime(when.first.year, when.first.month, when.first.day)
    return day, day + timedelta(days=1) - _APART


def _side(stretch: Stretch, other: Stretch, rows: Sequence[tuple[Stretch, Saying]]) -> list[Saying]:
    said = [s for given, s in rows if s.is_affirmed and given == stretch]
    denied = [d for given, d in rows if d.is_denied and given == other and any(not s.is_other_voice(d) for s in said)]
    return [*said, *denied]


def _words(stretch: Stretch) -> str:
    first, last = stretch
    return first.date().isoformat() if last - first > timedelta(hours=20) else first.isoformat(timespec="minutes")
