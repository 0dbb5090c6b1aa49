"""Which reports are compared is what the stage itself would compare, crowded keys and all."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path
from random import Random

import duckdb
import pytest

from sayso.corroborate.lineage.candidates import find_candidates, find_fellows
from sayso.corroborate.lineage.finding import prepare_sides
from sayso.corroborate.lineage.keys import find_keys
from sayso.engine.claims import batch_of_resolutions
from sayso.engine.duck import Duck
from sayso.engine.incremental import renew
from sayso.engine.nearness import CANDIDATE, FELLOW
from sayso.engine.relational import NEAR
from sayso.engine.step.key import find_report_keys
from sayso.engine.store import Store
from sayso.engine.work import Given, batch_of_found
from sayso.model.knowledge import Knowledge
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution

WIRE = "The rebels took Orvin on Tuesday after two days of fighting, the Tern Wire reported, citing residents. "


def make_outlets(count: int) -> list[Resolution]:
    """One wire, and so many outlets that print it, on three days, each with a sentence of its own."""
    texts = {"Tern Wire": WIRE} | {f"Outlet{n} Post": f"{WIRE}Road {n} was closed near Harn." for n in range(count)}
    return [
        Resolution(
            Report(
                outlet, outlet, text, outlet=outlet, published=Published(f"2031-03-0{1 + n % 3}", PublishedBasis.HEADER)
            )
        )
        for n, (outlet, text) in enumerate(texts.items())
    ]


def find_by_stage(resolutions: list[Resolution], table: str) -> dict[str, frozenset[str]]:
    sides = prepare_sides(resolutions)
    return {"near": find_candidates, "fellows": find_fellows}[table](
        [side.text for side in sides.values()], {id_: find_keys(s.text, s.credits) for id_, s in sides.items()}
    )


def find_by_sql(resolutions: list[Resolution], table: str) -> dict[str, frozenset[str]]:
    payloads = batch_of_resolutions(resolutions)["payload"].to_pylist()
    rows = find_report_keys([Given("inside", n, text) for n, text in enumerate(payloads)], Knowledge())
    with duckdb.connect() as connection:
        tables = Duck(connection, Path(), lambda work, pieces: iter(()))
        connection.register("report_keys", batch_of_found(rows))
        for step in NEAR:
            tables.make(step)
        near: dict[str, set[str]] = defaultdict(set)
        for node, other in connection.execute(f"SELECT node, other FROM {table}").fetchall():
            near[resolutions[node].report.id].add(resolutions[other].report.id)
    return {id_: frozenset(others) for id_, others in near.items()}


@pytest.mark.parametrize("table", ["near", "fellows"])
@pytest.mark.parametrize("count", [3, 120])
def test_sql_finds_the_pairs_that_the_stage_finds(count: int, table: str) -> None:
    resolutions = make_outlets(count)
    found = find_by_stage(resolutions, table)
    assert found["Outlet0 Post"]
    assert find_by_sql(resolutions, table) == found


def make_bridges(count: int) -> list[Resolution]:
    """So many reports of the wire itself, on nine days, each of which names one of two outlets."""
    return [
        Resolution(
            Report(
                f"bridge{n}",
                f"bridge{n}",
                f"Bridge {n} near Harn fell, the Outlet{n % 2} Post said.",
                outlet="Tern Wire",
                published=Published(f"2031-03-{1 + n % 9:02}", PublishedBasis.HEADER),
            )
        )
        for n in range(count)
    ]


def find_by_store(store: Store) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    query = """
        SELECT kind, one.id, two.id FROM near_pairs
        JOIN near_told AS one ON one.node = near_pairs.node JOIN near_told AS two ON two.node = near_pairs.other
    """
    for kind, id_, other in store.ask(query):
        found[str(kind)].add((str(id_), str(other)))
    return found


@pytest.mark.parametrize("seed", range(2))
def test_the_store_has_the_pairs_that_the_stage_finds_whatever_comes_and_goes(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a seed, no secret
    known = dict(enumerate([*make_outlets(60), *make_bridges(60)]))
    store, stand = Store(sqlite3.connect(":memory:")), set[int]()
    for count in (70, 75, 95, 90, 110, 100, 60, 66):
        others = rng.sample(sorted(known.keys() - stand), max(0, count - len(stand)) + 2)
        fresh = set(rng.sample(sorted({*stand, *others}), count))
        changed = [(node, known[node]) for node in sorted(fresh - stand)]
        renew(changed, [known[node].report.id for node in stand - fresh], store, knowledge=Knowledge())
        stand = fresh
        sides = prepare_sides([known[node] for node in sorted(stand)]).values()
        texts, keys = [side.text for side in sides], {s.text.id: find_keys(s.text, s.credits) for s in sides}
        for how, found in ((CANDIDATE, find_candidates(texts, keys)), (FELLOW, find_fellows(texts, keys))):
            assert find_by_store(store)[how] == {(id_, other) for id_, others in found.items() for other in others}
