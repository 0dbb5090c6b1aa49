"""Voices: how a voice reached us: a tree of the reports that carry it, each under the one that it took over from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sayso.desk.draw.numbers import Tone, shorten

_ROW, _INDENT, _HEAD = 42, 24, 34  # pixels: a report's two lines, a step to the side, the voice itself
_LONGEST, _LEAST = 40, 16  # letters of a report's words beside the voice, and however deep it stands


@dataclass(frozen=True, slots=True)
class Twig:
    """A report in the picture: its words, how it came by the voice, where it leads, and what took over from it.

    `held` false: a report without text here; it has no link of its own.
    """

    words: str
    how: str
    link: str | None
    held: bool = True
    below: tuple[Twig, ...] = ()


def draw_voice(words: str, twigs: Sequence[Twig], *, title: str, tone: Tone) -> Markup:
    """The picture of one voice, from top to bottom: the voice (`words`: its name, or what it does), whoever heard it,
    whoever took it from them.
    """
    rows = list(_rows(twigs, depth=1))
    height = _HEAD + _ROW * len(rows)
    parts = [
        Markup(
            '<svg class="tree {tone}" width="100%" height="{height}" direction="ltr" role="group" aria-label="{title}">'
        ).format(tone=tone, height=height, title=title),
        *_branches(rows),
        Markup('<circle class="voice" cx="11" cy="15" r="9"/>'),
        Markup('<text class="name" x="28" y="20" font-size="15">{}</text>').format(shorten(words, _LONGEST)),
        *(_node(row, _HEAD + _ROW * place) for place, row in enumerate(rows)),
        Markup("</svg>"),
    ]
    return Markup("\n").join(parts)


@dataclass(frozen=True, slots=True)
class _Row:
    twig: Twig
    depth: int
    size: int  # rows down to its last own child; 0 without children


def _rows(twigs: Sequence[Twig], *, depth: int) -> Iterator[_Row]:
    for twig in twigs:
        below = list(_rows(twig.below, depth=depth + 1))
        last = max((place for place, row in enumerate(below, 1) if row.depth == depth + 1), default=0)
        yield _Row(twig, depth, last)
        yield from below


def _branches(rows: Sequence[_Row]) -> Iterator[Markup]:
    """Lines down from each report to its last child, and across to every child."""
    firsts = [place for place, row in enumerate(rows) if row.depth == 1]
    if firsts:
        yield _down(_x(0), 24, _HEAD + _ROW * firsts[-1] + 12)
    for place, row in enumerate(rows):
        middle = _HEAD + _ROW * place + 12
        yield Markup('<line class="branch" x1="{from_}" x2="{to}" y1="{y}" y2="{y}"/>').format(
            from_=_x(row.depth - 1), to=_x(row.depth) - 6, y=middle
        )
        if row.size:
            yield _down(_x(row.depth), middle + 6, middle + _ROW * row.size)


def _down(x: int, start: int, end: int) -> Markup:
    return Markup('<line class="branch" x1="{x}" x2="{x}" y1="{start}" y2="{end}"/>').format(x=x, start=start, end=end)


def _x(depth: int) -> int:
    return 11 + _INDENT * depth


def _node(row: _Row, top: int) -> Markup:
    x, twig = _x(row.depth), row.twig
    words = Markup('<text x="{x}" y="{y}" font-size="13.5">{words}</text>').format(
        x=x + 13, y=top + 17, words=shorten(twig.words, max(_LEAST, _LONGEST - 3 * row.depth))
    )
    link = Markup('<a href="{}">{}</a>').format(twig.link, words) if twig.link else words
    return Markup(
        '<circle class="{kind}" cx="{x}" cy="{y}" r="5.5"/>{link}'
        '<text class="how" x="{text}" y="{below}" font-size="12">{how}</text>'
    ).format(
        kind="report" if twig.held else "unheld",
        x=x,
        y=top + 12,
        link=link,
        text=x + 13,
        below=top + 32,
        how=shorten(twig.how, 44),
    )
