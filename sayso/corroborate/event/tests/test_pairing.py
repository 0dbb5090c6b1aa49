"""Pairing: which claims are compared, in any company and any order."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.corroborate.event.keys import NEAR, OPEN, telling_keys
from sayso.corroborate.event.pairing import Look, find_pairs
from sayso.corroborate.event.tests.affair import CASES, gather_case, retell
from sayso.corroborate.tests.affair import load

# Invented. In a crowd every copy has another town and commander; given name, brigades, letters and days are the same.
CROWDED = """
reports:
  a:
    outlet: Northgate Wire
    published: 2031-03-02
    text: On Sunday the FBA took the town of TOWN, said Ada TOWNsen of the Free Brigades.
  b:
    outlet: The Island Post
    published: 2031-03-03
    text: On Sunday the Free Brigades of Ada TOWNsen took TOWN, a doctor said.
entities:
  brigades: {names: [the FBA, the Free Brigades]}
  ada: {kind: person, names: [Ada TOWNsen], of: brigades}
  town: {kind: place, names: [the town of TOWN, TOWN]}
claims:
  - {id: a1, report: a, type: seize, says: the FBA took the town of TOWN, actor: the FBA, object: the town of TOWN}
  - {id: b1, report: b, type: seize, says: the Free Brigades of Ada TOWNsen took TOWN, object: TOWN, by: [a doctor]}
"""


@pytest.mark.parametrize("times", [2, 30])
def test_a_claim_has_no_more_pairs_in_a_crowd_than_alone(times: int) -> None:
    affair = yaml.safe_load(CROWDED)
    assert len(find_pairs(retell(affair))) == 1
    assert len(find_pairs(retell(affair, times))) == times


def test_a_claim_has_no_more_keys_in_a_crowd_than_alone() -> None:
    affair = yaml.safe_load(CROWDED)
    most = max(len(telling_keys(telling)) for telling in retell(affair))
    assert max(len(telling_keys(telling)) for telling in retell(affair, 30)) == most


def test_of_other_places_only_what_is_told_of_much_the_same_day_is_compared() -> None:
    affair = load("event/held_and_taken")
    affair["entities"]["lenn"] = {"kind": "place", "names": ["the bridge"]}
    affair["claims"][2]["object"] = "the bridge"
    for day, is_compared in (("2031-03-02", True), ("2031-02-20", False)):
        affair["claims"][2]["when"] = day
        affair["reports"]["b"]["published"] = "2031-03-20" if day == "2031-02-20" else "2031-03-03"
        pairs = [{left.claim.id, right.claim.id} for left, right in find_pairs(retell(affair))]
        assert ({"n0-a1", "n0-b1"} in pairs) is is_compared


@pytest.mark.parametrize("case", CASES)
def test_two_looks_meet_whichever_comes_first(case: str) -> None:
    looks = [Look.at(node.origin) for node in gather_case(case)[0]]
    assert all(one.meets(other) is other.meets(one) for one in looks for other in looks)


def test_claims_of_one_place_and_kind_share_a_key_up_to_the_last_day_that_is_near() -> None:
    affair = load("event/two_falls_of_one_town")
    affair["claims"][0]["when"] = "2031-03-02"
    for days in range(1, 29):
        affair["reports"]["second"]["published"] = affair["claims"][1]["when"] = f"2031-03-{2 + days:02}"
        left, right = retell(affair)
        if days <= NEAR:
            assert any(not key.endswith(OPEN) for key in telling_keys(left) & telling_keys(right))
        assert bool(find_pairs([left, right])) is (days <= NEAR)


@settings(deadline=None, max_examples=30)
@given(case=st.sampled_from(CASES), order=st.randoms())
def test_order_changes_no_pair(case: str, order: Random) -> None:
    tellings = [node.origin for node in gather_case(case)[0]]
    mixed = tellings.copy()
    order.shuffle(mixed)
    assert find_pairs(mixed) == find_pairs(tellings)


@settings(deadline=None, max_examples=30)
@given(case=st.sampled_from(CASES), data=st.data())
def test_the_pairs_of_some_claims_are_those_of_all_that_have_one_of_them(case: str, data: st.DataObject) -> None:
    tellings = [node.origin for node in gather_case(case)[0]]
    some = data.draw(st.sets(st.sampled_from([telling.id for telling in tellings])))
    expected = [pair for pair in find_pairs(tellings) if not some.isdisjoint({pair[0].id, pair[1].id})]
    assert find_pairs(tellings, some) == expected


@pytest.mark.parametrize("case", CASES)
def test_two_claims_are_a_pair_by_themselves_if_they_are_one_among_all(case: str) -> None:
    tellings = [node.origin for node in gather_case(case)[0]]
    by_two = [pair for two in combinations(tellings, 2) for pair in find_pairs(two)]
    assert by_two == find_pairs(tellings)
