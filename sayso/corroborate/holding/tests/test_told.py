"""Claims are laid out once, however many places change hands. All of it is invented."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.corroborate.event.twin import Node, gather_nodes
from sayso.corroborate.ground import lay_ground
from sayso.corroborate.holding.together import find_all_holdings
from sayso.corroborate.telling import gather_tellings
from sayso.corroborate.tests.affair import build, settle
from sayso.model.knowledge import Knowledge

TOWNS = ("Alder", "Birch", "Cedar", "Damson", "Elder", "Firth", "Gorse", "Hazel")


class Counted(list[Node]):
    """Nodes that count how often they are gone through."""

    times = 0

    def __iter__(self) -> Iterator[Node]:
        self.times += 1
        return super().__iter__()


def affair(towns: tuple[str, ...]) -> dict[str, Any]:
    """Each town taken in a report of its own."""
    return {
        "reports": {f"r{town}": {"outlet": f"{town} Post", "text": f"The column took {town}."} for town in towns},
        "entities": {
            "column": {"names": ["The column"]},
            **{town.lower(): {"kind": "place", "names": [town]} for town in towns},
        },
        "claims": [
            {
                "id": f"c{town}",
                "report": f"r{town}",
                "type": "seize",
                "says": f"The column took {town}",
                "actor": "The column",
                "object": town,
            }
            for town in towns
        ],
    }


@pytest.mark.parametrize("count", [1, 8])
def test_the_claims_are_gone_through_once_for_one_place_and_for_many(count: int) -> None:
    resolutions = build(affair(TOWNS[:count]))
    ground = lay_ground(resolutions, Knowledge())
    tellings = gather_tellings(resolutions, lambda report: ground.under([report]).entities)
    nodes = Counted(gather_nodes(tellings, (), ground))
    events = settle(affair(TOWNS[:count])).events
    nodes.times = 0
    assert len(find_all_holdings(events, nodes, ground)) == count
    assert nodes.times == 1
