"""Ties become an equivalence, whatever their order; pairs that stay two are never in one fold."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.corroborate.voice.joining import Apart, Strength, Tie, join, tie

COUNT = 7
places = st.integers(0, COUNT - 1)
pairs = st.tuples(places, places).filter(lambda pair: pair[0] < pair[1])
ties = st.lists(
    st.builds(lambda pair, strength: tie(*pair, strength, "so"), pairs, st.sampled_from(list(Strength))), max_size=12
)
aparts = st.builds(Apart, st.frozensets(pairs, max_size=2), st.frozensets(pairs, max_size=3))


@given(ties, aparts, st.randoms())
def test_order_of_ties_changes_no_fold(found: list[Tie], apart: Apart, chance: Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert join(COUNT, found, apart) == join(COUNT, shuffled, apart)


@given(ties, aparts)
def test_every_speaking_is_in_one_fold(found: list[Tie], apart: Apart) -> None:
    assert sorted(place for fold in join(COUNT, found, apart) for place in fold.members) == list(range(COUNT))


@given(ties, aparts)
def test_decided_to_be_two_are_never_folded(found: list[Tie], apart: Apart) -> None:
    for fold in join(COUNT, found, apart):
        assert not any(left in fold.members and right in fold.members for left, right in apart.decided)


@given(ties)
def test_all_that_is_tied_is_folded_where_nothing_stays_two(found: list[Tie]) -> None:
    folds = join(COUNT, found, Apart())
    for each in found:
        assert any(each.left in fold.members and each.right in fold.members for fold in folds)


def test_decision_goes_before_what_the_words_tell_apart() -> None:
    folds = join(2, [tie(0, 1, Strength.DECIDED, "so decided")], Apart(told=frozenset({(0, 1)})))
    assert [fold.members for fold in folds] == [(0, 1)]
    folds = join(2, [tie(0, 1, Strength.SAME, "one name")], Apart(told=frozenset({(0, 1)})))
    assert [fold.members for fold in folds] == [(0,), (1,)]


def test_fold_says_why() -> None:
    found = [tie(0, 2, Strength.SAME, "one name"), tie(1, 2, Strength.RELAY, "it has it from there")]
    assert sorted(join(3, found, Apart())[0].reasons) == ["it has it from there", "one name"]
