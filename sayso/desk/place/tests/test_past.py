"""A place on another day: what its own reports give is what the whole record gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.desk.conftest import Desk
from sayso.desk.place.past import look_back
from sayso.desk.place.view import find_here, holdings_of
from sayso.errors import UsageError
from sayso.model.asof import AsOf
from sayso.model.holding import Holding
from sayso.model.snapshot import Snapshot
from sayso.pipeline import run, snapshot_as_of

AFFAIRS = Path(__file__).parents[5] / "shared" / "affairs"
SOME = ("kidal-2023", "mekelle-2021", "sirte-2020")


def days_told(snapshot: Snapshot) -> list[str]:
    told = {each.report.told for each in snapshot.resolutions if each.report.told}
    return [*sorted(told), "2999-01-01"]


def places_held(snapshot: Snapshot) -> list[str]:
    return sorted({holding.place for holding in snapshot.corroboration.holdings})


def ask(desk: Desk, place: str, as_of: AsOf) -> tuple[Snapshot, tuple[Holding, ...]]:
    """The part of the record around a place, and its holdings on another day worked out from it."""
    part = desk.office.record.around_place(place)
    past = look_back(desk.office, {each.report.id for each in part.resolutions}, as_of)
    return part, holdings_of(past.snapshot, find_here(part, place))


def unnumbered(holding: Holding) -> Holding:
    """A holding without its events: these are named by their first claim, which another report may have told."""
    return replace(holding, events=())


def plain(holding: Holding) -> tuple[object, ...]:
    """A holding without its names, which also identify its holder, and without its count of voices.

    Reports on other matters may bear a fuller spelling, and may tell that two offices are of one state, or are not.
    """
    return (
        holding.place,
        holding.start,
        holding.end,
        holding.status,
        holding.last_said,
        holding.claims,
    )


def test_what_was_known_of_a_place_is_what_the_whole_record_gives(desk: Desk) -> None:
    whole = desk.shop.record.snapshot()
    asked = [(place, day) for place in places_held(whole) for day in days_told(whole)]
    assert asked
    for place, day in asked:
        as_of = AsOf(known_on=day)
        part, found = ask(desk, place, as_of)
        held = holdings_of(snapshot_as_of(as_of, desk.shop), find_here(part, place))
        assert list(map(unnumbered, found)) == list(map(unnumbered, held)), (place, day)


@pytest.mark.skipif(not AFFAIRS.is_dir(), reason="../shared is not here")
def test_what_was_known_amid_other_affairs_differs_in_spellings_and_voices_alone(desk: Desk) -> None:
    run([str(AFFAIRS / affair / "reports") for affair in SOME], shop=desk.shop)
    whole = desk.shop.record.snapshot()
    for day in days_told(whole)[::3]:
        as_of = AsOf(known_on=day)
        then = snapshot_as_of(as_of, desk.shop)
        for place in places_held(whole):
            part, found = ask(desk, place, as_of)
            held = holdings_of(then, find_here(part, place))
            assert list(map(plain, found)) == list(map(plain, held)), (place, day)
            for one, other in zip(found, held, strict=True):
                assert not set(one.holder_names).isdisjoint(other.holder_names), (place, day)


def test_what_was_recorded_by_a_day_before_the_first_report_is_nothing(desk: Desk) -> None:
    place = places_held(desk.shop.record.snapshot())[0]
    _, found = ask(desk, place, AsOf(recorded_on="1999-12-31"))
    assert found == ()


def test_what_was_recorded_by_now_is_what_stands(desk: Desk) -> None:
    for place in places_held(desk.shop.record.snapshot()):
        part, found = ask(desk, place, AsOf(recorded_on="2999-12-31"))
        assert found == holdings_of(part, find_here(part, place))


def test_a_report_of_no_date_acquired_later_is_left_out_and_counted(desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "outlet: Lake Post\nlanguage: en\n\nThe army holds Tel Arwan air base, Lake Post has learnt.\n",
        encoding="utf-8",
    )
    run([str(page)], shop=desk.shop)
    reports = {report.id for report in desk.shop.record.reports()}
    past = look_back(desk.office, reports, AsOf(known_on="2024-05-14"))
    assert past.undated == 1
    assert "Lake Post" not in {each.report.outlet for each in past.snapshot.resolutions}


def test_days_between_two_tellings_are_worked_out_once(desk: Desk) -> None:
    place = places_held(desk.shop.record.snapshot())[0]
    reports = {each.report.id for each in desk.office.record.around_place(place).resolutions}
    one, other = (look_back(desk.office, reports, AsOf(known_on=day)) for day in ("2024-06-01", "2024-07-01"))
    assert one.snapshot is other.snapshot


def test_too_many_reports_are_refused_with_the_way_out(desk: Desk) -> None:
    with pytest.raises(UsageError, match="sayso holdings PLACE --as-known-on"):
        look_back(desk.office, [f"r{number}" for number in range(1000)], AsOf(known_on="2024-06-01"))
