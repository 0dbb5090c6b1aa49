"""A time line drawn: who is said to hold a place, a lane each, and below it what was seen and what happened.

Across, all is in percent of the width, so that it fits any page and any paper; down, in pixels. What is said only to
within some days has a soft edge as wide as these days; what nobody ended runs out after it was last said. Where most
of the days lie close together, far earlier ones stand in a margin of their own, on the left of a break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sayso.brief.holding import HoldingAccount
from sayso.model.holding import HoldingStatus
from sayso.model.values import edtf
from sayso.model.values.edtf import Bounds

_MARGIN = 9.0  # percent of the width for what lies before a break
_CROWDED = 4  # an axis is broken where what lies before is this many times as long as the rest
_RUNS_OUT = 0.08  # of the range: how far a holding without an end is drawn after it was last said
_LEAST = 0.8  # percent: nothing is drawn narrower
_TICKS = 5  # at most: so many dates fit beside each other on a telephone
_FIRST_TICK, _LAST_TICK = _MARGIN + 5, 95.0  # percent: beyond these a date would stand in another, or outside
_SAME_SPOT = 2.2  # percent: marks that are closer are drawn as one, with their number
_STEPS = (1, 2, 5, 7, 14)  # days between ticks
_MONTHS = (1, 2, 3, 6)  # months between ticks
_HEAD, _ROW, _MARK_ROW, _AXIS = 24, 38, 40, 30  # pixels: a lane's name, a holding, a row of marks, the axis


class MarkKind(StrEnum):
    """What a mark stands for."""

    SIGHTING = "sighting"
    FORCE = "force"  # strikes, fighting, attacks
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Point:
    """Something to be marked: when (EDTF), what it is called, where its page is, whether accounts disagree on it."""

    kind: MarkKind
    when: str | None
    name: str
    address: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Fade:
    """A stop of a bar's gradient: at how much of the bar's width (0 to 1), and how much of its colour is there."""

    at: float
    strength: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A holding drawn: from `x`, `width` wide, at `y` (its caption above it); `said_x` is when it was last said.

    `number` is its place among the accounts that were given; `fades` say how surely it is told along its width.
    """

    number: int
    account: HoldingAccount
    x: float
    width: float
    y: int
    fades: tuple[Fade, ...]
    said_x: float | None
    is_dated: bool

    @property
    def is_striped(self) -> bool:
        """Whether a voice of another side contradicts it."""
        return self.account.holding.status is HoldingStatus.DISPUTED

    @property
    def is_outline(self) -> bool:
        """Whether it is only claimed."""
        return self.account.holding.status is HoldingStatus.CLAIMED


