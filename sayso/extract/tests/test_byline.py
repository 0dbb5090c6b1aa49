"""A byline is a short line with a name; a sentence that begins with "by" is none."""

import pytest

from sayso.extract.byline import parse_byline


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Amina Diallo", "Amina Diallo"),
        ("By: Our Correspondent in Sevare | Reading time: 3 min | A- A+", "Our Correspondent in Sevare"),
        ("By Okon Bello, Harra", "Okon Bello, Harra"),
        ("By Nahla Bishai     10 May, 9:02 pm     Font size: – +", "Nahla Bishai"),
        ("Par Awa Diarra - 12 mars 2023", "Awa Diarra"),
        ("Author: Omar Sel", "Omar Sel"),
    ],
)
def test_the_writer_is_named(text: str, name: str) -> None:
    assert parse_byline(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "By dawn the army had left.",
        "By the time Omar Sel arrived, the bridge was gone",
        "By Friday",
        "The army left by the north road",
        "Par hasard, personne ne fut blessé",
        "",
    ],
)
def test_other_lines_name_nobody(text: str) -> None:
    assert parse_byline(text) is None
