"""Row: one entry or affiliation as its file has it, before anything is checked; every field knows its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from sayso.model.knowledge import Fault

_MOST = 1_000
Value: TypeAlias = "str | list[Value] | Row | None"


@dataclass(frozen=True, slots=True)
class Row:
    """Fields by name, each with its line in the file; `line` is where the row begins.

    Everything stands as it was written: `2014` and `NO` are words, not a number and a denial.
    A field left empty is None.
    """

    line: int
    fields: dict[str, tuple[int, Value]]

    def get(self, name: str) -> Value:
        """What the field holds; None if it is empty or absent."""
        return self.fields[name][1] if name in self.fields else None

    def line_of(self, name: str) -> int:
        """The line of the field; the row's own if it is absent."""
        return self.fields[name][0] if name in self.fields else self.line


@dataclass(slots=True)
class Faults:
    """What was found wrong in one file so far: the first thousand faults, and how many there are."""

    file: str
    first: list[Fault] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, message: str) -> None:
        """One more; line 0 stands for the file as a whole."""
        self.count += 1
        if len(self.first) < _MOST:
            self.first.append(Fault(self.file, line, message))

    @property
    def told(self) -> tuple[Fault, ...]:
        """The first faults, and at the end how many are not among them."""
        more = self.count - len(self.first)
        return (*self.first, *([Fault(self.file, 0, f"{more:,} more faults are not listed")] if more else []))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its file, the file's short name (which entries show), and the line."""

    path: Path
    name: str
    line: int

    def fault(self, message: str) -> Fault:
        """What is wrong there."""
        return Fault(str(self.path), self.line, message)
