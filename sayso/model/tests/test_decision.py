"""A person's decisions: never overwritten, always undoable."""

from datetime import UTC, datetime, timedelta

import pytest

from sayso.model.decision import Decision, DecisionKind, Target, check_report_field, decide_report, standing
from sayso.model.report import Flaw, FlawKind, PublishedBasis, Report

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
UNDATED = Report(id="r1", address="page.txt", text="The army left.", flaws=(Flaw(FlawKind.NO_DATE),))


def decision(name, value, *, field="published", kind=DecisionKind.SET, hour=0):
    return Decision(name, kind, Target("r1", field=field), value, "Amal", NOON + timedelta(hours=hour), "seen in print")


def test_a_date_set_by_a_person_is_shown_with_its_basis_and_the_flaw_goes():
    shown = decide_report(UNDATED, [decision("d1", "2020-05-28")])
    assert (shown.told, shown.published.basis, shown.flaws) == ("2020-05-28", PublishedBasis.PERSON, ())


def test_the_later_decision_on_a_field_counts_whatever_the_order_they_are_given_in():
    first, second = decision("d1", "2020-05-28"), decision("d2", "2020-05-29", hour=1)
    assert decide_report(UNDATED, [second, first]).told == "2020-05-29"


def test_an_undone_decision_changes_nothing():
    undo = decision("d2", "d1", kind=DecisionKind.UNDO, hour=1)
    assert decide_report(UNDATED, [decision("d1", "2020-05-28"), undo]) == UNDATED


def test_an_undo_can_be_undone():
    undo = decision("d2", "d1", kind=DecisionKind.UNDO, hour=1)
    redo = decision("d3", "d2", kind=DecisionKind.UNDO, hour=2)
    assert [made.id for made in standing([decision("d1", "2020"), undo, redo])] == ["d1"]


def test_a_decision_on_another_report_leaves_this_one_alone():
    other = Decision("d1", DecisionKind.SET, Target("r2", field="outlet"), "Sahel Post", "Amal", NOON, "on the page")
    assert decide_report(UNDATED, [other]) == UNDATED


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("published", "last week", "is no date"),
        ("colour", "red", "is not something to set"),
        ("outlet", "  ", "needs a value"),
        ("language", "English", "no language code"),
    ],
)
def test_what_cannot_be_set_is_refused_with_the_way_out(field, value, says):
    assert says in check_report_field(field, value)


def test_what_can_be_set_is_not_refused():
    assert check_report_field("published", "2020-05") is None
