"""Plot: what an incident is made of, and who speaks of it on the day.

An incident is some happenings of one day at one place, with the pool of what parties, bystanders and
witnesses say of them. Parties are biased: each tells of its gains and the other's losses, denies or
plays down its own, and lays blame on the other. Witnesses see part of it and have no side.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from sayso.model.entity import EntityKind
from sayso.model.values.stance import ClaimType
from sayso.simulate.cast import Cast, Party
from sayso.simulate.counting import Amount, count_about
from sayso.simulate.happening import Count, Figure, Happening, Utterance
from sayso.simulate.wording import WORDINGS

_NOBODY = Figure("", EntityKind.UNKNOWN, ("reports",), ("reports", "unconfirmed reports"))


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that a witness could tell: how it is worded, what stands in it, how many there were."""

    of: Happening
    wording: str
    parts: dict[str, Figure | str]
    amount: Amount | None = None
    way: str | None = None
    doer: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """What is said of the happenings of one day at one place.

    `said` is what the named say: any outlet may have it. `seen` is what the unnamed can tell: each outlet finds
    its own.
    """

    kind: str
    day: date
    place: Figure
    said: tuple[Utterance, ...]
    seen: tuple[Seen, ...]
    tags: frozenset[str] = frozenset()


class Stage:
    """Makes incidents of one theatre, one after the other, and names what it makes."""

    def __init__(self, theatre: str, cast: Cast, rng: Random) -> None:
        self.theatre = theatre
        self.cast = cast
        self.rng = rng
        self._made = 0

    def happening(self, type_: ClaimType, place: Figure | None, day: date, tags: frozenset[str]) -> Happening:
        """A happening with an identifier of its own."""
        self._made += 1
        return Happening(f"h{self.theatre}-{self._made}", type_, place, day, tags)

    def utter(
        self,
        of: Happening,
        wording: str,
        speaker: Figure | None,
        parts: dict[str, Figure | str],
        *,
        voice: str | None = None,
        outlet: Figure | None = None,
        day: date | None = None,
        count: Count | None = None,
        way: str | None = None,
        doer: str | None = None,
        told: date | None = None,
    ) -> Utterance:
        """What somebody says of a happening, or `outlet` itself; the voice is theirs, unless given."""
        self._made += 1
        words, source = WORDINGS[wording], speaker or outlet
        return Utterance(
            id=f"u{self.theatre}-{self._made}",
            of=of,
            wording=wording,
            speaker=speaker,
            voice=voice or (source.voice if source else "") or None,
            told=told or of.day,
            parts=parts,
            day=day,
            count=count,
            way=way,
            doer=doer,
            type=words.type,
            stance=words.stance,
            outlet=outlet.name if outlet else "",
        )

    def speaker_of(self, party: Party, told: date) -> Figure:
        """Whoever speaks for a party on a day: one of its own, or the commander who has come over to it."""
        turncoat = self.cast.turncoat.on(told)
        if turncoat.voice == party.voice and self.rng.random() < 0.25:
            return turncoat
        return self.rng.choice(party.speakers)

    def _estimate(self, seen: Seen) -> Count | None:
        """How many there were, as one who saw it has it: mostly the true number, sometimes a few more or fewer."""
        if seen.amount is None:
            return None
        number, rng = seen.amount.number, self.rng
        if rng.random() < 0.35:
            number = max(1, round(number * rng.uniform(0.8, 1.2)))
        return count_about(number, seen.amount.noun, seen.amount.unit, rng)

    def rumour(self, seen: Seen, told: date) -> Utterance:
        """What "reports" say: nobody speaks."""
        return self.utter(
            seen.of, seen.wording, _NOBODY, seen.parts, day=seen.of.day, count=self._estimate(seen), told=told
        )

    def testify(self, seen: Seen, outlet: str, words: str, told: date) -> Utterance:
        """What an unnamed source tells one outlet: one voice within that outlet and incident, no other's elsewhere."""
        source = Figure("", EntityKind.PERSON, (words,), (words,))
        voice = f"unnamed {outlet} {words} {seen.of.day} {seen.of.place.name if seen.of.place else ''}"
        return self.utter(
            seen.of,
            seen.wording,
            source,
            seen.parts,
            voice=voice,
            day=seen.of.day,
            count=self._estimate(seen),
            way=seen.way,
            doer=seen.doer,
            told=told,
        )
