"""What must hold for every conflict: who is told beside it changes nothing, a copy stands with what it copies."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

import sayso.corroborate.neighbourhood as neighbourhood
from sayso.corroborate.event.clustering import Cluster
from sayso.corroborate.event.twin import Node
from sayso.corroborate.tests.affair import GOLDEN, load, settle
from sayso.model.corroboration import Corroboration

OPPOSITIONS = sorted(f"opposition/{path.stem}" for path in (GOLDEN / "opposition").glob("*.yaml"))
CASES = [*OPPOSITIONS, *sorted(f"conflict/{path.stem}" for path in (GOLDEN / "conflict").glob("*.yaml"))]


@pytest.fixture(autouse=True)
def all_claims_in_one_event(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conflicts are asked of an event; which claims make one is asked elsewhere."""

    def join(nodes: list[Node], *_: object) -> list[Cluster]:
        return [Cluster(tuple(nodes), ())]

    monkeypatch.setattr(neighbourhood, "find_clusters", join)


def sides_of(found: Corroboration) -> list[tuple[str, frozenset[frozenset[str]]]]:
    """Every conflict with its two sides, in whatever order they stand."""
    return sorted(
        ((str(c.on), frozenset(frozenset(side) for side in c.between)) for e in found.events for c in e.conflicts),
        key=lambda row: (row[0], sorted(sorted(side) for side in row[1])),
    )


def add(affair: dict[str, Any], claim: dict[str, Any], *, by: str = "a passer-by", **changed: Any) -> dict[str, Any]:
    """The affair with a claim told once more, by somebody else, otherwise."""
    more = deepcopy(affair)
    more["claims"].append({**claim, "id": f"z-{claim['id']}", "by": [by], **changed})
    return more


@pytest.mark.parametrize("case", OPPOSITIONS)
def test_opposition_has_the_sides_expected(case: str) -> None:
    affair = load(case)
    found = settle(affair)
    for on, left, right in affair["expect"]["sides"].values():
        assert [(str(c.on), c.between) for e in found.events for c in e.conflicts if str(c.on) == on] == [
            (on, (tuple(left), tuple(right)))
        ]


@pytest.mark.parametrize("stance", ["planned", "requested", "questioned", "judged"])
@pytest.mark.parametrize("case", CASES)
def test_plan_demand_question_or_opinion_adds_no_conflict(case: str, stance: str) -> None:
    affair = load(case)
    before = sides_of(settle(affair))
    for claim in affair["claims"]:
        assert sides_of(settle(add(affair, claim, stance=stance))) == before


@pytest.mark.parametrize("case", CASES)
def test_order_of_claims_changes_no_side(case: str) -> None:
    affair = load(case)
    turned = {**affair, "claims": affair["claims"][::-1], "reports": dict(reversed(affair["reports"].items()))}
    assert sides_of(settle(turned)) == sides_of(settle(affair))


@pytest.mark.parametrize("case", CASES)
def test_copy_stands_with_what_it_copies(case: str) -> None:
    affair = load(case)
    copied = deepcopy(affair)
    report, row = next(iter(affair["reports"].items()))
    copied["reports"]["copy"] = {**row, "outlet": "The Copying Post", "published": "2031-03-09"}
    of = {f"z-{c['id']}": c["id"] for c in affair["claims"] if c["report"] == report}
    copied["claims"] += [
        {**c, "id": f"z-{c['id']}", "report": "copy"} for c in affair["claims"] if c["report"] == report
    ]
    after = sides_of(settle(copied))
    before = sides_of(settle(affair))
    assert [(on, frozenset(frozenset(of.get(c, c) for c in side) for side in sides)) for on, sides in after] == before
    for _, sides in after:
        for side in sides:
            assert {copy for copy, original in of.items() if original in side} <= side


@pytest.mark.parametrize(
    ("case", "claim"),
    [("later_count_takes_the_place", "c1"), ("later_count_takes_the_place", "c2"), ("some_of_all", "a1")],
)
def test_later_count_of_one_voice_is_no_conflict_with_its_own(case: str, claim: str) -> None:
    affair = load(f"conflict/{case}")
    first = next(c for c in affair["claims"] if c["id"] == claim)
    later = deepcopy(affair)
    later["reports"]["later"] = {**affair["reports"][first["report"]], "published": "2031-03-20"}
    later["claims"].append({**first, "id": "z", "report": "later", "number": 99})
    own = {"z", first["id"]}
    assert not any(own <= {c for side in sides for c in side} for _, sides in sides_of(settle(later)))


def test_voices_of_a_side_are_those_heard_in_its_claims() -> None:
    event = settle(load("opposition/refused_or_held")).events[0]
    conflict = event.conflicts[0]
    assert [[voice.name for voice in side] for side in conflict.heard(event.voices)] == [["Odo Kell"], ["Ira Vann"]]


@pytest.mark.parametrize("case", CASES)
def test_nobody_clashes_with_himself(case: str) -> None:
    """All of it told by one outlet in its own voice: whatever it says, no second voice says otherwise."""
    affair = deepcopy(load(case))
    for report in affair["reports"].values():
        report["outlet"] = "The Lone Post"
    for claim in affair["claims"]:
        claim.pop("by", None)
    found = settle(affair)
    assert {len(event.voices) for event in found.events} == {1}
    assert sides_of(found) == []
