"""A voice that is withheld counts, and nothing on the page tells who it is or how few are heard."""

from __future__ import annotations

import re

from sayso.desk.conftest import Desk
from sayso.model.decision import DecisionKind
from sayso.model.values.stance import ClaimType
from sayso.model.withholding import withhold_name
from sayso.pipeline import propose, take_in


def test_of_few_only_at_least_one_is_told_and_no_name_leaks(desk: Desk) -> None:
    entities = [each for resolution in desk.office.record.snapshot().resolutions for each in resolution.entities]
    chosen = withhold_name("Idris Fennar", entities)
    assert chosen
    take_in(propose(DecisionKind.WITHHOLD, chosen.target, chosen.value, because="x", shop=desk.shop), desk.shop)
    events = desk.office.record.snapshot().corroboration.events
    event = max((each for each in events if each.type is ClaimType.SEIZE), key=lambda each: len(each.claims))
    page = desk.client.get(f"/event/{event.id}").text
    assert "Fennar" not in page
    assert re.search(r'class="headline"><strong>at least one voice in \d reports</strong>', page)
    assert "one voice</h3>" not in page.replace("at least one voice", "")
    assert "No third party" not in page
    assert "one voice only" not in page
    for link in set(re.findall(r'href="(/source/[^"]+)"', page)):
        assert desk.client.get(link).status_code == 200
