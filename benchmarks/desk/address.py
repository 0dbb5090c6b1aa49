"""Addresses: pages of a record, drawn by chance and heavy ones among them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

_DRAWN = 400  # of each kind


def draw_addresses(place: Path, *, seed: int = 1) -> dict[str, Sequence[str]]:
    """For each kind of page the addresses to open. One in ten events and places is among the largest."""
    chance = random.Random(seed)
    connection = sqlite3.connect(f"{place.absolute().as_uri()}?mode=ro", uri=True)
    events = _some(connection, "SELECT id FROM events", chance)
    heavy = _column(connection, f"SELECT id FROM events ORDER BY voices DESC LIMIT {_DRAWN // 10}")
    reports = _some(connection, "SELECT report FROM resolutions", chance)
    listed = "SELECT entity FROM entity_counts WHERE as_what = '{}' ORDER BY events DESC LIMIT {}"
    places = _column(connection, listed.format("place", _DRAWN * 10))
    sources = _column(connection, listed.format("source", _DRAWN * 10))
    names = _column(connection, "SELECT name FROM entities ORDER BY id LIMIT 2000")
    words = _words(connection, chance)
    connection.close()
    return {
        "home": ["/"],
        "event": [f"/event/{id_}" for id_ in (*events, *heavy)],
        "report": [f"/report/{id_}" for id_ in reports],
        "place": [f"/place/{id_}" for id_ in _draw(chance, places)],
        "source": [f"/source/{id_}" for id_ in _draw(chance, sources)],
        "search": _searches(chance, words, names),
        "list": [f"/search?{urlencode({'page': page})}" for page in range(1, 50)],
    }


def _searches(chance: random.Random, words: Sequence[str], names: Sequence[str]) -> list[str]:
    """One and two words, names, and filters, over events, claims and reports."""
    made = []
    for _ in range(_DRAWN):
        asked = {
            "q": chance.choice((chance.choice(words), " ".join(chance.sample(words, 2)), chance.choice(names), ""))
        }
        asked["kind"] = chance.choice(("event", "event", "claim", "report"))
        asked |= chance.choice(({}, {}, {"disputed": "1"}, {"one_voice": "1"}, {"type": "kill"}, {"stance": "denied"}))
        made.append(f"/search?{urlencode(asked, quote_via=quote)}")
    return made


def _words(connection: sqlite3.Connection, chance: random.Random) -> list[str]:
    texts = _some(connection, "SELECT words FROM claims", chance)
    return sorted({word for text in texts for word in text.split() if len(word) > 3 and word.isalpha()})


def _some(connection: sqlite3.Connection, query: str, chance: random.Random) -> list[str]:
    """Rows from all over a table: those at or after numbers drawn by chance, for there are gaps between them."""
    table = query.rsplit(" ", 1)[1]
    (last,) = connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()
    numbers = sorted({chance.randint(0, last) for _ in range(_DRAWN)})
    one = f"{query} WHERE rowid >= ? ORDER BY rowid LIMIT 1"
    rows = dict.fromkeys(connection.execute(one, (number,)).fetchone() for number in numbers)
    return [row[0] for row in rows if row and row[0]]


def _column(connection: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in connection.execute(query)]


def _draw(chance: random.Random, values: Sequence[str]) -> list[str]:
    """Most by chance, one in ten from the top of the list."""
    return [*values[: _DRAWN // 10], *chance.sample(list(values), min(_DRAWN, len(values)))]
