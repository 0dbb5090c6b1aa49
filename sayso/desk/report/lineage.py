"""Lineage of a report as its page tells it: what it derives from, what derives from it, by which words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.desk.draw.lineage import LineageDrawing, draw_lineage
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot

MOST_ROWS = 40  # of each table: a wire may have hundreds of copies, and all of them say one thing

#: Relations by which a report says again what another outlet's said: what is repeated adds no voice.
REPEATS = frozenset({Relation.COPY, Relation.TRANSLATION, Relation.REWRITE})


@dataclass(frozen=True, slots=True)
class Tie:
    """One line of lineage: to which report (unheld where `report.held` is false), how, how sure, and by which words.

    `named` are the words by which the report names an unheld one, None where none were found.
    """

    report: Report
    relation: Relation
    score: float
    evidence: str
    named: str | None = None


@dataclass(frozen=True, slots=True)
class LineageView:
    """What a report derives from and what derives from it; `more` counts those that table and drawing leave out."""

    origins: tuple[Tie, ...] = ()
    derived: tuple[Tie, ...] = ()
    drawing: LineageDrawing | None = None
    more: int = 0

    def __bool__(self) -> bool:
        return bool(self.origins or self.derived)


def view_lineage(snapshot: Snapshot, resolution: Resolution) -> LineageView:
    """The lineage of one report of a snapshot."""
    me = resolution.report
    known = {each.report.id: each.report for each in snapshot.resolutions}
    known |= {report.id: report for report in snapshot.corroboration.unheld}
    lines = [line for line in snapshot.corroboration.lineage if line.report in known and line.of in known]
    up = [line for line in lines if line.report == me.id]
    down = sorted((line for line in lines if line.of == me.id), key=lambda line: known[line.report].told or "9")
    family = {me.id, *(line.of for line in up), *(line.report for line in down[:MOST_ROWS])}
    among = [line for line in lines if {line.report, line.of} <= family]
    return LineageView(
        origins=tuple(_tie(line, known[line.of], resolution) for line in up),
        derived=tuple(_tie(line, known[line.report], None) for line in down[:MOST_ROWS]),
        drawing=draw_lineage((known[id_] for id_ in family), among, focus={me.id}),
        more=max(0, len(down) - MOST_ROWS),
    )


def find_repeats(snapshot: Snapshot, report: str) -> Mapping[str, Relation]:
    """Reports that repeat this one, that it repeats, or that repeat the same one; with the relation that says so."""
    near: dict[str, list[tuple[str, Relation]]] = {}
    for line in snapshot.corroboration.lineage:
        if line.relation in REPEATS:
            near.setdefault(line.report, []).append((line.of, line.relation))
            near.setdefault(line.of, []).append((line.report, line.relation))
    found: dict[str, Relation] = {}
    waiting = [report]
    while waiting:
        for other, relation in near.get(waiting.pop(), ()):
            if other != report and other not in found:
                found[other] = relation
                waiting.append(other)
    return found


def _tie(line: Lineage, other: Report, credited_by: Resolution | None) -> Tie:
    return Tie(other, line.relation, line.score, line.evidence, _find_naming(credited_by, other))


def _find_naming(resolution: Resolution | None, other: Report) -> str | None:
    if resolution is None or other.held or not other.outlet:
        return None
    outlet = other.outlet.casefold()
    naming = (credit.words.text for credit in resolution.credits if credit.outlet.text.casefold() == outlet)
    return next(naming, None)
