"""Index: known places in one SQLite file, found by their names."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from sayso.knowledge.gazetteer.fold import fold_name, sound_name, spell_name
from sayso.model.knowledge import Fault
from sayso.model.place import KnownPlace, PlaceKind

FORM = 5  # of the tables below: raised when they or the keys change
_TABLES = """
    CREATE TABLE place (
        number INTEGER PRIMARY KEY, id TEXT UNIQUE, name TEXT, kind TEXT, country TEXT, latitude REAL, longitude REAL,
        radius_m INTEGER, source TEXT, region TEXT, names TEXT, population INTEGER, is_capital INTEGER,
        weight REAL
    );
    CREATE TABLE fault (file TEXT, line INTEGER, message TEXT);
    CREATE TABLE written (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
    CREATE TABLE sounded (key TEXT, place INTEGER, spelt TEXT, PRIMARY KEY (key, place, spelt)) WITHOUT ROWID;
"""
# Keys come in the order of places; put into their tables sorted, they are written once, from first to last.
_LOOSE = """
    CREATE TEMP TABLE loose_written (key TEXT, place INTEGER);
    CREATE TEMP TABLE loose_sounded (key TEXT, place INTEGER, spelt TEXT);
"""
_SORTED = """
    INSERT INTO written SELECT DISTINCT key, place FROM loose_written ORDER BY key, place;
    INSERT INTO sounded SELECT DISTINCT key, place, spelt FROM loose_sounded ORDER BY key, place, spelt;
"""
_FIELDS = "id, name, kind, country, latitude, longitude, radius_m, source, region, names, population, is_capital"
_WRITTEN = f"""
    SELECT {_FIELDS} FROM written JOIN place ON place.number = written.place
    WHERE key = ? ORDER BY weight DESC, id LIMIT ?
"""  # noqa: S608 - fields of our own
_INSERT = "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_MOST = 60  # places of one name; the most famous 60 Springfields are enough
_MOST_NEAR = 12  # of those that only sound so, the nearest spelt
# Letters that two spellings of one sound share, of 100: Jafra and Jufrah 73, Weddan and Waddan 83; across scripts
# short vowels are missing (wdan for Waddan 80).
_NEAR = 70
_NEAR_ACROSS = 45
_SHORTEST = 4  # letters of a name that may be meant by its sound: not NGA, nor MIA
_SEPARATOR = "\x1f"
#: What a place weighs beside its population when places of one name are put in order.
_BONUS = {PlaceKind.COUNTRY: 1e9, PlaceKind.REGION: 2e5, PlaceKind.DISTRICT: 1e3}


class Index:
    """The gazetteer in a file made by `write_index`. Threads may share it; a copy in another process opens its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._cached = lru_cache(maxsize=4_096)(self._look_up)

    def find(self, names: Sequence[str]) -> Sequence[tuple[KnownPlace, ...]]:
        """The places that bear each name: as written first, then as it sounds, each the best known first.

        Any script and spelling; the empty and the unknown name find nothing.
        """
        return [self._cached(name) for name in names]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was wrong with the tables that the index was made of."""
        return tuple(Fault(*row) for row in self._connection().execute("SELECT file, line, message FROM fault"))

    @property
    def digest(self) -> str:
        """Tells one state of the index from another: its file is named by what it was built from."""
        return self.path.stem

    def __reduce__(self) -> tuple[type[Index], tuple[Path]]:
        return Index, (self.path,)

    def _look_up(self, name: str) -> tuple[KnownPlace, ...]:
        key = fold_name(name)
        rows = self._connection().execute(_WRITTEN, (key, _MOST)) if key else ()
        written = [_place(row) for row in rows]
        known = {place.id for place in written}
        return (*written, *(place for place in self._find_sounded(name) if place.id not in known))

    def _find_sounded(self, name: str) -> list[KnownPlace]:
        spelt, sound = spell_name(name), sound_name(name)
        plain = fold_name(name).isascii()
        if len(spelt) < _SHORTEST - (not plain) or not sound:  # in Arabic a name may have three letters
            return []
        rows = self._connection().execute("SELECT place, spelt FROM sounded WHERE key = ?", (sound,)).fetchall()
        least = _NEAR if plain else _NEAR_ACROSS
        near = process.extract(
            spelt, [row[1] for row in rows], scorer=fuzz.ratio, score_cutoff=least, limit=3 * _MOST_NEAR
        )
        numbers = list(dict.fromkeys(rows[place][0] for _, _, place in near))[:_MOST_NEAR]
        marks = ", ".join("?" * len(numbers))
        found = self._connection().execute(
            f"SELECT {_FIELDS} FROM place WHERE number IN ({marks}) ORDER BY weight DESC, id",  # noqa: S608 - question marks
            numbers,
        )
        return [_place(row) for row in found]

    def _connection(self) -> sqlite3.Connection:
        open_ = getattr(self._local, "connection", None)
        if open_ is None:
            open_ = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            self._local.connection = open_
        return open_


def write_index(path: Path, places: Iterable[KnownPlace], faults: Sequence[Fault] = ()) -> int:
    """Write the places to a new file at `path`, then the faults found on the way; how many places there are.

    Of one id the first counts; the names of later ones are its names too.
    """
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _TABLES + _LOOSE)
        numbers: dict[str, int] = {}
        for place in places:
            number = numbers.setdefault(place.id, len(numbers))
            connection.execute(_INSERT, (number, *_cells(place)))
            _write_names(connection, number, place)
        connection.executescript(_SORTED)
        rows = [(fault.file, fault.line, fault.message) for fault in faults]
        connection.executemany("INSERT INTO fault VALUES (?, ?, ?)", rows)
        connection.commit()
    finally:
        connection.close()
    return len(numbers)


def _write_names(connection: sqlite3.Connection, number: int, place: KnownPlace) -> None:
    names = (place.name, *place.names)
    # The other names of towns are a dozen each, in all languages: by their sounds Sydney would be Sokna.
    heard = names[:1] if place.kind is PlaceKind.SETTLEMENT else names
    written = {(key, number) for name in names if (key := fold_name(name))}
    sounded = {
        (sound, number, spelt)
        for name in heard
        if len(spelt := spell_name(name)) >= _SHORTEST and (sound := sound_name(name))
    }
    connection.executemany("INSERT INTO loose_written VALUES (?, ?)", sorted(written))
    connection.executemany("INSERT INTO loose_sounded VALUES (?, ?, ?)", sorted(sounded))


def _cells(place: KnownPlace) -> tuple[object, ...]:
    weight = place.population + _BONUS.get(place.kind, 0)
    return (
        place.id,
        place.name,
        str(place.kind),
        place.country,
        place.latitude,
        place.longitude,
        place.radius_m,
        place.source,
        place.region,
        _SEPARATOR.join(place.names),
        place.population,
        place.is_capital,
        weight,
    )


def _place(row: tuple[object, ...]) -> KnownPlace:
    id_, name, kind, country, latitude, longitude, radius_m, source, region, names, population, is_capital = row
    return KnownPlace(
        str(id_),
        str(name),
        PlaceKind(str(kind)),
        str(country) if country else None,
        float(latitude),  # type: ignore[arg-type]
        float(longitude),  # type: ignore[arg-type]
        int(radius_m),  # type: ignore[call-overload]
        str(source),
        str(region) if region else None,
        tuple(str(names).split(_SEPARATOR)) if names else (),
        int(population),  # type: ignore[call-overload]
        bool(is_capital),
    )
