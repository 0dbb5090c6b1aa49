"""Load the desk: `make bench-desk`, or `python -m benchmarks.desk --claims 100000 --seconds 30`.

Builds a large invented record (kept in build/), opens a desk on it with two processes, lets fifty people read it at
once, and prints for each kind of page how long it took and how large it was; then Datasette on the same file, if it is
installed, for the plain list of events.
"""

from __future__ import annotations

import argparse
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from benchmarks.desk.address import draw_addresses
from benchmarks.desk.load import MIX, Crowd, Opened, visit
from benchmarks.desk.many import build_record
from sayso.settings import load_settings
from sayso.workshop import open_knowledge

AIMS_SECONDS = {"search": 0.5}  # the 95th percentile; 0.3 for all other pages
PAGE_AIM_SECONDS = 0.3
PAGE_AIM_BYTES = 200_000
_HEADINGS = ("opened", "p50 ms", "p95 ms", "p99 ms", "largest kB", "middle kB", "not 200")
_DATASETTE = "events?_sort_desc=latest&_size=20&_nofacet=1&_col=id&_col=type&_col=place_name&_col=voices"


def main(words: Sequence[str] | None = None) -> int:
    """Runs the load and prints the table; 1 if an aim was missed."""
    asked = _parse(words)
    out = Console()
    place = Path("build") / f"desk-{asked.claims}.db"
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        making = place.with_suffix(".making")
        making.unlink(missing_ok=True)
        knowledge = open_knowledge(load_settings())
        build_record(making, claims=asked.claims, knowledge=knowledge, say=out.print)
        making.rename(place)
    addresses = draw_addresses(place)
    crowd = Crowd(asked.people, asked.seconds, asked.reads)
    with _desk(place, processes=asked.processes) as base:
        visit(base, addresses, Crowd(10, 10, 0.5))  # opens what is opened once
        before, busy = time.perf_counter(), os.getloadavg()[0]
        opened = visit(base, addresses, crowd)
        out.print(_table(opened, crowd, time.perf_counter() - before, busy))
        plain = visit(base, {"list": addresses["list"]}, Crowd(crowd.people, 20, crowd.reads_seconds, {"list": 1}))
    out.print(_line("the desk's plain list of events", plain))
    _beside_datasette(place, crowd, out)
    return int(any(_is_slow(kind, [each for each in opened if each.page == kind]) for kind in MIX))


def _parse(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--reads", type=float, default=5, help="seconds that a person reads a page, on average")
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args(words)


@contextmanager
def _desk(place: Path, *, processes: int) -> Iterator[str]:
    """A desk on the record, and its address."""
    port = _free_port()
    command = [str(Path(sys.executable).with_name("sayso")), "serve", "--record", str(place), "--port", str(port)]
    with _running([*command, "--processes", str(processes)], f"http://127.0.0.1:{port}") as base:
        yield base


@contextmanager
def _running(command: Sequence[str], base: str) -> Iterator[str]:
    """A server, once it answers; ended afterwards."""
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        _wait_for(base, server)
        yield base
    finally:
        os.killpg(server.pid, signal.SIGTERM)  # its processes too
        server.wait(timeout=30)


def _wait_for(base: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        if server.poll() is not None:
            raise SystemExit(f"{base}: the server ended by itself")
        try:
            if httpx.get(base, timeout=30).status_code < 500:
                return
        except httpx.HTTPError:
            time.sleep(0.5)
    raise SystemExit(f"{base}: does not answer")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _table(opened: Sequence[Opened], crowd: Crowd, seconds: float, busy: float) -> Table:
    title = f"{crowd.people} people, {crowd.reads_seconds:g} s on a page, {len(opened) / seconds:.1f} pages a second"
    table = Table(
        "page", "opened", "p50 ms", "p95 ms", "p99 ms", "largest kB", "middle kB", "not 200", "aim", title=title
    )
    for kind in (*MIX, None):
        some = [each for each in opened if kind in (each.page, None)]
        if some:
            table.add_row(kind or "all", *_figures(some), "" if kind is None else _judge(kind, some))
    table.caption = f"load of the machine before: {busy:.1f} on {os.cpu_count()} cores"
    return table


def _figures(some: Sequence[Opened]) -> list[str]:
    times = sorted(each.seconds for each in some)
    sizes = [each.size for each in some]
    odd = sum(each.status != 200 for each in some)
    parts = [f"{1000 * _share(times, share):.0f}" for share in (0.5, 0.95, 0.99)]
    return [str(len(some)), *parts, f"{max(sizes) / 1000:.0f}", f"{statistics.median(sizes) / 1000:.0f}", str(odd)]


def _share(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(share * len(times)))]


def _judge(kind: str, some: Sequence[Opened]) -> str:
    return "missed" if _is_slow(kind, some) else "kept"


def _is_slow(kind: str, some: Sequence[Opened]) -> bool:
    if not some:
        return False
    aim = AIMS_SECONDS.get(kind, PAGE_AIM_SECONDS)
    return _share(sorted(e.seconds for e in some), 0.95) > aim or max(e.size for e in some) > PAGE_AIM_BYTES


def _line(what: str, some: Sequence[Opened]) -> str:
    return f"{what}: " + ", ".join(f"{name} {value}" for name, value in zip(_HEADINGS, _figures(some), strict=True))


def _beside_datasette(place: Path, crowd: Crowd, out: Console) -> None:
    """The same crowd at Datasette's page of the table of events, sorted as ours is."""
    port = _free_port()
    base = f"http://127.0.0.1:{port}"
    limits = ["--setting", "sql_time_limit_ms", "20000"]
    command = [sys.executable, "-m", "datasette", "serve", str(place), "--port", str(port), *limits]
    reading = Crowd(crowd.people, 20, crowd.reads_seconds, {"list": 1})
    try:
        with _running(command, base) as address:
            out.print(
                _line("Datasette's list of events", visit(address, {"list": [f"/{place.stem}/{_DATASETTE}"]}, reading))
            )
    except SystemExit:
        out.print("Datasette is not installed: pip install datasette")


if __name__ == "__main__":
    sys.exit(main())
