"""The golden cases: small invented affairs, each for one rule or one way in which it can go wrong."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.corroborate.tests.affair import GOLDEN, event_of, load, settle

CONCEPTS = ("lineage", "voice", "event", "conflict", "holding")
CASES = sorted(f"{path.parent.name}/{path.stem}" for concept in CONCEPTS for path in (GOLDEN / concept).glob("*.yaml"))


@pytest.mark.parametrize("case", CASES)
def test_golden_case_is_settled_as_expected(case: str) -> None:
    affair = load(case)
    found = settle(affair)
    expect: dict[str, Any] = affair["expect"]
    if "lineage" in expect:
        absent = {report.id: f"unheld: {report.outlet}" for report in found.unheld}
        edges = [[e.report, absent.get(e.of, e.of), str(e.relation)] for e in found.lineage]
        assert edges == expect["lineage"]
    if "unheld" in expect:
        assert [report.outlet for report in found.unheld] == expect["unheld"]
    if "events" in expect:
        assert sorted(sorted(e.claims) for e in found.events) == sorted(sorted(claims) for claims in expect["events"])
    for claim, names in expect.get("voices", {}).items():
        assert sorted(voice.name for voice in event_of(found, claim).voices) == sorted(names)
    for claim, kinds in expect.get("conflicts", {}).items():
        assert sorted({str(c.on) for c in event_of(found, claim).conflicts}) == kinds
    for claim, (on, left, right) in expect.get("sides", {}).items():
        between = [c.between for c in event_of(found, claim).conflicts if c.on == on]
        assert ((tuple(left), tuple(right))) in between
    if "holdings" in expect:
        rows = [[h.place_names[0], h.holder_names[0], h.start, h.end, str(h.status)] for h in found.holdings]
        assert rows == expect["holdings"]


def test_every_concept_has_golden_cases() -> None:
    assert {case.split("/")[0] for case in CASES} == set(CONCEPTS)
