"""Manner: how it came about, where accounts can differ: with or without a fight, orderly or not, by what weapon."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.corroborate.conflict.saying import Clash, Saying, make_clash
from sayso.model.conflict import ConflictOn
from sayso.model.values.stance import ClaimType, Stance

_CONTEST = frozenset(
    {ClaimType.SEIZE, ClaimType.HAND_OVER, ClaimType.CLASH, ClaimType.ATTACK, ClaimType.WITHDRAW, ClaimType.HOLD}
)
_LEAVING = frozenset({ClaimType.WITHDRAW, ClaimType.HAND_OVER, ClaimType.DEPLOY})
_BLOW = frozenset({ClaimType.STRIKE, ClaimType.ATTACK})

_NO_FIGHT = re.compile(
    r"\bwithout (?:a |any |one |firing (?:a|any) |meeting (?:any )?(?:serious |real )?|serious )?"
    r"(?:fight(?:ing)?|combat|battle|shots?|resistance|clash(?:es)?|bloodshed)\b"
    r"|\bunopposed\b|\bno (?:fight(?:ing)?|resistance|battle|shot)\b|\bpeaceful(?:ly)?\b|\bbloodless(?:ly)?\b"
    r"|\bnot under (?:the |any )?pressure\b|\bfirst shot\b",
    re.I,
)
_LIGHT_FIGHT = re.compile(
    r"\b(?:light|minor|brief|small|sporadic|limited) (?:skirmish|clash|fight|exchange|resist)\w*", re.I
)
_HARD_FIGHT = re.compile(
    r"\b(?:fierce|heavy|violent|intense|bitter|bloody|hard|fiercest|heaviest)(?: \w+)? ?"
    r"(?:fight|battle|combat|clash|resist|shell)\w*",
    re.I,
)
_FIGHT = re.compile(
    r"\bafter (?:[\w-]+ ){0,3}(?:fighting|battles?|combat|clashes|shelling|siege)\b|\b(?:firefight|gun ?battle)\b"
    r"|\b(?:days|hours|weeks) of (?:fighting|battle|combat|clashes|shelling)\b",
    re.I,
)
_ORDERLY = re.compile(
    r"\btactical|\bregroup|\bstrategic|\b(?:own|political|military) decision|\bdecision\b|\borderly|\bredeploy|\breloca"
    r"|\breposition|\bin order to (?:spare|protect|avoid|save)|\bto (?:spare|protect|avoid|save)\b|\bvoluntar",
    re.I,
)
_ROUT = re.compile(
    r"\bfled\b|\bflee|\b(?:ran|run|running) (?:away|off)|\b(?:had|have|army|they|anyone|soldiers|troops) (?:ran|run)\b"
    r"|\brout\b|\brouted\b|\bin (?:panic|disarray|disorder)\b|\blike (?:thieves|rabbits|cowards)\b|\bturned tail\b",
    re.I,
)
_WEAPONS = {
    "bomb": re.compile(
        r"\b(?:air(?:craft)? )?bomb(?:ed|s|ing)?\b|\bair ?strikes?\b|\b(?:air)?planes?\b|\baircraft\b|\bjets?\b", re.I
    ),
    "rocket": re.compile(r"\brockets?\b", re.I),
    "shell": re.compile(r"\b(?:shell(?:s|ed|ing)?|artillery|mortars?|howitzers?)\b", re.I),
    "missile": re.compile(r"\bmissiles?\b", re.I),
    "drone": re.compile(r"\bby (?:an? )?drones?\b|\bdrone (?:strike|attack)s?\b", re.I),
    "mine": re.compile(r"\b(?:land)?mines?\b", re.I),
}
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


@dataclass(frozen=True, slots=True)
class _Way:
    """A way in which it came about: its level on a scale, and the words."""

    level: str
    words: str


def find_manner_clashes(sayings: Sequence[Saying]) -> list[Clash]:
    """Clashes over resistance, departure, weapon and duration, each at most one for a pair of ways."""
    found: list[Clash | None] = []
    for types, read, apart, because in _SCALES:
        ways = [(s, way) for s in sayings if s.telling.type in types and (way := _read_way(s, sayings, read))]
        for one, other in apart:
            left = [s for s, way in ways if way.level == one]
            right = [s for s, way in ways if way.level == other]
            if left and right:
                values = (_words(ways, left), _words(ways, right))
                found.append(make_clash(ConflictOn.MANNER, left, right, values, because))
    found.append(_find_duration_clash(sayings))
    return [clash for clash in found if clash]


def read_weapons(text: str) -> frozenset[str]:
    """The kinds of weapon that a text names."""
    return frozenset(kind for kind, pattern in _WEAPONS.items() if pattern.search(text))


def names_a_way(text: str) -> bool:
    """Whether a text says in which way a party left: in flight or in order."""
    return _read_departure(text) is not None


def _read_way(saying: Saying, sayings: Sequence[Saying], read: Callable[[str], _Way | None]) -> _Way | None:
    """The way as this saying puts it; a denial puts the opposite; a denial without words, of what was just said."""
    way = read(saying.text)
    if not saying.is_denied:
        return way
    if not way and saying.telling.is_pointing:
        denied = _said_before(saying, sayings)
        way = read(denied.text) if denied else None
    return _Way(_OPPOSITES[way.level], f"not {way.words}") if way and way.level in _OPPOSITES else None


def _said_before(saying: Saying, sayings: Sequence[Saying]) -> Saying | None:
    before = [
        s
        for s in sayings
        if s.telling.report.id == saying.telling.report.id
        and s.telling.position < saying.telling.position
        and s.is_other_voice(saying)
    ]
    return max(before, key=lambda s: (s.telling.position, s.node.id), default=None)


def _read_resistance(text: str) -> _Way | None:
    for level, pattern in (("none", _NO_FIGHT), ("light", _LIGHT_FIGHT), ("hard", _HARD_FIGHT), ("some", _FIGHT)):
        if match := pattern.search(text):
            return _Way(level, match.group())
    return None


def _read_departure(text: str) -> _Way | None:
    for level, pattern in (("orderly", _ORDERLY), ("rout", _ROUT)):
        if match := pattern.search(text):
            return _Way(level, match.group())
    return None


def _read_weapon(text: str) -> _Way | None:
    kinds = read_weapons(text)
    return _Way(min(kinds), min(kinds)) if len(kinds) == 1 else None


_OPPOSITES = {"none": "hard", "hard": "none", "rout": "orderly", "orderly": "rout"}
_WEAPON_PAIRS = [(a, b) for a in sorted(_WEAPONS) for b in sorted(_WEAPONS) if a < b]
_SCALES: tuple[tuple[frozenset[ClaimType], Callable[[str], _Way | None], list[tuple[str, str]], str], ...] = (
    (_CONTEST, _read_resistance, [("none", "hard"), ("none", "some"), ("light", "hard")], "with and without a fight"),
    (_LEAVING, _read_departure, [("orderly", "rout")], "an orderly departure and a flight"),
    (_BLOW, _read_weapon, _WEAPON_PAIRS, "different weapons"),
)


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


def _words(ways: Sequence[tuple[Saying, _Way]], side: Sequence[Saying]) -> str:
    return next(way.words for s, way in ways if s is side[0])
