"""Incidents: falls of towns, strikes, clashes, sieges, deliveries, moves, talks and plans, and what is said of each.

Every maker takes the stage, the place, the day, the party that acts, the other one, and the tags that
say what is harsh about it. Which of the things that could be said are said is left to chance.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from sayso.model.values.stance import ClaimType
from sayso.simulate.cast import Party
from sayso.simulate.counting import Amount, count_about, deflate, inflate
from sayso.simulate.happening import Count, Figure, Happening, Utterance
from sayso.simulate.plot import Incident, Seen, Stage

T = ClaimType
Parts = dict[str, Figure | str]
Maker = Callable[[Stage, Figure, date, Party, Party, frozenset[str]], Incident]
_SEASONS = ("the spring", "the rains", "the harvest", "the winter", "the end of the year")
_BLAMED = {"from the air": "by artillery", "by artillery": "by rocket", "by rocket": "by artillery"}


class _Pool:
    """What is said of one incident, gathered step by step."""

    def __init__(self, stage: Stage, day: date, tags: frozenset[str]) -> None:
        self.stage, self.day, self.tags = stage, day, tags
        self.rng: Random = stage.rng
        self.said: list[Utterance] = []
        self.seen: list[Seen] = []

    def new(self, type_: ClaimType, place: Figure) -> Happening:
        """A happening of the day."""
        return self.stage.happening(type_, place, self.day, self.tags)

    def by(
        self,
        party: Party,
        of: Happening,
        wording: str,
        parts: Parts,
        *,
        count: Count | None = None,
        way: str | None = None,
        doer: str | None = None,
        day: date | None = None,
    ) -> None:
        """What a party says through one of its own."""
        speaker = self.stage.speaker_of(party, self.day)
        self.said.append(
            self.stage.utter(
                of, wording, speaker, parts, day=day or self.day, count=count, way=way, doer=doer, told=self.day
            )
        )

    def by_figure(
        self,
        speaker: Figure,
        of: Happening,
        wording: str,
        parts: Parts,
        *,
        count: Count | None = None,
        is_dated: bool = True,
    ) -> None:
        """What a bystander says."""
        day = self.day if is_dated else None
        self.said.append(self.stage.utter(of, wording, speaker, parts, day=day, count=count, told=self.day))

    def see(
        self,
        of: Happening,
        wording: str,
        parts: Parts,
        *,
        amount: Amount | None = None,
        way: str | None = None,
        doer: str | None = None,
    ) -> None:
        """What a witness could tell."""
        self.seen.append(Seen(of, wording, parts, amount, way, doer))

    def may(self, chance: float) -> bool:
        return self.rng.random() < chance

    def finish(self, kind: str, place: Figure) -> Incident:
        return Incident(kind, self.day, place, tuple(self.said), tuple(self.seen), self.tags)


def make_fall(stage: Stage, place: Figure, day: date, taker: Party, loser: Party, tags: frozenset[str]) -> Incident:
    """A town changes hands: the taker tells it, the loser denies it, calls it a withdrawal or keeps silent."""
    pool, rng = _Pool(stage, day, tags), stage.rng
    parts: Parts = {"actor": taker.body, "place": place, "loser": loser.body}
    seize = pool.new(T.SEIZE, place)
    way = rng.choice(("without a fight", "after a fight", None))
    pool.by(taker, seize, "seize", parts, way=way, doer=taker.voice)
    if pool.may(0.5):
        pool.by(taker, seize, "seize.hold", parts, doer=taker.voice)
    answers = ("denies", "denies", "leaves", "leaves", "silent", "still")
    answer = rng.choice(answers[:-1] if tags else answers)
    if answer == "denies":
        pool.by(loser, seize, "seize.denied", parts, doer=taker.voice)
    elif answer == "still":
        pool.by(loser, seize, "seize.still", {"actor": loser.body, "place": place}, doer=loser.voice)
    elif answer == "leaves":
        _tell_leaving(pool, place, taker, loser)
    for _ in range(_count_witnesses(answer, tags, rng)):
        pool.see(seize, "seize", parts, way=rng.choice((None, way, "after a fight")), doer=taker.voice)
    _tell_dead(pool, place, loser, taker, rng.randrange(3, 60))
    if pool.may(0.5):
        detained, number = pool.new(T.DETAIN, place), rng.randrange(4, 60)
        count = count_about(number, loser.fighters, loser.unit, rng)
        pool.by(taker, detained, "detain", {"actor": taker.body, "place": place}, count=count)
    if pool.may(0.4):
        _tell_flight(pool, place)
    return pool.finish("fall", place)


def _count_witnesses(answer: str, tags: frozenset[str], rng: Random) -> int:
    """Nobody has seen a fall where the loser still holds; a town that falls again is seen to."""
    if answer == "still":
        return 0
    return rng.randrange(1, 3) if tags else rng.randrange(3)


def _tell_leaving(pool: _Pool, place: Figure, taker: Party, loser: Party) -> None:
    """The loser says that it left in order, on the day or the day before; the taker that it fled."""
    left = pool.new(T.WITHDRAW, place)
    parts: Parts = {"actor": loser.body, "place": place}
    day = pool.day - timedelta(days=1) if pool.may(0.25) else pool.day
    pool.by(loser, left, "withdraw", parts, way="in order", doer=loser.voice, day=day)
    if pool.may(0.6):
        pool.by(taker, left, "withdraw", parts, way="in flight", doer=loser.voice)
    if pool.may(0.5):
        pool.see(left, "withdraw", parts, doer=loser.voice)


def _tell_dead(pool: _Pool, place: Figure, side: Party, other: Party, number: int) -> None:
    """The dead of one side: the other counts more, the side itself fewer; a witness has the true number."""
    dead, rng = pool.new(T.KILL, place), pool.rng
    parts: Parts = {"place": place, "noun": side.fighters, "actor": other.body}

    def count(of: int) -> Count:
        return count_about(of, side.fighters, side.unit, rng)

    pool.by(other, dead, "kill", parts, count=count(inflate(number, rng)))
    if pool.may(0.5):
        pool.by(side, dead, "kill", parts, count=count(deflate(number, rng)))
    elif pool.may(0.2):
        pool.by(side, dead, "kill.denied", parts)
    if pool.may(0.6):
        pool.see(dead, "kill", parts, amount=Amount(number, side.fighters, side.unit))


def _tell_flight(pool: _Pool, place: Figure) -> None:
    fled = pool.new(T.DISPLACE, place)
    number = pool.rng.randrange(3, 90) * 100
    monitor = pool.rng.choice(pool.stage.cast.monitors)
    pool.by_figure(monitor, fled, "displace", {"place": place}, count=count_about(number, "people", "person", pool.rng))


def make_strike(stage: Stage, place: Figure, day: date, striker: Party, other: Party, tags: frozenset[str]) -> Incident:
    """A site is struck: its side counts and blames, the striker denies, blames back or is silent."""
    pool, rng, cast = _Pool(stage, day, tags), stage.rng, stage.cast
    site = cast.sites[cast.towns.index(place)]
    way = rng.choice(("from the air", "by artillery", "by rocket"))
    strike = pool.new(T.STRIKE, place)
    parts: Parts = {"actor": striker.body, "object": site, "place": place}
    pool.by(other, strike, "strike", parts, way=way, doer=striker.voice)
    answer = rng.choice(("denies", "blames", "blames", "silent"))
    if answer == "denies":
        pool.by(striker, strike, "strike.denied", parts, doer=striker.voice)
    elif answer == "blames":
        pool.by(striker, strike, "strike", {**parts, "actor": other.body}, way=_BLAMED[way], doer=other.voice)
    for _ in range(rng.randrange(1, 3)):
        pool.see(strike, "strike.bare", parts, way=rng.choice((None, None, way)))
    _tell_civilians(pool, place, striker, other, rng.randrange(2, 45))
    if pool.may(0.6):
        hurt, number = pool.new(T.INJURE, place), rng.randrange(5, 90)
        pool.see(hurt, "injure", {"place": place}, amount=Amount(number, "people", "person"))
        count = count_about(inflate(number, rng), "people", "person", rng)
        pool.by(other, hurt, "injure", {"place": place}, count=count)
    return pool.finish("strike", place)


def _tell_civilians(pool: _Pool, place: Figure, striker: Party, other: Party, number: int) -> None:
    dead, rng = pool.new(T.KILL, place), pool.rng
    parts: Parts = {"place": place, "noun": "civilians"}
    pool.by(other, dead, "kill", parts, count=count_about(inflate(number, rng), "civilians", "person", rng))
    pool.see(dead, "kill", parts, amount=Amount(number, "civilians", "person"))
    if pool.may(0.3):
        pool.by(striker, dead, "kill.denied", parts)
    if pool.may(0.3):
        monitor = rng.choice(pool.stage.cast.monitors)
        pool.by_figure(monitor, dead, "kill", parts, count=count_about(number, "civilians", "person", rng))


def make_clash(stage: Stage, place: Figure, day: date, one: Party, other: Party, tags: frozenset[str]) -> Incident:
    """Two parties meet: each counts the other's dead and few of its own."""
    pool = _Pool(stage, day, tags)
    clash = pool.new(T.CLASH, place)
    parts: Parts = {"actor": one.body, "other": other.body, "place": place}
    pool.by(one, clash, "clash", parts)
    if pool.may(0.6):
        pool.by(other, clash, "clash", {**parts, "actor": other.body, "other": one.body})
    pool.see(clash, "clash", parts)
    _tell_dead(pool, place, one, other, stage.rng.randrange(2, 30))
    if pool.may(0.5):
        lost = pool.new(T.DESTROY, place)
        count = count_about(stage.rng.randrange(2, 15), "vehicles", "vehicle", stage.rng)
        pool.by(one, lost, "destroy", {"actor": one.body, "place": place}, count=count)
    return pool.finish("clash", place)


