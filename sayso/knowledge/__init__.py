"""Knowledge: what is known beside the reports, in YAML files whose every entry names its source.

`docs/knowledge.md` has the fields. `source: unchecked` marks what is known from memory alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sayso.errors import UnusableInput
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, EntryType, Knowledge, identify_entry

SHIPPED = Path(__file__).parent


def load_knowledge(*folders: str | Path) -> Knowledge:
    """All entries of the YAML files of the folders, the shipped ones if no folder is given.

    A later folder's entry takes the place of an earlier one with the same `id`. Raises
    UnusableInput, with the file, for an entry that lacks a field or names a kind that there is not.
    """
    entries: dict[str, tuple[dict[str, Any], Path]] = {}
    for folder in folders or (SHIPPED,):
        for path in sorted(Path(folder).glob("*.yaml")):
            for entry in _read(path):
                entries[str(entry["id"])] = (entry, path)
    made = [_make_entry(entry, path) for entry, path in entries.values()]
    return Knowledge({entry.id: entry for entry in made})


def _read(path: Path) -> list[dict[str, Any]]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    if not isinstance(rows, list):
        raise UnusableInput(str(path), "holds no list of entries; write each as “- id: …”")
    for row in rows:
        missing = [
            field for field in ("id", "type", "names", "source") if not isinstance(row, dict) or not row.get(field)
        ]
        if missing:
            raise UnusableInput(str(path), f"the entry {row!r} lacks {', '.join(missing)}; every entry needs them")
    return rows


def _make_entry(row: dict[str, Any], path: Path) -> Entry:
    if row["type"] not in list(EntryType):
        known = ", ".join(EntryType)
        raise UnusableInput(str(path), f"{row['id']}: {row['type']!r} is no type of entry; choose one of {known}")
    return Entry(
        key=str(row["id"]),
        type=EntryType(row["type"]),
        names=tuple(str(name) for name in row["names"]),
        source=str(row["source"]),
        affiliations=tuple(_make_affiliation(each, row) for each in row.get("affiliations") or ()),
        start=_date(row.get("from")),
        end=_date(row.get("until")),
        country=row.get("country"),
        file=path.name,
    )


def _make_affiliation(row: dict[str, Any], entry: dict[str, Any]) -> Affiliation:
    because = f"knowledge entry {entry['id']} ({row.get('source') or entry['source']})"
    return Affiliation(
        identify_entry(row["of"]), because, _date(row.get("from")), _date(row.get("until")), row.get("as")
    )


def _date(value: object) -> str | None:
    return None if value is None else str(value)
