"""Counting: true numbers, and what becomes of them in the mouths of those concerned."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sayso.simulate.happening import Count

_SINGULAR = {
    "soldiers": "soldier",
    "fighters": "fighter",
    "civilians": "civilian",
    "people": "person",
    "vehicles": "vehicle",
    "armoured vehicles": "armoured vehicle",
}
_SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How many there truly were of what."""

    number: int
    noun: str
    unit: str


def count_about(number: int, noun: str, unit: str, rng: Random) -> Count:
    """A number as somebody gives it: mostly plain, now and then "about", "at least", "up to" or a range."""
    chance = rng.random()
    if number < 4 or chance < 0.62:
        return count_exactly(number, noun, unit)
    if chance < 0.76:
        return Count(
            number * 0.9, number, number * 1.1, unit, noun, f"{rng.choice(('about', 'some'))} {number} {noun}", True
        )
    if chance < 0.92:
        return Count(number, number, None, unit, noun, f"at least {number} {noun}")
    if chance < 0.96:
        return Count(None, number, number, unit, noun, f"up to {number} {noun}")
    high = number + max(2, number // 4)
    return Count(number, None, high, unit, noun, f"between {number} and {high} {noun}")


def count_exactly(number: int, noun: str, unit: str) -> Count:
    """A plain number, in a word up to ten."""
    if number == 1:
        return Count(1, 1, 1, unit, noun, f"one {_SINGULAR[noun]}")
    words = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return Count(number, number, number, unit, noun, f"{words} {noun}")


def inflate(number: int, rng: Random) -> int:
    """More than there were: half as many again, to three times as many."""
    return max(number + 2, round(number * rng.uniform(1.5, 3.0)))


def deflate(number: int, rng: Random) -> int:
    """Fewer than there were, one at least."""
    return max(1, round(number * rng.uniform(0.15, 0.6)))


def spoil(count: Count, rng: Random) -> Count:
    """A number copied wrongly: digits exchanged, one lost or one added. Always another number."""
    number = int(count.best or count.low or count.high or 1)
    digits = str(number)
    options = [int(digits + "0"), number + 10, number + 3]
    if len(digits) > 1:
        options += [int(digits[::-1]), int(digits[:-1])]
    wrong = rng.choice([option for option in options if option not in (number, 0)])
    return count_exactly(wrong, count.noun, count.unit)
