"""What the words for a source say of it: for whom it speaks, what it is called, what it can stand for."""

from __future__ import annotations

import pytest

from sayso.corroborate.voice.naming import is_same_name, is_short_for, is_spelled_alike
from sayso.corroborate.voice.principal import find_principal
from sayso.corroborate.voice.speaker import is_body, is_collective, is_party_outlet, is_staff
from sayso.corroborate.voice.title import find_bodies, read_titles
from sayso.model.claim import Mention


@pytest.mark.parametrize(
    ("words", "principal"),
    [
        ("a man in the Council's press office", "the Council"),
        ("Odo Kell's lawyer", "Odo Kell"),
        ("A spokesman for the peshmerga ministry", "the peshmerga ministry"),
        ("An army spokesman", "army"),
        ("The Guard's photographs", "The Guard"),
        ("photos released by the army", "the army"),
        ("a post on the messaging channel Grey Owl", "Grey Owl"),
        ("an SLA video of Wednesday", "SLA"),
        ("a source in the Council", None),
        ("an official of the ministry", None),
        ("his lawyer", None),
        ("satellite images of May 13", None),
        ("a video posted on Telegram on Wednesday", None),
        ("Odo Kell's niece", None),
    ],
)
def test_words_say_for_whom_somebody_speaks(words: str, principal: str | None) -> None:
    assert find_principal(words) == principal


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("the ministry", "Ministry of Defence"),
        ("the prison service", "the regional prison service"),
        ("the Red Lamp", "Red Lamp Relief Society"),
        ("the mediator", "Norvalia's mediator"),
    ],
)
def test_short_name_stands_for_the_full_one(short: str, full: str) -> None:
    assert is_short_for(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("the army", "Sel Liberation Army"),
        ("the commander", "commander of the Guard"),
        ("Tolun", "Tolun Wire Service"),
        ("the ministry", "the ministry"),
    ],
)
def test_what_every_side_has_stands_for_nobody(short: str, full: str) -> None:
    assert not is_short_for(short, full)


def test_office_is_one_name_with_and_without_of() -> None:
    assert is_same_name("Tar's mayor", "the mayor of Tar")
    assert not is_same_name("the mayor of Tar", "the mayor of Lenn")


def test_name_is_spelled_by_two_hands() -> None:
    assert is_spelled_alike("Saw Lin Te", "Saw Linte")
    assert is_spelled_alike("Idris Fennar", "Idrís Fanar")
    assert not is_spelled_alike("Idris Fennar", "Odo Kell")


def test_own_people_are_the_outlet() -> None:
    assert is_staff(Mention("Our admin"), "Osek Live")
    assert is_staff(Mention("a reporter of the Gazette"), "The Gazette")
    assert is_staff(Mention("this newspaper"), "The Gazette")
    assert not is_staff(Mention("a reporter of the Gazette"), "Northgate Wire")
    assert not is_staff(Mention("our mayor"), "Osek Live")


def test_body_needs_no_name_and_a_person_is_no_body() -> None:
    assert is_body(Mention("the prison service"))
    assert is_body(Mention("Noss & Daughters"))
    assert not is_body(Mention("a resident of Tar"))
    assert not is_body(Mention("the officials"))
    assert not is_body(Mention("the army", entity="e1"))


def test_ministry_takes_part_and_a_paper_or_a_monitor_does_not() -> None:
    assert is_party_outlet("Ministry of Information")
    assert is_party_outlet("Press Service of the Zelen Ministry of Security")
    assert not is_party_outlet("The Army Post")
    assert not is_party_outlet("UN Humanitarian Office")
    assert not is_party_outlet("Merrin Wire Service")


def test_both_sides_are_all_of_them() -> None:
    assert is_collective(Mention("officials on both sides"))
    assert not is_collective(Mention("officials"))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("One bomb fell, the head of the civil defence, Ada Moor, told the Wire.", "the civil defence"),
        ("Three boats came, Commander Ada Moor of the coast guard told the agency.", "the coast guard"),
        ("She was safe, said Ada Moor, managing director of Noss & Daughters. No more is known.", "Noss & Daughters"),
        ("Coast guard spokesman Ada Moor said no.", "Coast guard"),
        ("The rebels' spokeswoman, Ada Moor, said no.", "The rebels"),
    ],
)
def test_title_beside_a_name_says_for_whom_it_speaks(text: str, body: str) -> None:
    assert body in find_bodies(read_titles(text, "Ada Moor"))


@pytest.mark.parametrize(
    "text", ["The former head of the Guard, Ada Moor, said no.", "A cousin of the commander, Ada Moor, said no."]
)
def test_what_somebody_was_or_whose_kin_says_nothing(text: str) -> None:
    assert read_titles(text, "Ada Moor") == ()
