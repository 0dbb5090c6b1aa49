"""What is scored across reports: events, voices, conflicts, lineage, holdings."""

import pytest

from sayso.evaluate import score_affair, summarise
from sayso.evaluate.gold import GoldHolding
from sayso.evaluate.tests.build import affair, gold, report
from sayso.evaluate.voices import can_pair_all
from sayso.model.holding import HoldingStatus


def change(rows, kind, **changes):
    return [{**row, **changes} if row["kind"] == kind else row for row in rows]


def test_two_happenings_in_one_event_cost_precision_alone(marrow, rows):
    events = [row for row in rows if row["kind"] == "event"]
    together = {**events[0], "claims": [claim for event in events for claim in event["claims"]]}
    scores = summarise(score_affair(marrow, [*(row for row in rows if row["kind"] != "event"), together]))
    # 4, 3 and 2 claims of 9 belong together: (16 + 9 + 4) / 9 / 9
    assert scores["events"] == {"P": 35.8, "R": 100.0, "F": 52.7, "claims": 9}


def test_a_claim_that_was_not_found_is_an_event_of_its_own(marrow, rows):
    scores = summarise(score_affair(marrow, [row for row in rows if row.get("id") != "c-p3"]))
    assert scores["events"]["P"] == 100.0
    assert scores["events"]["R"] == pytest.approx(100 * 8 / 9, abs=0.05)


def test_the_right_number_of_wrong_voices_is_no_right_set(marrow, rows):
    strangers = [
        {**row, "voices": [{"name": f"Stranger {place}"} for place, _ in enumerate(row["voices"])]}
        if row["kind"] == "event"
        else row
        for row in rows
    ]
    assert summarise(score_affair(marrow, strangers))["voices"] == {"right count": 100.0, "right set": 0.0, "events": 3}


def test_each_voice_needs_one_of_its_own():
    omar, omar_and_the_army = frozenset({"omar"}), frozenset({"omar", "army"})
    assert can_pair_all([omar, frozenset({"army"})], [omar_and_the_army, omar])
    assert not can_pair_all([omar, omar], [omar_and_the_army, frozenset({"army"})])


def test_sides_are_those_of_the_accounts_where_no_claims_are_set_against_each_other(marrow, rows):
    by_account = [
        {
            **row,
            "accounts": [
                {"id": f"{row['id']}-{number}-{side}", "claims": claims}
                for number, conflict in enumerate(row["conflicts"])
                for side, claims in enumerate(conflict["between"])
            ],
            "conflicts": [
                {"on": conflict["on"], "accounts": [f"{row['id']}-{number}-{side}" for side in (0, 1)]}
                for number, conflict in enumerate(row["conflicts"])
            ],
        }
        if row["kind"] == "event"
        else row
        for row in rows
    ]
    assert summarise(score_affair(marrow, by_account))["sides"]["F"] == 100.0


def test_who_did_it_counts_as_whether_it_happened(marrow, rows):
    renamed = [
        {
            **row,
            "conflicts": [
                {**each, "on": each["on"].replace("occurrence", "responsibility")} for each in row["conflicts"]
            ],
        }
        if row["kind"] == "event"
        else row
        for row in rows
    ]
    assert summarise(score_affair(marrow, renamed))["conflicts"]["F"] == 100.0


def test_lineage_to_a_report_that_is_not_held_does_not_count(marrow, rows):
    unheld = {"kind": "lineage", "report": "r-marrow-bell", "of": "absent", "relation": "credit"}
    assert summarise(score_affair(marrow, [*rows, unheld]))["lineage"]["F"] == 100.0


def test_another_relation_is_still_lineage(marrow, rows):
    scores = summarise(score_affair(marrow, change(rows, "lineage", relation="rewrite")))
    assert (scores["lineage"]["F"], scores["lineage+relation"]["F"]) == (100.0, 0.0)


def test_days_are_counted_between_the_first_and_last_that_are_known():
    held = GoldHolding("the fort", "rebels", "2020-01-10", None, HoldingStatus.CLAIMED)
    row = {"kind": "holding", "place_names": ["fort"], "holder_names": ["rebels"], "status": "claimed"}
    counts = score_affair(
        affair(gold(), holdings=(held,)),
        [report(published="2020-01-19"), {**row, "from": "2020-01-15", "to": None}],
    )
    assert summarise(counts)["in time"] == {"accuracy": 50.0, "n": 10}


def test_a_season_is_no_month():
    held = GoldHolding("the fort", "rebels", "2020-21", None, HoldingStatus.CLAIMED)
    counts = score_affair(affair(gold(), holdings=(held,)), [report(published="2020-01-01")])
    assert summarise(counts)["in time"]["n"] == 1
