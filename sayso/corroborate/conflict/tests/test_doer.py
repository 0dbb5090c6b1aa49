"""Doers: who is known to be one, who is known to be two, and who is nobody in particular."""

from __future__ import annotations

import pytest

from sayso.corroborate.conflict.doer import NOBODY, Doer

SOLDIERS = Doer(None, frozenset({"state"}), frozenset())
REBELS = Doer(None, frozenset({"irregular"}), frozenset())
RIDERS = Doer(None, frozenset(), frozenset({"scarf"}))
FRONT = Doer("front", frozenset(), frozenset({"ridge"}))
LEAGUE = Doer("league", frozenset(), frozenset({"delta"}))


@pytest.mark.parametrize(("one", "other"), [(SOLDIERS, REBELS), (FRONT, LEAGUE), (SOLDIERS, FRONT), (SOLDIERS, RIDERS)])
def test_parties_that_differ_are_rivals_either_way(one: Doer, other: Doer) -> None:
    assert one.is_rival(other)
    assert other.is_rival(one)


@pytest.mark.parametrize(("one", "other"), [(REBELS, FRONT), (RIDERS, FRONT), (NOBODY, SOLDIERS), (SOLDIERS, SOLDIERS)])
def test_whoever_may_be_one_is_no_rival(one: Doer, other: Doer) -> None:
    assert not one.is_rival(other)
    assert not other.is_rival(one)


def test_armies_of_two_states_are_not_one_army() -> None:
    ardanian = Doer("a", frozenset({"state"}), frozenset({"ardan"}))
    tolunian = Doer("t", frozenset({"state"}), frozenset({"tolun"}))
    assert ardanian.is_rival(tolunian)
