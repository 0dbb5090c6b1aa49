"""What the record's tests share: an empty record in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.record import Record, open_record
from sayso.record.tests.build import clock


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def record(place: Path) -> Iterator[Record]:
    with open_record(place, by="amal", now=clock()) as opened:
        yield opened
