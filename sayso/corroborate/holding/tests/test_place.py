"""What sort of place words name, and which names say the same. All of it is invented."""

import pytest

from sayso.corroborate.holding.kind import find_marks, kind_of
from sayso.corroborate.holding.place import NamedPlace, are_apart, are_same_name, strip_words


def place(name: str) -> NamedPlace:
    return NamedPlace(name, None, (name,), kind_of(name), find_marks(name))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tel Arwan air base", "base"),
        ("water works of Sarn Gate", "station"),
        ("pumping station", "station"),
        ("east bank", "bank"),
        ("bank", None),
        ("34 soldiers", None),
        ("military vehicles", None),
        ("Sarn", None),
    ],
)
def test_the_last_word_before_what_stands_behind_it_says_what_sort_of_place_it_is(words: str, kind: str | None) -> None:
    assert kind_of(words) == kind


def test_a_part_of_a_place_is_the_place_as_named() -> None:
    assert strip_words("a big part of the north-west") == "north-west"
    assert strip_words("the use of a pier") == "pier"


def test_a_name_that_says_less_of_the_same_is_the_same() -> None:
    assert are_same_name(place("Takhet gate"), place("border gate at Takhet"))
    assert not are_same_name(place("northern gate of Takhet"), place("southern gate of Takhet"))
    assert not are_same_name(place("Takhet gate"), place("Takhet bridge"))


def test_two_names_of_their_own_are_apart_and_a_bare_word_is_not() -> None:
    assert are_apart(place("Sinjar"), place("Zumar"))
    assert not are_apart(place("Sinjar"), place("town"))


def test_what_a_place_is_beside_its_name_is_no_part_of_the_name() -> None:
    assert find_marks("Presidential Palace of Sao Lanza") == find_marks("palace of Sao Lanza")
