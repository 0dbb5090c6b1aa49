"""Run: claims in a file to what follows from them, by the engine that is asked for."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path

from sayso.engine.done import Done
from sayso.errors import UsageError
from sayso.model.knowledge import Knowledge


class EngineName(StrEnum):
    """Who finds the neighbourhoods."""

    PLAIN = "plain"
    DUCKDB = "duckdb"
    SPARK = "spark"


def corroborate_claims(
    claims: Path,
    output: Path,
    *,
    engine: EngineName,
    knowledge: Knowledge,
    processes: int | None = None,
) -> Done:
    """Reads a Parquet file of claims, or a folder of such files, and writes a Parquet file of what follows.

    All engines write the same rows, in an order of their own; `plain` takes one process.
    `processes` None: as many as there are cores. Raises UsageError when there is nothing to read or the output
    cannot be written, and when an engine's packages are not installed.
    """
    if not output.parent.is_dir():
        raise UsageError(f"{output}: cannot be written; name a file in a folder that exists")
    if engine is EngineName.PLAIN:
        from sayso.engine.plain import corroborate_plainly

        return corroborate_plainly(claims, output, knowledge=knowledge)
    count = processes or os.cpu_count() or 1
    if engine is EngineName.SPARK:
        from sayso.engine.spark import corroborate_with_spark

        return corroborate_with_spark(claims, output, knowledge=knowledge, processes=count)
    try:
        from sayso.engine.duck import corroborate_with_duckdb
    except ImportError as error:
        raise UsageError("--engine duckdb: needs DuckDB; install it with 'pip install duckdb'") from error
    return corroborate_with_duckdb(claims, output, knowledge=knowledge, processes=count)
