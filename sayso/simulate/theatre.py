"""Theatre: one small world, with its reports and its truth; a simulation is a stream of theatres."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from sayso.model.resolution import Resolution
from sayso.simulate.cast import Cast, CastMaker, Party
from sayso.simulate.draft import Draft
from sayso.simulate.happening import Figure
from sayso.simulate.incident import PASSING, Maker, make_fall, make_handover
from sayso.simulate.plot import Stage
from sayso.simulate.press import Press, make_press
from sayso.simulate.reckoning import Told, reckon_happenings
from sayso.simulate.settings import Settings
from sayso.simulate.story import Desk
from sayso.simulate.truth import TrueLineage, Truth
from sayso.simulate.writing import Writer

_REPORTS_A_STORY = 2.6  # reports on an incident that do not derive from another
_OUTLETS = 1_200


@dataclass(frozen=True, slots=True)
class Theatre:
    """One world: its reports as `resolve` leaves them, in the order in which they come in, and what is so."""

    name: str
    resolutions: tuple[Resolution, ...]
    truth: Truth

    @property
    def claims(self) -> int:
        """How many claims its reports hold."""
        return sum(len(resolution.claims) for resolution in self.resolutions)


@dataclass(frozen=True, slots=True)
class _Plan:
    """An incident that will happen: `key` is shared by those that are alike."""

    day: int
    maker: Maker
    place: Figure
    one: Party
    other: Party
    tags: frozenset[str]
    key: str


def simulate(settings: Settings) -> Iterator[Theatre]:
    """Theatres until their claims are as many as the settings ask for. Holds one theatre at a time."""
    press = make_press(settings.seed, outlets=max(_OUTLETS, settings.flood))
    made, number = 0, 0
    while made < settings.claims:
        theatre = make_theatre(settings, number, press)
        made += theatre.claims
        number += 1
        yield theatre


def make_theatre(settings: Settings, number: int, press: Press) -> Theatre:
    """The theatre of that number: it needs no other one to be made first."""
    rng = Random(f"{settings.seed} theatre {number}")  # noqa: S311  # invents, guards nothing
    name = f"{settings.seed}-{number}"
    cast = CastMaker(name, rng).make()
    desk = Desk(Stage(name, cast, rng), press, settings)
    first: dict[str, Draft] = {}
    for plan in _plan(cast, settings, rng):
        day = cast.start + timedelta(days=plan.day)
        incident = plan.maker(desk.stage, plan.place, day, plan.one, plan.other, plan.tags)
        draft = desk.tell(incident, first.get(plan.key))
        first.setdefault(plan.key, draft)
    return _write(name, cast, desk, rng)


def _plan(cast: Cast, settings: Settings, rng: Random) -> list[_Plan]:
    """What will happen, by day: towns that change hands, once or again and again, and what passes between."""
    left = max(1, round(settings.reports / (_REPORTS_A_STORY + settings.copies)))
    plans: list[_Plan] = []
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


def _plan_falls(cast: Cast, place: Figure, is_alike: bool, rng: Random) -> list[_Plan]:
    """A town falls to rebels; where things come back, it is retaken and falls a second time."""
    day, taker = rng.randrange(2, 20), rng.choice(cast.rebels)
    if not is_alike and rng.random() < 0.25:
        return [_Plan(day, make_handover, place, cast.state, taker, frozenset(), f"handover {place.id}")]
    key = f"fall {place.id}"
    found = [_Plan(day, make_fall, place, taker, cast.state, frozenset(), key)]
    if is_alike:
        back, again = day + rng.randrange(5, 12), day + rng.randrange(16, 26)
        found.append(_Plan(back, make_fall, place, cast.state, taker, frozenset({"again"}), f"retaken {place.id}"))
        found.append(_Plan(again, make_fall, place, taker, cast.state, frozenset({"again"}), key))
    return found


def _plan_passing(cast: Cast, is_alike: bool, rng: Random) -> list[_Plan]:
    """Something that leaves control as it is; where things come back, the same within the week."""
    day, maker, place = rng.randrange(30), rng.choice(PASSING), rng.choice(cast.towns)
    rebels = rng.choice(cast.rebels)
    one, other = (cast.state, rebels) if rng.random() < 0.5 else (rebels, cast.state)
    key = f"{maker.__name__} {place.id} {day}"
    found = [_Plan(day, maker, place, one, other, frozenset(), key)]
    if is_alike:
        later = day + rng.randrange(2, 6)
        found.append(_Plan(later, maker, place, one, other, frozenset({"again"}), key))
    return found


def _write(name: str, cast: Cast, desk: Desk, rng: Random) -> Theatre:
    """The drafts written out in the order in which they come in: mostly as they came out, some origins late."""
    writer = Writer(cast.entities)
    order = sorted(desk.drafts, key=lambda draft: (draft.day.toordinal() + rng.uniform(-0.6, 1.4), draft.number))
    resolutions, told, ids, utterances = [], [], {}, {}
    for draft in order:
        resolution, said = writer.write(draft)
        resolutions.append(resolution)
        ids[draft.number] = resolution.report.id
        for claim, utterance, line in zip(resolution.claims, said, draft.lines, strict=True):
            told.append(Told(claim.id, utterance, line.slip, draft.tags, draft.outlet.name))
            utterances[claim.id] = utterance.id
    lineage = tuple(
        TrueLineage(ids[draft.number], ids[parent.of.number], parent.relation)
        for draft in order
        for parent in draft.parents
    )
    truth = Truth(reckon_happenings(told), lineage, (), frozenset(ids.values()), utterances)
    return Theatre(name, tuple(resolutions), truth)
