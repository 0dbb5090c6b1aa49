"""World: wires on happenings far away, which many theatres carry beside what happens in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from random import Random

from sayso.simulate.cast import Cast, CastMaker
from sayso.simulate.desk import Desk
from sayso.simulate.draft import Draft
from sayso.simulate.incident import make_siege, make_strike, make_talks
from sayso.simulate.plot import Incident, Stage
from sayso.simulate.press import make_press
from sayso.simulate.settings import Settings
from sayso.simulate.telling import Telling


@dataclass(frozen=True, slots=True, eq=False)
class Dispatch:
    """A wire's report on something far away: `home` is the number of the theatre that holds the wire's own text."""

    cast: Cast
    stands_for: Mapping[str, str]
    incident: Incident
    draft: Draft
    home: int


@lru_cache(maxsize=64)
def make_dispatch(settings: Settings, block: int, number: int) -> Dispatch:
    """The wire's report of that number in a block of theatres; the same one whichever theatre asks for it."""
    rng = Random(f"{settings.seed} world {block} {number}")  # noqa: S311  # invents, guards nothing
    name = f"{settings.seed}-world-{block}-{number}"
    cast = CastMaker(name, rng).make()
    desk = Desk(Stage(name, cast, rng), make_press(settings.seed), settings)
    one, other = rng.sample(cast.parties, 2)
    maker = rng.choice((make_strike, make_siege, make_talks))
    day = cast.start + timedelta(days=rng.randrange(60))
    incident = maker(desk.stage, rng.choice(cast.towns), day, one, other, frozenset({"world"}))
    draft = Telling(desk).tell_wire(incident, None)
    return Dispatch(
        cast, desk.stands_for, incident, draft, block * settings.world_every + number % settings.world_every
    )
