"""YAML, read once: the rows of a file that has not changed come from the user's cache folder, ten times as fast."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from sayso.knowledge.gazetteer import default_cache
from sayso.knowledge.replacing import replacing
from sayso.knowledge.row import Faults, Row, Value
from sayso.knowledge.yaml_file import read_yaml
from sayso.model.identity import digest

_FORMAT = "1"  # changes whenever rows are made or kept differently
_MOST = 100  # files kept; every state of a file that was loaded leaves one
_WORTH = 20_000  # characters; below it YAML is read as fast as a second file is opened


def read_yaml_once(text: str, faults: Faults) -> list[Row]:
    """What `read_yaml` gives. A cache that cannot be read or written is passed over; files with faults are not kept."""
    if len(text) < _WORTH:
        return read_yaml(text, faults)
    kept = default_cache() / "knowledge" / f"{digest(_FORMAT + text)}.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        rows = json.loads(kept.read_text("utf-8"), object_hook=_unpack)
        if isinstance(rows, list) and all(isinstance(row, Row) for row in rows):
            return rows
    before = faults.count
    read = read_yaml(text, faults)
    if faults.count == before:
        _keep(kept, json.dumps([_pack(row) for row in read], ensure_ascii=False))
    return read


def _keep(path: Path, text: str) -> None:
    """Keep a file's rows; the oldest files of rows go."""
    with contextlib.suppress(OSError):
        with replacing(path) as file:
            file.write(text)
        newest_last = sorted(path.parent.glob("*.json"), key=lambda kept: kept.stat().st_mtime)
        for old in newest_last[:-_MOST]:
            old.unlink(missing_ok=True)


def _pack(value: Value) -> Any:
    if isinstance(value, Row):
        return {"": value.line, **{name: [line, _pack(each)] for name, (line, each) in value.fields.items()}}
    return [_pack(each) for each in value] if isinstance(value, list) else value


def _unpack(packed: dict[str, Any]) -> Row:
    line = packed.pop("")
    return Row(int(line), {name: (int(each[0]), each[1]) for name, each in packed.items()})
