"""Two names of one outlet share a key, by which they are found."""

from __future__ import annotations

import pytest

from sayso.corroborate.lineage.outlet import outlet_keys, same_outlet


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("NGW", "The Northgate General Wire"),
        ("Signal Press", "the Signal Press Agency"),
        ("L'Etendard d'Azarem", "L'Etendard"),
        ("Joint Monitoring Mission", "Joint Monitoring Mission to Dravnia"),
        ("Al-Mizan", "صحيفة الميزان"),
        ("Karaneh", "روزنامه کرانه"),
    ],
)
def test_two_names_of_one_outlet_share_a_key(left: str, right: str) -> None:
    assert same_outlet(left, right)
    assert not outlet_keys(left).isdisjoint(outlet_keys(right))


def test_two_initials_are_no_key() -> None:
    assert "tw" not in outlet_keys("Tern Wire")
