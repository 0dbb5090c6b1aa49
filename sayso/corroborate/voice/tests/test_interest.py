"""Parties of an event are told once, however many tell of it. All of it is invented."""

from __future__ import annotations

import pytest

from sayso.corroborate.ground import lay_ground
from sayso.corroborate.telling import gather_tellings
from sayso.corroborate.tests.affair import build
from sayso.corroborate.voice.interest import Parties, gather_parties
from sayso.model.knowledge import Knowledge


@pytest.mark.parametrize("count", [1, 30])
def test_a_party_is_asked_after_once_for_a_day_however_many_tell_of_it(count: int) -> None:
    row = {"published": "2031-03-04", "text": "The column took Tar from the army."}
    claim = {"type": "seize", "says": "The column took Tar", "actor": "The column", "recipient": "the army"}
    affair = {
        "reports": {f"r{n}": {"outlet": f"Post {n}", **row} for n in range(count)},
        "entities": {"column": {"names": ["The column"]}, "army": {"names": ["the army"]}},
        "claims": [{"id": f"c{n}", "report": f"r{n}", **claim} for n in range(count)],
    }
    resolutions = build(affair)
    ground = lay_ground(resolutions, Knowledge())
    tellings = gather_tellings(resolutions, lambda report: ground.under([report]).entities)
    assert len(tellings) == count
    assert gather_parties(tellings) == Parties((("column", "2031-03-04"),), (("army", "2031-03-04"),))
