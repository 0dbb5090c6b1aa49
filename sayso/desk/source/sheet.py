"""Sheet: which stretch of a long list a page shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """Of `total` lines the ones on sheet `asked` (from 1; what lies outside gives the nearest), `each` on a sheet."""

    total: int
    asked: int
    each: int

    @property
    def sheets(self) -> int:
        """How many there are; an empty list has one."""
        return max(1, -(-self.total // self.each))

    @property
    def sheet(self) -> int:
        """The one shown."""
        return min(max(self.asked, 1), self.sheets)

    @property
    def start(self) -> int:
        """The first line shown, from 0."""
        return (self.sheet - 1) * self.each

    @property
    def end(self) -> int:
        """One after the last."""
        return self.start + self.each
