"""Writing: an entry put into a file of the user's folder, so that loading gives the very entry back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sayso.errors import UsageError
from sayso.knowledge.check import check_entry
from sayso.knowledge.loader import is_imported, load_knowledge, name_file
from sayso.knowledge.replacing import replacing
from sayso.knowledge.row import Faults
from sayso.knowledge.yaml_file import read_yaml
from sayso.model.entity import Affiliation
from sayso.model.knowledge import Entry, Knowledge, say_source

ADDED = "added.yaml"
_WIDTH = 120


def add_entry(folder: str | Path, entry: Entry) -> Path:
    """Write an entry at the end of `added.yaml` in the folder, which is made if need be; what stands there stays.

    The file is replaced as a whole or not at all. Two programs that add at once: the later may not see the earlier
    one's (accepted: a person adds by hand). Raises UsageError if the folder has an entry of that id already, or if the
    entry, so written, would not load as it is (no name, no source, an affiliation to what there is not).
    """
    path = Path(folder) / ADDED
    known = load_knowledge(*([folder] if path.parent.is_dir() else []))
    standing = known.entries.get(entry.id)
    if standing and _is_own(path.parent, standing):
        raise UsageError(f"“{entry.key}” stands already in {standing.file}, line {standing.line}; change it there.")
    row = _row(entry, known)
    _check(row, entry)
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    written = yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=_WIDTH)
    with replacing(path) as file:
        file.write((text + "\n" if text and not text.endswith("\n") else text) + written)
    return path


def _is_own(folder: Path, entry: Entry) -> bool:
    """Whether a person wrote the entry in that folder: not if it ships, or was imported there."""
    path = folder / Path(entry.file).name
    return entry.file == name_file(path) and not is_imported(path)


def _row(entry: Entry, known: Knowledge) -> dict[str, Any]:
    """The fields of an entry as a file has them; what is not known is left out."""
    fields: dict[str, Any] = {
        "id": entry.key,
        "type": entry.type.value,
        "names": list(entry.names),
        "source": entry.source,
        "country": entry.country,
        "from": entry.start,
        "until": entry.end,
        "language": entry.language,
        "owner": _key(entry.owner, known),
        "agency": True if entry.is_agency else None,
        "capital": list(entry.capital),
        "people": list(entry.people),
        "part_of": _key(entry.part_of, known),
        "identifiers": dict(entry.identifiers),
        "affiliations": [_tie(entry, each, known) for each in entry.affiliations],
    }
    return {name: value for name, value in fields.items() if value}


def _tie(entry: Entry, tie: Affiliation, known: Knowledge) -> dict[str, str]:
    before, _, after = say_source(entry.key, "\n").partition("\n")
    source = tie.because.removeprefix(before).removesuffix(after) if tie.because.startswith(before) else tie.because
    fields = {
        "of": _key(tie.of, known),
        "as": tie.role,
        "from": tie.start,
        "until": tie.end,
        "source": None if source == entry.source else source,
    }
    return {name: value for name, value in fields.items() if value}


def _key(id_: str | None, known: Knowledge) -> str | None:
    """The key of an entity's identifier. Raises UsageError if no entry has it."""
    if id_ is None:
        return None
    if id_ not in known.entries:
        raise UsageError(f"there is no entry “{id_}” for the new one to name; add that one first.")
    return known.entries[id_].key


def _check(row: dict[str, Any], entry: Entry) -> None:
    faults = Faults(ADDED)
    for read in read_yaml(yaml.safe_dump([row], allow_unicode=True, sort_keys=False), faults):
        check_entry(read, ADDED, faults)
    if faults.count:
        raise UsageError(f"“{entry.key}” cannot be added: {faults.first[0].message}.")
