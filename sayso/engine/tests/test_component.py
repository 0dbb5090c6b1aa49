"""What the SQL puts together is what following every link by hand puts together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engine.component import find_components
from sayso.engine.duck import Duck

Links = Sequence[tuple[int, int]]


def find_by_sql(links: Links) -> dict[int, int]:
    with duckdb.connect() as connection:
        tables = Duck(connection, Path(), lambda work, pieces: iter(()))
        connection.execute("CREATE TABLE links (node BIGINT, other BIGINT)")
        for left, right in links:
            connection.execute("INSERT INTO links VALUES (?, ?), (?, ?)", (left, right, right, left))
        find_components(tables, links="links", labels="labels")
        return dict(connection.execute("SELECT node, label FROM labels").fetchall())


def find_by_hand(links: Links) -> dict[int, int]:
    labels = {node: node for link in links for node in link}
    for _ in labels:
        for left, right in links:
            labels[left] = labels[right] = min(labels[left], labels[right])
    return labels


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60))
def test_all_that_links_lead_to_is_one_component(links: Links) -> None:
    assert find_by_sql(links) == find_by_hand(links)


def test_a_long_chain_is_one_component() -> None:
    assert set(find_by_sql([(node, node + 1) for node in range(300)]).values()) == {0}


def test_what_is_linked_to_itself_is_a_component() -> None:
    assert find_by_sql([(3, 3), (5, 5)]) == {3: 3, 5: 5}
