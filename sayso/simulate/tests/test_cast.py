"""Who there is: names of nobody, sides that speak with one voice, a commander who goes over on a day."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from sayso.simulate.cast import Cast, CastMaker
from sayso.simulate.names import respell
from sayso.simulate.press import make_press


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311  # invents, guards nothing


def make_cast(seed: int) -> Cast:
    return CastMaker("t", chance(seed)).make()


def test_a_side_speaks_with_one_voice() -> None:
    cast = make_cast(1)
    for party in (*cast.parties, cast.patron):
        assert {speaker.voice for speaker in party.speakers} == {party.voice}
    assert len({party.voice for party in (*cast.parties, cast.patron)}) == 4


def test_a_turncoat_speaks_for_one_side_and_then_for_the_other() -> None:
    turncoat = make_cast(1).turncoat
    before, after = turncoat.on(turncoat.day - timedelta(days=1)), turncoat.on(turncoat.day)
    assert before.id == after.id
    assert before.voice != after.voice
    old, new = before.ties
    assert (old.of, new.of) == (before.voice, after.ties[1].of)
    assert old.end is not None
    assert new.start is not None
    assert old.end < new.start


def test_nobody_has_another_s_name() -> None:
    press = make_press(3)
    names = [outlet.name for outlet in (*press.wires, *press.outlets)]
    assert len(set(names)) == len(names)
    cast = make_cast(2)
    assert len({town.name for town in (*cast.towns, cast.capital)}) == 6


def test_an_odd_spelling_keeps_the_first_letter_and_changes_something() -> None:
    rng = chance(5)
    for name in ("Korvat", "Zerke", "Marek Vaskra"):
        odd = respell(name, rng)
        assert odd != name
        assert odd[0] == name[0]
    assert respell("Ban", rng) == "Ban"
