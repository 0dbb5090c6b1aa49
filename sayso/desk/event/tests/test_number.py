"""Numbers by voice and time, apart by what is counted."""

from __future__ import annotations

import pytest

from sayso.desk.event.number import Scale, caption_count, list_scales
from sayso.desk.event.reach import Reach
from sayso.desk.event.tests.affair import PLANNED, claim, event, report, snapshot, voice
from sayso.model.claim import Claim
from sayso.model.report import Report
from sayso.model.values.stance import ClaimType
from sayso.model.voice import Voice

KILL, DEPLOY = ClaimType.KILL, ClaimType.DEPLOY


def scales(claims: tuple[Claim, ...], *voices: Voice, reports: tuple[Report, ...] = ()) -> tuple[Scale, ...]:
    happened = event(claims, voices, type_=KILL)
    return list_scales(Reach(snapshot(claims, happened, reports=reports)), happened)


def test_people_and_vehicles_are_never_on_one_scale() -> None:
    dead = claim("c1", "12 died", type_=KILL, count=(12, 12, 12), unit="soldier")
    lorries = claim("c2", "30 lorries left", type_=DEPLOY, count=(30, 30, None), unit="vehicle")
    found = scales((dead, lorries), voice("Idan Morr", "c1", "c2"))
    assert [(each.type, each.counted) for each in found] == [(KILL, "people"), (DEPLOY, "vehicle")]


def test_civilians_are_counted_apart() -> None:
    dead = claim("c1", "12 died", type_=KILL, count=(12, 12, 12), unit="soldier")
    civilians = claim("c2", "3 civilians died", type_=KILL, count=(3, 3, 3), unit="civilian")
    assert {each.only for each in scales((dead, civilians), voice("Idan Morr", "c1", "c2"))} == {None, "civilian"}


def test_a_copy_gives_no_second_count() -> None:
    first = claim("c1", "12 died", type_=KILL, count=(12, 12, 12))
    copy = claim("c2", "12 died", type_=KILL, count=(12, 12, 12), report="r2")
    (scale,) = scales((first, copy), voice("Idan Morr", "c1", "c2"))
    assert [len(count.reports) for count in scale.counts] == [2]


def test_a_later_number_is_an_update_only_if_both_days_are_known() -> None:
    first = claim("c1", "12 died", type_=KILL, count=(12, 12, 12))
    later = claim("c2", "9 died", type_=KILL, count=(9, 9, 9), report="r2")
    for told, is_update in (("2024-05-14", True), (None, False)):
        reports = (report("r1", "2024-05-12"), report("r2", told))
        (scale,) = scales((first, later), voice("Idan Morr", "c1", "c2"), reports=reports)
        assert [(count.is_past, count.is_update) for count in scale.counts] == [(is_update, False), (False, is_update)]


def test_a_planned_number_is_no_count() -> None:
    plan = claim("c1", "200 will be sent", type_=DEPLOY, count=(200, 200, 200), stance=PLANNED)
    assert scales((plan,), voice("Idan Morr", "c1", stances=(PLANNED,))) == ()


def test_a_number_with_no_source_is_nobodys() -> None:
    assert scales((claim("c1", "12 died", by=None, type_=KILL, count=(12, 12, 12)),)) == ()


@pytest.mark.parametrize(
    ("low", "best", "high", "is_about", "written"),
    [
        (9, 9, 9, False, "9"),
        (27, 30, 33, True, "~ 30"),
        (30, 30, None, False, "≥ 30"),
        (None, 10, 10, False, "≤ 10"),
        (40, None, 60, False, "40 – 60"),
        (None, 7, None, False, "7"),
    ],
)
def test_a_number_is_written_as_wide_as_it_is(
    low: float | None, best: float | None, high: float | None, is_about: bool, written: str
) -> None:
    told = claim("c1", "so many", type_=KILL, count=(low, best, high), about=is_about)
    (scale,) = scales((told,), voice("Idan Morr", "c1"))
    assert caption_count(scale.counts[0]) == written
