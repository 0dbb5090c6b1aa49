"""Corroboration from scratch over simulated affairs of growing size: the curve, and one report more.

Seconds cannot be compared between machines; how they grow from row to row can. Cost that grows as n log n takes
about 12 times as long for ten times as much. Other sizes: `python -m benchmarks.corroborate 10000 100000 1000000`.
The largest neighbourhood, and that of the 99th of 100, say how much one report more may touch; what it costs is told in
seconds of the processor, so that it may be compared on a machine that does other work too.
"""

from __future__ import annotations

import math
import resource
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from sayso.engine.claims import write_claims
from sayso.engine.duck import Duck, corroborate_with_duckdb
from sayso.engine.filling import fill_store
from sayso.engine.incremental import take_in
from sayso.engine.store import Store
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from sayso.simulate import Settings, simulate

SIZES = (3_000, 10_000, 30_000)
_MORE = 20  # reports that are added one by one at most, and the middle of their times and the longest told
_MEGABYTES = 1_024
_SIZES = "SELECT COUNT(*) FROM events WHERE kind = 'part' GROUP BY text ORDER BY COUNT(*) DESC"


@dataclass(frozen=True, slots=True)
class Row:
    """Seconds and megabytes of one size; `one_more` are the processor's for each report more, sorted.

    `largest` and `large` are the claims of the largest neighbourhood and of the 99th of 100.
    """

    claims: int
    seconds: float
    megabytes: float
    largest: int
    large: int
    one_more: list[float]


def measure_corroboration(sizes: tuple[int, ...] = SIZES, *, processes: int = 2) -> Table:
    """The curve, as a table."""
    rows = [_measure(size, processes) for size in sizes]
    table = Table(
        "claims", "seconds", "claims a second", "times n log n of the first", "MB", "largest and 99th neighbourhood",
        "one report more, s of the processor", "at most",
    )  # fmt: skip
    for row in rows:
        growth = (row.seconds / rows[0].seconds) / (_weigh(row.claims) / _weigh(rows[0].claims))
        speed = f"{row.claims / row.seconds:,.0f}"
        table.add_row(
            f"{row.claims:,}",
            f"{row.seconds:.1f}",
            speed,
            f"{growth:.2f}",
            f"{row.megabytes:,.0f}",
            f"{row.largest:,} {row.large:,}",
            f"{row.one_more[len(row.one_more) // 2]:.2f}",
            f"{row.one_more[-1]:.2f}",
        )
    return table


def _weigh(claims: int) -> float:
    return claims * math.log(claims)


def _measure(size: int, processes: int) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        claims = Path(folder) / "claims.parquet"
        kept_back = _write(size, claims)
        store = Store(sqlite3.connect(Path(folder) / "record.db"))
        seconds: list[float] = []
        sizes: list[int] = []

        def stop(tables: Duck) -> None:
            seconds.append(time.perf_counter() - start)
            sizes.extend(int(str(size)) for (size,) in tables.ask(_SIZES))
            fill_store(store, tables, knowledge=Knowledge())

        start = time.perf_counter()
        done = corroborate_with_duckdb(
            claims, Path(folder) / "derived.parquet", knowledge=Knowledge(), processes=processes, then=stop
        )
        largest, large = (sizes[0], sizes[len(sizes) // 100]) if sizes else (0, 0)
        megabytes = _most_megabytes(processes)
        return Row(done.claims, seconds[0], megabytes, largest, large, _add_one_by_one(kept_back, store))


def _write(size: int, path: Path) -> list[Resolution]:
    """Simulated reports in a file, but for the last of some theatres, which are given back."""
    theatres = [list(theatre.resolutions) for theatre in simulate(Settings(seed=1, claims=size))]
    kept_back = [theatre.pop() for theatre in theatres[-_MORE:]]
    write_claims((resolution for theatre in theatres for resolution in theatre), path)
    return kept_back


def _add_one_by_one(resolutions: list[Resolution], store: Store) -> list[float]:
    seconds = []
    for resolution in resolutions:
        start = time.process_time()
        take_in([resolution], store, knowledge=Knowledge())
        seconds.append(time.process_time() - start)
    return sorted(seconds)


def _most_megabytes(processes: int) -> float:
    """The most that this process and its children have held, each child at its most."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (own + processes * child) / _MEGABYTES


if __name__ == "__main__":
    Console().print(measure_corroboration(tuple(map(int, sys.argv[1:])) or SIZES))
