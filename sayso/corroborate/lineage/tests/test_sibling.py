"""Reports of one wire that nobody holds are read beside the first of them."""

from __future__ import annotations

from sayso.corroborate.lineage.sibling import lay_beside
from sayso.corroborate.lineage.tests.example import WIRE, list_edges, report
from sayso.model.lineage import Lineage, Relation


def test_copies_of_an_absent_wire_are_laid_beside_the_first_told() -> None:
    told = [report("b", WIRE, told="2031-03-03"), report("a", WIRE, told="2031-03-04"), report("c", WIRE)]
    edges = [Lineage(each.report.id, "absent", Relation.COPY, 0.9, "") for each in told]
    found = lay_beside(edges, {each.report.id: each.report for each in told})
    assert list_edges(tuple(found)) == [("a", "c", "copy"), ("b", "c", "copy")]


def test_mere_credits_are_not_laid_beside_each_other() -> None:
    told = [report("a", WIRE), report("b", WIRE)]
    edges = [Lineage(each.report.id, "absent", Relation.CREDIT, 0.9, "") for each in told]
    assert lay_beside(edges, {each.report.id: each.report for each in told}) == []
