"""From a cold start to the first claim, and the most memory that reading takes: each in a process of its own."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

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
