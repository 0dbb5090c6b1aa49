"""All dates that words may mean, and the best, with reasons."""

import pytest

from sayso.resolve.when import Anchor, candidates, compare, resolve

SUNDAY = Anchor("2031-05-11")


def listed(words: str, anchor: Anchor = SUNDAY) -> list[str]:
    return [each.of.edtf for each in candidates(words, anchor=anchor)]


def test_weekday_may_be_the_past_or_the_coming_one() -> None:
    assert listed("on Saturday") == ["2031-05-10", "2031-05-17"]
    assert listed("on Saturday", Anchor("2031-05-11", ahead=True)) == ["2031-05-17", "2031-05-10"]


def test_figures_may_have_the_day_or_the_month_first() -> None:
    assert set(listed("03/04/2020")) == {"2020", "2020-04-03", "2020-03-04"}
    assert set(listed("12/8")) == {"2030-08-12", "2030-12-08"}
    assert listed("13/04/2020") == ["2020-04-13"]


def test_second_number_may_be_a_month_or_a_year() -> None:
    assert set(listed("2011-12")) == {"2011-12", "2011/2012"}


def test_quoted_words_may_count_from_the_day_of_saying() -> None:
    assert listed("yesterday", Anchor("2031-05-11", "2031-05-06")) == ["2031-05-10", "2031-05-05"]


def test_whole_date_means_one_thing() -> None:
    assert listed("on 3 June 2017") == ["2017-06-03"]


def test_answer_says_what_it_was_counted_from() -> None:
    answer = resolve("on Saturday", anchor=SUNDAY)
    assert answer.because == "Counted back from the day of publication, 2031-05-11."
    answer = resolve("on Saturday", anchor=Anchor("2031-05-11", basis="person"))
    assert answer.because == "Counted back from the day of publication that a person has set, 2031-05-11."


def test_weekday_that_does_not_fit_is_said_and_not_mended() -> None:
    answer = resolve("Saturday 3 June 2018", anchor=SUNDAY)
    assert answer.best
    assert answer.best.of.edtf == "2018-06-03"
    assert answer.because == "The words give the date; the weekday does not fit, 2018-06-03 is a Sunday."
    assert answer.best.score < resolve("Sunday 3 June 2018", anchor=SUNDAY).candidates[0].score


def test_what_stays_open_says_why() -> None:
    answer = resolve("on Saturday", anchor=Anchor(None))
    assert answer.best is None
    assert answer.because == "It stays open: the day of telling is not known."


@pytest.mark.parametrize(
    ("left", "right", "because"),
    [
        ("2017-06-03", "2017-06-24", "they share no day: they are 21 days apart"),
        ("2017", "2018", "they share no day: one follows on the other"),
        ("../2015", "2016-01-03/..", "they share no day: they are 3 days apart"),
    ],
)
def test_days_apart_cannot_be_one(left: str, right: str, because: str) -> None:
    for one, other in ((left, right), (right, left)):
        assert (compare(one, other).score, compare(one, other).because) == (0.0, because)


def test_day_in_a_month_may_be_one_and_nearer_than_in_a_year() -> None:
    month, year = compare("2017-06", "2017-06-03"), compare("2017", "2017-06-03")
    assert month.because == "2017-06-03 lies in 2017-06"
    assert 1 > month.score > year.score > 0.5


def test_same_days_in_other_words_are_one() -> None:
    assert compare("2017-06", "2017-06-01/2017-06-30").score == 1.0


def test_unknown_date_could_be_any() -> None:
    assert compare(None, "2017").score == 0.5
