"""Whatever comes, changes or goes, and whatever persons rule: what is renewed is what follows from all that stands."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from sayso.engine.claims import rows_of
from sayso.engine.incremental import read_derived, renew
from sayso.engine.store import Store
from sayso.engine.tests.following import Following, apply
from sayso.engine.tests.test_near import make_outlets
from sayso.engine.tests.wires import make_citers
from sayso.model.knowledge import Knowledge
from sayso.model.ruling import Rulings, pair_claims


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


@pytest.mark.parametrize("seed", [1, 3])
def test_twins_ruled_apart_stay_told_whatever_is_ruled_next(seed: int) -> None:
    following = Following.of(seed)
    following.stand = dict(following.known)
    store = Store(sqlite3.connect(":memory:"))
    renew(list(following.known.items()), (), store, knowledge=following.knowledge)
    for twins in following.list_twins()[:6]:
        following.rulings = Rulings(apart=frozenset({pair_claims(*twins)}))
        for event in (event for event in following.derive().events if len(event.claims) > 1):
            two_voices = frozenset({pair_claims(*event.claims[:2])})
            following.rulings = replace(following.rulings, two_voices=two_voices)
            renew([], (), store, knowledge=following.knowledge, rulings=following.rulings)
            assert read_derived(store) == sorted(rows_of(following.derive()))


@pytest.mark.parametrize("seed", range(3))
def test_a_wire_that_many_print_comes_and_goes_with_its_outlets(seed: int) -> None:
    following = Following.of(seed)
    following.known = dict(enumerate(make_outlets(65)))
    store = Store(sqlite3.connect(":memory:"))
    for count in (40, 66, 30, 60, 55):
        before, nodes = dict(following.stand), sorted(following.known)
        following.stand = {node: following.known[node] for node in following.rng.sample(nodes, k=count)}
        changed = [(node, each) for node, each in following.stand.items() if node not in before]
        gone = [each.report.id for node, each in before.items() if node not in following.stand]
        renew(changed, gone, store, knowledge=following.knowledge)
        assert read_derived(store) == sorted(rows_of(following.derive()))


@pytest.mark.parametrize("seed", range(6))
def test_what_nobody_holds_comes_goes_and_comes_again(seed: int) -> None:
    following, store = Following.of(seed), Store(sqlite3.connect(":memory:"))
    following.known, following.knowledge = dict(enumerate(make_citers(seed))), Knowledge()
    for _ in range(12):
        changed, gone = following.act()
        renew(changed, gone, store, knowledge=following.knowledge, rulings=following.rulings)
        assert read_derived(store) == sorted(rows_of(following.derive()))
        anew = Store(sqlite3.connect(":memory:"))
        renew(list(following.stand.items()), (), anew, knowledge=following.knowledge, rulings=following.rulings)
        assert _list_pointers(store) == _list_pointers(anew)


def _list_pointers(store: Store) -> list[tuple[object, ...]]:
    return store.ask("SELECT node, place, id FROM near_pointers ORDER BY node, place")
