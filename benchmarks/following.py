"""Measure what one decision or report more costs a record, beside deriving all of it: seconds of the processor.

    python -m benchmarks.following [REPORTS]

The reports are those of the ruled corpus, read by the native reader as on any day; the record lies in a folder of its
own, which is thrown away. Ratios of one run can be compared between machines, seconds cannot.
"""

from __future__ import annotations

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.evaluate.table import render_table
from sayso.model.checking import accept, reject
from sayso.model.decision import DecisionKind
from sayso.model.proposal import propose_pair
from sayso.model.ruling import EVENT
from sayso.pipeline import foresee, propose, run, snapshot_with, take_in
from sayso.settings import load_settings
from sayso.workshop import Workshop, open_workshop

CORPUS = Path(__file__).parents[1] / "training" / "corpus" / "reports"
REPORTS = 300
TIMES = 10  # each act
COMMAND = "from sayso.cli import main; main()"
ANNOTATION = "> "  # begins a line that is no part of the report


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    with tempfile.TemporaryDirectory() as folder:
        paths = write_reports(Path(folder), count + TIMES)
        with open_workshop(Path(folder) / "record.db", settings=load_settings(), create=True) as shop:
            run(map(str, paths[:count]), shop=shop)
            counts = shop.record.counts()
            sys.stdout.write(f"{counts.reports} reports, {counts.claims} claims, {counts.events} events\n\n")
            sys.stdout.write(
                render_table(["", "median, s", "longest, s", "of all"], measure(shop, paths[count:])) + "\n"
            )


def write_reports(folder: Path, count: int) -> list[Path]:
    """So many reports of the corpus, without its annotation."""
    found = sorted(CORPUS.rglob("*.txt"))[:count]
    for number, path in enumerate(found):
        lines = path.read_text(encoding="utf-8").split("\n")
        told = "\n".join(line for line in lines if not line.startswith(ANNOTATION))
        (folder / f"{number}.txt").write_text(told, encoding="utf-8")
    return [folder / f"{number}.txt" for number in range(len(found))]


def measure(shop: Workshop, more: Sequence[Path]) -> list[list[str]]:
    """A row for each act; the last is working all of it out, from reports that are understood already."""
    chance = random.Random(1)
    rows = [(each, claim) for each in shop.record.snapshot().resolutions for claim in each.claims]

    def check() -> None:
        resolution, claim = chance.choice(rows)
        act = chance.choice([accept, reject])(claim, resolution.attributions)
        take_in(propose(*act, because="a measure", shop=shop), shop)

    def merge() -> None:
        (_, one), (_, other) = chance.sample(rows, 2)
        made = propose_pair(DecisionKind.MERGE, EVENT, one, other)
        take_in(propose(made.kind, made.target, made.value, because="a measure", shop=shop), shop)

    def look_ahead() -> None:
        (_, one), (_, other) = chance.sample(rows, 2)
        made = propose_pair(DecisionKind.MERGE, EVENT, one, other)
        foresee([propose(made.kind, made.target, made.value, because="a measure", shop=shop)], shop)

    def accept_by_command() -> None:
        claim = chance.choice(shop.record.claims_of({each.report.id for each, _ in rows}))
        command = [sys.executable, "-c", COMMAND, "accept", claim.id, "--yes", "--record", str(shop.record.place)]
        subprocess.run(command, check=True, capture_output=True)

    waiting = list(more)
    costs = {
        "a claim accepted or rejected": [_time(check) for _ in range(TIMES)],
        "two events merged": [_time(merge) for _ in range(TIMES)],
        "a claim accepted by a command": [_time(accept_by_command) for _ in range(TIMES)],
        "what a merge would change": [_time(look_ahead) for _ in range(TIMES)],
        "a report more, read": [_time(lambda: run([str(waiting.pop())], shop=shop)) for _ in range(len(waiting))],
        "all worked out": [_time(lambda: snapshot_with(shop.record.decisions(), shop))],
    }
    whole = costs["all worked out"][0]
    return [
        [name, f"{statistics.median(each):.2f}", f"{max(each):.2f}", f"{statistics.median(each) / whole:.3f}"]
        for name, each in costs.items()
    ]


def _time(act: Callable[[], object]) -> float:
    """Seconds of the processor, those of a process that is started and waited for too."""
    began = _spent()
    act()
    return _spent() - began


def _spent() -> float:
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + started.ru_utime + started.ru_stime


if __name__ == "__main__":
    main()
