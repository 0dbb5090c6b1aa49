"""Dates of a whole text, each counted from the telling or from the date before it."""

import pytest

from sayso.resolve.when import Anchor, Dating, find_expressions, read_story

TOLD = Anchor("2031-05-11")  # a Sunday


def story(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[each.start : each.end], each.found.edtf if isinstance(each.found, Dating) else None)
        for each in read_story(text, anchor=TOLD)
    ]


def test_story_goes_on_from_the_date_before() -> None:
    text = "The mission opened in 2024. Two years later it closed. That same year the road was cut."
    assert story(text) == [("in 2024"[3:], "2024"), ("Two years later", "2026"), ("That same year", "2026")]


def test_day_without_a_year_has_the_year_of_its_paragraph() -> None:
    text = "In 2024 the front moved twice. On 6 July the town fell.\n\nOn 4 May shells hit the port."
    assert story(text) == [("2024", "2024"), ("6 July", "2024-07-06"), ("4 May", "2031-05-04")]


def test_days_of_another_year_go_on_over_paragraphs() -> None:
    text = "The siege began on 14 June 2024.\n\nOn 2 July a convoy came through."
    assert story(text) == [("14 June 2024", "2024-06-14"), ("2 July", "2024-07-02")]


def test_day_near_the_telling_is_of_its_year() -> None:
    assert story("The law is of 1950. On 12 May it lapses.") == [("1950", "1950"), ("12 May", "2031-05-12")]


def test_story_does_not_go_back_by_months() -> None:
    text = "The envoy came on 1 September 2030. Between 27 January and 18 February nobody had."
    assert story(text)[1] == ("Between 27 January and 18 February", "2031-01-27/2031-02-18")


def test_day_beside_a_plan_may_be_gone_by() -> None:
    assert story("Those who will be tried were taken on 16 April.") == [("16 April", "2031-04-16")]


def test_words_before_tell_whether_a_date_lies_ahead() -> None:
    assert story("Talks will begin on Tuesday.") == [("Tuesday", "2031-05-13")]
    assert story("Talks began on Tuesday.") == [("Tuesday", "2031-05-06")]
    assert story("A referendum is to be held on 20 November.") == [("20 November", "2031-11-20")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "Some 1,950 soldiers and 2000 civilians left.",
        "He paid $1999 for it.",
        "The 2nd brigade held the 3rd floor.",
        "For three days nobody spoke.",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert find_expressions(text) == ()


def test_arabic_dates_are_found_in_their_place() -> None:
    text = "سقطت المدينة يوم السبت، وفي 23 أيار 2017 كانت الهدنة."
    assert [text[start:end] for start, end in find_expressions(text)] == ["السبت", "23 أيار 2017"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("دخل المقاتلون المدينة أمس.", "2031-05-10"),
        ("غادرت القوات الأسبوع الماضي.", "2031-04-28/2031-05-04"),
        ("وقع الهجوم قبل يومين.", "2031-05-09"),
        ("سيطرت على القاعدة منذ عام 2028.", "2028/.."),
        ("في 3 آذار/مارس 2030 وقع الاتفاق.", "2030-03-03"),
        ("في كانون الثاني (يناير) 2030 وقع الاتفاق.", "2030-01"),
    ],
)
def test_arabic_text_gives_its_dates(text: str, date: str) -> None:
    assert [found for _, found in story(text)] == [date]


def test_father_is_no_august() -> None:
    assert find_expressions("قال أب لثلاثة أطفال إنه مارس عمله.") == ()
