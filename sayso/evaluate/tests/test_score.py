"""What counts as right, one rule a test."""

import pytest

from sayso.evaluate import Counts, list_figures, score_affair, summarise
from sayso.evaluate.tests.build import TEXT, affair, claim, gold, report


def figures(wanted, *found, text=TEXT):
    return list_figures(score_affair(affair(*wanted, text=text), [report(text), *found]))


def test_a_record_that_equals_gold_has_every_score(marrow, rows):
    assert set(list_figures(score_affair(marrow, rows)).values()) == {100.0}


def test_an_empty_record_has_none(marrow):
    got = list_figures(score_affair(marrow, []))
    assert got["claim"] == got["voices"] == got["lineage"] == got["holdings"] == 0.0


def test_the_floor_of_events_is_not_zero(marrow):
    # Each claim that was not found is a cluster of its own, which is precise: 3 events of 9 claims.
    assert summarise(score_affair(marrow, []))["events"] == {"P": 100.0, "R": 33.3, "F": 50.0, "claims": 9}


def test_claims_of_a_report_that_is_not_held_are_missed(marrow, rows):
    without_bell = [row for row in rows if row.get("id") != "r-marrow-bell"]
    scores = summarise(score_affair(marrow, without_bell))
    assert scores["claim"]["gold"] == 10
    assert scores["claim"]["R"] == 70.0


def test_counts_of_affairs_add_up(marrow, rows):
    one = score_affair(marrow, rows)
    assert (one + one).claim.wanted == 2 * one.claim.wanted
    assert summarise(one + one)["claim"]["F"] == summarise(one)["claim"]["F"]


def test_nothing_to_score_has_no_events_and_no_accuracy():
    scores = summarise(Counts())
    assert "events" not in scores
    assert scores["manner"] == {"accuracy": None, "n": 0}
    assert set(list_figures(Counts()).values()) == {None}


def test_half_the_words_of_the_shorter_are_the_same_content():
    assert figures([gold("Rebels took the fort")], claim("the fort on Monday"))["type"] == 100.0
    assert figures([gold("Rebels took the fort")], claim("fort on Monday, the"))["type"] == 0.0


def test_one_claim_is_found_once():
    assert figures([gold()], claim(id="c1"), claim(id="c2"))["type"] == pytest.approx(66.7)


def test_of_two_claims_the_one_with_more_in_common_is_taken():
    partly, wholly = claim("the fort on Monday", id="c2", stance="denied"), claim(id="c1")
    assert figures([gold()], partly, wholly)["stance"] == 100.0


def test_another_type_is_no_type_but_still_an_attribution():
    got = figures([gold()], claim(type="hold"))
    assert (got["type"], got["attribution"]) == (0.0, 100.0)


def test_a_denial_read_as_assertion_has_the_type_and_not_the_claim():
    got = figures([gold(stance="denied")], claim())
    assert (got["type"], got["stance"], got["claim"]) == (100.0, 0.0, 0.0)


def test_a_speaker_is_known_by_any_of_its_names():
    named = claim(chain=[{"source": {"text": "he", "names": ["the mayor of Day"]}}, {"source": {"text": "Day"}}])
    assert figures([gold()], named)["attribution"] == 100.0


def test_a_weak_word_in_common_is_not_the_same_speaker():
    assert figures([gold()], claim(by="the king"))["attribution"] == 0.0


def test_the_outlets_own_voice_is_no_attribution():
    own = gold(said_by=("Day",))
    assert figures([own], claim(by=None))["claim"] == 100.0
    assert figures([own], claim(by="the mayor"))["claim"] == 0.0
    assert figures([own], claim(by=None))["attribution"] is None


def test_a_chain_is_right_only_whole():
    relayed = gold(said_by=("the mayor", "a wire", "Day"))
    assert figures([relayed], claim())["chain"] == 0.0
    assert figures([gold()], claim())["chain"] == 100.0


def test_evidence_is_scored_by_shared_words():
    assert figures([gold("Rebels took the fort")], claim("took the fort on Monday"))["evidence"] == 50.0


def test_a_gap_in_golds_evidence_is_covered():
    assert figures([gold("Rebels … Monday")], claim("Rebels took the fort on Monday"))["evidence"] == 100.0


def test_an_invented_date_is_wrong():
    assert figures([gold()], claim(when={"edtf": "2020"}))["when"] == 0.0
    assert figures([gold(when="2020")], claim(when={"edtf": "2020"}))["when"] == 100.0
    assert figures([gold()], claim(when={"edtf": None}))["when"] == 100.0


def test_a_manner_is_right_by_half_its_words():
    assert figures([gold(manner="without a fight")], claim(manner="without any shot"))["manner"] == 50.0 * 2
    assert figures([gold(manner="without a fight")], claim())["manner"] == 0.0


def test_roles_need_the_same_part_and_half_the_words():
    wanted = gold(roles=[("actor", "Rebels"), ("object", "the fort")])
    found = claim(roles=[{"role": "actor", "text": "Rebels"}, {"role": "place", "text": "the fort"}])
    assert figures([wanted], found)["roles"] == 50.0


def test_whoever_is_killed_may_be_object_or_recipient():
    wanted = gold(type="kill", roles=[("recipient", "Rebels")])
    assert figures([wanted], claim(type="kill", roles=[{"role": "object", "text": "Rebels"}]))["roles"] == 100.0


def test_both_sides_of_a_clash_are_actors():
    wanted = gold(type="clash", roles=[("actor", "Rebels"), ("actor", "Soldiers")])
    found = claim(type="clash", roles=[{"role": "actor", "text": "Rebels"}, {"role": "recipient", "text": "Soldiers"}])
    assert figures([wanted], found)["roles"] == 100.0
