"""What a word is, and when wordings are the same."""

from sayso.evaluate.words import find_words, list_occurrences, share_half, strong_words


def test_punctuation_and_case_never_count():
    assert find_words("the ARMY’s base", "In “the army’s base”, they said") == range(1, 5)


def test_the_first_occurrence_counts():
    assert find_words("the fort", "the fort, the fort") == range(2)


def test_a_gap_is_covered_from_end_to_end():
    assert find_words("rebels … fort", "the rebels took the fort") == range(1, 5)


def test_words_in_another_order_are_not_found():
    assert find_words("fort the", "the fort") is None


def test_all_occurrences_are_found_in_order():
    assert list_occurrences("the fort", "The fort, the fort; no fort") == [range(2), range(2, 4)]


def test_only_weak_words_are_all_that_tells():
    assert strong_words("the army of it") == {"army", "it"}
    assert strong_words("of the") == {"of", "the"}


def test_half_is_of_the_smaller_one():
    assert share_half(frozenset("ab"), frozenset("bcdefgh"))
    assert not share_half(frozenset("abc"), frozenset("cdefgh"))
    assert not share_half(frozenset(), frozenset())
