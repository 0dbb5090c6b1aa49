"""Work: what goes to a process and what comes back, whoever spreads it.

A task is some rows that belong together: reports to look at (`inside`), reports that bear on them (`beside`) and
what is known of them by now. Every step of `program.py` is one function from the rows of a task to what it found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import pyarrow as pa

from sayso.model.knowledge import Knowledge


class Given(NamedTuple):
    """One row of a task; what its columns hold is said by each step."""

    kind: str
    node: int
    text: str


class Found(NamedTuple):
    """One row of what a task gives."""

    kind: str
    node: int = 0
    other: int = 0
    name: str = ""
    text: str = ""


Work = Callable[[Sequence[Given], Knowledge], list[Found]]

FOUND = pa.schema(
    [("kind", pa.string()), ("node", pa.int64()), ("other", pa.int64()), ("name", pa.string()), ("text", pa.string())]
)


def carry(knowledge: Knowledge) -> Knowledge:
    """Knowledge as another process needs it: corroboration looks up no place."""
    return replace(knowledge, gazetteer=None)


def batch_of_found(rows: Sequence[Found]) -> pa.RecordBatch:
    """What was found as a batch of `FOUND`."""
    columns = list(zip(*rows, strict=True)) or [()] * len(FOUND)
    return pa.RecordBatch.from_arrays(
        [pa.array(column, field.type) for column, field in zip(columns, FOUND, strict=True)], schema=FOUND
    )


def take(given: Sequence[Given], kind: str) -> list[Given]:
    """The rows of one kind, in the order given."""
    return [row for row in given if row.kind == kind]
