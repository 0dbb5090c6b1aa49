"""By which reports a voice reached us."""

from __future__ import annotations

from sayso.desk.event.lineage import DEEPEST, Branch, count_reports, prune, trace
from sayso.desk.event.reach import Reach
from sayso.desk.event.tests.affair import claim, edge, snapshot, unheld
from sayso.model.claim import Claim
from sayso.model.lineage import Lineage, Relation
from sayso.model.report import Report

WORDS = tuple(claim(f"c{number}", "took Tarsel", report=f"r{number}") for number in range(1, 5))


def tree(claims: tuple[Claim, ...], *edges: Lineage, origins: tuple[Report, ...] = ()) -> list[object]:
    reach = Reach(snapshot(claims, lineage=edges, origins=origins))
    return shape(trace(reach, reach.all_claims(each.id for each in claims)))


def shape(branches: tuple[Branch, ...]) -> list[object]:
    return [[branch.report.id, *shape(branch.taken_over)] for branch in branches]


def test_a_copy_of_a_copy_stands_two_steps_below() -> None:
    assert tree(WORDS[:3], edge("r2", "r1"), edge("r3", "r2")) == [["r1", ["r2", ["r3"]]]]


def test_two_outlets_that_heard_it_themselves_stand_side_by_side() -> None:
    assert tree(WORDS[:2]) == [["r1"], ["r2"]]


def test_a_report_stands_once_under_the_surest_of_its_origins() -> None:
    assert tree(WORDS[:3], edge("r3", "r1", score=0.4), edge("r3", "r2", score=0.8)) == [["r1"], ["r2", ["r3"]]]


def test_an_origin_that_does_not_carry_the_voice_is_no_part_of_its_tree() -> None:
    assert tree(WORDS[:1], edge("r1", "r9")) == [["r1"]]


def test_reports_that_derive_from_each_other_are_each_drawn_once() -> None:
    drawn = str(tree(WORDS[:3], edge("r1", "r2"), edge("r2", "r3"), edge("r3", "r1")))
    assert [drawn.count(id_) for id_ in ("r1", "r2", "r3")] == [1, 1, 1]


def test_a_ring_with_a_report_below_it_loses_none() -> None:
    drawn = str(tree(WORDS, edge("r1", "r2"), edge("r2", "r1"), edge("r3", "r2"), edge("r4", "r3")))
    assert [drawn.count(each.report) for each in WORDS] == [1, 1, 1, 1]


def test_an_origin_that_is_not_held_stands_above_its_translation() -> None:
    lines = (edge("r1", "u1", Relation.TRANSLATION),)
    assert tree(WORDS[:1], *lines, origins=(unheld("u1", "Al-Sharq"),)) == [["u1", ["r1"]]]


def test_a_credit_counts_only_where_the_chain_names_it() -> None:
    lines = (edge("r1", "u1", Relation.CREDIT),)
    assert tree(WORDS[:1], *lines, origins=(unheld("u1", "Al-Sharq"),)) == [["r1"]]
    named = (claim("c1", "took Tarsel", by="Al-Sharq"),)
    assert tree(named, *lines, origins=(unheld("u1", "Al-Sharq"),)) == [["u1", ["r1"]]]


def test_what_is_not_held_is_no_report_that_reached_us() -> None:
    reach = Reach(snapshot(WORDS[:1], lineage=(edge("r1", "u1"),), origins=(unheld("u1", "Al-Sharq"),)))
    assert count_reports(trace(reach, WORDS[:1])) == 1


def test_what_a_page_has_no_room_for_is_cut_from_below() -> None:
    reach = Reach(snapshot(WORDS, lineage=(edge("r2", "r1"), edge("r3", "r1"))))
    branches = trace(reach, WORDS)
    assert [str(shape(prune(branches, most))) for most in (0, 1, 2, 4, 9)] == [
        "[]",
        "[['r1']]",
        "[['r1', ['r2']]]",
        "[['r1', ['r2'], ['r3']], ['r4']]",
        "[['r1', ['r2'], ['r3']], ['r4']]",
    ]


def test_a_thousand_versions_one_after_the_other_are_drawn_no_deeper_than_there_is_room() -> None:
    many = tuple(claim(f"c{n}", "took Tarsel", report=f"r{n}") for n in range(1000))
    reach = Reach(snapshot(many, lineage=tuple(edge(f"r{n}", f"r{n - 1}", Relation.VERSION) for n in range(1, 1000))))
    branches = trace(reach, many)
    assert count_reports(branches) == 1000
    assert deep(branches) == DEEPEST + 1
    last = next(branch for branch in walk(branches) if branch.report.id == "r999")
    assert last.of is not None
    assert last.of.id == "r998"


def test_many_origins_of_many_reports_are_looked_through_once() -> None:
    many = tuple(claim(f"c{n}", "took Tarsel", report=f"r{n:03}") for n in range(120))
    lines = tuple(edge(f"r{n:03}", f"r{m:03}") for n in range(120) for m in range(max(0, n - 8), n))
    reach = Reach(snapshot(many, lineage=lines))
    assert max(reach.depths.values()) == 15
    assert count_reports(trace(reach, many)) == 120


def deep(branches: tuple[Branch, ...]) -> int:
    return max((1 + deep(branch.taken_over) for branch in branches), default=0)


def walk(branches: tuple[Branch, ...]) -> list[Branch]:
    return [found for branch in branches for found in (branch, *walk(branch.taken_over))]
