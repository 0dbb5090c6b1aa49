"""Theatre: one small world, with its reports and its truth; a simulation is a stream of theatres."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from sayso.model.claim import Claim
from sayso.model.entity import Entity
from sayso.model.resolution import Resolution
from sayso.model.values.stance import ClaimType, Role
from sayso.simulate.cast import CastMaker
from sayso.simulate.desk import Desk
from sayso.simulate.draft import Draft
from sayso.simulate.holding import reckon_holdings
from sayso.simulate.incident import make_siege
from sayso.simulate.line import Line
from sayso.simulate.passing import PassingOn
from sayso.simulate.plot import Incident, Stage
from sayso.simulate.press import make_press
from sayso.simulate.reckoning import Told, reckon_happenings
from sayso.simulate.schedule import make_schedule
from sayso.simulate.settings import Settings
from sayso.simulate.telling import Telling
from sayso.simulate.truth import TrueLineage, Truth
from sayso.simulate.world import Dispatch, make_dispatch
from sayso.simulate.writing import Writer


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


def simulate(settings: Settings) -> Iterator[Theatre]:
    """Theatres until their claims are as many as the settings ask for. Holds one theatre at a time."""
    made, number = 0, 0
    while made < settings.claims:
        theatre = make_theatre(settings, number)
        made += theatre.claims
        number += 1
        yield theatre


def make_theatre(settings: Settings, number: int) -> Theatre:
    """The theatre of that number, counted from 0: it needs no other one to be made first."""
    rng = Random(f"{settings.seed} theatre {number}")  # noqa: S311  # invents, guards nothing
    name = f"{settings.seed}-{number}"
    cast = CastMaker(name, rng).make()
    desk = Desk(Stage(name, cast, rng), make_press(settings.seed), settings)
    telling, passing = Telling(desk), PassingOn(desk)
    first: dict[str, Draft] = {}
    for plan in make_schedule(cast, settings, rng):
        day = cast.start + timedelta(days=plan.day)
        incident = plan.maker(desk.stage, plan.place, day, plan.one, plan.other, plan.tags)
        draft = _tell(incident, first.get(plan.key), telling, passing)
        first.setdefault(plan.key, draft)
    known = dict(cast.entities)
    if settings.flood_every and number % settings.flood_every == settings.flood_every - 1:
        _flood(desk, telling, passing)
    for dispatch in _list_dispatches(settings, number):
        known |= dispatch.cast.entities
        _carry(dispatch, number, desk, passing)
    return _write(name, known, desk, rng)


def _tell(incident: Incident, like: Draft | None, telling: Telling, passing: PassingOn) -> Draft:
    """All reports on an incident; `like` is the wire's on one that was like it. Gives the wire's report."""
    rng, desk = telling.rng, telling.desk
    wire = telling.tell_wire(incident, like)
    others = rng.sample(desk.outlets, rng.choice((0, 1, 1, 2)))
    firsts = [wire, *(telling.tell_apart(incident, outlet, wire) for outlet in others)]
    begun = len(desk.drafts)
    passing.spread(incident, firsts)
    passing.correct(incident, desk.drafts[begun:])
    if rng.random() < 0.25:
        passing.update(incident, wire)
    if rng.random() < 0.15 and incident.seen:
        passing.cite_in_a_ring(incident)
    return wire


def _flood(desk: Desk, telling: Telling, passing: PassingOn) -> None:
    """One wire in a thousand outlets: a short one, as those are."""
    cast, rng = desk.stage.cast, desk.rng
    day = cast.start + timedelta(days=40)
    incident = make_siege(desk.stage, rng.choice(cast.towns), day, cast.rebels[0], cast.state, frozenset({"flood"}))
    wire = telling.tell_wire(incident, None)
    passing.flood(incident, wire, rng.sample(desk.press.outlets, min(desk.settings.flood, len(desk.press.outlets))))


def _list_dispatches(settings: Settings, number: int) -> list[Dispatch]:
    """The wires of the world that the theatre of that number may carry."""
    block = number // settings.world_every
    return [make_dispatch(settings, block, wire) for wire in range(settings.world_wires)]


def _carry(dispatch: Dispatch, number: int, desk: Desk, passing: PassingOn) -> None:
    """What this theatre's outlets print of a wire of the world; at its home, the wire's own report too."""
    rng = desk.rng
    desk.stands_for.update(dispatch.stands_for)
    if dispatch.home == number:
        desk.drafts.append(replace(dispatch.draft, number=len(desk.drafts) + 1))
    if rng.random() < 0.6:
        passing.take_over(dispatch.incident, dispatch.draft, rng.sample(desk.outlets, rng.randrange(1, 4)))


def _write(name: str, known: Mapping[str, Entity], desk: Desk, rng: Random) -> Theatre:
    """The drafts written out in the order in which they come in: mostly as they came out, some origins late."""
    writer = Writer(known)
    order = sorted(desk.drafts, key=lambda draft: (draft.day.toordinal() + rng.uniform(-0.6, 1.4), draft.number))
    resolutions, told, utterances = list[Resolution](), list[Told](), dict[str, str]()
    come: set[str] = set()
    for draft in order:
        resolution = writer.write(draft)
        resolutions.append(resolution)
        come.add(resolution.report.id)
        tags = _list_tags(draft, come)
        for claim, line in zip(resolution.claims, draft.lines, strict=True):
            told.append(_note(claim, line, tags | {"odd name"} if line in desk.loose else tags))
            utterances[claim.id] = line.utterance.id
    lineage = tuple(TrueLineage(draft.id, parent.of.id, parent.relation) for draft in order for parent in draft.parents)
    reports = frozenset(resolution.report.id for resolution in resolutions)
    happenings, holdings = reckon_happenings(told), reckon_holdings(told)
    truth = Truth(happenings, lineage, holdings, reports, utterances, desk.stands_for)
    return Theatre(name, tuple(resolutions), truth)


def _list_tags(draft: Draft, come: Set[str]) -> frozenset[str]:
    """What is harsh about a report; `come` are those that have come in, itself included."""
    is_late = any(parent.of.id not in come for parent in draft.parents) and "world" not in draft.tags
    found = [("late origin", is_late), ("undated", not draft.is_dated)]
    return draft.tags.union(tag for tag, holds in found if holds)


def _note(claim: Claim, line: Line, tags: frozenset[str]) -> Told:
    """A claim beside what it passes on."""
    return Told(
        claim=claim.id,
        utterance=line.utterance,
        slip=line.slip,
        tags=tags,
        is_dated=claim.when is not None and claim.when.edtf is not None,
        has_way=claim.manner is not None,
        names_loser=claim.type is ClaimType.SEIZE and claim.role(Role.RECIPIENT) is not None,
    )
