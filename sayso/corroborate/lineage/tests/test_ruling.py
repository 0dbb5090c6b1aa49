"""What persons decide of lineage is obeyed."""

from __future__ import annotations

from sayso.corroborate.lineage.finding import derive_lineage
from sayso.corroborate.lineage.tests.example import WIRE, list_edges, report
from sayso.model.lineage import Lineage, Relation
from sayso.model.ruling import Rulings

RECORD = [
    report("wire", WIRE),
    report("paper", WIRE, outlet="The Lenn Gazette", told="2031-03-03"),
    report("post", WIRE, outlet="The Copying Post", told="2031-03-04"),
]


def _derive(**rulings: object) -> list[tuple[str, str, str]]:
    return list_edges(derive_lineage(RECORD, Rulings(**rulings))[0])  # type: ignore[arg-type]


def test_cut_edge_is_never_there_and_the_next_likeliest_stands() -> None:
    assert _derive() == [("paper", "wire", "copy"), ("post", "wire", "copy")]
    assert _derive(cut_edges=frozenset({("post", "wire")})) == [("paper", "wire", "copy"), ("post", "paper", "copy")]
    assert _derive(cut_edges=frozenset({("post", "wire"), ("post", "paper")})) == [("paper", "wire", "copy")]


def test_added_edge_is_always_there_with_its_words() -> None:
    added = Lineage("post", "paper", Relation.REWRITE, 1.0, "so decided by Ana: they share an editor")
    edges = derive_lineage(RECORD, Rulings(added_edges=(added,)))[0]
    assert [edge for edge in edges if edge.report == "post"] == [added]


def test_added_edge_takes_the_place_of_its_contrary() -> None:
    added = Lineage("wire", "paper", Relation.COPY, 1.0, "so decided by Ana: the wire has it from the paper")
    assert ("paper", "wire", "copy") not in _derive(added_edges=(added,))
    assert ("wire", "paper", "copy") in _derive(added_edges=(added,))


def test_pointer_to_what_is_not_held_can_be_cut() -> None:
    printed = (
        'The general staff said in a communiqué: "We hold the airfield of Tar and all the heights above it today."'
    )
    one, two = report("one", f"Bread is short in Lenn. {printed}", outlet="A"), report("two", printed, outlet="B")
    edges, unheld = derive_lineage([one, two])
    assert [edge.report for edge in edges] == ["one", "two"]
    cut = frozenset({("two", unheld[0].id)})
    assert [edge.report for edge in derive_lineage([one, two], Rulings(cut_edges=cut))[0]] == ["one"]
