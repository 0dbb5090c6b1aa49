"""What grows with the reports grows no faster than they: counted in questions asked, never in time."""

from collections.abc import Callable
from itertools import combinations
from random import Random
from typing import Any

import pytest

from sayso.model.entity import EntityKind
from sayso.resolve import grouping, home, unify
from sayso.resolve.demonym import is_demonym
from sayso.resolve.grouping import Groups, join_names
from sayso.resolve.label import Label
from sayso.resolve.referent import Referent

_LETTERS = "bdfgklmnprstvz"
_VOWELS = "aeiou"


def invent_names(count: int) -> list[str]:
    """So many names of two invented words."""
    chance = Random(7)  # noqa: S311 - no secret

    def word() -> str:
        return "".join(chance.choice(_LETTERS) + chance.choice(_VOWELS) for _ in range(4)).title()

    return sorted({f"{word()} {word()}" for _ in range(count)})


def count_calls(monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> list[Any]:
    """What a function is asked from now on."""
    asked: list[Any] = []
    real: Callable[..., Any] = getattr(place, name)

    def counted(*words: Any, **more: Any) -> Any:
        asked.append(words)
        return real(*words, **more)

    monkeypatch.setattr(place, name, counted)
    return asked


def test_the_noun_of_a_party_is_asked_once_whatever_the_number_of_parties(monkeypatch: pytest.MonkeyPatch) -> None:
    labels = [Label("party", name) for name in (*invent_names(300), "Committee of Sel", "Committee")]
    asked = count_calls(monkeypatch, grouping, "_nouns_of")
    groups = Groups(labels, known={})
    join_names(groups, [])
    assert len(asked) == len(labels)
    assert groups.root(labels[-1]) == groups.root(labels[-2])


def test_the_peoples_of_a_country_are_listed_once_for_all_outlets(monkeypatch: pytest.MonkeyPatch) -> None:
    countries = [name.split()[0] for name in invent_names(100)]
    called = [home.read_outlet(f"{country}n Public Radio", ()) for country in countries]
    asked = count_calls(monkeypatch, home, "list_peoples")
    nations = home.know_nations(countries)
    homes = [home.find_home(each, nations) for each in called]
    assert homes == countries
    assert len(asked) == len(set(countries))


def test_peoples_of_a_nation_are_those_that_its_name_makes() -> None:
    assert is_demonym("Kurdish", "Kurds")
    assert is_demonym("Libyan", "Libya")
    assert not is_demonym("Iran", "Iraq")
    assert not is_demonym("Velia", "Velia")
    assert not is_demonym("Oman", "Om")


@pytest.mark.parametrize("seed", range(8))
def test_scenes_are_the_reports_that_share_two_names_near_or_far(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - no secret
    named = [{chance.randrange(25) for _ in range(chance.randrange(5))} for _ in range(40)]
    labels = [
        [(Referent(EntityKind.PLACE, (f"Place {name}",)), Label("place", f"Place {name}")) for name in names]
        for names in named
    ]
    expected = list(range(len(named)))
    for one, other in combinations(range(len(named)), 2):
        if len(named[one] & named[other]) >= 2:
            low, high = sorted((expected[one], expected[other]))
            expected = [low if each == high else each for each in expected]
    assert unify._find_scenes(labels, Groups({label for row in labels for _, label in row}, known={})) == expected
