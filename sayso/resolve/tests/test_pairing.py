"""Names that are spellings of each other are found among many as they are among few."""

import random
from itertools import combinations

import pytest

from sayso.resolve.name import compare_names
from sayso.resolve.name.comparison import SAME, is_spelling
from sayso.resolve.name.pairing import find_pairs

FIRST = [
    "Mohamed",
    "Muhammad",
    "M.",
    "Ansel",
    "Anssel",
    "Faraj",
    "Farag",
    "Colonel Ansel",
    "General Faraj",
    "أحمد",
    "Ahmad",
]
SECOND = ["Abd al-Rahman", "Abdulrahman", "Abu Zayd", "Abuzayd", "al", "Odo", "Christophersen", "Christoffersen", "17"]
LAST = ["Fennar", "Fanar", "Dray", "Drey", "Zayd", "Zaid", "الدرسي", "Dersi", "Kjell", "Kell", "Brigade 17", "Abuzayd"]


def make_names(seed: int) -> list[str]:
    """Names of one to four words, some of them alike."""
    chance = random.Random(seed)  # noqa: S311 - a seed for tests, no secret
    rows = [(FIRST, LAST), (FIRST, SECOND, LAST), (SECOND, LAST), (LAST,), (SECOND,), (FIRST, FIRST, SECOND, LAST)]
    return sorted({" ".join(chance.choice(words) for words in chance.choice(rows)) for _ in range(160)})


@pytest.mark.parametrize("seed", range(6))
def test_no_two_spellings_of_one_name_are_missed(seed: int) -> None:
    names = make_names(seed)
    every = [pair for pair in combinations(range(len(names)), 2) if _is_same(names, pair)]
    found = list(find_pairs(names))
    assert found == sorted(set(found))
    assert [pair for pair in found if _is_same(names, pair)] == every
    assert [pair for pair in combinations(range(len(names)), 2) if is_spelling(names[pair[0]], names[pair[1]])] == every
    assert len(every) > 20
    assert len(found) < len(names) * (len(names) - 1) / 4


def _is_same(names: list[str], pair: tuple[int, int]) -> bool:
    return compare_names(names[pair[0]], names[pair[1]]).score >= SAME
