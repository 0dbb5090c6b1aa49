"""Reach: all that some lead to, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Each = TypeVar("Each", int, str)


def follow(start: Iterable[Each], step: Callable[[set[Each]], set[Each]]) -> set[Each]:
    """Those at the start and all that `step` gives of them, of what it gave, and so on; it is asked of each once."""
    todo = set(start)
    found = set(todo)
    while todo:
        todo = step(todo) - found
        found |= todo
    return found