def make_raid(stage: Stage, place: Figure, day: date, one: Party, other: Party, tags: frozenset[str]) -> Incident:
    """One party attacks the other's post."""
    pool = _Pool(stage, day, tags)
    attack = pool.new(T.ATTACK, place)
    parts: Parts = {"actor": one.body, "other": other.body, "place": place}
    pool.by(other, attack, "attack", parts, doer=one.voice)
    if pool.may(0.6):
        pool.by(one, attack, "attack", parts, doer=one.voice)
    pool.see(attack, "attack", parts, doer=one.voice)
    _tell_dead(pool, place, other, one, stage.rng.randrange(2, 20))
    return pool.finish("raid", place)


def make_siege(stage: Stage, place: Figure, day: date, one: Party, other: Party, tags: frozenset[str]) -> Incident:
    """A town is cut off; people leave, and a bystander asks the besieger to go."""
    pool, cast = _Pool(stage, day, tags), stage.cast
    siege = pool.new(T.BESIEGE, place)
    parts: Parts = {"actor": one.body, "place": place}
    pool.by(other, siege, "besiege", parts, doer=one.voice)
    pool.see(siege, "besiege", parts, doer=one.voice)
    if pool.may(0.5):
        pool.by(one, siege, "besiege.denied", parts, doer=one.voice)
    _tell_flight(pool, place)
    if pool.may(0.6):
        asked = pool.new(T.WITHDRAW, place)
        pool.by_figure(stage.rng.choice(cast.monitors), asked, "withdraw.requested", parts, is_dated=False)
    return pool.finish("siege", place)


