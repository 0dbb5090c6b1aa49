"""Dates that a claim takes from its own words and from words around it, and how the day of telling is known."""

from dataclasses import replace

import pytest

from sayso.model.claim import Claim, When
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.values.span import Evidence
from sayso.resolve.layout import lay_out
from sayso.resolve.tests.build import claim, report, span
from sayso.resolve.when import date_claim


def dated(
    text: str, words: str, *, told: str | None = "2031-05-12", when: str | None = None, **kinds: str
) -> When | None:
    where = report(text, published=told)  # 12 May 2031 is a Monday
    return date_claim(claim(where, words, when=when, **kinds), report=where, layout=lay_out(text))


def day_of(
    text: str, words: str, *, told: str | None = "2031-05-12", when: str | None = None, **kinds: str
) -> str | None:
    found = dated(text, words, told=told, when=when, **kinds)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("basis", "said"),
    [
        (PublishedBasis.HEADER, "published"),
        (PublishedBasis.METADATA, "published"),
        (PublishedBasis.DATELINE, "dateline"),
        (PublishedBasis.PERSON, "person"),
        (PublishedBasis.LINK, "link"),
    ],
)
def test_date_says_how_the_day_of_telling_is_known(basis: PublishedBasis, said: str) -> None:
    text = "Fighters took Orm base on Saturday."
    where = replace(report(text), published=Published("2031-05-12", basis))
    found = date_claim(claim(where, text[:-1], when="on Saturday"), report=where, layout=lay_out(text))
    assert found
    assert (found.edtf, found.basis) == ("2031-05-10", said)


def test_without_a_day_of_telling_relative_words_stay_open() -> None:
    found = dated(
        "Fighters took Orm base on Saturday.", "Fighters took Orm base on Saturday", told=None, when="on Saturday"
    )
    assert found
    assert (found.edtf, found.basis) == (None, None)


def test_words_beside_the_trigger_date_the_claim() -> None:
    text = "The governor threatened in March to close the road."
    where = report(text)
    given = replace(
        claim(where, "threatened in March to close the road", type_="threaten"), trigger=span(text, "threatened")
    )
    found = date_claim(given, report=where, layout=lay_out(text))
    assert found
    assert (found.span.text, found.edtf) == ("March", "2031-03")


def test_words_at_the_start_date_the_claim() -> None:
    text = "“Yesterday our men took Orm base,” he said."
    assert day_of(text, "Yesterday our men took Orm base") == "2031-05-11"


def test_date_inside_a_name_dates_nothing() -> None:
    text = "He called on both sides to return to the agreement of 2015."
    assert day_of(text, "called on both sides to return to the agreement of 2015") is None


def test_clause_is_counted_from_its_main_clause() -> None:
    text = "Fighters took Orm base on Sunday, a day after they captured the pass."
    assert day_of(text, "they captured the pass") == "2031-05-10"
    text = "Fighters have taken Orm base, two days after the shelling began."
    assert day_of(text, "the shelling began") == "2031-05-10"
    assert day_of(text, "the shelling began", when="two days") == "2031-05-10"


def test_hours_after_a_clause_are_the_day_of_the_main_one() -> None:
    text = "Fighters entered Orm on Sunday, hours after the garrison fled."
    assert day_of(text, "the garrison fled") == "2031-05-11"
    assert day_of("Fighters entered Orm, hours after the garrison fled.", "the garrison fled") is None


def test_clause_that_counts_roughly_stays_undated() -> None:
    text = "Fighters took Orm base on Sunday, less than two weeks after the army retook it."
    assert day_of(text, "the army retook it") is None


def test_clause_keeps_its_own_date() -> None:
    text = "The road was opened on Sunday, two days after rebels took the pass on Thursday."
    assert day_of(text, "rebels took the pass on Thursday", when="on Thursday") == "2031-05-08"


def test_day_counted_from_a_happening_stays_open() -> None:
    text = "On Friday it rained. The garrison left a day before the rebels came."
    assert day_of(text, "The garrison left a day before the rebels came", when="a day before the rebels") is None


def test_what_images_show_destroyed_was_so_by_their_day() -> None:
    text = "Satellite images of 3 May show a burnt roof."
    where = report(text)
    given = claim(where, "a burnt roof", by=["Satellite images of 3 May"], cue="show", type_="destroy")
    found = date_claim(given, report=where, layout=lay_out(text))
    assert found
    assert found.edtf == "../2031-05-03"


def test_what_is_to_come_looks_ahead() -> None:
    text = "Talks were to open in Tarsel on Friday."
    assert day_of(text, "Talks were to open in Tarsel on Friday", when="on Friday") == "2031-05-16"
    text = "Talks opened in Tarsel on Friday."
    assert day_of(text, "Talks opened in Tarsel on Friday", when="on Friday") == "2031-05-09"


def test_what_may_come_looks_ahead_and_what_may_have_been_does_not() -> None:
    text = "The garrison might leave Orm on Friday."
    assert day_of(text, text[:-1], when="on Friday", stance="possible") == "2031-05-16"
    text = "The garrison may have left Orm on Friday."
    assert day_of(text, text[:-1], when="on Friday", stance="possible") == "2031-05-09"


def test_bare_since_takes_its_clause() -> None:
    text = "Nine have died since the column left Orm on Saturday, a medic said."
    found = dated(text, "Nine have died since the column left Orm on Saturday", when="since")
    assert found
    assert (found.span.text, found.edtf) == ("since the column left Orm on Saturday", "2031-05-10/..")


def test_what_had_been_so_since_lasted_until_what_is_told() -> None:
    text = "The army had held Orm since 2028."
    assert day_of(text, text[:-1], when="since 2028", type_="hold") == "2028/2031-05-12"


def test_words_of_a_gap_between_the_pieces_of_a_claim_date_it() -> None:
    text = "The governor threatened in March to “close the road”."
    where: Report = report(text)
    pieces = Evidence((span(text, "threatened"), span(text, "to “close the road”")))
    given: Claim = replace(
        claim(where, "threatened", type_="threaten"), evidence=pieces, trigger=span(text, "threatened")
    )
    found = date_claim(given, report=where, layout=lay_out(text))
    assert found
    assert found.edtf == "2031-03"


def test_bare_noun_takes_the_word_that_says_which() -> None:
    text = "On 9 May rebels came. There was no fight that day, a farmer said."
    found = dated(text, "There was no fight that day", when="day")
    assert found
    assert (found.span.text, found.edtf) == ("that day", "2031-05-09")


def test_hours_after_a_happening_are_on_its_day() -> None:
    text = "Rebels came on Friday. The garrison gave up after four hours."
    assert day_of(text, "The garrison gave up after four hours", when="after four hours") == "2031-05-09"


def test_years_later_are_counted_from_the_year_that_stood_last() -> None:
    text = "On 9 May rebels came. The camp was built in 2016. Two years later it burned."
    assert day_of(text, "Two years later it burned", when="Two years later") == "2018"
