"""JSON Lines: the record's own exchange format (`docs/formats.md`, section 1)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from sayso.model.rows import Row


def write_jsonl(rows: Iterable[Row], out: TextIO) -> int:
    """Write rows, one a line, and say how many."""
    count = 0
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        count += 1
    return count
