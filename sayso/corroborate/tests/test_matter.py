"""Matter: which names tell one matter from another."""

from __future__ import annotations

import pytest

from sayso.corroborate.matter import find_telling_names
from sayso.corroborate.wording import stem_word


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on Halvik on Monday.", "Halvik"),
        ("It was said by commander Rosa Zendun of that side.", "Zendun"),
        ("It was seized off Cape Yarun at night.", "Yarun"),
    ],
)
def test_a_place_and_the_end_of_a_name_tell_a_matter(text: str, name: str) -> None:
    assert stem_word(name) in find_telling_names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was said by commander Rosa Zendun of that side.", "Rosa"),
        ("It was taken by the BFB on Monday.", "BFB"),
        ("It was taken by the Front on Monday.", "Front"),
        ("It was taken by the Free Brigades of that town.", "Brigades"),
        ("It was taken by fighters on Monday.", "Monday"),
    ],
)
def test_given_names_letters_and_words_of_every_report_tell_none(text: str, name: str) -> None:
    assert stem_word(name) not in find_telling_names(text)
