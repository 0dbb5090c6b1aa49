"""A dateline is told from a sentence, and its parts from each other."""

import pytest

from sayso.extract.dateline import Dateline, parse_dateline


def parts(text: str) -> tuple[str, str | None, str | None]:
    found = parse_dateline(text)
    assert found is not None
    return found.place, found.date, found.agency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TUNIS, 3 June (Sahel Agency) - Rebels left.", ("TUNIS", "3 June", "Sahel Agency")),
        ("BENGHAZI, Libya, Jan 6 (Qasr) — Forces said.", ("BENGHAZI, Libya", "Jan 6", "Qasr")),
        ("MOSCOW, January 8. /Volga Press/. Forces have left.", ("MOSCOW", "January 8", "Volga Press")),
        ("LAS ANOD (NP) — Forces overran it.", ("LAS ANOD", None, "NP")),
        ("WASHINGTON - The president said.", ("WASHINGTON", None, None)),
        ("PORT-AU-PRINCE, Haiti (AntA) — Gangs left.", ("PORT-AU-PRINCE, Haiti", None, "AntA")),
        ("Tripoli, 3 June 2017 (Harra) – Rebels left.", ("Tripoli", "3 June 2017", "Harra")),
    ],
)
def test_place_day_and_agency_are_read(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert parts(text) == expected


def test_the_dateline_ends_before_its_dash() -> None:
    found = parse_dateline("TUNIS, 3 June (Sahel Agency) - Rebels left.")
    assert found == Dateline("TUNIS, 3 June (Sahel Agency)", "TUNIS", "3 June", "Sahel Agency")


@pytest.mark.parametrize(
    "text",
    [
        "The army (LNA) - once 3,000 men - left.",
        "LIVE - The army leaves",
        "HOST: And is that true?",
        "Tarsel - the general - left.",
        "The UN said on Monday.",
        "UN officials left on 3 June.",
        "",
    ],
)
def test_a_sentence_has_no_dateline(text: str) -> None:
    assert parse_dateline(text) is None
