"""What a text shares with one in other letters: its numbers, its names as they sound, its outlet's name."""

from __future__ import annotations

import pytest

from sayso.corroborate.lineage.across import follow_across
from sayso.corroborate.lineage.calling import find_called
from sayso.corroborate.lineage.counting import count_in
from sayso.corroborate.lineage.keys import report_keys
from sayso.corroborate.lineage.outlet import same_outlet
from sayso.corroborate.lineage.tests.example import report
from sayso.corroborate.lineage.text import prepare_text
from sayso.model.values.letter import Script

ARABIC = """وقال نصيف إن 17 بحاراً محتجزون في مقصف الميناء.
وأعلن رعد كمون أن السفينة كانت تحمل بنادق إلى الحكومة."""
ENGLISH = """The director, Nassif, said that 17 sailors were being held in the canteen of the port.
Its spokesman, Raad Kammoun, announced that the ship had been carrying rifles to the government."""


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Seven of 1,200 men left on 14 June 2031.", {"7", "1200", "14"}),
        ("قتل أحد عشر مدنياً وأصيب سبعة في ١٢ مايو", {"11", "7", "12"}),
        ("۲۵۰ کیسه و سه زن", {"250", "3"}),
        ("Погибли трое, ранены 38 тысяч", {"3", "38"}),
        ("П’ятеро з двадцяти одного поранені", {"5"}),
        ("Two men and one dog on line 2/3", set()),
    ],
)
def test_numbers_are_read_in_digits_and_words_of_five_languages(sentence: str, numbers: set[str]) -> None:
    assert count_in(sentence) == numbers


def test_names_and_numbers_that_follow_are_shown() -> None:
    found = follow_across(prepare_text(report("a", ENGLISH).report), prepare_text(report("b", ARABIC).report))
    assert (found.sentences, found.names, found.numbers) == (2, ("Nassif", "Raad", "Kammoun"), ("17",))


def test_it_is_the_same_whichever_text_is_asked_of_the_other() -> None:
    english, arabic = prepare_text(report("a", ENGLISH).report), prepare_text(report("b", ARABIC).report)
    assert follow_across(english, arabic) == follow_across(arabic, english)


def test_sound_keys_are_owned_by_what_few_can_read_and_never_pair_two_english_reports() -> None:
    english, arabic = report_keys(report("a", ENGLISH)), report_keys(report("b", ARABIC, outlet="صوت"))
    assert {key for key in english & arabic if key.startswith("s:")} >= {"s:17|nsf", "s:rd kmn"}
    assert len(english) < 60
    assert len(arabic) < 100


def test_outlets_whose_names_sound_alike_in_two_alphabets_are_one() -> None:
    assert same_outlet("Al-Mizan", "صحيفة الميزان")
    assert not same_outlet("Al-Mizan", "صحيفة الميدان")
    assert not same_outlet("Al-Mizan", "Al-Meezan")  # two spellings in one alphabet: names' own rules


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("A guard told Al-Mizan that nobody came.", True),
        ("The newspaper Mizan has it that nobody came.", True),
        ("In Mizan nobody came.", False),
    ],
)
def test_outlet_is_named_by_the_words_beside_it(text: str, is_named: bool) -> None:
    assert (find_called(text, Script.LATIN, "صحيفة الميزان") is not None) is is_named
