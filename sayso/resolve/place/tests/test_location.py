"""Putting the places of a batch; all places invented."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.knowledge import Knowledge
from sayso.model.place import Gazetteer, KnownPlace, PlaceKind
from sayso.resolve.place import Naming, Surroundings, candidates, compare, locate, parse, resolve
from sayso.resolve.place.tests.build import Places, town

NORTH = town("t:1", "Orlanda", "XV", 10, 10)
SOUTH = town("t:2", "Orlanda", "XW", -40, 40, people=6_000)
QUIRAL = town("t:3", "Quiral", "XV", 10.1, 10.2, people=900)
VELMO = KnownPlace("t:4", "Velmo", PlaceKind.COUNTRY, "XV", 11, 11, 300_000, "invented", population=900_000)
ALL = Places(NORTH, SOUTH, QUIRAL, VELMO)
KNOWN = Knowledge(gazetteer=ALL)
BATCH = [
    Naming("orlanda", "r1", "Orlanda", "in "),
    Naming("quiral", "r1", "Quiral", "and "),
    Naming("orlanda", "r2", "Orlanda", "left "),
    Naming("", "r2", "Velmo", "in "),
    Naming("nowhere", "r2", "Tel Arwan", "at "),
]


@given(st.permutations(BATCH))
def test_order_of_reports_changes_nothing(batch: list[Naming]) -> None:
    assert locate(batch, knowledge=KNOWN) == locate(BATCH, knowledge=KNOWN)


def test_reports_on_one_place_are_weighed_together() -> None:
    alone = locate([Naming("orlanda", "r3", "Orlanda", "near ")], knowledge=KNOWN)["orlanda"]
    pooled = locate([*BATCH, Naming("orlanda", "r3", "Orlanda", "near ")], knowledge=KNOWN)["orlanda"]
    assert alone.location is None or alone.location.place.id == "t:2"
    assert pooled.location is not None
    assert pooled.location.place == NORTH
    assert [option.id for option in pooled.location.others] == ["t:2"]


def test_all_namings_beside_it_put_it_near() -> None:
    near = [replace(each, before="near ") if each.entity == "orlanda" else each for each in BATCH]
    one = near[:2] + BATCH[2:]
    assert getattr(locate(near, knowledge=KNOWN)["orlanda"].location, "where_prec", None) == 2
    assert getattr(locate(one, knowledge=KNOWN)["orlanda"].location, "where_prec", None) == 1


def test_country_of_the_outlet_is_a_hint() -> None:
    naming = [Naming("orlanda", "r", "Orlanda", "in ")]
    placed = locate(naming, knowledge=KNOWN, countries={"r": {"XV": "the outlet Velmo Post is of that country"}})
    location = placed["orlanda"].location
    assert location is not None
    assert location.place == NORTH
    assert "the outlet Velmo Post is of that country" in [reason.because for reason in location.reasons]


def test_unknown_place_stays_as_its_words_with_the_reason() -> None:
    placing = locate(BATCH, knowledge=KNOWN)["nowhere"]
    assert placing.location is None
    assert placing.answer.because == "no known place is called “Tel Arwan”"
    assert locate(BATCH, knowledge=KNOWN)["quiral"].location is not None


def test_nothing_is_put_without_a_gazetteer() -> None:
    assert locate(BATCH, knowledge=Knowledge()) == {}


def test_reasons_name_what_was_compared_and_its_weight() -> None:
    around = Surroundings(ALL, others=(parse("Quiral"), parse("Velmo")))
    answer = resolve("Orlanda", around=around)
    assert answer.best is not None
    assert answer.best.of == NORTH
    near = [reason for reason in answer.best.reasons if reason.because.startswith("near other places")]
    assert near
    assert near[0].weight > 0
    assert answer.because.startswith("Orlanda (XV): ")
    assert candidates("Orlanda", around=around) == answer.candidates


@pytest.mark.parametrize("words", ["", "the town", "飛行場", "x" * 10_000, "A" * 10_000, "\x00", "(" * 500])
def test_any_words_get_an_answer(words: str) -> None:
    answer = resolve(words, around=Surroundings(ALL))
    assert answer.best is None
    assert answer.because


def test_shares_of_candidates_sum_to_one_at_most() -> None:
    found = candidates("Orlanda", around=Surroundings(ALL))
    assert 0.99 <= sum(each.score for each in found) <= 1.01


def test_two_entries_for_one_spot_are_one_place() -> None:
    twin = replace(NORTH, id="g:9", latitude=10.005)
    assert compare(NORTH, twin).score > 0.8
    assert compare(NORTH, NORTH).score == 1.0
    assert compare(NORTH, SOUTH).score == 0.0
    assert compare(NORTH, VELMO).score == 0.0
    assert compare(NORTH, QUIRAL).score == 0.0


@pytest.mark.parametrize(
    ("words", "before", "after", "name", "said", "within", "beside"),
    [
        ("Al-Jafra airbase", "", "", "Al-Jafra", "airbase", (), ""),
        ("Weddan", "seen near ", "", "Weddan", "", (), "near"),
        ("Waddan", "in ", ", Libya, on", "Waddan", "", ("Libya",), ""),
        ("Mekelle", "in ", " in the Tigray region", "Mekelle", "", ("Tigray",), ""),
        ("Douma", "the Syrian town of ", "", "Douma", "town", ("Syrian",), ""),
        ("St. Petersburg", "", "", "St. Petersburg", "", (), ""),
        ("the base of Al-Jufra", "", "", "Al-Jufra", "base", (), ""),
        ("الجفرة", "", "", "الجفرة", "", (), ""),
    ],
)
def test_words_say_name_kind_and_whereabouts(
    words: str, before: str, after: str, name: str, said: str, within: tuple[str, ...], beside: str
) -> None:
    named = parse(words, before=before, after=after)
    assert (named.name, named.said, named.within, named.beside) == (name, said, within, beside)


def test_gazetteer_of_the_tests_is_one() -> None:
    gazetteer: Gazetteer = ALL
    assert gazetteer.find(["Quiral", ""]) == [(QUIRAL,), ()]
