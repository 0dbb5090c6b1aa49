"""Shelf: the names of many outlets laid out so that a name finds those it may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sayso.resolve.name import parse_name
from sayso.resolve.name.sound import key_of
from sayso.resolve.outlet.naming import is_same_outlet, is_told_by


class Asked:
    """The outlets that are known, and what a report has asked of them: the names, each with the outlet it stands for.

    A report means the same beside other outlets as long as these answers stand.
    """

    def __init__(self, outlets: tuple[str, ...], answers: Mapping[str, str | None] | None = None) -> None:
        self._outlets = outlets
        self._answers = dict(answers or {})

    @property
    def answers(self) -> Mapping[str, str | None]:
        """The names that were asked for, each with the outlet that it stands for."""
        return self._answers

    def find(self, name: str) -> str | None:
        """As `find_known`."""
        found = find_known(name, self._outlets)
        self._answers[name] = found
        return found

    def stands(self, outlets: tuple[str, ...]) -> bool:
        """Whether all answers are the same beside these outlets; if so, they are the outlets from now on."""
        if outlets is not self._outlets and outlets != self._outlets:
            other = _differ(self._outlets, outlets)
            touched = [name for name in self._answers if find_like(name, other)]
            if any(find_known(name, outlets) != self._answers[name] for name in touched):
                return False
        self._outlets = outlets
        return True


@lru_cache(maxsize=16)
def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The outlets that only one of two rows has."""
    return tuple(sorted(set(one) ^ set(other)))


@lru_cache(maxsize=50_000)
def find_known(name: str, outlets: tuple[str, ...]) -> str | None:
    """The one of `outlets` that a name stands for, None if none does; the nearest in length where several do."""
    fitting = [outlet for outlet in find_like(name, outlets) if is_told_by(name, outlet)]
    return min(fitting, key=lambda outlet: (abs(len(outlet) - len(name)), outlet)) if fitting else None


def find_like(name: str, outlets: tuple[str, ...]) -> list[str]:
    """The outlets whose names are one with it by `is_same_outlet`, in order."""
    shelf = _shelve(outlets)
    near = {outlet for key in _keys(name) for outlet in shelf.get(key, ())}
    return sorted(outlet for outlet in near if is_same_outlet(name, outlet))


@lru_cache(maxsize=16)
def _shelve(outlets: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    shelf: dict[str, list[str]] = defaultdict(list)
    for outlet in outlets:
        for key in _keys(outlet):
            shelf[key].append(outlet)
    return {key: tuple(row) for key, row in shelf.items()}


def _keys(name: str) -> Iterable[str]:
    return {key_of(token) for token in parse_name(name).tokens}
