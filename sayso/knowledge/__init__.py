"""Knowledge: what is known beside the reports, in YAML files whose every entry names its source.

An entry is `id`, `kind`, `names` (fullest first), `source` and, where known, `speaks_for` with
`from` and `to`. `source: unchecked` marks what is known from memory alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sayso.errors import UnusableInput
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.identity import identify
from sayso.model.knowledge import Knowledge

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
    entities = [_make_entity(entry, path) for entry, path in entries.values()]
    return Knowledge({entity.id: entity for entity in entities})


def _read(path: Path) -> list[dict[str, Any]]:
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    if not isinstance(rows, list):
        raise UnusableInput(str(path), "holds no list of entries; write each as “- id: …”")
    for row in rows:
        missing = [
            field for field in ("id", "kind", "names", "source") if not isinstance(row, dict) or not row.get(field)
        ]
        if missing:
            raise UnusableInput(str(path), f"the entry {row!r} lacks {', '.join(missing)}; every entry needs them")
    return rows


def _make_entity(entry: dict[str, Any], path: Path) -> Entity:
    if entry["kind"] not in list(EntityKind):
        raise UnusableInput(
            str(path), f"{entry['id']}: {entry['kind']!r} is no kind; choose one of {', '.join(EntityKind)}"
        )
    return Entity(
        _identify(entry["id"]),
        EntityKind(entry["kind"]),
        tuple(str(name) for name in entry["names"]),
        tuple(_make_affiliation(each, entry) for each in entry.get("speaks_for") or ()),
        source=f"{path.stem}: {entry['id']} ({entry['source']})",
    )


def _make_affiliation(row: dict[str, Any], entry: dict[str, Any]) -> Affiliation:
    because = f"knowledge entry {entry['id']} ({row.get('source') or entry['source']})"
    return Affiliation(_identify(row["of"]), because, _date(row.get("from")), _date(row.get("to")))


def _identify(key: str) -> str:
    return identify("e", "known", key)


def _date(value: object) -> str | None:
    return None if value is None else str(value)
