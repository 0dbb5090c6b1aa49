"""The command says what it did, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import application
from sayso.engine.claims import read_rows, write_claims
from sayso.engine.tests.affairs import mix_affairs
from sayso.errors import UsageError

RUN = CliRunner()


def test_both_engines_of_one_machine_write_the_same_rows(tmp_path: Path) -> None:
    write_claims(mix_affairs(2), tmp_path / "claims.parquet")
    for engine in ("plain", "duckdb"):
        words = ["corroborate", "--engine", engine, "--claims", str(tmp_path / "claims.parquet"), "--processes", "1"]
        said = RUN.invoke(application(), [*words, "--output", str(tmp_path / engine)])
        assert "wrote" in said.output
    assert read_rows(tmp_path / "plain") == read_rows(tmp_path / "duckdb")


def test_claims_that_are_not_there_are_one_sentence(tmp_path: Path) -> None:
    words = ["corroborate", "--claims", str(tmp_path / "none.parquet"), "--output", str(tmp_path / "derived.parquet")]
    said = RUN.invoke(application(), words)
    assert isinstance(said.exception, UsageError)
    assert "no Parquet file of claims" in str(said.exception)
    with pytest.raises(FileNotFoundError):
        read_rows(tmp_path / "derived.parquet")
