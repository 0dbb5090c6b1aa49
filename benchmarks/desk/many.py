"""A large record: simulated theatres, corroborated once each, then laid down many times under other identifiers.

Every copy has its own reports, texts, claims, events, voices and entities; names and days come back in each. Rows are
made by the record's own functions, so that a page cannot tell such a record from one that was read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert

from sayso.corroborate import corroborate
from sayso.model.identity import digest
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.pipeline import basis_of
from sayso.record import open_record, tables
from sayso.record.audit import Act
from sayso.record.counting import count_entities
from sayso.record.filling import Derived, Rows, claim_words, make_rows, report_words, tell_events
from sayso.record.order import PLACES
from sayso.record.report import encode_report
from sayso.record.row.event import event_words
from sayso.record.words import fold_text
from sayso.simulate import Settings, make_theatre

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
THEATRES = 60  # made and corroborated; what is larger repeats them
_NAME = re.compile(r"\b([a-z])[0-9a-f]{4}([0-9a-f]{12})\b|\b[0-9a-f]{64}\b")
#: Columns that number rows, by table, and whose rows they number.
_NUMBERS: dict[str, dict[str, str]] = {
    "resolutions": {"position": "resolutions"},
    "claims": {"position": "claims", "resolution": "resolutions"},
    "claim_entities": {"claim": "claims"},
    "namings": {"position": "claims"},
    "events": {"position": "events"},
    "event_claims": {"event": "events"},
    "event_stances": {"event": "events"},
    "event_entities": {"event": "events"},
    "conflicts": {"event": "events"},
    "voices": {"event": "events"},
    "holdings": {"position": "holdings"},
    "holding_events": {"holding": "holdings"},
    "lineage": {"position": "lineage"},
    "unheld": {"position": "unheld"},
}
_AT_ONCE = 20_000

Words = Mapping[str, list[tuple[int, str, str]]]


@dataclass(frozen=True, slots=True)
class Plate:
    """What one theatre leaves in the tables: rows, words already folded, and its reports as they came in."""

    rows: Rows
    words: Words
    resolutions: tuple[Resolution, ...]

    @property
    def claims(self) -> int:
        return len(self.rows[tables.claims])


def build_record(place: Path, *, claims: int, knowledge: Knowledge, say: Callable[[str], None]) -> None:
    """Makes a record of at least so many claims in the file `place`."""
    open_record(place).close()  # the tables
    plates = []
    for number in range(THEATRES):
        plates.append(_make_plate(number, knowledge))
        if sum(plate.claims for plate in plates) >= claims:
            break
    say(f"{len(plates)} theatres are corroborated")
    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        for pragma in ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -600000", "temp_store = MEMORY"):
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        _lay(connection, plates, claims, say)
        say("entities are counted")
        count_entities(connection)
        _sign(connection, knowledge)
        connection.commit()
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()


def _make_plate(number: int, knowledge: Knowledge) -> Plate:
    theatre = make_theatre(Settings(flood_every=0, world_wires=0), number)
    whole = Snapshot(theatre.resolutions, corroborate(theatre.resolutions, knowledge=knowledge))
    numbers = range(1, len(whole.resolutions) + 1)
    words = {
        "report_words": map(report_words, numbers, whole.resolutions),
        "claim_words": chain.from_iterable(map(claim_words, numbers, whole.resolutions)),
        "event_words": map(event_words, tell_events(whole, numbers)),
    }
    folded = {name: [(n, fold_text(one), fold_text(two)) for n, one, two in some] for name, some in words.items()}
    rows = make_rows(Derived(whole, whole, numbers))
    return Plate({table: some for table, some in rows.items() if some}, folded, whole.resolutions)


def _lay(connection: Connection, plates: list[Plate], claims: int, say: Callable[[str], None]) -> None:
    """Lays plates down, one after the other and again, until there are enough claims."""
    start: dict[str, int] = dict.fromkeys(_NUMBERS, 0)
    copy = 0
    while start["claims"] < claims:
        for plate in plates:
            _lay_one(connection, plate, copy, start)
            if start["claims"] >= claims:
                break
        connection.commit()
        copy += 1
        say(f"{start['resolutions']} reports, {start['claims']} claims, {start['events']} events")


def _lay_one(connection: Connection, plate: Plate, copy: int, start: dict[str, int]) -> None:
    texts = {each.report.version: f"{each.report.text} Edition {copy}." for each in plate.resolutions}
    versions = {version: digest(text) for version, text in texts.items()}
    rename = _renaming(copy, versions)
    claims = start["resolutions"] * PLACES  # they are numbered by their reports, events by their claims
    first = {**start, "claims": claims, "events": claims}
    rows = [{"digest": versions[version], "text": text} for version, text in texts.items()]
    connection.execute(insert(tables.texts).prefix_with("OR IGNORE"), rows)
    _insert(connection, tables.reports, [_report_row(each, rename) for each in plate.resolutions])
    _insert(connection, tables.versions, [_version_row(each, rename) for each in plate.resolutions])
    for table, some in plate.rows.items():
        _insert(connection, table, [_move(table.name, row, rename, first) for row in some])
    for name, of in (("report_words", "resolutions"), ("claim_words", "claims"), ("event_words", "events")):
        _insert_words(connection, name, plate.words[name], first[of])
    for name in ("resolutions", "claims", "events", "holdings", "lineage", "unheld"):
        start[name] += len(plate.rows.get(tables.metadata.tables[name], ()))


def _renaming(copy: int, versions: Mapping[str, str]) -> Callable[[str], str]:
    """Gives every identifier in a text the number of the copy, and every version that of its new words."""

    def rename(found: re.Match[str]) -> str:
        letter, rest = found[1], found[2]
        return f"{letter}{copy:04x}{rest}" if letter else versions.get(found[0], found[0])

    return lambda text: _NAME.sub(rename, text)


def _move(table: str, row: Mapping[str, Any], rename: Callable[[str], str], start: Mapping[str, int]) -> dict[str, Any]:
    moved: dict[str, Any] = {key: rename(value) if isinstance(value, str) else value for key, value in row.items()}
    for column, of in _NUMBERS.get(table, {}).items():
        moved[column] += start[of]
    if "latest" in moved:
        moved["latest"] = row["latest"] + start[table]
    return moved


def _report_row(resolution: Resolution, rename: Callable[[str], str]) -> dict[str, Any]:
    return {"id": rename(resolution.report.id), "recorded": NOON}


def _version_row(resolution: Resolution, rename: Callable[[str], str]) -> dict[str, Any]:
    report = replace(resolution.report, sha256=None)
    return {
        "report": rename(report.id),
        "digest": rename(report.version),
        "address": report.address,
        "outlet": report.outlet,
        "title": report.title,
        "url": report.url,
        "published": report.told,
        "language": report.language,
        "payload": rename(encode_report(report)),
        "recorded": NOON,
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    for at in range(0, len(rows), _AT_ONCE):
        connection.execute(insert(table).prefix_with("OR IGNORE"), rows[at : at + _AT_ONCE])


def _insert_words(connection: Connection, name: str, words: list[tuple[int, str, str]], start: int) -> None:
    one, other = tables.WORDS[name]
    moved: Iterator[tuple[int, str, str]] = ((n + start, a, b) for n, a, b in words)
    connection.exec_driver_sql(f"INSERT INTO {name} (rowid, {one}, {other}) VALUES (?, ?, ?)", list(moved))


def _sign(connection: Connection, knowledge: Knowledge) -> None:
    """Notes that all of it follows from its inputs, so that nothing is derived anew."""
    act = {"what": Act.DERIVED_REPLACED, "subject": "invented", "done_by": "bench", "recorded": NOON}
    connection.execute(insert(tables.audit).values(act))
    derivation = {"as_of": 1, "fingerprint": "invented", "basis": basis_of(knowledge), "recorded": NOON}
    connection.execute(insert(tables.derivations).values(derivation))
