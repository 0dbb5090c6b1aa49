"""Numbers: ranges on one scale, a line for each count, with open ends and soft edges.

Across the picture everything lies at a share of its width, so that it fits a telephone as well as a sheet of paper;
letters keep their size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from sayso.desk.wording import TURN, TURN_BACK

_TOP, _ROW, _FOOT = 26, 46, 8  # pixels: the scale's figures, a line with its words and its bar, room below
_FROM, _TO, _END = 1.0, 90.0, 98.0  # percent of the width: nought, the last figure, where an open end fades out
_LONGEST = 46  # letters of a line's words
_THICK = 10  # pixels of a bar
_LEAST = 0.06  # of the scale: a soft edge that nobody can see says nothing
_STEPS = (1, 2, 2.5, 5, 10)
_TICKS = 4


class Tone(StrEnum):
    """Whose number it is, for the colour: where the voice stands towards the account."""

    FOR = "for"
    AGAINST = "against"
    THIRD = "third"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Bar:
    """One count: `low` and `high` None are open ends, `best` a point within; `is_about` has soft edges.

    `words` say whose it is and when it was told, `figure` the number; `link` leads to its words; a `past` one is
    drawn faint.
    """

    words: str
    figure: str
    link: str
    low: float | None
    best: float | None
    high: float | None
    is_about: bool = False
    past: bool = False
    tone: Tone = Tone.UNKNOWN


def draw_numbers(bars: Sequence[Bar], *, title: str, key: str) -> Markup:
    """The picture of counts of one thing. `key` tells its colour runs from those of other pictures on the page.

    Raises ValueError where no bar has a number.
    """
    scale = _Scale.over(bars)
    height = _TOP + _ROW * len(bars) + _FOOT
    parts = [
        Markup(
            '<svg class="numbers" width="100%" height="{height}" direction="ltr" role="group" aria-label="{title}">'
        ).format(height=height, title=title),
        _runs(key),
        *_axis(scale, height),
        *(part for place, bar in enumerate(bars) for part in _line(scale, bar, _TOP + _ROW * place, key)),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From nought to a round figure that holds every number."""

    step: float
    top: float

    @classmethod
    def over(cls, bars: Iterable[Bar]) -> _Scale:
        ends = [end for bar in bars for end in (bar.low, bar.best, bar.high) if end is not None]
        if not ends:
            raise ValueError("no number to draw")
        most = max(max(ends), 1.0)
        power = 10 ** math.floor(math.log10(most / _TICKS))
        step = next(step * power for step in _STEPS if step * power * _TICKS >= most)
        step = max(step, 1.0)  # things are counted whole
        return cls(step, step * math.ceil(most / step))

    def at(self, number: float) -> float:
        """Percent of the width."""
        return round(_FROM + (_TO - _FROM) * number / self.top, 2)

    @property
    def ticks(self) -> tuple[float, ...]:
        return tuple(self.step * place for place in range(round(self.top / self.step) + 1))


def _runs(key: str) -> Markup:
    """Colour runs for ends that are open or soft, for each tone."""
    shades = {"open": (1, 1, 0), "from": (0, 1, 1), "soft": (0, 1, 0)}
    runs = [
        Markup('<linearGradient id="{id}">{stops}</linearGradient>').format(
            id=f"{key}-{name}-{tone}",
            stops=Markup("").join(
                Markup('<stop class="{tone}" offset="{at}%" stop-color="currentColor" stop-opacity="{full}"/>').format(
                    tone=tone, at=at, full=full
                )
                for at, full in zip((0, 50, 100), shade, strict=True)
            ),
        )
        for tone in Tone
        for name, shade in shades.items()
    ]
    return Markup("<defs>{}</defs>").format(Markup("").join(runs))


def _axis(scale: _Scale, height: int) -> Iterator[Markup]:
    for tick in scale.ticks:
        yield Markup(
            '<line class="tick" x1="{at}%" x2="{at}%" y1="{top}" y2="{foot}"/>'
            '<text class="figure" x="{at}%" y="13" font-size="12" text-anchor="{anchor}">{tick}</text>'
        ).format(at=scale.at(tick), top=_TOP - 8, foot=height, tick=_figure(tick), anchor="middle" if tick else "start")


def _figure(number: float) -> str:
    return f"{number:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _line(scale: _Scale, bar: Bar, top: int, key: str) -> Iterator[Markup]:
    """The number and the words of a line above its bar."""
    yield Markup('<g class="{tone}{past}">').format(tone=bar.tone, past=" past" if bar.past else "")
    yield Markup(
        '<text x="{at}%" y="{y}" font-size="13"><tspan class="value">{figure}</tspan>'
        '<a href="{link}"><tspan dx="8">{words}</tspan></a></text>'
    ).format(at=_FROM, y=top + 15, figure=bar.figure, link=bar.link, words=shorten(bar.words))
    yield from _bar(scale, bar, top + 28, key)
    yield Markup("</g>")


def _bar(scale: _Scale, bar: Bar, middle: int, key: str) -> Iterator[Markup]:
    """A point for an exact number, a bar for a range; an open end fades out, "about" has two soft ends."""
    low, best, high = bar.low, bar.best, bar.high
    if bar.is_about and best is not None:
        wide = max((high or best * 1.1) - (low or best * 0.9), scale.top * _LEAST)
        yield _stripe(scale.at(best - wide / 2), scale.at(best + wide / 2), middle, f"{key}-soft-{bar.tone}")
    elif low is not None and high is None:
        yield _stripe(scale.at(low), _END, middle, f"{key}-open-{bar.tone}")
        yield _edge(scale.at(low), middle)
    elif low is None and high is not None:
        yield _stripe(scale.at(0), scale.at(high), middle, f"{key}-from-{bar.tone}")
        yield _edge(scale.at(high), middle)
    elif low is not None and high is not None and low != high:
        yield _stripe(scale.at(low), scale.at(high), middle, None)
    if best is not None and (bar.is_about or None not in (low, high)):
        yield Markup('<circle class="point" cx="{at}%" cy="{y}" r="6"/>').format(at=scale.at(best), y=middle)


def _stripe(start: float, end: float, middle: int, run: str | None) -> Markup:
    fill = Markup(' fill="url(#{})"').format(run) if run else Markup(' class="solid"')
    return Markup('<rect x="{x}%" width="{width}%" y="{y}" height="{thick}"{fill}/>').format(
        x=start, width=round(max(end - start, 0.5), 2), y=middle - _THICK // 2, thick=_THICK, fill=fill
    )


def _edge(at: float, middle: int) -> Markup:
    """The closed end of a range that is open at the other."""
    return Markup('<line class="edge" x1="{at}%" x2="{at}%" y1="{top}" y2="{foot}"/>').format(
        at=at, top=middle - 8, foot=middle + 8
    )


def shorten(words: str, longest: int = _LONGEST) -> str:
    """Words that fit a picture on a telephone; the table beside it has them in full."""
    if len(words) - 2 * words.count(TURN) <= longest:
        return words
    cut = words[: longest - 1].rstrip()
    return cut + "…" + TURN_BACK * (cut.count(TURN) - cut.count(TURN_BACK))