def make_delivery(stage: Stage, place: Figure, day: date, one: Party, other: Party, tags: frozenset[str]) -> Incident:
    """A foreign state arms a party: its opponent says so, both deny it, somebody has seen the lorries."""
    pool, cast = _Pool(stage, day, tags), stage.cast
    sent = pool.new(T.SUPPLY, place)
    parts: Parts = {"actor": cast.patron.body, "other": one.body, "place": place}
    number = stage.rng.randrange(5, 80)

    def count(of: int) -> Count:
        return count_about(of, "armoured vehicles", "vehicle", stage.rng)

    pool.by(other, sent, "supply", parts, count=count(inflate(number, stage.rng)), doer=cast.patron.voice)
    pool.see(sent, "supply", parts, amount=Amount(number, "armoured vehicles", "vehicle"), doer=cast.patron.voice)
    if pool.may(0.6):
        pool.by(cast.patron, sent, "supply.denied", parts, doer=cast.patron.voice)
    if pool.may(0.3):
        pool.by(one, sent, "supply.denied", parts, doer=cast.patron.voice)
    return pool.finish("delivery", place)


def make_move(stage: Stage, place: Figure, day: date, one: Party, other: Party, tags: frozenset[str]) -> Incident:
    """A party moves vehicles to a town: others count them, it denies or says nothing; a plan goes with it."""
    pool = _Pool(stage, day, tags)
    moved = pool.new(T.DEPLOY, place)
    parts: Parts = {"actor": one.body, "place": place}
    number = stage.rng.randrange(10, 300)
    pool.by(
        other, moved, "deploy", parts, count=count_about(inflate(number, stage.rng), "vehicles", "vehicle", stage.rng)
    )
    pool.see(moved, "deploy", parts, amount=Amount(number, "vehicles", "vehicle"))
    if pool.may(0.5):
        pool.by(one, moved, "deploy.denied", parts)
    if pool.may(0.6):
        plan = pool.new(T.ATTACK, place)
        season: Parts = {**parts, "season": stage.rng.choice(_SEASONS)}
        pool.by(one, plan, "attack.planned", season)
        if pool.may(0.5):
            pool.by_figure(stage.rng.choice(stage.cast.notables), plan, "attack.possible", season, is_dated=False)
    return pool.finish("move", place)


