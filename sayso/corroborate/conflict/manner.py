"""Manner: how it came about, where accounts differ: with or without a fight, in order or in flight, by what weapon."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from sayso.corroborate.conflict.saying import Clash, Saying, make_clash, said_before
from sayso.corroborate.conflict.scale import DENIED, DEPARTURE, ORDER, WEAPON, Level, read_levels, why_opposed
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Role, Stance

T = ClaimType
_CONTEST = frozenset({T.SEIZE, T.HAND_OVER, T.CLASH, T.ATTACK, T.WITHDRAW, T.HOLD})
_AMOUNT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
}
_HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "week": 168.0}
_DURATION = re.compile(
    r"\b(?P<how>after|for|in|within|less than|more than|over)(?: (?P<less>less than|under|more than|over))? "
    rf"(?P<n>\d+|{'|'.join(_AMOUNT)}) (?P<unit>minute|hour|day|week)s?\b(?! (?:after|before|ago|later|earlier))",
    re.I,
)
_SLACK = 1.25  # "four hours" and "five hours" are one account
Row = tuple[Saying, Level]


def find_manner_clashes(sayings: Sequence[Saying], *, settled: Collection[str] = ()) -> list[Clash]:
    """Clashes over the ways in which it came about, at most one for two ways, and over the time that it took.

    `settled` are denials heard elsewhere: who denies that his side did it says nothing of how.
    """
    rows = [(s, level) for s in sayings if s.node.id not in settled for level in _read_ways(s, sayings)]
    ends: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        ends.setdefault((row[1].scale, row[1].end), []).append(row)
    found: list[Clash | None] = []
    for one, other in combinations([key for key in ORDER if key in ends], 2):
        because = why_opposed(ends[one][0][1], ends[other][0][1])
        if because:
            left, right = ends[one], ends[other]
            sides = ([s for s, _ in left], [s for s, _ in right])
            found.append(make_clash(ConflictOn.MANNER, *sides, (left[0][1].words, right[0][1].words), because))
    return [clash for clash in (*found, _find_duration_clash(sayings)) if clash]


@lru_cache(maxsize=10_000)
def read_weapons(text: str) -> frozenset[str]:
    """The kinds of weapon that a text names."""
    return frozenset(kind for kind, pattern in WEAPON.levels if pattern.search(text))


def _read_ways(saying: Saying, sayings: Sequence[Saying]) -> list[Level]:
    """The ways as this saying puts them; a denial puts its voice's own, else the opposite of what it denies."""
    if not saying.is_denied:
        return list(read_levels(_text(saying), saying.telling.type)) if saying.is_affirmed else []
    denied = said_before(saying, sayings) if saying.telling.is_pointing else saying
    if denied is None:
        return []
    voiced = [s for s in sayings if s.is_affirmed and not s.is_other_voice(saying)]
    own, own_types = _levels_of(voiced), {s.telling.type for s in voiced}
    near = sorted(sayings, key=lambda s: (-abs(s.telling.position - saying.telling.position), s.node.id))
    beside = _levels_of([s for s in near if s.is_affirmed and s.telling.report.id == saying.telling.report.id])
    ways = []
    for level in read_levels(denied.text, denied.telling.type):
        if level.scale in own:
            ways.append(replace(own[level.scale], words=f"not {level.words}"))
        elif level.scale == WEAPON.name and level.scale in beside and beside[level.scale].end != level.end:
            ways.append(replace(beside[level.scale], words=f"not {level.words}"))
        elif (end := DENIED.get((level.scale, level.end))) and (own_types & _CONTEST or level.scale == DEPARTURE.name):
            ways.append(Level(level.scale, end, f"not {level.words}"))
    return ways


def _levels_of(sayings: Sequence[Saying]) -> dict[str, Level]:
    """The level on each scale, of the last saying that has one."""
    return {level.scale: level for s in sayings for level in read_levels(_text(s), s.telling.type)}


def _text(saying: Saying) -> str:
    """The words of a saying, what was struck left out: a workshop for rockets is not struck by rockets."""
    struck = saying.telling.claim.role(Role.OBJECT)
    return saying.text.replace(struck.text, "") if struck and saying.telling.type in WEAPON.types else saying.text


def _find_duration_clash(sayings: Sequence[Saying]) -> Clash | None:
    """The longest and the shortest time that it is said to have taken, where they cannot be one."""
    spans = [
        (span, s)
        for s in sayings
        if s.telling.type in _CONTEST and s.telling.stance is Stance.ASSERTED and (span := read_duration(s.text))
    ]
    if len(spans) < 2:
        return None
    shortest, longest = min(spans, key=_upper)[0], max(spans, key=_lower)[0]
    if shortest[1] * _SLACK >= longest[0]:
        return None
    left = [s for span, s in spans if span[0] >= longest[0] / _SLACK]
    right = [s for span, s in spans if span[1] <= shortest[1] * _SLACK]
    values = (f"{longest[0]:g} hours", f"{shortest[1]:g} hours")
    return make_clash(ConflictOn.MANNER, left, right, values, "the times that it took do not meet")


def _upper(row: tuple[tuple[float, float], Saying]) -> tuple[float, str]:
    return row[0][1], row[1].node.id


def _lower(row: tuple[tuple[float, float], Saying]) -> tuple[float, str]:
    return row[0][0], row[1].node.id


def read_duration(text: str) -> tuple[float, float] | None:
    """Least and most hours that it took; None where no duration is given. "Two days after" is none."""
    match = _DURATION.search(text)
    if not match:
        return None
    number = match["n"].casefold()
    hours = (float(number) if number.isdigit() else _AMOUNT[number]) * _HOURS[match["unit"].casefold()]
    limit = (match["less"] or match["how"]).casefold()
    if limit in ("less than", "under", "within"):
        return 0.0, hours
    return (hours, float("inf")) if limit in ("more than", "over") else (hours, hours)
