"""Builds reports for tests of lineage: one in a line, and those of all golden cases."""

from __future__ import annotations

from dataclasses import replace

from sayso.corroborate.tests.affair import GOLDEN, build, load
from sayso.model.lineage import Lineage
from sayso.model.report import Published, PublishedBasis, Report
from sayso.model.resolution import Resolution

CASES = sorted(f"{folder}/{path.stem}" for folder in ("lineage", "voice") for path in (GOLDEN / folder).glob("*.yaml"))

WIRE = """Fighters of the Amber Column have taken the airfield of Tar, their spokesman said on Sunday.
The army denied that it had lost the airfield and said that an attack from the east had been beaten off.
Two truck drivers counted twenty lorries heading south on the coastal road during the night."""


def report(id_: str, text: str, *, outlet: str = "Northgate Wire", told: str | None = "2031-03-02") -> Resolution:
    """A report without claims, told on a day."""
    published = Published(told, PublishedBasis.HEADER) if told else None
    return Resolution(Report(id_, id_, text, outlet=outlet, published=published))


def gather_cases() -> list[Resolution]:
    """The reports of all golden cases as one record, told of apart by their case."""
    return [
        replace(resolution, report=replace(resolution.report, id=f"{case} {resolution.report.id}"))
        for case in CASES
        for resolution in build(load(case))
    ]


def list_edges(edges: tuple[Lineage, ...]) -> list[tuple[str, str, str]]:
    """Edges without their scores and words."""
    return [(edge.report, edge.of, str(edge.relation)) for edge in edges]
