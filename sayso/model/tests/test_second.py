"""Two who check a sample blind, and a third who settles it. The report is the invented one of revision's tests."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.checking import accept, add, amend, find_whole, is_of_claims, reject
from sayso.model.decision import Decision, DecisionKind
from sayso.model.draft import draft_of
from sayso.model.report import Report
from sayso.model.revision import revise, revise_all
from sayso.model.second import (
    blind,
    compare_readings,
    finish,
    hide_blind,
    list_rounds,
    measure_progress,
    read_blind,
    sample_pages,
    settle,
    start_round,
)
from sayso.model.tests.test_revision import CLAIMS, FORD, LEFT, LOST, MILL, NOON, TEXT, TEXTS, TOOK, V1, WHOLE
from sayso.model.values.stance import ClaimType, Stance

PAGE = ("r1", V1)
AMAL, BASIM, THIRD = "Amal", "Basim", "Carim"


def sign(act, hour, by):
    return Decision(
        f"{by}{hour}-{act.target.field}", act.kind, act.target, act.value, by, NOON + timedelta(hours=hour), "seen"
    )


START = sign(start_round([PAGE], (AMAL, BASIM), name="May"), 0, THIRD)
(ROUND,) = list_rounds([START])


def undo(decision, hour, by):
    return Decision(
        f"u-{decision.id}", DecisionKind.UNDO, decision.target, decision.id, by, NOON + timedelta(hours=hour), "no"
    )


def work():
    """Amal adds the mill and doubts the fort; Basim rejects what left and doubts the fort otherwise."""
    own = WHOLE.attributions
    return [
        START,
        sign(blind(add(MILL, own), ROUND), 1, AMAL),
        sign(blind(amend(TOOK, own, "stance", Stance.POSSIBLE), ROUND), 2, AMAL),
        sign(blind(reject(LEFT, own), ROUND), 1, BASIM),
        sign(blind(amend(TOOK, own, "stance", Stance.JUDGED), ROUND), 2, BASIM),
    ]


def done(made):
    return [*made, sign(finish(PAGE, ROUND), 8, AMAL), sign(finish(PAGE, ROUND), 9, BASIM)]


def test_what_is_decided_blind_changes_nothing_of_the_record():
    made = done(work())
    assert revise(WHOLE, made, TEXTS).reading == WHOLE
    assert revise_all([(Report("r1", "a.txt", TEXT), WHOLE)], made, {}).lost == ()
    assert find_whole(made) == {}
    assert not any(map(is_of_claims, made))


def test_each_sees_his_own_work_and_not_the_others():
    made = work()
    amal, basim = (read_blind(ROUND, who, WHOLE, made, TEXTS) for who in (AMAL, BASIM))
    assert [claim.stance for claim in amal.claims if claim.id == TOOK.id] == [Stance.POSSIBLE]
    assert len(amal.claims) == len(WHOLE.claims) + 1
    assert [claim.stance for claim in basim.claims if claim.id == TOOK.id] == [Stance.JUDGED]
    assert LEFT.id not in {claim.id for claim in basim.claims}
    assert {each.by for each in hide_blind(made, AMAL)} == {AMAL, THIRD}
    assert hide_blind(made, None) == (START,)
    assert hide_blind(made, THIRD) == (START,)
    assert hide_blind(done(made), THIRD) == tuple(done(made))


def test_an_undo_in_a_round_is_hidden_with_what_it_takes_back():
    made = work()
    back = undo(made[1], 5, AMAL)
    assert back not in hide_blind([*made, back], BASIM)
    assert len(read_blind(ROUND, AMAL, WHOLE, [*made, back], TEXTS).claims) == len(WHOLE.claims)
    again = undo(back, 6, AMAL)
    assert len(read_blind(ROUND, AMAL, WHOLE, [*made, back, again], TEXTS).claims) == len(WHOLE.claims) + 1


def test_a_round_begins_from_what_the_record_showed_then_or_from_the_bare_text():
    before = sign(reject(FORD, WHOLE.attributions), -1, THIRD)
    since = sign(reject(LOST, WHOLE.attributions), 3, THIRD)
    shown = read_blind(ROUND, AMAL, WHOLE, [before, START, since], TEXTS)
    assert shown.claims == (TOOK, LOST, LEFT)
    fresh = replace(ROUND, is_fresh=True)
    made = sign(blind(add(MILL, ()), fresh), 2, AMAL)
    assert read_blind(fresh, AMAL, WHOLE, [START], TEXTS).claims == ()
    (only,) = read_blind(fresh, AMAL, WHOLE, [START, made], TEXTS).claims
    assert only.evidence.text == "three were killed at the mill"


def test_whose_turn_it_is():
    assert measure_progress(ROUND, [START]).left == {AMAL: (PAGE,), BASIM: (PAGE,)}
    half = [*work(), sign(finish(PAGE, ROUND), 8, AMAL)]
    assert measure_progress(ROUND, half).left == {AMAL: (), BASIM: (PAGE,)}
    assert not measure_progress(ROUND, half).is_read
    whole = measure_progress(ROUND, done(work()))
    assert (whole.is_read, whole.is_settled, whole.unsettled) == (True, False, (PAGE,))


def test_where_two_differ_is_said_part_by_part_and_settled_by_a_third():
    made = done(work())
    amal, basim = (read_blind(ROUND, who, WHOLE, made, TEXTS) for who in (AMAL, BASIM))
    found = compare_readings(amal, basim)
    assert {claim.id for claim in found.agreed} == {LOST.id, FORD.id}
    told = [
        (each.first and each.first.type, each.second and each.second.type, each.parts) for each in found.differences
    ]
    assert told == [
        (ClaimType.SEIZE, ClaimType.SEIZE, ("stance",)),
        (ClaimType.KILL, None, ()),
        (ClaimType.WITHDRAW, None, ()),
    ]
    chosen = [draft_of(each, amal.attributions) for each in (*found.agreed, found.differences[0].first)]
    chosen.append(draft_of(found.differences[1].first, amal.attributions))
    acts = settle(ROUND, PAGE, chosen, revise(WHOLE, made, TEXTS).reading, by=THIRD)
    settled = [*made, *(replace(sign(act, 10, THIRD), id=f"s{n}") for n, act in enumerate(acts))]
    shown = revise(WHOLE, settled, TEXTS)
    assert shown.lost == ()
    assert {claim.id for claim in shown.reading.claims} == {draft.id for draft in chosen}
    assert next(claim for claim in shown.reading.claims if claim.id == TOOK.id).stance is Stance.POSSIBLE
    assert all(claim.confidence == 1 for claim in shown.reading.claims)
    assert measure_progress(ROUND, settled).is_settled
    assert find_whole(settled)[PAGE].by == THIRD


def test_a_round_needs_reports_two_persons_and_a_third():
    with pytest.raises(ValueError, match="at least one report"):
        start_round([], (AMAL, BASIM), name="x")
    with pytest.raises(ValueError, match="two different persons"):
        start_round([PAGE], (AMAL, AMAL), name="x")
    with pytest.raises(ValueError, match="a third person"):
        settle(ROUND, PAGE, (), WHOLE, by=AMAL)
    with pytest.raises(ValueError, match="not of the round"):
        settle(ROUND, ("r2", "v"), (), WHOLE, by=THIRD)
    assert list_rounds([START, undo(START, 1, THIRD)]) == ()
    assert list_rounds([replace(START, value="{}")]) == ()


def test_a_sample_can_be_had_again():
    pages = [(f"r{n}", "v") for n in range(50)]
    first = sample_pages(pages, 8, seed="May")
    assert first == sample_pages(pages[::-1], 8, seed="May")
    assert len(set(first)) == 8
    assert first != sample_pages(pages, 8, seed="June")


BLIND_ACTS = st.one_of(
    st.sampled_from(CLAIMS).map(lambda c: accept(c, WHOLE.attributions)),
    st.sampled_from(CLAIMS).map(lambda c: reject(c, WHOLE.attributions)),
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from(list(Stance))).map(
        lambda each: amend(each[0], WHOLE.attributions, "stance", each[1])
    ),
)


@given(st.lists(st.tuples(BLIND_ACTS, st.sampled_from([AMAL, BASIM])), max_size=8))
def test_nothing_of_one_ever_reaches_the_other_and_whatever_is_chosen_stands(acts):
    made = [START, *(sign(blind(act, ROUND), n + 1, by) for n, (act, by) in enumerate(acts))]
    for who in (AMAL, BASIM):
        alone = [each for each in made if each.by in (who, THIRD)]
        assert read_blind(ROUND, who, WHOLE, made, TEXTS) == read_blind(ROUND, who, WHOLE, alone, TEXTS)
    amal = read_blind(ROUND, AMAL, WHOLE, made, TEXTS)
    chosen = [draft_of(each, amal.attributions) for each in amal.claims]
    acts_then = settle(ROUND, PAGE, chosen, revise(WHOLE, made, TEXTS).reading, by=THIRD)
    settled = [*made, *(replace(sign(act, 90, THIRD), id=f"s{n}") for n, act in enumerate(acts_then))]
    shown = revise(WHOLE, settled, TEXTS).reading
    assert not compare_readings(amal, shown).differences
