"""Spark gives what DuckDB and the plain function give, in any order and any batch sizes: `make test-spark` runs it.

It has no name that pytest looks for by itself: it needs the extra `spark`, and a minute for each affair.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from sayso.engine import EngineName, corroborate_claims
from sayso.engine.claims import read_rows
from sayso.engine.spark import corroborate_with_spark
from sayso.engine.tests.affairs import mix_affairs, write_in_parts
from sayso.engine.tests.wires import make_citers
from sayso.model.knowledge import Knowledge

# For a run of seconds Java spends as much on making itself fast as on the run.
_HASTE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


@pytest.mark.parametrize("seed", [0, 6, 10])  # affairs of several claims
def test_spark_gives_what_the_others_give(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDK_JAVA_OPTIONS", _HASTE)
    claims = write_in_parts([*mix_affairs(seed), *make_citers(seed, count=6)], tmp_path / "claims", seed)
    size = Random(seed).choice([1, 10, 100])  # noqa: S311
    corroborate_with_spark(claims, tmp_path / "spark", knowledge=Knowledge(), processes=2, size=size)
    for engine in (EngineName.PLAIN, EngineName.DUCKDB):
        corroborate_claims(claims, tmp_path / engine, engine=engine, knowledge=Knowledge(), processes=1)
        assert read_rows(tmp_path / "spark") == read_rows(tmp_path / engine)
