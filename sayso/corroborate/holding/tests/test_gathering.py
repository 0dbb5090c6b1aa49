from itertools import permutations

from sayso.corroborate.holding.gathering import gather


def test_what_is_pairwise_one_is_one_by_its_least_key() -> None:
    assert gather("abcd", [("b", "c"), ("c", "a")]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_the_order_of_pairs_changes_nothing_where_nothing_is_apart() -> None:
    pairs = [("a", "b"), ("c", "d"), ("b", "d")]
    assert len({tuple(gather("abcde", order).items()) for order in permutations(pairs)}) == 1


def test_two_that_are_apart_are_never_brought_together_by_a_third() -> None:
    found = gather("abc", [("a", "b"), ("b", "c")], apart=[("a", "c")])
    assert found["a"] == found["b"] != found["c"]
