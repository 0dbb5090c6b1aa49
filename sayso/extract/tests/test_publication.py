"""A publication date is what the page gives, by the best place that gives one; never a guess."""

import pytest

from sayso.extract.calendar_words import find_date
from sayso.extract.dateline import parse_dateline
from sayso.extract.publication import date_in_link, find_published, read_stated
from sayso.model.report import Published, PublishedBasis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday, 07 February 2011", "2011-02-07"),
        ("June 3, 2017 at noon", "2017-06-03"),
        ("3rd Sept. 2017", "2017-09-03"),
        ("12 mars 2023", "2023-03-12"),
        ("3 июня 2017", "2017-06-03"),
        ("08.11.2020 19:02", "2020-11-08"),
        ("13/04/2020", "2020-04-13"),
        ("04/13/2020", "2020-04-13"),
        ("03/04/2020", "2020"),
        ("2020-04-03T10:00", "2020-04-03"),
        ("31 February 2020", None),
        ("9 Khordad 1402", None),
        ("3 June", None),
    ],
)
def test_full_dates_are_found_and_ambiguous_ones_keep_their_year(text: str, expected: str | None) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://a.example/2024/05/11/x", "2024-05-11"),
        ("https://a.example/news/2024-05-11-x", "2024-05-11"),
        ("https://a.example/2024/05/x", "2024-05"),
        ("https://a.example/2024/x", None),
        ("https://a.example/2024/13/45/", None),
        ("https://a.example/?p=20240511", None),
        (None, None),
    ],
)
def test_a_link_gives_the_day_it_holds(link: str | None, expected: str | None) -> None:
    assert date_in_link(link) == expected


def found(**given: str) -> Published | None:
    return find_published(
        stated=given.get("stated"),
        metadata=given.get("metadata"),
        dateline=parse_dateline(given.get("dateline", "")),
        url=given.get("url"),
        stamps=[given["stamp"]] if "stamp" in given else [],
    )


def test_the_header_goes_first() -> None:
    assert found(stated="2020", metadata="2021-01-01", stamp="3 June 2017") == Published("2020", PublishedBasis.HEADER)


def test_a_dateline_takes_its_year_from_the_link_alone() -> None:
    assert found(dateline="TUNIS, 3 June - x", stamp="1 May 2019") == Published("2019-05-01", PublishedBasis.TEXT)
    assert found(dateline="TUNIS, 3 June - x", url="https://a.example/2017/x") == Published(
        "2017-06-03", PublishedBasis.DATELINE
    )


def test_what_no_page_says_is_unknown() -> None:
    assert found(dateline="TUNIS, 3 June - x", url="https://a.example/x", stamp="Updated 3 hours ago") is None


@pytest.mark.parametrize("value", ["2017-06-03T10:00:00Z", "2017-06-03 10:00", "3 June 2017", " 2017-06-03 "])
def test_a_stated_time_is_kept_as_its_day(value: str) -> None:
    assert read_stated(value) == "2017-06-03"
