"""Tally: the voices of an event counted by how they put it and where they stand, for a line in any language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.event import Event
from sayso.model.values.stance import Stance
from sayso.model.voice import Interest, Voice


@dataclass(frozen=True, slots=True)
class Tally:
    """How many voices put it so; `interests` are told only where one is known."""

    stance: Stance
    count: int
    interests: tuple[tuple[Interest, int], ...]


def tally_event(event: Event) -> tuple[Tally, ...]:
    """A tally for each stance under which somebody is heard; those who assert it come first, also if nobody does.

    Nothing where a withheld voice keeps the numbers from being told.
    """
    if event.at_least:
        return ()
    found = (_tally(stance, [v for v in event.voices if stance in v.stances]) for stance in Stance)
    return tuple(each for each in found if each.count or each.stance is Stance.ASSERTED)


def _tally(stance: Stance, voices: Iterable[Voice]) -> Tally:
    heard = list(voices)
    counted = Counter(voice.interest for voice in heard)
    is_told = bool(set(counted) - {Interest.UNKNOWN})
    known = tuple((interest, counted[interest]) for interest in Interest if counted[interest])
    return Tally(stance, len(heard), known if is_told else ())
