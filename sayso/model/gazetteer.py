"""Gazetteer: known places by name, with what persons decided of their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model.place import Gazetteer, KnownPlace


@dataclass(frozen=True, slots=True)
class DecidedGazetteer:
    """A gazetteer in which names in one set of `same` find each other's places, and pairs in `apart` never meet.

    A name in a pair is words, or a known place's identifier: the words are then no name of that place.
    """

    whole: Gazetteer
    same: frozenset[frozenset[str]]
    apart: frozenset[frozenset[str]]

    def find(self, names: Sequence[str]) -> Sequence[tuple[KnownPlace, ...]]:
        """The places that bear each name; for each name, the best known first."""
        return [self._find_decided(name, found) for name, found in zip(names, self.whole.find(names), strict=True)]

    def _find_decided(self, name: str, found: tuple[KnownPlace, ...]) -> tuple[KnownPlace, ...]:
        others = sorted(_partners(name, self.same))
        more = [place for places in self.whole.find(others) for place in places] if others else []
        apart = _partners(name, self.apart)
        return tuple(
            place for place in dict.fromkeys([*found, *more]) if not apart & {place.id, place.name, *place.names}
        )


def _partners(name: str, sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """The other names of the sets that hold a name, letter case aside."""
    wanted = name.casefold()
    holding = [each for each in sets if wanted in {one.casefold() for one in each}]
    return frozenset(one for each in holding for one in each if one.casefold() != wanted)
