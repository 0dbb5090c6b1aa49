"""Cast: who and what there is in one theatre: places, parties with those who speak for them, bystanders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.identity import identify
from sayso.simulate.happening import Figure
from sayso.simulate.names import invent_person, invent_word

_SITES = (
    ("clinic", "the clinic of {}"),
    ("market", "the market of {}"),
    ("bridge", "the bridge at {}"),
    ("depot", "the depot at {}"),
    ("school", "the school of {}"),
)
_REBELS = ("Liberation Army", "Defence Front", "People's Guard", "Salvation Movement", "Free Brigades")
_MONITORS = ("{} Relief Society", "{} Rights Watch", "Monitoring Office of {}", "{} Medical Union")


@dataclass(frozen=True, slots=True)
class Party:
    """A side: itself, its organs and the persons that speak for it; `fighters` are what its dead are called."""

    body: Figure
    speakers: tuple[Figure, ...]
    unit: str
    fighters: str

    @property
    def voice(self) -> str:
        """The voice with which all speak who speak for it."""
        return self.body.voice

    @property
    def short(self) -> str:
        """Its shortest name, as it stands before a title."""
        return self.body.names[-1]


@dataclass(frozen=True, slots=True)
class Turncoat:
    """A commander who goes over from one party to another: before `day` he is `before`, from then on `after`."""

    before: Figure
    after: Figure
    day: date

    def on(self, told: date) -> Figure:
        """The figure that speaks on a day."""
        return self.before if told < self.day else self.after


@dataclass(frozen=True, slots=True)
class Cast:
    """All figures of one theatre. `towns` come in order of fame; `sites` lie in the towns of the same number."""

    country: str
    capital: Figure
    towns: tuple[Figure, ...]
    sites: tuple[Figure, ...]
    state: Party
    rebels: tuple[Party, ...]
    patron: Party
    monitors: tuple[Figure, ...]
    notables: tuple[Figure, ...]
    turncoat: Turncoat
    start: date
    entities: Mapping[str, Entity]

    @property
    def stands_for(self) -> dict[str, str]:
        """From everyone who speaks for a party, and from the state of an army, to the party itself."""
        found = {figure.id: party.body.id for party in (*self.parties, self.patron) for figure in party.speakers}
        return {**found, self.state.voice: self.state.body.id}

    @property
    def parties(self) -> tuple[Party, ...]:
        return (self.state, *self.rebels)


class CastMaker:
    """Makes the cast of one theatre; identifiers come from the theatre's name and the figure's."""

    def __init__(self, theatre: str, rng: Random) -> None:
        self._theatre = theatre
        self._rng = rng
        self._words: set[str] = set()
        self._known: dict[str, Entity] = {}

    def make(self) -> Cast:
        """The cast, from nothing but the chance that was handed in."""
        rng = self._rng
        country = self._word()
        towns = tuple(self._place(self._word()) for _ in range(5))
        state = self._state(country)
        rebels = tuple(self._rebels(base) for base in rng.sample(_REBELS, 2))
        start = date(2012, 1, 1) + timedelta(days=rng.randrange(4_600))
        patron = self._patron(self._word())
        return Cast(
            country=country,
            capital=self._place(self._word()),
            towns=towns,
            sites=tuple(self._site(town) for town in towns),
            state=state,
            rebels=rebels,
            patron=patron,
            monitors=tuple(self._monitor(form) for form in rng.sample(_MONITORS, 2)),
            notables=tuple(self._notable() for _ in range(3)),
            turncoat=self._turncoat(rebels[0], state, start + timedelta(days=rng.randrange(10, 30))),
            start=start,
            entities=self._known,
        )

    def _word(self) -> str:
        while (word := invent_word(self._rng)) in self._words:
            pass
        self._words.add(word)
        return word

    def _know(self, figure: Figure) -> Figure:
        """A body that affiliations point to: reports that name its people name it too."""
        self._known[figure.id] = figure.entity
        return figure

    def _id(self, name: str) -> str:
        return identify("e", "simulated", self._theatre, name)

    def _place(self, name: str) -> Figure:
        return Figure(self._id(name), EntityKind.PLACE, (name,), (name, name, f"the town of {name}"))

    def _site(self, town: Figure) -> Figure:
        _, form = self._rng.choice(_SITES)
        name = form.format(town.name)
        return Figure(self._id(name), EntityKind.PLACE, (name.removeprefix("the "),), (name,))

    def _state(self, country: str) -> Party:
        name = f"{country}'s army"
        state = self._know(Figure(self._id(country), EntityKind.GROUP, (country,)))
        army = Figure(
            self._id(name),
            EntityKind.GROUP,
            (f"army of {country}", name, "army"),
            ("the army", name, "government troops", "soldiers of the army"),
            (Affiliation(state.id, "the army is an organ of its state", role="organ"),),
            self._id(country),
            ("the army", name),
            "its soldiers",
        )
        ministry = Figure(
            self._id("ministry"),
            EntityKind.GROUP,
            (f"{country}'s defence ministry", "defence ministry"),
            ("the defence ministry", f"{country}'s defence ministry"),
            (Affiliation(state.id, "the ministry is an organ of its state", role="organ"),),
            self._id(country),
        )
        self._know(army)
        self._know(ministry)
        general = self._person("army", "army spokesman", "spokesman", army)
        minister = self._person("minister", "Defence Minister", "minister", ministry)
        return Party(army, (army, ministry, general, minister), "soldier", "soldiers")

    def _rebels(self, base: str) -> Party:
        name = f"{self._word()} {base}"
        short = "".join(word[0] for word in name.split())
        body = Figure(
            self._id(name),
            EntityKind.GROUP,
            (name, short),
            (f"fighters of the {name}", f"the {short}", f"{short} fighters", f"the {name}", f"the {name} ({short})"),
            voice=self._id(name),
            mouths=(f"the {short}", f"the {name} ({short})"),
            own="its fighters",
        )
        self._know(body)
        spokesman = self._person(short, f"{short} spokesman", "spokesman", body)
        commander = self._person(short, f"{short} commander", "commander", body)
        return Party(body, (body, spokesman, commander), "fighter", "fighters")

    def _patron(self, country: str) -> Party:
        id_ = self._id(country)
        state = self._know(Figure(id_, EntityKind.GROUP, (country,), (country,), voice=id_))
        ministry = Figure(
            self._id(f"{country} foreign ministry"),
            EntityKind.GROUP,
            (f"{country}'s foreign ministry",),
            (f"{country}'s foreign ministry",),
            (Affiliation(state.id, "the ministry is an organ of its state", role="organ"),),
            state.id,
        )
        return Party(state, (ministry,), "soldier", "soldiers")

    def _person(self, of: str, title: str, role: str, body: Figure) -> Figure:
        name = invent_person(self._rng)
        tie = Affiliation(body.id, f"{role} of {body.name}", role=role)
        return Figure(
            self._id(name), EntityKind.PERSON, (name,), (f"{title} |{name}", f"{title} |{name}"), (tie,), body.voice
        )

    def _monitor(self, form: str) -> Figure:
        name = form.format(self._word())
        id_ = self._id(name)
        return Figure(id_, EntityKind.GROUP, (name,), (f"the {name}",), voice=id_)

    def _notable(self) -> Figure:
        name, title = invent_person(self._rng), self._rng.choice(("the teacher", "the merchant", "the retired judge"))
        id_ = self._id(name)
        return Figure(id_, EntityKind.PERSON, (name,), (f"{title} |{name}",), voice=id_)

    def _turncoat(self, old: Party, new: Party, day: date) -> Turncoat:
        name = invent_person(self._rng)
        ties = (
            Affiliation(
                old.body.id, f"commander of {old.body.name}", None, (day - timedelta(1)).isoformat(), "commander"
            ),
            Affiliation(new.body.id, f"went over to {new.body.name}", day.isoformat(), None, "commander"),
        )
        before, after = (
            Figure(self._id(name), EntityKind.PERSON, (name,), (f"{party.short} commander |{name}",), ties, party.voice)
            for party in (old, new)
        )
        return Turncoat(before, after, day)
