"""How a speaker knows."""

import pytest

from sayso.model.values.stance import Basis
from sayso.read.stance import find_basis


@pytest.mark.parametrize(
    ("source", "cue", "basis"),
    [
        ("satellite images of 23 May", "show", Basis.IMAGES),
        ("A ministry report", "said", Basis.DOCUMENT),
        ("a witness", "said", Basis.SAW),
        ("A farmer", "watched", Basis.SAW),
        ("The mayor", "had been told", Basis.TOLD),
        ("The reporters", "said", Basis.UNSTATED),
        ("The general", "said", Basis.UNSTATED),
    ],
)
def test_basis_follows_the_words(source: str, cue: str, basis: Basis) -> None:
    assert find_basis(source, cue) is basis


def test_to_see_that_is_an_opinion() -> None:
    assert find_basis("The analyst", "saw", goes_on="that") is Basis.UNSTATED
