"""Duck: from scratch on one machine. DuckDB runs the SQL, processes beside it run the tasks.

What does not fit into memory goes to a folder beside the output, and so does what the tasks find.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from sayso.engine.claims import check_numbers, find_files
from sayso.engine.done import Done
from sayso.engine.pool import Spread, open_pool
from sayso.engine.program import SIZE, run_program
from sayso.engine.relational import Step
from sayso.engine.work import FOUND, Found, Given, Work, batch_of_found, carry
from sayso.model.knowledge import Knowledge

_MEMORY = "2GB"
_ROWS = 10_000
_AT_ONCE = 500_000  # bytes of text that go out to a process together, at least


def corroborate_with_duckdb(
    claims: Path,
    output: Path,
    *,
    knowledge: Knowledge,
    processes: int,
    size: int = SIZE,
    then: Callable[[Duck], None] | None = None,
) -> Done:
    """Reads claims, writes what follows; `then` is called while the tables stand.

    Raises UsageError where there are no claims to read.
    """
    files = [str(file) for file in find_files(claims)]
    with (
        tempfile.TemporaryDirectory(dir=output.parent) as folder,
        open_pool(processes, carry(knowledge)) as spread,
        _open(Path(folder), threads=processes) as connection,
    ):
        tables = Duck(connection, Path(folder), spread)
        tables.see("claims", f"SELECT * FROM read_parquet({files})")
        check_numbers(tables)
        run_program(tables, size=size)
        unfinished = output.with_name(output.name + ".part")
        connection.execute(f"COPY derived TO '{unfinished}' (FORMAT parquet, COMPRESSION zstd)")
        unfinished.replace(output)
        if then:
            then(tables)
        return Done.of(tables)


class Duck:
    """DuckDB as a place where the SQL runs; what tasks find lies in files of `folder`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, spread: Spread) -> None:
        self._connection = connection
        self._folder = folder
        self._spread = spread

    def see(self, name: str, query: str) -> None:
        """A table that lies elsewhere."""
        self._connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")

    def make(self, step: Step) -> None:
        self._connection.execute(f"CREATE OR REPLACE TABLE {step.name} AS {step.query}")

    def ask(self, query: str) -> list[tuple[object, ...]]:
        return self._connection.execute(query).fetchall()

    def stream(self, query: str) -> Iterator[tuple[object, ...]]:
        """The rows of a query, as they come."""
        with self._connection.cursor() as cursor:
            found = cursor.execute(query)
            while rows := found.fetchmany(_ROWS):
                yield from rows

    def put(self, name: str, rows: Iterable[Found]) -> None:
        self._write(name, [batch_of_found(list(rows))])

    def spread(self, name: str, query: str, work: Work) -> None:
        pieces = ((work, piece) for piece in self._gather(query))
        self._write(name, self._spread(_do, pieces))

    def _write(self, name: str, parts: Iterable[pa.RecordBatch]) -> None:
        path = self._folder / f"{name}.parquet"
        with pq.ParquetWriter(path, FOUND) as writer:
            for rows in parts:
                writer.write_batch(rows)
        self.see(name, f"SELECT * FROM read_parquet('{path}')")

    def _gather(self, query: str) -> Iterator[pa.Table]:
        """The rows of whole tasks, so many together that a process has something to do; they stay columns."""
        some: list[pa.RecordBatch] = []
        size = 0
        for rows in self._read(query):
            tasks = rows.column("task")
            last = pc.index(tasks, tasks[-1]).as_py()  # where the task begins that may go on in the next rows
            size += rows.column("text").nbytes
            if size >= _AT_ONCE and last:
                yield pa.Table.from_batches([*some, rows.slice(0, last)])
                some, size = [rows.slice(last)], 0
            else:
                some.append(rows)
        if some:
            yield pa.Table.from_batches(some)

    def _read(self, query: str) -> Iterator[pa.RecordBatch]:
        """The rows of all tasks, task by task, through a cursor of their own: what tasks find is written in between."""
        ordered = f"SELECT * FROM ({query}) AS each (task, kind, node, text) ORDER BY task, kind, node"
        with self._connection.cursor() as cursor:
            yield from (batch for batch in cursor.sql(ordered).to_arrow_reader(1_000) if batch.num_rows)


def _do(piece: tuple[Work, pa.Table], knowledge: Knowledge) -> pa.RecordBatch:
    work, table = piece
    rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
    tasks = ([Given(*row[1:]) for row in task] for _, task in groupby(rows, key=lambda row: row[0]))
    return batch_of_found([found for task in tasks for found in work(task, knowledge)])


@contextmanager
def _open(folder: Path, *, threads: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that lives in memory, as far as it goes, and in the folder beyond."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "threads": threads,
        "temp_directory": str(folder),
    }
    with duckdb.connect(config=settings) as connection:
        connection.execute("SET preserve_insertion_order = false")
        yield connection
