"""Covered words are found however they are written, and offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.report import Report
from sayso.model.values.span import Span
from sayso.model.veil import MARK, Veil, cover_all

VEIL = Veil(frozenset({"Idris Fennar", "Fennar", "فنار", "Феннар", "O'Brien", "Al-Jufra"}))


@pytest.mark.parametrize(
    "text",
    [
        "IDRIS FENNAR",
        "Idris\nFennar",
        "idris-fennar",
        "Idris Fénnar",
        "Fennar's men",
        "the Fennars",
        "@fennar_official",
        "@idrisfennar",
        "https://paper.example/idris-fennar-held",
        "https://paper.example/%D9%81%D9%86%D8%A7%D8%B1",
        "قال فنار",
        "وفنار",
        "فَنّار",
        "словам Феннара",
        "OBrien",
        "O’Brien",
        "al jufra",
        "Fen\u00adnar",
    ],
)
def test_a_name_is_covered_however_it_is_written(text: str) -> None:
    assert MARK in VEIL.over_text(text)


@pytest.mark.parametrize("text", ["Fennarite", "the spokesman", "frontier", ""])
def test_other_words_stay(text: str) -> None:
    assert VEIL.over_text(text) == text


def test_a_number_is_no_part_of_a_longer_one() -> None:
    assert Veil(frozenset({"12"})).over_text("112, 12, 120") == f"112, {MARK * 2}, 120"


@given(st.text(), st.text(min_size=1))
def test_covering_keeps_the_length_and_covering_again_changes_nothing(text: str, words: str) -> None:
    veil = Veil(frozenset({words}))
    once = veil.over_text(text) if "://" not in text else text
    assert len(once) == len(text)
    assert veil.over_text(once) == once


@given(st.text())
def test_all_letters_and_digits_are_covered(text: str) -> None:
    assert not any(letter.isalnum() for letter in cover_all(text))


def test_words_are_covered_at_any_depth_and_the_rest_is_the_same_value() -> None:
    report = Report(
        id="r1", address="a.txt", text="Fennar spoke.", headings=(Span(0, 6, "Fennar"),), sections=("World",)
    )
    shown = VEIL.over(report)
    assert shown.text == f"{MARK * 6} spoke."
    assert shown.headings[0].text == MARK * 6
    assert shown.sections is report.sections
    other = Report(id="r1", address="a.txt", text="Nobody spoke.")
    assert VEIL.over(other) is other


def test_a_veil_without_words_covers_nothing() -> None:
    assert Veil().over_text("Idris Fennar") == "Idris Fennar"
    assert not Veil(frozenset({"—"})).hides("— x —")
