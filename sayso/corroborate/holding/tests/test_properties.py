"""What must hold for every place: order, copies and unrelated events change nothing. All of it is invented."""

from __future__ import annotations

from copy import deepcopy
from itertools import permutations
from typing import Any

import pytest

from sayso.corroborate import corroborate
from sayso.corroborate.event.twin import gather_nodes
from sayso.corroborate.ground import lay_ground
from sayso.corroborate.holding.finding import find_holdings
from sayso.corroborate.holding.keys import place_keys
from sayso.corroborate.holding.together import gather_events
from sayso.corroborate.holding.told import lay_told
from sayso.corroborate.telling import gather_tellings
from sayso.corroborate.tests.affair import GOLDEN, build, load
from sayso.model.corroboration import Corroboration
from sayso.model.holding import Holding
from sayso.model.knowledge import Knowledge
from sayso.model.resolution import Resolution

CASES = sorted(f"holding/{path.stem}" for path in (GOLDEN / "holding").glob("*.yaml"))
UNRELATED = {
    "reports": {"z": {"outlet": "Lake Post", "published": "2031-03-04", "text": "The guild took Farhold on Monday."}},
    "entities": {"guild": {"names": ["The guild"]}, "farhold": {"kind": "place", "names": ["Farhold"]}},
    "claims": [
        {
            "id": "z1",
            "report": "z",
            "type": "seize",
            "says": "The guild took Farhold on Monday",
            "actor": "The guild",
            "object": "Farhold",
            "when": "2031-03-03",
        }
    ],
}


def settle(resolutions: list[Resolution]) -> Corroboration:
    return corroborate(resolutions, knowledge=Knowledge())


def rows(found: Corroboration) -> list[tuple[Any, ...]]:
    """All but events' identifiers, which are those of what was learnt first."""
    return [(h.place_names, h.holder, h.start, h.end, h.status, h.last_said, h.voices) for h in found.holdings]


def with_affair(affair: dict[str, Any], other: dict[str, Any]) -> list[Resolution]:
    """Both affairs in one record, each with its own entities."""
    return [*build(affair), *build(other)]


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_reports_changes_no_holding(case: str) -> None:
    resolutions = build(load(case))
    found = [rows(settle(list(order))) for order in permutations(resolutions)]
    assert all(each == found[0] for each in found)


@pytest.mark.parametrize("case", CASES)
def test_a_copy_changes_no_holding_but_when_it_was_last_said(case: str) -> None:
    affair = load(case)
    copied = deepcopy(affair)
    first, row = next(iter(affair["reports"].items()))
    copied["reports"]["copy"] = {**row, "outlet": "The Copying Post"}
    copied["claims"] += [
        {**c, "id": f"z-{c['id']}", "report": "copy"} for c in affair["claims"] if c["report"] == first
    ]
    assert rows(settle(build(copied))) == rows(settle(build(affair)))


@pytest.mark.parametrize("case", CASES)
def test_an_event_at_another_place_changes_no_holding(case: str) -> None:
    affair = load(case)
    found = rows(settle(with_affair(affair, UNRELATED)))
    assert [row for row in found if row[0] != ("Farhold",)] == rows(settle(build(affair)))
    assert len([row for row in found if row[0] == ("Farhold",)]) == 1


@pytest.mark.parametrize("case", CASES)
def test_events_of_one_place_share_keys_so_that_its_holdings_are_found_from_them_alone(case: str) -> None:
    resolutions = with_affair(load(case), UNRELATED)
    ground = lay_ground(resolutions, Knowledge())
    tellings = gather_tellings(resolutions, lambda report: ground.under([report]).entities)
    nodes = gather_nodes(tellings, (), ground)
    events = settle(resolutions).events
    told = lay_told(nodes)
    footing = ground.under(ground.resolutions)

    def found(of: Any) -> set[Holding]:
        return set(find_holdings(of, told, footing.sides, footing.entities))

    groups = gather_events(events, told, ground)
    assert set().union(*(found(group) for group in groups)) == found(events)
    farhold = {key for event in events if "z1" in event.claims for key in place_keys(event, told, footing.entities)}
    others = {key for event in events if "z1" not in event.claims for key in place_keys(event, told, footing.entities)}
    assert farhold
    assert not farhold & others


@pytest.mark.parametrize("case", CASES)
def test_without_dates_no_holding_has_a_beginning_or_an_end(case: str) -> None:
    affair = load(case)
    for claim in affair["claims"]:
        claim.pop("when", None)
    assert {(h.start, h.end) for h in settle(build(affair)).holdings} <= {(None, None)}


def test_a_place_of_a_thousand_turns_is_settled_by_turns_and_days() -> None:
    """A town that changes hands every day: each holding ends where the next begins."""
    days = [f"20{31 + n // 300}-{1 + n // 25 % 12:02}-{1 + n % 25:02}" for n in range(600)]
    affair: dict[str, Any] = {
        "reports": {
            f"r{n}": {
                "outlet": f"Post {n}",
                "published": day,
                "text": f"The {who} took Tar on day {n}, residents said.",
            }
            for n, (day, who) in enumerate(zip(days, ("column", "army") * 300, strict=True))
        },
        "entities": {
            "column": {"names": ["The column"]},
            "army": {"names": ["The army"]},
            "tar": {"kind": "place", "names": ["Tar"]},
        },
    }
    affair["claims"] = [
        {
            "id": f"c{n:04}",
            "report": f"r{n}",
            "type": "seize",
            "says": f"The {who} took Tar on day {n}",
            "actor": f"The {who}",
            "object": "Tar",
            "when": day,
            "by": ["residents"],
        }
        for n, (day, who) in enumerate(zip(days, ("column", "army") * 300, strict=True))
    ]
    found = settle(build(affair)).holdings
    assert [held.start for held in found] == sorted(days)
    assert [held.end for held in found[:-1]] == sorted(days)[1:]
    assert found[-1].end is None
