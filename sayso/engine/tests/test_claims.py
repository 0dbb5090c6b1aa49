"""Claims in Parquet give back what was put in, and say what is wrong with a file that is none."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sayso.corroborate import corroborate
from sayso.engine.claims import decode_row, find_files, read_claims, read_rows, rows_of, write_claims, write_rows
from sayso.engine.tests.affairs import mix_affairs, write_in_parts
from sayso.errors import UsageError
from sayso.model.knowledge import Knowledge


@pytest.mark.parametrize("seed", range(3))
def test_claims_written_in_any_parts_are_read_as_they_were(tmp_path: Path, seed: int) -> None:
    resolutions = mix_affairs(seed)
    assert list(read_claims(write_in_parts(resolutions, tmp_path / "claims", seed))) == resolutions


def test_rows_give_back_what_was_derived(tmp_path: Path) -> None:
    found = corroborate(mix_affairs(1), knowledge=Knowledge())
    count = write_rows([rows_of(found)], tmp_path / "derived.parquet")
    rows = read_rows(tmp_path / "derived.parquet")
    assert {decode_row(row) for row in rows} == {*found.lineage, *found.unheld, *found.events, *found.holdings}
    assert len(rows) == count


def test_nothing_is_no_file_of_claims(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no Parquet file of claims"):
        find_files(tmp_path)


def test_text_is_no_file_of_claims(tmp_path: Path) -> None:
    (tmp_path / "claims.parquet").write_text("claims")
    with pytest.raises(UsageError, match="is no Parquet file"):
        find_files(tmp_path / "claims.parquet")


def test_another_table_is_no_file_of_claims(tmp_path: Path) -> None:
    pq.write_table(pa.table({"learnt": [1]}), tmp_path / "other.parquet")
    with pytest.raises(UsageError, match="no column claims, payload, report, size, told"):
        find_files(tmp_path / "other.parquet")


def test_no_claims_are_a_file_too(tmp_path: Path) -> None:
    assert write_claims([], tmp_path / "none.parquet") == 0
    assert list(read_claims(tmp_path / "none.parquet")) == []
