"""Schedule: what will happen in one theatre, and what of it comes back in much the same way."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from sayso.simulate.cast import Cast, Party
from sayso.simulate.happening import Figure
from sayso.simulate.incident import PASSING, Maker, make_fall, make_handover
from sayso.simulate.settings import Settings

_REPORTS_A_STORY = 2.6  # reports on an incident that do not derive from another


@dataclass(frozen=True, slots=True)
class Plan:
    """An incident that will happen: `key` is shared by those that are alike."""

    day: int
    maker: Maker
    place: Figure
    one: Party
    other: Party
    tags: frozenset[str]
    key: str


def make_schedule(cast: Cast, settings: Settings, rng: Random) -> list[Plan]:
    """What will happen, by day: towns that change hands, once or again and again, and what passes between."""
    left = max(1, round(settings.reports / (_REPORTS_A_STORY + settings.copies)))
    plans: list[Plan] = []
    towns = list(cast.towns)
    rng.shuffle(towns)
    while left > 0:
        is_alike = rng.random() < settings.look_alikes
        if towns and rng.random() < 0.4:
            found = _plan_falls(cast, towns.pop(), is_alike, rng)
        else:
            found = _plan_passing(cast, is_alike, rng)
        plans += found[:left]
        left -= len(found)
    return sorted(plans, key=lambda plan: (plan.day, plan.key))


def _plan_falls(cast: Cast, place: Figure, is_alike: bool, rng: Random) -> list[Plan]:
    """A town falls to rebels; where things come back, it is retaken and falls a second time."""
    day, taker = rng.randrange(2, 20), rng.choice(cast.rebels)
    if not is_alike and rng.random() < 0.25:
        return [Plan(day, make_handover, place, cast.state, taker, frozenset(), f"handover {place.id}")]
    key = f"fall {place.id}"
    found = [Plan(day, make_fall, place, taker, cast.state, frozenset(), key)]
    if is_alike:
        back, again = day + rng.randrange(5, 12), day + rng.randrange(16, 26)
        found.append(Plan(back, make_fall, place, cast.state, taker, frozenset({"again"}), f"retaken {place.id}"))
        found.append(Plan(again, make_fall, place, taker, cast.state, frozenset({"again"}), key))
    return found


def _plan_passing(cast: Cast, is_alike: bool, rng: Random) -> list[Plan]:
    """Something that leaves control as it is; where things come back, the same within the week."""
    day, maker, place = rng.randrange(30), rng.choice(PASSING), rng.choice(cast.towns)
    rebels = rng.choice(cast.rebels)
    one, other = (cast.state, rebels) if rng.random() < 0.5 else (rebels, cast.state)
    key = f"{maker.__name__} {place.id} {day}"
    found = [Plan(day, maker, place, one, other, frozenset(), key)]
    if is_alike:
        later = day + rng.randrange(2, 6)
        found.append(Plan(later, maker, place, one, other, frozenset({"again"}), key))
    return found
