"""Which reports are compared is what the stage itself would compare, crowded keys and all."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import duckdb
import pytest

from sayso.corroborate.lineage.candidates import find_candidates
from sayso.corroborate.lineage.finding import prepare_sides
from sayso.corroborate.lineage.keys import find_keys
from sayso.engine.claims import batch_of_resolutions
from sayso.engine.duck import Duck
from sayso.engine.relational import NEAR
from sayso.engine.step.key import find_report_keys
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


def find_by_stage(resolutions: list[Resolution]) -> dict[str, frozenset[str]]:
    sides = prepare_sides(resolutions)
    return find_candidates(
        [side.text for side in sides.values()], {id_: find_keys(s.text, s.credits) for id_, s in sides.items()}
    )


def find_by_sql(resolutions: list[Resolution]) -> dict[str, frozenset[str]]:
    payloads = batch_of_resolutions(resolutions)["payload"].to_pylist()
    rows = find_report_keys([Given("inside", n, text) for n, text in enumerate(payloads)], Knowledge())
    with duckdb.connect() as connection:
        tables = Duck(connection, Path(), lambda work, pieces: iter(()))
        connection.register("report_keys", batch_of_found(rows))
        for step in NEAR:
            tables.make(step)
        near: dict[str, set[str]] = defaultdict(set)
        for node, other in connection.execute("SELECT node, other FROM near").fetchall():
            near[resolutions[node].report.id].add(resolutions[other].report.id)
    return {id_: frozenset(others) for id_, others in near.items()}


@pytest.mark.parametrize("count", [3, 120])
def test_sql_finds_the_pairs_that_the_stage_finds(count: int) -> None:
    resolutions = make_outlets(count)
    found = find_by_stage(resolutions)
    assert found["Tern Wire"]
    assert find_by_sql(resolutions) == found
