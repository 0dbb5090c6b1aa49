"""Which gold claims are missed, and what stands in their place."""

import pytest

from sayso.evaluate import list_misses
from sayso.evaluate.tests.build import affair, claim, gold, report


def because(wanted, *found):
    return [miss.because for miss in list_misses(affair(wanted), [report(), *found])]


def test_nothing_is_missed_in_a_record_that_equals_gold(marrow, rows):
    assert list_misses(marrow, rows) == ()


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ([], "nothing found"),
        ([claim(type="hold")], "found as hold"),
        ([claim(stance="denied")], "stance is denied"),
        ([claim(by="the king")], "another speaker"),
        ([claim(by=None)], "no speaker"),
    ],
)
def test_a_miss_says_what_was_found_instead(found, reason):
    assert because(gold(), *found) == [reason]


def test_words_that_the_clean_text_lacks_are_told_apart():
    assert because(gold("Rebels lost the fort")) == ["its words are not in the clean text"]


def test_a_report_that_is_not_held_misses_all_its_claims(marrow, rows):
    misses = list_misses(marrow, [row for row in rows if row.get("id") != "r-marrow-bell"])
    assert [miss.gold.id for miss in misses] == ["b1", "b2", "b3"]
    assert {miss.because for miss in misses} == {"the record does not hold the report"}


def test_a_miss_reads_as_a_line():
    [miss] = list_misses(affair(gold()), [report()])
    assert str(miss) == 'day g1 seize/asserted "Rebels took the fort" by the mayor, Day: nothing found'
