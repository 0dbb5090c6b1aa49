"""Plain: everything in one go, in this process: the reference that the other engines must agree with."""

from __future__ import annotations

from pathlib import Path

from sayso.corroborate import corroborate
from sayso.engine.claims import read_claims, rows_of, write_rows
from sayso.engine.done import Done
from sayso.model.knowledge import Knowledge


def corroborate_plainly(claims: Path, output: Path, *, knowledge: Knowledge) -> Done:
    """Reads claims, writes what follows. Raises UsageError where there are no claims to read."""
    resolutions = list(read_claims(claims))
    rows = rows_of(corroborate(resolutions, knowledge=knowledge))
    write_rows([rows], output)
    events = sum(kind == "event" for kind, _, _ in rows)
    return Done(len(resolutions), sum(len(each.claims) for each in resolutions), events, len(rows))
