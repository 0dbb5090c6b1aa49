"""Paging: where one is in a list that takes several pages, and where one can go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paging:
    """A page of several; `address_of` gives the address of another."""

    number: int
    pages: int
    address_of: Callable[[int], str]

    @property
    def before(self) -> str | None:
        """The address of the page before; None on the first."""
        return self.address_of(min(self.number - 1, self.pages)) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """The address of the page after; None on the last."""
        return self.address_of(self.number + 1) if self.number < self.pages else None
