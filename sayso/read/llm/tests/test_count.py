"""A value must be what the words of a count can say."""

from __future__ import annotations

import pytest

from sayso.read.llm.answer import SaidNumber
from sayso.read.llm.count import fits


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("300 vehicles", 300, 300),
        ("about 300 vehicles", 270, 330),
        ("more than 14", 15, None),
        ("up to 10", None, 10),
        ("between 40 and 60", 40, 60),
        ("1,300 men", 1300, 1300),
        ("1.300 hommes", 1300, 1300),
        ("3\u202f000 hommes", 3000, 3000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("3 dozen", 36, 36),
        ("١٤ جنديا", 14, 14),
        ("dozens", 24, None),
        ("a MiG-29", None, None),
    ],
)
def test_a_value_that_the_words_give_fits(words: str, low: float | None, high: float | None) -> None:
    assert fits(SaidNumber(words, low, high))


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("300 vehicles", 500, 500), ("between 40 and 60", 40, 90), ("14 men", 1, 1_000_000), ("9" * 5000, 5, 5)],
)
def test_a_value_that_the_words_do_not_give_does_not(words: str, low: float | None, high: float | None) -> None:
    assert not fits(SaidNumber(words, low, high))
