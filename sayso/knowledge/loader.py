"""Loader: the entries of the shipped folder and of the user's, checked and put together.

1. Every folder's files are read, imported ones first: what a person wrote stands above what was imported.
2. Every row is checked by itself (`check`).
3. A later folder's entry takes the place of an earlier one with the same id, its affiliations included.
4. What entries say of each other is checked over all of them (`tie`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.knowledge.check import ENTRY_FIELDS, TIE_FIELDS, Draft, Tie, check_entry, check_tie
from sayso.knowledge.csv_file import read_csv, read_header
from sayso.knowledge.nearest import Keys
from sayso.knowledge.row import Faults, Row
from sayso.knowledge.text_file import read_text
from sayso.knowledge.tie import tie_entries
from sayso.knowledge.yaml_cache import read_yaml_once
from sayso.model.identity import digest
from sayso.model.knowledge import Entry, Fault, Knowledge
from sayso.model.place import Gazetteer

SHIPPED = Path(__file__).parent
IMPORTED = ".imported"  # beside an imported file: what was imported into it
TIE_COLUMNS = ("whose", *TIE_FIELDS)
ENTRY_COLUMNS = tuple(field for field in ENTRY_FIELDS if field != "affiliations")  # a table of their own
PLACES = frozenset({"airports.csv", "sites.csv"})  # tables of the gazetteer


@dataclass(slots=True)
class _Loading:
    """What was read so far, by the entries' keys."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    ties: dict[str, list[Tie]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def load_knowledge(*folders: str | Path, shipped: bool = True, gazetteer: Gazetteer | None = None) -> Knowledge:
    """The shipped entries and those of the folders; a later folder's entry replaces an earlier one of the same id.

    Nothing is raised for what stands in the files: each mistake is a `Fault` with its file and line, and the rest is
    loaded. `shipped=False` leaves the shipped ones out (for tests). `gazetteer` is where places are looked up.
    """
    loading = _Loading()
    for folder in [SHIPPED] * shipped + [Path(folder) for folder in folders]:
        _load_folder(folder, loading)
    entries, faults = tie_entries(loading.drafts, loading.ties)
    return Knowledge(
        entries={entry.id: entry for entry in entries},
        gazetteer=gazetteer,
        faults=(*loading.faults, *faults),
        digest=digest_entries(entries, str(getattr(gazetteer, "digest", ""))),
    )


def read_entries(*folders: Path, skip: Collection[str]) -> Iterator[Entry]:
    """The shipped entries and the folders', without files of those names and without what they say of each other."""
    loading = _Loading()
    for folder in (SHIPPED, *folders):
        _load_folder(folder, loading, skip)
    return (draft.entry for draft in loading.drafts.values())


def list_files(folder: Path) -> list[Path]:
    """The files of entries in a folder: imported ones first, then by name. Files of places are the gazetteer's."""
    found = [path for path in folder.iterdir() if path.suffix in (".yaml", ".yml", ".csv")]
    ours = (path for path in found if not path.name.startswith(".") and path.name not in PLACES)
    return sorted(ours, key=lambda path: (not is_imported(path), path.name))


def digest_entries(entries: Iterable[Entry], gazetteer: str) -> str:
    """One digest of what is known: the same whatever file and line it stands on, and in whatever order."""
    lines = sorted(
        repr((e.key, str(e.type), e.names, e.source, e.start, e.end, e.country, e.language, e.owner, e.is_agency))
        + repr((e.capital, e.people, e.part_of, e.identifiers, sorted(map(repr, e.affiliations))))
        for e in entries
    )
    return digest("\n".join([*lines, gazetteer]))


def _load_folder(folder: Path, loading: _Loading, skip: Collection[str] = ()) -> None:
    if not folder.is_dir():
        way = "name the folder that it stands in" if folder.exists() else "make it, or name another"
        what = "is a file, not a folder" if folder.exists() else "there is no such folder"
        loading.faults.append(Fault(str(folder), 0, f"{what}; {way}"))
        return
    try:
        paths = list_files(folder)
    except OSError as error:
        told = f"cannot be opened ({error.strerror or error}); look at its permissions"
        loading.faults.append(Fault(str(folder), 0, told))
        return
    here: dict[str, Draft] = {}
    ties: list[tuple[str, Tie]] = []
    for path in paths:
        if path.name in skip:
            continue
        faults = Faults(str(path))
        _load_file(path, here, ties, faults)
        loading.faults += faults.told
    _take_over(here, ties, loading)


def _take_over(here: dict[str, Draft], ties: list[tuple[str, Tie]], loading: _Loading) -> None:
    """Put a folder's entries in the place of earlier ones, then its tables of affiliations beside the entries' own."""
    for key, draft in here.items():
        loading.drafts[key] = draft
        loading.ties[key] = list(draft.ties)
    keys = Keys(loading.drafts)
    for whose, tie in ties:
        if whose in keys:
            loading.ties[whose].append(tie)
        else:
            said = f"“{whose}” has an affiliation, but {keys.describe_missing(whose)}"
            loading.faults.append(Fault(tie.file, tie.line, said))


def _load_file(path: Path, here: dict[str, Draft], ties: list[tuple[str, Tie]], faults: Faults) -> None:
    text = read_text(path, faults)
    if text is None:
        return
    if path.suffix != ".csv":
        _load_entries(path, read_yaml_once(text, faults), here, faults)
        return
    header = set(read_header(text))
    if {"whose", "of"} <= header:
        ties += _load_ties(read_csv(text, TIE_COLUMNS, faults), faults)
    elif {"id", "names"} <= header:
        _load_entries(path, read_csv(text, ENTRY_COLUMNS, faults), here, faults)
    elif text.strip():
        faults.add(
            1, "its columns are neither those of entries (id, type, names, source) nor of affiliations (whose, of)"
        )


def _load_entries(path: Path, rows: Iterable[Row], here: dict[str, Draft], faults: Faults) -> None:
    imported = is_imported(path)
    for row in rows:
        draft = check_entry(row, name_file(path), faults)
        if draft is None:
            continue
        other = here.get(draft.entry.key)
        if other and (imported or not is_imported(Path(other.path))):
            where = f"line {other.entry.line}" if other.path == str(path) else f"{other.path}, line {other.entry.line}"
            said = f"the id “{draft.entry.key}” stands already in {where}; that one is used, give this one another id"
            faults.add(row.line, said)
        else:
            here[draft.entry.key] = draft


def _load_ties(rows: Iterable[Row], faults: Faults) -> Iterator[tuple[str, Tie]]:
    for row in rows:
        whose = row.get("whose")
        tie = check_tie(row, faults, allowed=TIE_COLUMNS)
        if tie and isinstance(whose, str):
            yield whose, tie
        elif tie:
            faults.add(row.line, "an affiliation lacks “whose”; name the id of the entry whose it is")


def is_imported(path: Path) -> bool:
    """Whether the file holds what an import wrote."""
    return path.with_suffix(IMPORTED).exists()


def name_file(path: Path) -> str:
    """What entries show as their file: the shipped file's name, or the user's folder and file."""
    return path.name if path.parent == SHIPPED else f"{path.absolute().parent.name}/{path.name}"
