"""DuckDB gives what the plain function gives of everything at once, in any order and any batch sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.engine import EngineName, corroborate_claims
from sayso.engine.claims import Row, read_rows, write_claims
from sayso.engine.duck import corroborate_with_duckdb
from sayso.engine.program import SIZE
from sayso.engine.tests.affairs import mix_affairs, write_in_parts
from sayso.engine.tests.wires import WIRES, make_citers
from sayso.errors import UsageError
from sayso.model.knowledge import Knowledge


def derive(claims: Path, *, size: int = SIZE, processes: int = 1) -> list[Row]:
    output = claims.with_name("duck.parquet")
    corroborate_with_duckdb(claims, output, knowledge=Knowledge(), processes=processes, size=size)
    return read_rows(output)


def derive_plainly(claims: Path) -> list[Row]:
    output = claims.with_name("plain.parquet")
    corroborate_claims(claims, output, engine=EngineName.PLAIN, knowledge=Knowledge())
    return read_rows(output)


@pytest.mark.parametrize("size", [1, 10, 1_000])
@pytest.mark.parametrize("seed", range(6))
def test_parts_of_any_size_give_what_all_together_gives(tmp_path: Path, seed: int, size: int) -> None:
    claims = write_in_parts(mix_affairs(seed), tmp_path / "claims", seed)
    assert derive(claims, size=size) == derive_plainly(claims)


@pytest.mark.parametrize("size", [1, 1_000])
@pytest.mark.parametrize("seed", range(3))
def test_what_several_have_from_a_text_that_nobody_holds_is_one_text(tmp_path: Path, seed: int, size: int) -> None:
    citers = [each for each in make_citers(seed) if each.credits or each.report.outlet not in WIRES]
    claims = write_in_parts(citers, tmp_path / "claims", seed)
    assert derive(claims, size=size) == derive_plainly(claims)


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    claims = write_in_parts(mix_affairs(3), tmp_path / "claims", 3)
    assert derive(claims, size=5, processes=2) == derive_plainly(claims)


def test_no_claims_give_no_rows(tmp_path: Path) -> None:
    write_claims([], tmp_path / "none.parquet")
    assert derive(tmp_path / "none.parquet") == []


def test_two_reports_with_one_number_are_refused(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    one, other, *_ = mix_affairs(4)
    write_claims([one], tmp_path / "claims" / "one.parquet")
    write_claims([other], tmp_path / "claims" / "other.parquet")
    with pytest.raises(UsageError, match="number in `learnt`"):
        derive(tmp_path / "claims")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder that exists"):
        corroborate_claims(
            tmp_path, tmp_path / "none" / "out.parquet", engine=EngineName.PLAIN, knowledge=Knowledge(), processes=1
        )
