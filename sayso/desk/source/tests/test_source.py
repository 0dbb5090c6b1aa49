"""Who a source is: by entity or by name, and what is its own within a voice that others are folded into."""

from __future__ import annotations

import pytest

from sayso.desk.event.reach import Reach
from sayso.desk.event.tests.affair import account, claim, edge, event, report, snapshot, voice
from sayso.desk.source.source import find_source, parts_of
from sayso.desk.source.view import view_source
from sayso.errors import NotInRecord
from sayso.model.entity import Affiliation, Entity, EntityKind
from sayso.model.lineage import Relation

GUARD = Entity("e-guard", EntityKind.GROUP, ("the Guard", "Guard"))
MORR = Entity(
    "e-morr", EntityKind.PERSON, ("Idan Morr",), (Affiliation("e-guard", "its spokesman", "2020", "2024", "spokesman"),)
)
SAID = claim("c1", "our men took Tarsel", by="Idan Morr", entity="e-morr")
OWN = claim("c2", "Tarsel is ours", by="the Guard", report="r2", entity="e-guard")
ONE = voice("Idan Morr", "c1", "c2", speaks_for="e-guard", names=("Idan Morr", "the Guard", "He"))
TOLD = snapshot((SAID, OWN), event((SAID, OWN), (ONE,), account("a1", "c1", "c2")), entities=(GUARD, MORR))


def test_a_voice_that_speaks_for_it_is_wholly_its_own() -> None:
    reach = Reach(TOLD)
    (part,) = parts_of(reach, TOLD.corroboration.events[0], find_source(reach, "e-guard"))
    assert (part.claims, part.is_whole) == (frozenset({"c1", "c2"}), True)


def test_of_a_voice_that_bears_another_name_only_its_own_words_are_its() -> None:
    office = Entity("e-office", EntityKind.GROUP, ("its office",))
    words = claim("c2", "Tarsel is taken", by="its office", entity="e-office")
    happened = event((SAID, words), (voice("Idan Morr", "c1", "c2", speaks_for="e-guard"),), account("a1", "c1", "c2"))
    reach = Reach(snapshot((SAID, words), happened, entities=(GUARD, MORR, office)))
    (part,) = parts_of(reach, happened, find_source(reach, "e-office"))
    assert (part.claims, part.is_whole) == (frozenset({"c2"}), False)


def test_affiliations_have_their_time_and_reason_from_both_ends() -> None:
    (tie,) = view_source(TOLD, "e-morr").affiliations
    assert (tie.other, tie.affiliation.start, tie.affiliation.end) == (GUARD, "2020", "2024")
    (spokesman,) = view_source(TOLD, "e-guard").spokesmen
    assert spokesman.other == MORR


def test_names_folded_into_its_voice_are_told_and_pronouns_are_not() -> None:
    assert view_source(TOLD, "e-morr").counted_with == ("the Guard",)


def test_lineage_of_an_outlet_is_counted_by_the_other_outlet() -> None:
    wires = tuple(report(f"r{n}", outlet="Meridian Wire") for n in (1, 2))
    copies = tuple(report(f"r{n}", outlet="Courier") for n in (3, 4))
    lines = (edge("r3", "r1"), edge("r4", "r2"), edge("r4", "r1", Relation.CREDIT))
    told = snapshot((), reports=(*wires, *copies), lineage=lines)
    gives = [(each.outlet, each.relation, each.count) for each in view_source(told, "Meridian Wire").gives_to]
    assert gives == [("Courier", Relation.COPY, 2), ("Courier", Relation.CREDIT, 1)]
    takes = [(each.outlet, each.relation, each.count) for each in view_source(told, "courier").takes_from]
    assert takes == [("Meridian Wire", Relation.COPY, 2), ("Meridian Wire", Relation.CREDIT, 1)]


def test_whom_nobody_names_is_no_source() -> None:
    with pytest.raises(NotInRecord):
        find_source(Reach(TOLD), "somebody else")


def test_what_it_said_last_comes_first() -> None:
    reports = (report("r1", "2024-05-12"), report("r2", None), report("r3", "2024-05-20"))
    told = tuple(claim(f"c{n}", f"words {n}", report=f"r{n}") for n in (1, 2, 3))
    events = tuple(
        event((each,), (voice("Idan Morr", each.id),), account("a1", each.id), id_=f"v{each.id}", when=None)
        for each in told
    )
    said = view_source(snapshot(told, *events, reports=reports), "Idan Morr").said
    assert [each.event.id for each in said] == ["vc3", "vc1", "vc2"]
