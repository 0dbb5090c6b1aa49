"""Entries: the things and links of a foreign file as tables of entries and of affiliations in the user's folder.

1. All of the file is put aside (on disk): what a country's code is, or whether a link's end is there, may come later.
2. A thing that an entry of another file already describes, by its identifier, is passed over; links may lead to it.
3. Things get their country; those of other countries than asked for are passed over.
4. Persons' links are kept whose both ends are there and that lie within the person's life.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sayso.knowledge.csv_file import join_list
from sayso.knowledge.imports.table import Cells, Merged, Shape, merge_rows
from sayso.knowledge.imports.thing import CountryCode, Found, Link, Thing, make_key
from sayso.knowledge.loader import TIE_COLUMNS
from sayso.knowledge.row import Faults
from sayso.knowledge.tie import describe_outside_life
from sayso.model.knowledge import Entry, EntryType

ENTRIES = Shape(("id", "type", "names", "source", "country", "from", "until", "identifiers", "agency"), ("id",))
TIES = Shape(TIE_COLUMNS, ("whose", "of", "as", "from"))
_TABLES = """
CREATE TABLE thing (id TEXT PRIMARY KEY, key TEXT, cells TEXT, country TEXT, country_id TEXT, life TEXT, kept INTEGER);
CREATE TABLE link (whose TEXT, of TEXT, role TEXT, start TEXT, end TEXT, source TEXT, line INTEGER);
CREATE TABLE code (id TEXT PRIMARY KEY, code TEXT);
CREATE TABLE known (id TEXT PRIMARY KEY, key TEXT);
"""

_PASSED_OVER = (
    "SELECT count(*) FROM thing WHERE id IN (SELECT id FROM known)",
    "SELECT count(*) FROM thing WHERE NOT kept AND id NOT IN (SELECT id FROM known)",
    "SELECT count(*) FROM link WHERE of NOT IN (SELECT id FROM known) AND of NOT IN (SELECT id FROM thing WHERE kept)"
    " AND whose IN (SELECT id FROM thing WHERE kept)",
)


@dataclass(slots=True)
class Taken:
    """What became of the file: both tables' rows, and in sentences what was passed over."""

    entries: Merged
    ties: Merged
    said: list[str] = field(default_factory=list)


def take_entries(
    found: Iterable[tuple[int, Found]],
    kind: str,
    into: Path,
    *,
    countries: Collection[str],
    known: Mapping[str, Entry],
    faults: Faults,
) -> Taken:
    """Write `<kind>.csv` and `<kind>-affiliations.csv` in the folder.

    `countries`: ISO codes of the things to take; empty for all. `known`: entries of other files, by the identifier that
    this kind of file gives things.
    """
    with closing(sqlite3.connect("")) as aside:  # a temporary database on disk, gone when closed
        aside.executescript(_TABLES)
        aside.executemany("INSERT INTO known VALUES (?, ?)", ((id_, entry.key) for id_, entry in known.items()))
        states = ((id_, entry.country) for id_, entry in known.items() if entry.type is EntryType.STATE)
        aside.executemany("INSERT INTO code VALUES (?, ?)", (each for each in states if each[1]))
        for line, each in found:
            _put_aside(aside, line, each, kind)
        _choose(aside, countries)
        entries = merge_rows(into / f"{kind}.csv", ENTRIES, _rows(aside))
        ties = merge_rows(into / f"{kind}-affiliations.csv", TIES, _ties(aside, entries.gone, faults))
        return Taken(entries, ties, list(_say(aside)))


def _put_aside(aside: sqlite3.Connection, line: int, found: Found, kind: str) -> None:
    if isinstance(found, CountryCode):
        aside.execute("INSERT OR IGNORE INTO code VALUES (?, ?)", (found.id, found.code))
    elif isinstance(found, Link):
        row = (found.whose, found.of, found.role, found.start, found.end, found.source, line)
        aside.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    else:
        key = make_key(kind, found.id)
        life = json.dumps([found.start, found.end]) if found.type is EntryType.PERSON else None
        values = (found.id, key, json.dumps(_cells(found, key)), found.country, found.country_id, life)
        aside.execute("INSERT OR IGNORE INTO thing VALUES (?, ?, ?, ?, ?, ?, 1)", values)


def _cells(thing: Thing, key: str) -> dict[str, str]:
    return {
        "id": key,
        "type": thing.type.value,
        "names": join_list(thing.names),
        "source": thing.source,
        "from": thing.start or "",
        "until": thing.end or "",
        "identifiers": join_list(tuple(f"{scheme}:{value}" for scheme, value in thing.identifiers)),
        "agency": "true" if thing.is_agency else "",
    }


def _choose(aside: sqlite3.Connection, countries: Collection[str]) -> None:
    """Give each thing its country, and mark those to be taken: of the countries asked for, and not known already."""
    aside.execute("UPDATE thing SET country = (SELECT code FROM code WHERE id = country_id) WHERE country IS NULL")
    aside.execute("UPDATE thing SET kept = 0 WHERE id IN (SELECT id FROM known)")
    if countries:
        aside.execute("CREATE TABLE asked (code TEXT PRIMARY KEY)")
        aside.executemany("INSERT INTO asked VALUES (?)", ((code,) for code in countries))
        aside.execute("UPDATE thing SET kept = 0 WHERE country IS NULL OR country NOT IN (SELECT code FROM asked)")


def _rows(aside: sqlite3.Connection) -> Iterator[Cells]:
    for cells, country in aside.execute("SELECT cells, country FROM thing WHERE kept ORDER BY key"):
        yield {**json.loads(cells), "country": country or ""}


def _ties(aside: sqlite3.Connection, gone: Collection[str], faults: Faults) -> Iterator[Cells]:
    """The links of persons whose both ends are there, by the entries' ids.

    That a body is another's member does not say that it speaks for it (a state, for a union of states).
    """
    query = (
        "SELECT thing.key, COALESCE(known.key, other.key), role, start, end, source, line, thing.life FROM link"
        " JOIN thing ON thing.id = whose AND thing.kept AND thing.life IS NOT NULL"
        " LEFT JOIN known ON known.id = of LEFT JOIN thing AS other ON other.id = of AND other.kept"
        " WHERE COALESCE(known.key, other.key) IS NOT NULL ORDER BY 1, 2, 3, start, end, source"
    )
    for whose, of, role, start, end, source, line, life in aside.execute(query):
        wrong = describe_outside_life(whose, json.loads(life), start, end)
        if wrong:
            faults.add(line, f"{wrong} (the affiliation is left out)")
        elif whose != of and whose not in gone and of not in gone:
            cells = (whose, of, role, start or "", end or "", source)
            yield dict(zip(TIE_COLUMNS, cells, strict=True))


def _say(aside: sqlite3.Connection) -> Iterator[str]:
    known, other, lost = (aside.execute(query).fetchone()[0] for query in _PASSED_OVER)
    if known:
        yield f"{known:,} are known already under another id, and stay as they are"
    if other:
        yield f"{other:,} are of other countries, or of none that the file says"
    if lost:
        yield f"{lost:,} affiliations lead to what is not taken, and are left out"
