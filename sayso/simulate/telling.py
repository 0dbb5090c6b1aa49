"""Telling: how an outlet first tells an incident: the wire at length, others with witnesses of their own."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.model.lineage import Relation
from sayso.model.values.stance import ClaimType
from sayso.simulate.desk import Desk
from sayso.simulate.draft import Draft, Parent
from sayso.simulate.happening import Figure, Happening, Utterance
from sayso.simulate.line import Line, choose_line
from sayso.simulate.plot import Incident
from sayso.simulate.wording import Saying

WITNESSES = (
    "a resident",
    "a shopkeeper",
    "a nurse",
    "a teacher",
    "a farmer",
    "a driver",
    "a local official",
    "a doctor",
    "an elder",
    "a student",
)
SOURCES = ("a security source", "a military source", "a diplomat", "an officer who asked not to be named")
_JUDGED = ("judged.road", "judged.worth", "judged.winter")


class Telling:
    """First tellings of one theatre. What an outlet says of itself is one happening, whoever else says it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.rng, self.stage = desk, desk.rng, desk.stage
        self._once: dict[tuple[str, ...], Happening] = {}
        self._past: list[Incident] = []

    def tell_wire(self, incident: Incident, like: Draft | None) -> Draft:
        """The wire's report: all that the named say. `like` is its report on an incident that was like this one."""
        desk, rng = self.desk, self.rng
        wire = like.outlet if like else rng.choice(desk.wires)
        day = incident.day + timedelta(days=rng.choice((0, 0, 1)))
        is_dated = like is not None or desk.may_be_dated()
        told = day if is_dated else None
        witnesses = self._find_witnesses(incident, wire, day, is_thorough=True)
        said = [*incident.said, *witnesses, *self._find_background(incident, wire)]
        lines = [self._word_like(utterance, told, like) for utterance in said]
        self._past.append(incident)
        return self._add(incident, wire, day, lines, is_dated=is_dated)

    def tell_apart(self, incident: Incident, outlet: Figure, wire: Draft) -> Draft:
        """An outlet's own report: some of the named, its own witnesses, other words, perhaps a line from the wire."""
        desk, rng = self.desk, self.rng
        day = incident.day + timedelta(days=rng.choice((0, 0, 1)))
        is_dated = desk.may_be_dated()
        told = day if is_dated else None
        said = rng.sample(incident.said, max(1, len(incident.said) * 2 // 3))
        said += [*self._find_witnesses(incident, outlet, day), *self._find_background(incident, outlet)]
        said += self._recall(incident)
        rng.shuffle(said)
        avoid = list_sayings(wire)
        lines = [choose_line(utterance, told, rng, avoid=avoid) for utterance in said]
        parents: tuple[Parent, ...] = ()
        if day >= wire.day and rng.random() < 0.4 and (borrowed := self._borrow(wire, told)):
            lines.append(borrowed)
            parents = (Parent(wire, Relation.CREDIT),)
        return self._add(incident, outlet, day, lines, parents=parents, is_dated=is_dated)

    def _add(
        self,
        incident: Incident,
        outlet: Figure,
        day: date,
        lines: list[Line],
        *,
        parents: tuple[Parent, ...] = (),
        is_dated: bool,
    ) -> Draft:
        desk = self.desk
        return desk.add(
            incident,
            outlet,
            day,
            desk.spell_oddly(lines),
            head=desk.dateline(outlet, day if is_dated else None),
            parents=parents,
            is_dated=is_dated,
            remarks=desk.remark(incident, self.rng.randrange(4)),
        )

    def _word_like(self, utterance: Utterance, told: date | None, like: Draft | None) -> Line:
        """Words for an utterance, those of a report on a thing like it where there is one."""
        again = [line for line in like.lines if line.utterance.wording == utterance.wording] if like else []
        return choose_line(utterance, told, self.rng, like=again[0] if again else None)

    def _find_witnesses(
        self, incident: Incident, outlet: Figure, day: date, *, is_thorough: bool = False
    ) -> list[Utterance]:
        """What the unnamed tell this outlet: of each thing that can be seen, one has something to tell or none.

        The thorough find one at least for what was seen first.
        """
        rng, found = self.rng, list[Utterance]()
        for seen in incident.seen:
            if rng.random() < 0.6 or (is_thorough and not found):
                words = rng.choice(WITNESSES if rng.random() < 0.75 else SOURCES)
                found.append(self.stage.testify(seen, outlet.name, words, day))
            elif rng.random() < 0.1:
                found.append(self.stage.rumour(seen, day))
        return found

    def _recall(self, incident: Incident) -> list[Utterance]:
        """What was said of something earlier at the same place, told again beside the new."""
        past = [other for other in self._past if other.place is incident.place and other.day < incident.day]
        if not past or self.rng.random() < 0.6:
            return []
        return self.rng.sample(self.rng.choice(past).said, 1)

    def _find_background(self, incident: Incident, outlet: Figure) -> list[Utterance]:
        """What the outlet says itself: who held the town before, who did not answer; what somebody makes of it."""
        rng, found = self.rng, list[Utterance | None]()
        if incident.kind == "fall" and rng.random() < 0.3:
            found.append(self._say_held(incident, outlet))
        if rng.random() < 0.15:
            found.append(self._say_silent(incident, outlet))
        if rng.random() < 0.2:
            found.append(self._say_judged(incident))
        return [utterance for utterance in found if utterance]

    def _say_held(self, incident: Incident, outlet: Figure) -> Utterance | None:
        """The state before the first fall of a town."""
        loser, place = incident.said[0].parts.get("loser"), incident.place
        if not isinstance(loser, Figure) or "again" in incident.tags:
            return None
        held = self._happen_once(ClaimType.HOLD, incident, "held", place.id)
        year = str(incident.day.year - 2 - len(place.name) % 4)
        parts: dict[str, Figure | str] = {"actor": loser, "place": place, "year": year}
        return self.stage.utter(held, "held", None, parts, outlet=outlet, doer=loser.voice, told=incident.day)

    def _say_silent(self, incident: Incident, outlet: Figure) -> Utterance | None:
        """A party that says nothing of a place: told of its first incident only, for the words would be the same."""
        if "again" in incident.tags:
            return None
        actor = self.rng.choice(self.stage.cast.parties).body
        silent = self._happen_once(ClaimType.SILENCE, incident, "silence", actor.id, incident.place.id)
        parts: dict[str, Figure | str] = {"actor": actor, "place": incident.place}
        return self.stage.utter(silent, "silence", None, parts, outlet=outlet, told=incident.day)

    def _say_judged(self, incident: Incident) -> Utterance:
        """What a bystander makes of it: the same opinion of the same place is one matter."""
        cast, wording = self.stage.cast, self.rng.choice(_JUDGED)
        actor = self.rng.choice(cast.parties).body
        about = () if wording == "judged.road" else (actor.id,)
        judged = self._happen_once(ClaimType.STATEMENT, incident, wording, incident.place.id, *about)
        parts: dict[str, Figure | str] = {"actor": actor, "place": incident.place, "other": cast.capital}
        return self.stage.utter(judged, wording, self.rng.choice(cast.notables), parts, told=incident.day)

    def _happen_once(self, type_: ClaimType, incident: Incident, *key: str) -> Happening:
        if key not in self._once:
            self._once[key] = self.stage.happening(type_, incident.place, incident.day, incident.tags)
        return self._once[key]

    def _borrow(self, wire: Draft, told: date | None) -> Line | None:
        """A line that an outlet has from the wire and says so."""
        own = [line for line in wire.lines if (speaker := line.utterance.speaker) and not speaker.id]
        if not own:
            return None
        line = self.rng.choice(own)
        return choose_line(line.utterance, told, self.rng, via=(wire.outlet,), known=line)


def list_sayings(draft: Draft) -> frozenset[Saying]:
    """The ways in which a report says things; what is quoted word for word may be quoted by all."""
    sayings = {line.saying for line in draft.lines if not line.saying.is_quote}
    return frozenset(sayings | {line.frame for line in draft.lines})
