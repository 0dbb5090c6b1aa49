"""Dates say only what is known."""

from datetime import date

import pytest

from sayso.model.values import edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2017-06-03", date(2017, 6, 3), date(2017, 6, 3)),
        ("2020-05~", date(2020, 5, 1), date(2020, 5, 31)),
        ("2020-22", date(2020, 6, 1), date(2020, 8, 31)),
        ("2020-24", date(2020, 12, 1), date(2021, 2, 28)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("0347", date(347, 1, 1), date(347, 12, 31)),
        ("2016/..", date(2016, 1, 1), None),
        ("../2020-05", None, date(2020, 5, 31)),
        ("2019-06/2019-08", date(2019, 6, 1), date(2019, 8, 31)),
    ],
)
def test_a_date_allows_the_days_it_names_and_no_others(text, first, last):
    assert edtf.bounds(text) == edtf.Bounds(first, last)


@pytest.mark.parametrize(
    "text",
    ["", "Saturday", "2017-13", "2017-02-30", "3 June 2017", "2017-6", "99999", "0000", "9999-24", "20XX-06", "2X17"],
)
def test_what_is_no_date_is_refused(text):
    assert not edtf.is_valid(text)


@pytest.mark.parametrize("text", ["2020/2010", "2020-06-03/2020-06-02", "199X/1989"])
def test_an_interval_that_ends_before_it_begins_is_refused(text):
    assert not edtf.is_valid(text)


def test_an_unknown_date_could_be_any():
    assert edtf.may_meet(None, "2017")


def test_days_apart_cannot_be_one():
    assert not edtf.may_meet("2025-04-03", "2025-04-24")


def test_an_open_interval_meets_what_comes_later_and_nothing_before():
    assert edtf.may_meet("2016/..", "2024-05-11")
    assert not edtf.may_meet("2016/..", "2015")


def test_a_day_is_more_specific_than_its_year():
    assert edtf.specificity("2017-06-03") < edtf.specificity("2017") < edtf.specificity("2016/..")
