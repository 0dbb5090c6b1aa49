"""Reports taken in one by one, or in batches of any size, leave what corroborating them all at once gives."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest

from sayso.corroborate import corroborate
from sayso.engine.claims import Row, rows_of, write_claims
from sayso.engine.duck import corroborate_with_duckdb
from sayso.engine.filling import fill_store
from sayso.engine.incremental import read_derived, take_in
from sayso.engine.store import Store
from sayso.engine.tests.affairs import mix_affairs
from sayso.engine.tests.test_near import make_outlets
from sayso.engine.tests.wires import make_citers
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution


def take_in_batches(resolutions: list[Resolution], seed: int) -> list[Row]:
    rng = Random(seed)  # noqa: S311 - a seed for tests, no secret
    store = Store(sqlite3.connect(":memory:"))
    at = 0
    while at < len(resolutions):
        size = rng.choice([1, 1, 2, 5])
        take_in(resolutions[at : at + size], store, knowledge=Knowledge())
        at += size
    return read_derived(store)


def derive_at_once(resolutions: list[Resolution]) -> list[Row]:
    return sorted(rows_of(corroborate(resolutions, knowledge=Knowledge())))


@pytest.mark.parametrize("seed", range(20))
def test_batches_of_any_size_give_what_all_at_once_gives(seed: int) -> None:
    resolutions = mix_affairs(seed)
    assert take_in_batches(resolutions, seed) == derive_at_once(resolutions)


@pytest.mark.parametrize("seed", range(2))
def test_a_wire_in_many_outlets_is_taken_in_as_it_comes(seed: int) -> None:
    resolutions = make_outlets(65)
    Random(seed).shuffle(resolutions)  # noqa: S311
    assert take_in_batches(resolutions, seed) == derive_at_once(resolutions)


@pytest.mark.parametrize("seed", range(4))
def test_what_a_run_from_scratch_left_takes_in_more(tmp_path: Path, seed: int) -> None:
    resolutions = [*mix_affairs(seed), *make_citers(seed, count=12)]
    Random(seed).shuffle(resolutions)  # noqa: S311
    half = len(resolutions) // 2
    write_claims(resolutions[:half], tmp_path / "claims.parquet")
    store = Store(sqlite3.connect(":memory:"))
    corroborate_with_duckdb(
        tmp_path / "claims.parquet",
        tmp_path / "derived.parquet",
        knowledge=Knowledge(),
        processes=1,
        size=10,
        then=lambda tables: fill_store(store, tables, knowledge=Knowledge()),
    )
    assert read_derived(store) == derive_at_once(resolutions[:half])
    take_in(resolutions[half:], store, knowledge=Knowledge())
    assert read_derived(store) == derive_at_once(resolutions)


def test_a_report_that_is_known_changes_nothing() -> None:
    resolutions = mix_affairs(1)
    assert take_in_batches([*resolutions, *resolutions], 1) == derive_at_once(resolutions)
