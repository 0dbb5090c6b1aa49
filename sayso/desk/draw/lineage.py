"""Lineage drawn: reports one below the other, told first above, with an arc from each to what derives from it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report

ROW, ARC, NODE, TOP = 64, 13, 7, 24  # units of the drawing: height of a row, reach of an arc a row, radius, margin
WIDTH = 640
_WIDEST = 7  # rows that an arc reaches out for; longer ones run as far out as this
_LETTERS = 78  # of 12 units each about 6 wide: what fits beside the arcs


@dataclass(frozen=True, slots=True)
class KinTie:
    """What a report of the drawing derives from: the number of the other there, and the line of lineage."""

    of: int
    line: Lineage


@dataclass(frozen=True, slots=True)
class Kin:
    """A report of the drawing: its number there (from 1), how far down it stands, and what it derives from."""

    number: int
    report: Report
    y: int
    is_focus: bool
    ties: tuple[KinTie, ...] = ()

    @property
    def title(self) -> str:
        """The title as far as it fits; empty where it has none."""
        return _shorten(self.report.title or "")


@dataclass(frozen=True, slots=True)
class Arc:
    """A line from an origin to what derives from it, and its path in SVG."""

    relation: Relation
    path: str


@dataclass(frozen=True, slots=True)
class LineageDrawing:
    """A drawing: its size, where its nodes stand (`x`), and how many reports it leaves out for want of room."""

    height: int
    x: int
    kin: tuple[Kin, ...]
    arcs: tuple[Arc, ...]
    left_out: int = 0

    @property
    def width(self) -> int:
        """How wide it is."""
        return WIDTH


def draw_lineage(
    reports: Iterable[Report], lineage: Sequence[Lineage], *, focus: Collection[str] = (), most: int = 16
) -> LineageDrawing | None:
    """The drawing of reports and the lineage among them; None where there is none among them.

    `focus` are the identifiers of those that the page is about: they are always drawn. At most `most` are.
    """
    known = {report.id: report for report in reports}
    lines = [line for line in lineage if line.report in known and line.of in known and line.report != line.of]
    ordered = _order(known, lines)
    shown = [id_ for id_ in ordered if id_ in focus]
    shown += [id_ for id_ in ordered if id_ not in focus][: max(0, most - len(shown))]
    rows = {id_: row for row, id_ in enumerate(id_ for id_ in ordered if id_ in shown)}
    lines = [line for line in lines if line.report in rows and line.of in rows]
    if not lines:
        return None
    reach = max(_reach(rows[line.of], rows[line.report]) for line in lines)
    x = reach + NODE + 4
    return LineageDrawing(
        height=TOP + ROW * len(rows) - 6,
        x=x,
        kin=tuple(_place(known[id_], row, id_ in focus, lines, rows) for id_, row in rows.items()),
        arcs=tuple(Arc(line.relation, _bend(x, rows[line.of], rows[line.report])) for line in lines),
        left_out=len(ordered) - len(rows),
    )


def _order(known: Mapping[str, Report], lines: Sequence[Lineage]) -> list[str]:
    """Reports that have lineage, each after what it derives from, then by the day of telling."""
    parents: dict[str, set[str]] = {}
    for line in lines:
        parents.setdefault(line.report, set()).add(line.of)
        parents.setdefault(line.of, set())
    waiting, ordered = dict(parents), list[str]()
    while waiting:
        # A ring of reports that cite each other has no first one: the earliest told then goes first.
        free = [id_ for id_, of in waiting.items() if not of & waiting.keys()] or list(waiting)
        first = min(free, key=lambda id_: (known[id_].held, known[id_].told or "9", id_))
        ordered.append(first)
        del waiting[first]
    return ordered


def _place(report: Report, row: int, is_focus: bool, lines: Iterable[Lineage], rows: Mapping[str, int]) -> Kin:
    ties = tuple(KinTie(rows[line.of] + 1, line) for line in lines if line.report == report.id)
    return Kin(row + 1, report, TOP + ROW * row, is_focus, ties)


def _reach(start: int, end: int) -> int:
    return 14 + ARC * min(abs(end - start), _WIDEST)


def _bend(x: int, start: int, end: int) -> str:
    """A curve to the left of the nodes, from one row to another."""
    top, bottom = TOP + ROW * start, TOP + ROW * end
    out = x - NODE - _reach(start, end)
    return f"M{x - NODE} {top} C{out} {top} {out} {bottom} {x - NODE - 3} {bottom}"


def _shorten(text: str) -> str:
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1].rstrip() + "…"
