"""The time line: a picture that claims no more than is told. All holdings are made up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.brief.holding import HoldingAccount
from sayso.desk.draw.timeline import Bar, MarkKind, Point, Timeline, draw_timeline, number_parties
from sayso.model.holding import Holding, HoldingStatus


def account(
    holder: str = "army",
    start: str | None = "2017-06-03",
    end: str | None = None,
    *,
    said: str | None = "2017-06-10",
    status: HoldingStatus = HoldingStatus.UNDISPUTED,
) -> HoldingAccount:
    held = Holding("e1", ("Tarsel",), holder, (holder,), start, end, status, said, ("v1",), 1)
    return HoldingAccount(held, ("army (for)",), (), ())


def draw(*accounts: HoldingAccount, points: tuple[Point, ...] = (), day: str | None = None) -> Timeline:
    drawn = draw_timeline(accounts, points, day=day)
    assert drawn is not None
    return drawn


def bars(line: Timeline) -> list[Bar]:
    return [bar for lane in line.lanes for bar in lane.bars]


def event(when: str | None, *, kind: MarkKind = MarkKind.OTHER, disputed: bool = False) -> Point:
    return Point(kind, when, "somebody", "/event/v1", disputed)


def width_of_full(bar: Bar) -> float:
    """How much of a bar is told without reserve, in percent of the picture."""
    full = [fade.at for fade in bar.fades if fade.strength == 1]
    return (max(full) - min(full)) * bar.width


def test_what_is_told_to_the_day_has_sharp_edges() -> None:
    (bar,) = bars(draw(account(start="2017-06-03", end="2017-06-09")))
    assert {fade.strength for fade in bar.fades} == {1}


def test_a_beginning_within_some_days_is_soft_for_just_these_days() -> None:
    line = draw(account(start="2017-06-02/2017-06-04", end="2017-06-12"))
    (bar,) = bars(line)
    a_day = 100 / (line.last - line.first).days
    assert bar.fades[0].strength < 1
    assert bar.fades[1].strength == 1
    assert bar.fades[1].at * bar.width == pytest.approx(2 * a_day, abs=0.01)


def test_a_year_is_soft_for_the_whole_year() -> None:
    (bar,) = bars(draw(account(start="2016", end="2019-01-01")))
    assert width_of_full(bar) < 0.75 * bar.width


def test_what_nobody_ended_runs_out_after_it_was_last_said() -> None:
    line = draw(account(start="2017-06-03", said="2017-06-10"))
    (bar,) = bars(line)
    assert bar.said_x is not None
    assert bar.x + width_of_full(bar) == pytest.approx(bar.said_x, abs=0.01)
    assert bar.fades[-1].strength == 0
    assert bar.x + bar.width <= 100


def test_what_ended_bears_no_stroke_of_its_last_telling() -> None:
    (bar,) = bars(draw(account(end="2017-06-09", said="2017-06-20")))
    assert bar.said_x is None


def test_what_gives_no_day_at_all_is_drawn_as_known_to_nobody_when() -> None:
    dated, undated = bars(draw(account(), account("front", None, None, said=None)))
    assert dated.is_dated
    assert not undated.is_dated
    assert max(fade.strength for fade in undated.fades) < 1


def test_disputed_is_striped_and_claimed_an_outline() -> None:
    drawn = bars(draw(*(account(status=status) for status in HoldingStatus)))
    assert [(bar.is_striped, bar.is_outline) for bar in drawn] == [(False, False), (True, False), (False, True)]


def test_each_holder_has_one_lane_and_one_colour() -> None:
    again = account("army", "2018-01-01")
    line = draw(account("army", end="2017-06-09"), account("front", "2017-06-09"), again)
    assert [(lane.name, len(lane.bars), lane.party) for lane in line.lanes] == [("army", 2, 0), ("front", 1, 1)]
    assert [bar.number for bar in bars(line)] == [0, 2, 1]
    assert number_parties([again, account("front")]) == {"army": 0, "front": 1}


def test_lanes_and_rows_never_stand_in_one_another() -> None:
    line = draw(account(), account("front"), points=(event("2017-06-04"), event("2017-06-05", kind=MarkKind.SIGHTING)))
    down = [*(y for lane in line.lanes for y in (lane.y, *(bar.y for bar in lane.bars))), *(row.y for row in line.rows)]
    assert down == sorted(down)
    assert down[-1] < line.axis_y < line.height


def test_a_far_earlier_day_stands_before_a_break() -> None:
    points = tuple(event(f"2024-05-{day}") for day in (11, 12, 13, 14))
    line = draw(account(start="1998", end="2024-05-11"), points=points)
    assert line.break_x is not None
    assert min(mark.x for row in line.rows for mark in row.marks) > line.break_x


def test_days_that_lie_evenly_need_no_break() -> None:
    assert draw(account(start="2017-06-03", said="2017-06-10"), points=(event("2017-06-06"),)).break_x is None


def test_marks_on_one_spot_are_one_with_all_its_events() -> None:
    line = draw(account(), points=(event("2017-06-04"), event("2017-06-04", disputed=True), event("2017-06-09")))
    first, second = line.rows[0].marks
    assert (len(first.points), first.is_disputed) == (2, True)
    assert (len(second.points), second.is_disputed) == (1, False)


def test_a_month_is_a_stretch_and_no_spot() -> None:
    line = draw(account(start="2017-05-01", said="2017-07-30"), points=(event("2017-06"),))
    assert line.rows[0].marks[0].width > 25


def test_events_without_a_day_are_counted_and_not_drawn() -> None:
    line = draw(account(), points=(event(None), event("2017-06-04")))
    assert line.undated == 1
    assert sum(len(mark.points) for row in line.rows for mark in row.marks) == 1


def test_nothing_dated_is_no_picture() -> None:
    assert draw_timeline([], [event(None)]) is None
    assert draw_timeline([account("front", None, None, said=None)]) is None


def test_the_day_asked_about_is_marked_where_it_is_in_sight() -> None:
    assert draw(account(), day="2017-06-10").day_x is not None
    assert draw(account(), day="2031-01-01").day_x is None


_DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def _dates(draw: st.DrawFn) -> str:
    first = draw(_DAYS)
    form = draw(st.sampled_from(["day", "month", "year", "within"]))
    if form == "within":
        return f"{first}/{first + timedelta(days=draw(st.integers(0, 400)))}"
    return {"day": f"{first}", "month": f"{first:%Y-%m}", "year": f"{first:%Y}"}[form]


_MAYBE = st.none() | _dates()
_ACCOUNTS = st.builds(
    account,
    st.sampled_from(["army", "front", "clans"]),
    _MAYBE,
    _MAYBE,
    said=st.none() | _DAYS.map(str),
    status=st.sampled_from(HoldingStatus),
)


@given(st.lists(_ACCOUNTS, max_size=6), st.lists(_MAYBE.map(event), max_size=12), _MAYBE)
def test_whatever_is_told_stays_in_the_picture(
    accounts: list[HoldingAccount], points: list[Point], day: str | None
) -> None:
    line = draw_timeline(accounts, points, day=day)
    if line is None:
        return
    assert sorted(bar.number for bar in bars(line)) == list(range(len(accounts)))
    for bar in bars(line):
        assert 0 <= bar.x <= bar.x + bar.width <= 100.9
        ats = [fade.at for fade in bar.fades]
        assert ats == sorted(ats)
        assert all(0 <= fade.at <= 1 and 0 <= fade.strength <= 1 for fade in bar.fades)
    assert all(0 <= mark.x <= 100 for row in line.rows for mark in row.marks)
    assert len(line.ticks) <= 7
