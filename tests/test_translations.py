"""Translations between alphabets: how many are found, what lowers that, and that every engine finds the same."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from sayso.corroborate import corroborate
from sayso.corroborate.tests.affair import GOLDEN, build, load
from sayso.engine.claims import Row, read_rows, rows_of, write_claims
from sayso.engine.duck import corroborate_with_duckdb
from sayso.engine.incremental import read_derived, take_in
from sayso.engine.store import Store
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from training.translations.measuring import DAMAGES, UNSEEN, build_record, measure, read_matters

MATTERS = read_matters()
CASES = ("lineage/translat", "lineage/one_event_in_two", "voice/two_translations")


@pytest.mark.parametrize("half", [0, 1])
def test_translations_are_found_and_nothing_else_is_taken_for_one(half: int) -> None:
    found = measure(MATTERS[half::2])
    assert found.expected == 11
    assert (found.misses, found.false) == ((), ())


def test_of_matters_written_later_all_translations_are_found_and_one_briefing_is_taken_for_one() -> None:
    found = measure(read_matters(UNSEEN))
    assert found.misses == ()
    assert [edge[0] for edge in found.false] == ["voronets-briefing own"]


@pytest.mark.parametrize("name", [name for name, damage in DAMAGES.items() if damage])
def test_damage_lowers_what_is_found(name: str) -> None:
    assert measure(MATTERS, DAMAGES[name]).recall < measure(MATTERS).recall


def gather_record() -> list[Resolution]:
    """Every third matter and the golden cases, as one record."""
    cases = [f"{path.parent.name}/{path.stem}" for path in GOLDEN.glob("*/*.yaml")]
    chosen = sorted(case for case in cases if case.startswith(CASES))
    return [*build_record(MATTERS[::3]), *(each for case in chosen[-2:] for each in build(load(case)))]


def derive_at_once(record: list[Resolution]) -> list[Row]:
    return sorted(rows_of(corroborate(record, knowledge=Knowledge())))


def test_one_report_after_another_gives_what_all_at_once_give() -> None:
    record = gather_record()
    random.Random(6).shuffle(record)  # noqa: S311  # guards nothing
    store = Store(sqlite3.connect(":memory:"))
    for each in record:
        take_in([each], store, knowledge=Knowledge())
    assert read_derived(store) == derive_at_once(record)


@pytest.mark.parametrize("size", [1, 1_000])
def test_duckdb_gives_what_plain_gives(tmp_path: Path, size: int) -> None:
    write_claims(gather_record(), tmp_path / "claims.parquet")
    claims, output = tmp_path / "claims.parquet", tmp_path / "duck.parquet"
    corroborate_with_duckdb(claims, output, knowledge=Knowledge(), processes=1, size=size)
    assert sorted(read_rows(output)) == derive_at_once(gather_record())
