"""Kept: what was made before in this process, given back as the same object where it is made of the same again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")

_SIDES = 3  # of one key: as it stands, as a preview would have it, as another day had it


class Kept(Generic[Value]):
    """A few values for each of the keys asked last, at most so many keys: what is not asked again is forgotten.

    Threads may share it: two that ask at once may both make a value, and both values are right.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._rows: OrderedDict[Hashable, tuple[Value, ...]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, key: Hashable, fits: Callable[[Value], bool], make: Callable[[], Value]) -> Value:
        """The value of a key that fits, the one asked last before others; where none does, the one made now."""
        row = self._rows.get(key, ())
        found = next((each for each in row if fits(each)), None)
        value = make() if found is None else found
        with self._lock:
            others = [each for each in row if each is not value]
            self._rows[key] = (value, *others[: _SIDES - 1])
            self._rows.move_to_end(key)
            if len(self._rows) > self._most:
                self._rows.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._rows.clear()