@dataclass(frozen=True, slots=True)
class Lane:
    """All that one holder is said to have held; `party` is the number of its colour."""

    holder: str
    name: str
    party: int
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Points at one spot; `width` is above 0 where the day is only known to within some."""

    x: float
    width: float
    points: tuple[Point, ...]

    @property
    def is_disputed(self) -> bool:
        return any(point.disputed for point in self.points)


@dataclass(frozen=True, slots=True)
class MarkRow:
    """Marks of one kind in a row at `y`."""

    kind: MarkKind
    y: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A date on the axis (EDTF). `anchor` says on which side of it its words stand: `start`, `middle` or `end`.

    `is_short`: the year is that of the tick before, and need not be said.
    """

    x: float
    when: str
    anchor: str
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole picture. `day_x` is the day asked about; `break_x` where the axis is broken, None where it is not.

    `undated` counts the points that name no day: they are in the table alone.
    """

    lanes: tuple[Lane, ...]
    rows: tuple[MarkRow, ...]
    ticks: tuple[Tick, ...]
    axis_y: int
    height: int
    first: date
    last: date
    day_x: float | None
    break_x: float | None
    undated: int


def draw_timeline(
    accounts: Sequence[HoldingAccount],
    points: Sequence[Point] = (),
    *,
    day: str | None = None,
    parties: Mapping[str, int] | None = None,
    room_for: Iterable[str] = (),
) -> Timeline | None:
    """The time line of one place; None where no holding and no point gives any day.

    `parties` are the numbers of the holders' colours, where these stay the same over several pictures; `room_for` are
    dates (EDTF) that must be in sight beside those drawn, so that the axis stays too.
    """
    days = sorted({*_days_of_accounts(accounts), *(day for point in points for day in _days(point.when))})
    if not days:
        return None
    scale = _make_scale(sorted({*days, *(day for text in room_for for day in _days(text))}))
    lanes = tuple(_draw_lanes(accounts, scale, number_parties(accounts) if parties is None else parties))
    below = lanes[-1].bars[-1].y + 26 if lanes else 0
    rows = tuple(_draw_rows(points, scale, top=below))
    axis_y = below + _MARK_ROW * len(rows) + 6
    return Timeline(
        lanes=lanes,
        rows=rows,
        ticks=_draw_ticks(scale),
        axis_y=axis_y,
        height=axis_y + _AXIS,
        first=scale.first,
        last=scale.last,
        day_x=_place_day(day, scale),
        break_x=_MARGIN if scale.broken_at else None,
        undated=sum(point.when is None for point in points),
    )


def number_parties(accounts: Iterable[HoldingAccount]) -> dict[str, int]:
    """The number of each holder's colour, in the order in which they are given."""
    holders = dict.fromkeys(account.holding.holder for account in accounts)
    return {holder: number for number, holder in enumerate(holders)}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to percent of the width. `broken_at` is the first day after the break."""

    first: date
    last: date
    broken_at: date | None

    def x(self, day: date) -> float:
        """Where a day begins; what lies outside stands at the edge."""
        day = min(max(day, self.first), self.last)
        if self.broken_at is None:
            return _share(self.first, day, self.last) * 100
        if day < self.broken_at:
            return _share(self.first, day, self.broken_at) * (_MARGIN - 2)
        return _MARGIN + _share(self.broken_at, day, self.last) * (100 - _MARGIN)


def _share(first: date, day: date, last: date) -> float:
    return (day - first).days / max((last - first).days, 1)


def _make_scale(days: Sequence[date]) -> _Scale:
    start = _find_break(days)
    begins = days[start]
    room = timedelta(days=max(1, round((days[-1] - begins).days * _RUNS_OUT)))
    if start == 0:
        return _Scale(begins - room, days[-1] + room, None)
    return _Scale(days[0], days[-1] + room, begins - room)


def _find_break(days: Sequence[date]) -> int:
    """The first of the days that lie close together: those before it are few, and far away."""
    for place in range(1, (len(days) + 1) // 2):
        rest = max((days[-1] - days[place]).days, 1)
        if (days[place] - days[place - 1]).days > _CROWDED * rest:
            return place
    return 0


def _days_of_accounts(accounts: Iterable[HoldingAccount]) -> Iterator[date]:
    for account in accounts:
        for text in (account.holding.start, account.holding.end, account.holding.last_said):
            yield from _days(text)


def _days(text: str | None) -> Iterator[date]:
    bounds = _read(text)
    yield from (day for day in (bounds.first, bounds.last) if day)


def _read(text: str | None) -> Bounds:
    """The bounds of a date; none where it is missing, or no date."""
    try:
        return edtf.bounds(text.partition("T")[0]) if text else Bounds(None, None)
    except ValueError:
        return Bounds(None, None)


def _draw_lanes(accounts: Sequence[HoldingAccount], scale: _Scale, parties: Mapping[str, int]) -> Iterator[Lane]:
    y = 0
    for holder in number_parties(accounts):
        mine = [(number, account) for number, account in enumerate(accounts) if account.holding.holder == holder]
        first = y + _HEAD + 18  # the name of the lane, then the caption of its first bar
        bars = tuple(
            _draw_bar(number, account, scale, y=first + _ROW * place) for place, (number, account) in enumerate(mine)
        )
        yield Lane(holder, mine[0][1].holding.holder_names[0], parties[holder], y + 16, bars)
        y = bars[-1].y + 28


def _draw_bar(number: int, account: HoldingAccount, scale: _Scale, *, y: int) -> Bar:
    holding = account.holding
    began, ended, said = _read(holding.start), _read(holding.end), _read(holding.last_said)
    known = [x for day in (began.last, ended.first, said.last) if day for x in (scale.x(day),)]
    if not known:
        return Bar(number, account, 0, 100, y, (Fade(0, 0.15), Fade(0.5, 0.5), Fade(1, 0.15)), None, is_dated=False)
    run_out = scale.x(scale.last)
    full_from = scale.x(began.last) if began.last else min(known)
    left = scale.x(began.first) if began.first else max(0.0, full_from - 8)
    full_to = scale.x(ended.first) if ended.first else max([full_from, *known])
    right = scale.x(ended.last) if ended.last else min(run_out, full_to + 8)
    full_to = max(full_to, full_from)
    width = max(right - left, _LEAST)
    fades = _fade(left, full_from, full_to, width, is_open=holding.end is None, is_unbegun=holding.start is None)
    said_x = scale.x(said.last) if said.last and holding.end is None else None
    return Bar(number, account, min(left, 100 - _LEAST), width, y, fades, said_x, is_dated=True)


def _fade(
    left: float, full_from: float, full_to: float, width: float, *, is_open: bool, is_unbegun: bool
) -> tuple[Fade, ...]:
    """Nothing to full where it began, full to nothing where it ended; sharp where both edges are one day."""
    begin, end = (min(max((at - left) / width, 0.0), 1.0) for at in (full_from, full_to))
    first = [Fade(0, 0.0 if is_unbegun else 0.2), Fade(begin, 1)] if begin > 0 else [Fade(0, 1)]
    last = [Fade(end, 1), Fade(1, 0.0 if is_open else 0.2)] if end < 1 else [Fade(1, 1)]
    return (*first, *last)


def _draw_rows(points: Sequence[Point], scale: _Scale, *, top: int) -> Iterator[MarkRow]:
    kinds = [kind for kind in MarkKind if any(point.kind is kind and point.when for point in points)]
    for place, kind in enumerate(kinds):
        mine = [point for point in points if point.kind is kind and point.when]
        yield MarkRow(kind, top + _MARK_ROW * place, tuple(_draw_marks(mine, scale)))


def _draw_marks(points: Iterable[Point], scale: _Scale) -> Iterator[Mark]:
    spots: list[tuple[float, float, list[Point]]] = []
    for x, width, point in sorted(_place(points, scale), key=lambda each: each[:2]):
        if spots and x - spots[-1][0] < _SAME_SPOT and width == spots[-1][1] == 0:
            spots[-1][2].append(point)
        else:
            spots.append((x, width, [point]))
    yield from (Mark(x, width, tuple(of)) for x, width, of in spots)


def _place(points: Iterable[Point], scale: _Scale) -> Iterator[tuple[float, float, Point]]:
    for point in points:
        bounds = _read(point.when)
        first, last = bounds.first or bounds.last, bounds.last or bounds.first
        if first and last:
            x = scale.x(first)
            width = scale.x(last) - x
            yield (x, width, point) if width > _SAME_SPOT else (x, 0.0, point)


def _place_day(day: str | None, scale: _Scale) -> float | None:
    first = _read(day).first
    return scale.x(first) if first and scale.first <= first <= scale.last else None


def _draw_ticks(scale: _Scale) -> tuple[Tick, ...]:
    begins = scale.broken_at or scale.first
    dates = [(scale.x(day), text) for day, text in _choose_dates(begins, scale.last)]
    shown = [(x, text) for x, text in dates if x <= _LAST_TICK and (scale.broken_at is None or x > _FIRST_TICK)]
    before = [None, *(text[:4] for _, text in shown)]
    ticks = [
        Tick(x, text, "start" if x < 5 else "middle", is_short="-" in text and text[:4] == year)
        for (x, text), year in zip(shown, before, strict=False)
    ]
    return (Tick(0, str(scale.first.year), "start"), *ticks) if scale.broken_at else tuple(ticks)


def _choose_dates(first: date, last: date) -> list[tuple[date, str]]:
    """Round dates between two days, at most as many as fit: days, firsts of months, or years."""
    days = (last - first).days
    for step in _STEPS:
        if days / step <= _TICKS:
            found = (first + timedelta(days=n) for n in range(1, days + 1, step))
            return [(day, day.isoformat()) for day in found]
    months = [date(y, m, 1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    within = [day for day in months if first <= day <= last]
    for step in _MONTHS:
        chosen = [day for day in within if (day.month - 1) % step == 0]
        if len(chosen) <= _TICKS:
            return [(day, day.strftime("%Y-%m")) for day in chosen]
    years = [day for day in within if day.month == 1]
    every = -(-len(years) // _TICKS)
    return [(day, str(day.year)) for day in years if day.year % every == 0]
