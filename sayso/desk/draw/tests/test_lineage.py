"""Lineage drawn: what derives from what, from above to below."""

from sayso.desk.draw.lineage import draw_lineage
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Published, PublishedBasis, Report


def report(name, told="2024-05-11", *, held=True):
    return Report(
        name,
        name,
        "",
        held=held,
        outlet=name.title(),
        published=Published(told, PublishedBasis.HEADER) if told else None,
    )


def line(child, parent, relation=Relation.COPY):
    return Lineage(child, parent, relation, 0.9, "same words")


def order(drawing):
    return [kin.report.id for kin in drawing.kin]


def test_an_origin_stands_above_its_copies_whatever_their_dates():
    reports = [report("copy", "2024-05-10"), report("wire", "2024-05-12")]
    drawing = draw_lineage(reports, [line("copy", "wire")], focus={"copy"})
    assert order(drawing) == ["wire", "copy"]
    assert [(kin.is_focus, [tie.of for tie in kin.ties]) for kin in drawing.kin] == [(False, []), (True, [1])]


def test_reports_without_lineage_are_not_drawn():
    drawing = draw_lineage([report("a"), report("b"), report("lone")], [line("b", "a")])
    assert order(drawing) == ["a", "b"]
    assert draw_lineage([report("a"), report("b")], []) is None


def test_reports_that_cite_each_other_in_a_ring_are_all_drawn_once():
    ring = [line("b", "a", Relation.CREDIT), line("c", "b", Relation.CREDIT), line("a", "c", Relation.CREDIT)]
    drawing = draw_lineage([report("a", "2024-05-03"), report("b", "2024-05-01"), report("c", "2024-05-02")], ring)
    assert sorted(order(drawing)) == ["a", "b", "c"]
    assert len(drawing.arcs) == 3


def test_of_too_many_the_one_that_the_page_is_about_stays():
    copies = [report(f"copy{number:02}") for number in range(40)]
    lines = [line(copy.id, "wire") for copy in copies]
    drawing = draw_lineage([report("wire"), *copies], lines, focus={"copy39"}, most=10)
    assert len(drawing.kin) == 10
    assert {"wire", "copy39"} <= set(order(drawing))
    assert drawing.left_out == 31


def test_everything_drawn_stands_within_the_drawing():
    copies = [report(f"copy{number:02}") for number in range(12)]
    drawing = draw_lineage([report("wire"), *copies], [line(copy.id, "wire") for copy in copies])
    numbers = [float(number) for arc in drawing.arcs for number in arc.path.replace("M", "").replace("C", "").split()]
    assert min(numbers) >= 0
    assert max(numbers) <= max(drawing.height, drawing.x)
    assert max(kin.y for kin in drawing.kin) < drawing.height
