"""One name has one key in every alphabet whose letters are known."""

from __future__ import annotations

import pytest

from sayso.model.values.letter import fold
from sayso.model.values.sound import key_of


@pytest.mark.parametrize(
    "spellings",
    [("Sorgun", "Soorghun", "سورغون", "Соргун"), ("Orvakh", "أورفاخ", "Орвах"), ("Mishkan", "ميشكان", "Мішкан")],
)
def test_one_name_has_one_key_in_three_alphabets(spellings: tuple[str, ...]) -> None:
    assert len({key_of(fold(spelling).replace(" ", "")) for spelling in spellings}) == 1


def test_word_of_vowels_alone_has_a_key() -> None:
    assert key_of("oia") == "a"
