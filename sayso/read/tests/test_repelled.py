"""Who beats an attack off does not attack. The sentences are invented."""

import pytest

from sayso.read.repelled import part_repellers
from sayso.read.tests.build import place
from sayso.read.words import split_words


@pytest.mark.parametrize(
    ("text", "party", "trigger"),
    [
        ("The ministry said its troops beat off the assault on Tarn .", "its troops", "assault"),
        ("The guard has repelled two rebel attacks this week .", "The guard", "attacks"),
        ("An attack on the fort was repelled by the guard .", "the guard", "attack"),
    ],
)
def test_who_repels_an_attack_is_who_was_attacked(text: str, party: str, trigger: str) -> None:
    words = split_words(text)
    run = place(words, party)
    found = part_repellers("attack", {"actor": (run,)}, place(words, trigger)[0], words)
    assert found == {"actor": (), "recipient": (run,)}


@pytest.mark.parametrize(
    ("text", "party", "trigger"),
    [
        ("The rebels launched an attack that the guard repelled .", "The rebels", "attack"),
        ("The guard beat off the raid and began an attack on Tarn .", "The guard", "attack"),
    ],
)
def test_who_attacks_stays_who_attacks(text: str, party: str, trigger: str) -> None:
    words = split_words(text)
    given = {"actor": (place(words, party),)}
    assert part_repellers("attack", given, place(words, trigger)[0], words) == given
