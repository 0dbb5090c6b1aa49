"""Names of real places, in the spellings that reports have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.gazetteer.fold import fold_name, sound_name, spell_name


@pytest.mark.parametrize(
    "spellings",
    [
        ("Jufra", "Al-Jafra", "Al Jufrah", "الجفرة"),
        ("Waddan", "Weddan", "Waddān", "ودان"),
        ("Sokna", "Suknah", "Sūknah", "سوكنة"),
        ("Tamanhint", "Tamenhint", "Taminhint", "تمنهنت"),
        ("Kyiv", "Kiev", "Київ", "Киев"),
        ("Cherepovets", "Череповец"),
        ("Zmiinyi", "Зміїний"),
        ("Al-Jafra airbase", "Al Jufra Airport", "Jufra air base"),
    ],
)
def test_spellings_of_one_name_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound_name(each) for each in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("U.S.", "US"), ("St. Louis", "Saint Louis"), ("Al-Jufra", "jufra"), ("Ţarābulus", "Tarabulus"), ("W.Va.", "WVa")],
)
def test_dots_accents_and_articles_do_not_count(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(("one", "other"), [("Tripoli", "Tobruk"), ("Hun", "Homs"), ("Jufra", "Jufra air base")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound_name(one) != sound_name(other)


@given(st.text(max_size=300))
def test_any_text_has_keys(name: str) -> None:
    assert fold_name(name) == fold_name(name).strip()
    assert " " not in spell_name(name)
    assert " " not in sound_name(name)


def test_long_name_is_cut() -> None:
    assert len(fold_name("ا" * 10_000)) <= 200
