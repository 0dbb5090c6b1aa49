"""From a cold start to the first claim, the most memory that reading takes, what commands take: each in a process of
its own.

    python -m benchmarks.start [RECORD]

prints what commands take on a copy of that record; without one, on 300 reports of the ruled corpus, read as on any day.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.following import REPORTS, write_reports
from sayso.model.snapshot import Snapshot
from sayso.pipeline import derive, run
from sayso.settings import load_settings
from sayso.workshop import open_workshop

SENTENCE = "Rebels seized the Tarsa air base on Friday, the army spokesman Omar Haddad said.\n"
LONG = 200_000  # characters: two parts of a long text, after which memory no longer grows but by the claims' rows
RUNS = 3

# A new process counts the memory of the one that began it as its own peak, so that Linux is asked for VmHWM
_TELL = """
import atexit, os, re, resource, sys
def tell():
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    if os.path.exists("/proc/self/status"):
        most = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read()).group(1)) / 1024
    print(most, file=sys.stderr)
atexit.register(tell)
"""
_READ = """
from sayso.model.report import Report
from sayso.model.schema import batch_of_reports
from sayso.read import load_reader, read
reports = [Report(path, path, open(path, encoding="utf-8").read()) for path in sys.argv[1:]]
assert read(batch_of_reports(reports), reader=load_reader(), threads=1)["claims"][0]
"""
_COMMAND = "from sayso.cli import main; main()"


@dataclass(frozen=True)
class Spent:
    """What a process took: seconds by the clock and of CPU time, most resident memory in MB."""

    clock: float
    cpu: float
    memory: float


def main() -> None:
    """Print the table of commands."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "record.db")
        if len(sys.argv) > 1:
            shutil.copy(sys.argv[1], place)
        with open_workshop(place, settings=load_settings(), create=True) as shop:
            if len(sys.argv) == 1:
                run(map(str, write_reports(Path(folder), REPORTS)), shop=shop)
            derive(shop)  # of an older release, or with other knowledge
            snapshot = shop.record.snapshot()
        Console().print(measure_commands(place, snapshot))


def measure_commands(place: Path, snapshot: Snapshot) -> Table:
    """What commands take on a record, the quickest of `RUNS`; those that decide do so, each time something else."""
    claims = sum(len(resolution.claims) for resolution in snapshot.resolutions)
    counted = f"{len(snapshot.resolutions):,} reports, {claims:,} claims"
    table = Table(f"a command, {counted}", "CPU seconds", "peak memory, MB")
    for name, runs in _list_commands(snapshot).items():
        place_of = [] if "--help" in name else ["--record", str(place)]
        spent = _quickest([_COMMAND, *words, *place_of] for words in runs)
        table.add_row(f"sayso {name}", f"{spent.cpu:.2f}", f"{spent.memory:.0f}")
    return table


def _list_commands(snapshot: Snapshot) -> Mapping[str, Sequence[Sequence[str]]]:
    """Words of commands, `RUNS` of each, fewer where the record has no more to decide on."""
    chance, derived = random.Random(1), snapshot.corroboration
    claims = [claim.id for resolution in snapshot.resolutions for claim in resolution.claims]
    held = {resolution.report.id for resolution in snapshot.resolutions}
    pairs = [chance.sample(derived.events, 2) for _ in range(RUNS)]
    several = [event for event in derived.events if len(event.claims) > 2]
    edges = [edge for edge in derived.lineage if edge.of in held]
    place, decided = derived.holdings[0].place_names[0], ["--because", "a measure", "--yes"]
    looks = [["--help"], ["accept", "--help"], ["holdings", place], ["brief", place], ["why", claims[0]], ["status"]]
    acts = {
        "accept CLAIM": [["accept", each, "--yes"] for each in chance.sample(claims, RUNS)],
        "reject CLAIM": [["reject", each, *decided] for each in chance.sample(claims, RUNS)],
        "merge EVENT EVENT": [["merge", one.id, other.id, *decided] for one, other in pairs],
        "split EVENT CLAIM": [["split", each.id, each.claims[-1], *decided] for each in several[:RUNS]],
        "cut REPORT REPORT": [["cut", each.report, each.of, *decided] for each in edges[:RUNS]],
        "grade CLAIM": [["grade", each, "2", *decided[:2]] for each in chance.sample(claims, RUNS)],
    }
    changes = ["changes", "--since", "2000-01-01"]
    shown = {" ".join(words): [words] * RUNS for words in [*looks, changes]}
    return shown | {name: runs for name, runs in acts.items() if runs}


def measure_start(texts: Sequence[str]) -> Table:
    """The quickest of `RUNS` cold starts to a claim, and one reading of a long text made of `texts`."""
    with tempfile.TemporaryDirectory() as scratch:
        short, long = Path(scratch, "short.txt"), Path(scratch, "long.txt")
        short.write_text(SENTENCE, encoding="utf-8")
        once = "\n\n".join(texts)
        long.write_text("\n\n".join([once] * (LONG // len(once) + 1))[:LONG], encoding="utf-8")
        command = [_COMMAND, "read", str(short), "--record"]
        rows = {
            "the reader's first claim": _quickest([[_READ, str(short)]] * RUNS),
            "sayso read, a sentence into a new record": _quickest(
                [*command, str(Path(scratch, f"{run}.db"))] for run in range(RUNS)
            ),
            f"the reader, a text of {LONG:,} characters": _spend([_READ, str(long)]),
        }
    table = Table("from a cold start", "seconds", "CPU seconds", "peak memory, MB")
    for name, spent in rows.items():
        table.add_row(name, f"{spent.clock:.2f}", f"{spent.cpu:.2f}", f"{spent.memory:.0f}")
    return table


def _quickest(runs: Iterable[Sequence[str]]) -> Spent:
    return min(map(_spend, runs), key=lambda spent: spent.cpu)


def _spend(arguments: Sequence[str]) -> Spent:
    """Run Python code, with its arguments, in a new process. Raises CalledProcessError when it fails."""
    code, *others = arguments
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _TELL + code, *others], check=True, capture_output=True, text=True)
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(clock, cpu, float(done.stderr.split()[-1]))


if __name__ == "__main__":
    main()
