"""Scales: what words put a thing where, and which ways exclude each other."""

from __future__ import annotations

import pytest

from sayso.corroborate.conflict.scale import Level, read_levels, why_opposed
from sayso.model.values.stance import ClaimType

T = ClaimType


def ends(text: str, type_: ClaimType) -> dict[str, str]:
    return {level.scale: level.end for level in read_levels(text, type_)}


@pytest.mark.parametrize(
    ("text", "type_", "scale", "end"),
    [
        ("the gate was handed over without a shot", T.HAND_OVER, "fight", "none"),
        ("fighters stormed the gate", T.SEIZE, "fight", "some"),
        ("after a fierce battle", T.SEIZE, "fight", "hard"),
        ("a rotation of troops", T.WITHDRAW, "departure", "order"),
        ("soldiers running toward the river", T.WITHDRAW, "departure", "flight"),
        ("destroyed by artillery, not by aircraft", T.DESTROY, "weapon", "shell"),
        ("three inmates died in a fire", T.KILL, "intent", "mishap"),
        ("shot dead in their cells", T.KILL, "intent", "meant"),
        ("11 miles beyond the limit", T.SEIZE, "bound", "outside"),
        ("the families came of their own will", T.DISPLACE, "will", "own"),
    ],
)
def test_words_stand_on_a_scale(text: str, type_: ClaimType, scale: str, end: str) -> None:
    assert ends(text, type_)[scale] == end


def test_bombs_and_shells_named_together_are_no_weapon() -> None:
    assert "weapon" not in ends("bombs and shells fell on the market", T.STRIKE)


def test_departure_is_not_read_from_a_killing() -> None:
    assert "departure" not in ends("they were killed as they fled", T.KILL)


def test_no_way_opposes_itself_and_opposition_has_no_order() -> None:
    none, hard, order = (
        Level("fight", "none", "without a shot"),
        Level("fight", "hard", "fierce battle"),
        Level("departure", "order", "tactical"),
    )
    assert why_opposed(none, none) is None
    assert why_opposed(none, hard) == why_opposed(hard, none) is not None
    assert why_opposed(order, hard) == why_opposed(hard, order) is not None
    assert why_opposed(order, none) is None