def make_talks(stage: Stage, place: Figure, day: date, one: Party, other: Party, tags: frozenset[str]) -> Incident:
    """Talks are announced for a later day; one may refuse, a bystander asks for them."""
    pool, later = _Pool(stage, day, tags), day + timedelta(days=stage.rng.randrange(1, 4))
    talks = pool.new(T.NEGOTIATE, place)
    parts: Parts = {"actor": one.body, "other": other.body, "place": place}
    pool.by(one, talks, "negotiate.planned", parts, day=later)
    swapped: Parts = {**parts, "actor": other.body, "other": one.body}
    if pool.may(0.5):
        pool.by(other, talks, "negotiate.planned", swapped, day=later)
    else:
        pool.by(other, talks, "refuse", swapped, day=later)
    if pool.may(0.5):
        pool.by_figure(stage.rng.choice(stage.cast.monitors), talks, "negotiate.requested", parts, is_dated=False)
    return pool.finish("talks", place)


def make_handover(stage: Stage, place: Figure, day: date, giver: Party, taker: Party, tags: frozenset[str]) -> Incident:
    """A party gives a town to another by agreement: both say so, or the giver denies it."""
    pool = _Pool(stage, day, tags)
    given = pool.new(T.HAND_OVER, place)
    parts: Parts = {"actor": giver.body, "other": taker.body, "place": place}
    pool.by(taker, given, "hand_over", parts, doer=giver.voice)
    if pool.may(0.6):
        pool.by(giver, given, "hand_over", parts, doer=giver.voice)
    else:
        pool.by(giver, given, "hand_over.denied", parts, doer=giver.voice)
    if pool.may(0.5):
        pool.see(given, "hand_over", parts, doer=giver.voice)
    return pool.finish("handover", place)


#: Makers of incidents that leave control of the place as it is.
PASSING: tuple[Maker, ...] = (
    make_strike,
    make_strike,
    make_clash,
    make_raid,
    make_siege,
    make_delivery,
    make_move,
    make_talks,
)
