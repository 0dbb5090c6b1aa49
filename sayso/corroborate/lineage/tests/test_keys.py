"""Keys are a pure function of one report, the same on every machine, and shared where something derives."""

from __future__ import annotations

from dataclasses import replace

from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.lineage.keys import report_keys
from sayso.corroborate.lineage.tests.example import WIRE, gather_cases, report


def test_keys_are_pinned_for_every_machine() -> None:
    keys = sorted(report_keys(report("a", "Two lorries left Tar at dawn.")))
    assert keys == [
        "o:northgate wire|",
        "o:northgate wire|2031-03-02",
        "o:northgate wire|tar",
        "o:tar|",
        "o:two|",
        "t:006116641409ae3d",
        "t:4b02d2111890477a",
        "t:9c3ac5096336fd4a",
    ]


def test_reports_of_which_one_derives_from_the_other_share_a_key() -> None:
    record = gather_cases()
    keys = {resolution.report.id: report_keys(resolution) for resolution in record}
    edges = [edge for edge in derive_lineage(record)[0] if edge.of in keys]
    assert edges
    assert all(keys[edge.report] & keys[edge.of] for edge in edges)


def test_copy_has_the_text_keys_of_its_origin() -> None:
    wire, copy = report("a", WIRE), report("b", WIRE, outlet="The Parrot")
    shared = report_keys(wire) & report_keys(copy)
    assert {key for key in report_keys(wire) if key.startswith("t:")} <= shared


def test_report_that_is_not_held_has_no_keys() -> None:
    wire = report("a", WIRE)
    assert report_keys(replace(wire, report=replace(wire.report, held=False, text=""))) == frozenset()
