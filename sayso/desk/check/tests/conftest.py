"""What the tests of checking share: a clock that goes on, a report of the sample affair, and its claims."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from sayso.desk.conftest import NOW, Desk
from sayso.model.claim import Claim
from sayso.model.report import Report


@pytest.fixture(autouse=True)
def ticking(desk: Desk) -> None:
    """What is signed at one instant was signed together; so the clock goes on."""
    ticks = count()
    desk.client.app.state.office = replace(  # type: ignore[attr-defined]
        desk.office, now=lambda: NOW + timedelta(seconds=next(ticks))
    )


@pytest.fixture
def wire(desk: Desk) -> Report:
    """The first report of the agency."""
    reports = desk.shown_reports()
    return next(each for each in reports if "has captured" in (each.title or ""))


@pytest.fixture
def claims(desk: Desk, wire: Report) -> Callable[[], dict[str, Claim]]:
    """The claims of that report as they stand now, by their words."""

    def list_claims() -> dict[str, Claim]:
        snapshot = desk.office.record.around_report(wire.id)
        found = next(each for each in snapshot.resolutions if each.report.id == wire.id).claims
        return {claim.evidence.text: claim for claim in found}

    return list_claims
