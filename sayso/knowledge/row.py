"""Row: one entry or affiliation as its file has it, before anything is checked; every field knows its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from sayso.model.knowledge import Fault

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
    """What was found wrong in one file so far."""

    file: str
    found: list[Fault] = field(default_factory=list)

    def add(self, line: int, message: str) -> None:
        """One more; line 0 stands for the file as a whole."""
        self.found.append(Fault(self.file, line, message))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its file, the file's short name (which entries show), and the line."""

    path: Path
    name: str
    line: int

    def fault(self, message: str) -> Fault:
        """What is wrong there."""
        return Fault(str(self.path), self.line, message)
