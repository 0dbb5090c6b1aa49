"""A breadcrumb gives the sections and is told from titles and sentences."""

import pytest

from sayso.extract.breadcrumb import Breadcrumb, parse_breadcrumb

TITLE = "Army leaves Harra / who comes?"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("Home > World", ("Home", "World")),
        ("You are here: Front Page > News > Sool", ("Front Page", "News", "Sool")),
        ("Inicio / Territorio", ("Inicio", "Territorio")),
        ("Home » Politics » Army leaves Harra / who comes?", ("Home", "Politics")),
        ("Home / Politics / Army leaves Harra / who comes?", ("Home", "Politics")),
        ("Home Reports Army leaves Harra / who comes?", ("Home", "Reports")),
        ("Harra Post » World » Interview", ("Harra Post", "World", "Interview")),
        ("Home > Artsakh > Frontline        ARM  RUS  ENG", ("Home", "Artsakh", "Frontline")),
    ],
)
def test_sections_are_read_from_the_root_down(text: str, sections: tuple[str, ...]) -> None:
    found = parse_breadcrumb(text, title=TITLE)
    assert found is not None
    assert found.sections == sections


def test_a_long_last_part_is_the_title() -> None:
    found = parse_breadcrumb("Home / North / The army leaves the old town", title=None)
    assert found == Breadcrumb(("Home", "North"), "The army leaves the old town")


@pytest.mark.parametrize(
    "text",
    [
        TITLE,
        "Is this a base / a corridor?",
        "Either / or",
        "News: the army has left",
        "The army left at dawn on Friday, residents said.",
        "Home is where the army sleeps.",
        "",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert parse_breadcrumb(text, title=TITLE) is None
