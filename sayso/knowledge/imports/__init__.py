"""Imports: foreign files of known things, brought into the user's folder as tables that a person can edit."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UnusableInput, UsageError
from sayso.knowledge.codes import is_country
from sayso.knowledge.imports.entries import take_entries
from sayso.knowledge.imports.followthemoney import read_followthemoney
from sayso.knowledge.imports.kind import KINDS, guess_kind
from sayso.knowledge.imports.lines import read_lines
from sayso.knowledge.imports.places import GEONAMES, OURAIRPORTS, read_geonames_rows, read_ourairports_rows
from sayso.knowledge.imports.table import Merged, merge_rows
from sayso.knowledge.imports.wikidata import read_wikidata
from sayso.knowledge.loader import read_entries
from sayso.knowledge.row import Faults
from sayso.model.knowledge import Entry, Fault

__all__ = ["KINDS", "Imported", "guess_kind", "import_file"]

_READERS = {"wikidata": read_wikidata, "followthemoney": read_followthemoney}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. Rows are entries, affiliations or places.

    `added` are new, `updated` took the place of what an earlier import had put there, `unchanged`
    stood there already, `kept` are a person's: changed or taken out by hand since they were imported.
    `faults` are lines that could not be used, `said` what was passed over, in sentences; `files` are
    those that hold the import, whether or not it changed them.
    """

    kind: str
    added: int
    updated: int
    unchanged: int
    kept: int
    faults: tuple[Fault, ...]
    said: tuple[str, ...]
    files: tuple[Path, ...]


def import_file(
    path: str | Path, kind: str | None = None, *, into: str | Path, countries: Collection[str] = ()
) -> Imported:
    """Bring a foreign file into a folder of knowledge, which is made if need be.

    `kind` is one of KINDS; None: told by what the file holds. `countries` are ISO 3166-1 codes of the things or places
    to take, empty for all. The file may be of any length; packed by gzip or bzip2 it is unpacked on the way. The same
    import twice changes nothing, and no import undoes what a person changed in the tables.

    Raises MissingInput, UnreadableInput or UnusableInput for a file that cannot be opened, and UsageError for a kind
    that cannot be told or a country that is none.
    """
    source, folder = Path(path), Path(into)
    wrong = [code for code in countries if not is_country(code)]
    if wrong:
        raise UsageError(f"“{wrong[0]}” is no country code; write two capitals of ISO 3166-1, such as LY.")
    if kind is not None and kind not in KINDS:
        raise UsageError(f"“{kind}” is no kind of file to import; choose one of {', '.join(KINDS)}.")
    chosen = kind or guess_kind(source)
    faults = Faults(str(source))
    try:
        if chosen in _READERS:
            return _import_entries(source, chosen, folder, frozenset(countries), faults)
        return _import_places(source, chosen, folder, frozenset(countries), faults)
    except (csv.Error, UnicodeDecodeError) as error:
        told = f"a table of an earlier import is damaged ({error}); mend it, or move it elsewhere"
        raise UnusableInput(str(folder), told) from error


def _import_entries(source: Path, kind: str, folder: Path, countries: frozenset[str], faults: Faults) -> Imported:
    found = _READERS[kind](read_lines(source, faults), faults)
    known = _known_by(kind, folder)
    taken = take_entries(found, kind, folder, countries=countries, known=known, faults=faults)
    files = (folder / f"{kind}.csv", folder / f"{kind}-affiliations.csv")
    return _sum_up(kind, [taken.entries, taken.ties], faults, tuple(taken.said), files)


def _import_places(source: Path, kind: str, folder: Path, countries: frozenset[str], faults: Faults) -> Imported:
    lines = read_lines(source, faults)
    if kind == "geonames":
        file = folder / f"geonames-{_stem(source)}.txt"
        merged = merge_rows(file, GEONAMES, read_geonames_rows(lines, faults, countries))
    else:
        file = folder / "airports.csv"
        merged = merge_rows(file, OURAIRPORTS, read_ourairports_rows(lines, faults, countries))
    return _sum_up(kind, [merged], faults, (), (file,))


def _known_by(kind: str, folder: Path) -> dict[str, Entry]:
    """The entries that are not of this import, by the identifier that this kind of file gives things."""
    folders = [folder] if folder.is_dir() else []
    entries = read_entries(*folders, skip=(f"{kind}.csv", f"{kind}-affiliations.csv"))
    return {value: entry for entry in entries for scheme, value in entry.identifiers if scheme == kind}


def _stem(path: Path) -> str:
    """The file's name without what says how it is packed or written: LY of LY.txt.gz."""
    name = path.name.partition(".")[0].removeprefix("geonames-")
    return "".join(each if each.isalnum() or each == "-" else "-" for each in name) or "places"


def _sum_up(
    kind: str, merged: list[Merged], faults: Faults, said: tuple[str, ...], files: tuple[Path, ...]
) -> Imported:
    return Imported(
        kind=kind,
        added=sum(each.added for each in merged),
        updated=sum(each.updated for each in merged),
        unchanged=sum(each.unchanged for each in merged),
        kept=sum(each.kept for each in merged),
        faults=(*faults.told, *(fault for each in merged for fault in each.faults)),
        said=said,
        files=files,
    )
