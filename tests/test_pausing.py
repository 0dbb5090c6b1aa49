"""The search for rings of objects stands still inside, and only there."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from sayso.corroborate import corroborate
from sayso.corroborate.tests.affair import build, load
from sayso.model.knowledge import Knowledge
from sayso.pausing import collect_seldom, pause_collecting


@pytest.fixture(autouse=True)
def searching() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_searched_inside_and_afterwards_as_before() -> None:
    with pause_collecting(), pause_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    with pause_collecting():
        pass
    assert not gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(KeyError), pause_collecting():
        raise KeyError
    assert gc.isenabled()


def test_seldom_is_seldom_inside_alone() -> None:
    before = gc.get_threshold()
    with collect_seldom(123_456):
        assert gc.get_threshold()[0] == 123_456
    assert gc.get_threshold() == before


@pytest.mark.parametrize("case", ["voice/copies_are_one_voice", "holding/a_loss_denied"])
def test_corroboration_leaves_no_ring_of_objects_behind(case: str) -> None:
    """So nothing is lost by not looking for one; what is remembered from text to text is laid out before."""
    resolutions = build(load(case))
    corroborate(resolutions, knowledge=Knowledge())
    gc.collect()
    gc.disable()
    assert corroborate(resolutions, knowledge=Knowledge()).events
    assert gc.collect() == 0
