"""Time the stages over the sample affair: words a second, each stage's share of one run, the reader beside spaCy, the
time from a cold start to the first claim, the most memory that reading takes, how fast places are found, and how the
cost of corroboration from scratch grows with the number of claims.

Shares and ratios of one run can be compared between machines; words a second cannot.
"""

from __future__ import annotations

import pathlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

import sayso
from benchmarks.corroborate import measure_corroboration
from benchmarks.known import time_known
from benchmarks.start import measure_start
from benchmarks.yardstick import measure_yardstick
from sayso.acquire import Limits, acquire
from sayso.corroborate import corroborate
from sayso.extract import extract
from sayso.model.capture import Capture
from sayso.model.schema import batch_of_reports, readings_from_batch
from sayso.read import load_reader, read
from sayso.resolve import resolve
from sayso.settings import load_settings
from sayso.workshop import open_knowledge

SAMPLE = pathlib.Path(sayso.__file__).parent / "sample" / "reports"
GOLD = pathlib.Path(__file__).parents[2] / "shared" / "gold"
ROUNDS = 5


def main() -> None:
    """Run the stages `ROUNDS` times and print a table."""
    seconds: dict[str, float] = {}
    with _timed(seconds, "start (weights and knowledge)"):
        reader, knowledge = load_reader(), open_knowledge(load_settings())
    captures = [found for found in acquire([str(SAMPLE)], limits=Limits(), now=_now) if isinstance(found, Capture)]
    words = 0
    for _ in range(ROUNDS):
        with _timed(seconds, "extract"):
            reports = [extract(capture) for capture in captures]
        words += sum(len(report.text.split()) for report in reports)
        with _timed(seconds, "read"):
            batch = read(batch_of_reports(reports), reader=reader)
        readings = readings_from_batch(batch, reports=reports, reader=reader.identity)
        with _timed(seconds, "resolve"):
            resolutions = resolve(list(zip(reports, readings, strict=True)), knowledge=knowledge)
        with _timed(seconds, "corroborate"):
            corroborate(resolutions, knowledge=knowledge)
    Console().print(_table(seconds, words))
    Console().print(measure_yardstick(reports, reader=reader))
    if GOLD.is_dir():
        Console().print(time_known(GOLD))
    Console().print(measure_corroboration())
    Console().print(measure_start([report.text for report in reports]))


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[stage] = seconds.get(stage, 0.0) + time.perf_counter() - start


def _table(seconds: dict[str, float], words: int) -> Table:
    table = Table("stage", "seconds", "words a second", "times the reading")
    for stage, spent in seconds.items():
        speed = "" if stage.startswith("start") else f"{words / spent:,.0f}"
        table.add_row(stage, f"{spent:.2f}", speed, f"{spent / seconds['read']:.2f}")
    return table


if __name__ == "__main__":
    main()
