"""Whatever comes, changes or goes, and whatever persons rule: what is renewed is what follows from all that stands."""

from __future__ import annotations

import sqlite3

import pytest

from sayso.engine.claims import rows_of
from sayso.engine.incremental import read_derived, renew
from sayso.engine.store import Store
from sayso.engine.tests.following import Following, apply


@pytest.mark.parametrize("seed", range(20))
def test_after_every_act_the_store_has_what_follows_from_all_that_stands(seed: int) -> None:
    following, store = Following.of(seed), Store(sqlite3.connect(":memory:"))
    before = read_derived(store)
    for _ in range(12):
        changed, gone = following.act()
        renewal = renew(changed, gone, store, knowledge=following.knowledge, rulings=following.rulings)
        after = read_derived(store)
        assert after == sorted(rows_of(following.derive()))
        assert apply(before, renewal.gone, renewal.come) == after
        before = after
