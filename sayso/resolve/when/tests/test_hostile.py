"""Whatever the words are, there is a date or a reason."""

from itertools import pairwise

import pytest

from sayso.model.values.edtf import is_valid
from sayso.resolve.when import Anchor, Dating, candidates, find_expressions, parse, read_story, resolve

WORDS = (
    *("", " ", "\n", "\u0000", "0", "0000", "9" * 250, "9" * 10_000, "on Saturday " * 900),
    *("0000-00-00", "9999-12-31", "10000-01-01", "99/99/9999", "31.12.9999", "32 June", "June 0", "on the 99th"),
    *("29 February", "29 February 2023", "year 99999", "the year 0", "winter 9999", "the 99th century", "the 0s", "Q9"),
    *(
        "since since since",
        "from to",
        "between and",
        "from 2020 to 2010",
        "5 to 3 June",
        "the 32nd to the 40th of June",
    ),
    *("5000 years ago", "999 decades ago", "999 years later", "in 999 months"),
    *("before 1 January 0001", "after 31 December 9999", "İstanbul", "٣٢ حزيران", "منذ", "قبل", "و" * 300),
)
ANCHORS = (
    Anchor(None),
    Anchor("2031-05-11", "2031-05-06"),
    Anchor("2031", ahead=True),
    Anchor("0001-01-01", "0001-01-01"),
    Anchor("9999-12-31", "9999-12-31", ahead=True),
    Anchor("soon", "201X"),
    Anchor("2031-02-30", "2031-02-30", ahead=None),
)


@pytest.mark.parametrize("anchor", ANCHORS, ids=str)
@pytest.mark.parametrize("words", WORDS, ids=lambda words: ascii(words[:20]))
def test_hostile_words_give_a_date_or_a_reason(words: str, anchor: Anchor) -> None:
    found = parse(words, anchor=anchor)
    assert is_valid(found.edtf) if isinstance(found, Dating) else found.because
    answer = resolve(words, anchor=anchor)
    assert (answer.best is not None) == isinstance(found, Dating)
    assert answer.because.endswith(".")
    assert all(is_valid(each.of.edtf) and 0 <= each.score <= 1 for each in candidates(words, anchor=anchor))


@pytest.mark.parametrize("words", WORDS, ids=lambda words: ascii(words[:20]))
def test_places_of_dates_lie_in_the_text_and_apart(words: str) -> None:
    text = f"The garrison left. {words} It came back."
    places = find_expressions(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))
    assert len(read_story(text, anchor=Anchor("2031-05-11"))) == len(places)
