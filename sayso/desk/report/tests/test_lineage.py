"""Lineage as a report's page tells it, on the golden cases of lineage."""

import pytest

from sayso.corroborate.tests.affair import build, load, settle
from sayso.desk.report.lineage import find_repeats, view_lineage
from sayso.model.snapshot import Snapshot


def affair(case):
    rows = load(f"lineage/{case}")
    return Snapshot(tuple(build(rows)), settle(rows))


def view(snapshot, report):
    return view_lineage(snapshot, next(each for each in snapshot.resolutions if each.report.id == report))


def test_an_origin_that_nobody_holds_is_named_in_the_words_that_name_it():
    snapshot = affair("unheld_original")
    tie = view(snapshot, "translation").origins[0]
    assert (tie.report.outlet, tie.report.held) == ("Sawt Lenn", False)
    assert tie.named
    assert tie.named in snapshot.resolutions[0].report.text


def test_reports_that_cite_each_other_are_told_once_each_way():
    snapshot = affair("circular_citing")
    radio = view(snapshot, "radio")
    assert [tie.report.id for tie in radio.origins] == ["courier"]
    assert [tie.report.id for tie in radio.derived] == ["courier"]
    assert sorted(kin.report.id for kin in radio.drawing.kin) == ["courier", "radio"]


def test_a_credit_is_no_repeating():
    assert find_repeats(affair("circular_citing"), "radio") == {}


@pytest.mark.parametrize("case", ["copies_of_copies", "three_states", "correction", "undated_copy"])
def test_what_one_report_derives_from_has_it_among_what_derives_from_it(case):
    snapshot = affair(case)
    views = {each.report.id: view_lineage(snapshot, each) for each in snapshot.resolutions}
    up = {(id_, tie.report.id) for id_, shown in views.items() for tie in shown.origins if tie.report.held}
    down = {(tie.report.id, id_) for id_, shown in views.items() for tie in shown.derived}
    assert up == down
    assert up


def test_copies_of_copies_all_repeat_one_report():
    snapshot = affair("copies_of_copies")
    reports = {each.report.id for each in snapshot.resolutions}
    kin = {line.report for line in snapshot.corroboration.lineage} | {
        line.of for line in snapshot.corroboration.lineage
    }
    for report in kin & reports:
        assert find_repeats(snapshot, report).keys() == (kin & reports) - {report}
