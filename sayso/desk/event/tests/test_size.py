"""A wire that hundreds took over: the page stays small, and its counts are of voices."""

from __future__ import annotations

from sayso.desk.event.tests.affair import DENIED, account, claim, conflict, edge, event, snapshot, voice
from sayso.desk.event.view import view_event
from sayso.model.conflict import ConflictOn

COPIES = 400


def test_hundreds_of_copies_are_one_voice_and_one_wording() -> None:
    told = tuple(claim(f"c{n}", "our men took Tarsel", report=f"r{n}") for n in range(COPIES))
    lost = claim("lost", "had lost Tarsel", by="the army", report="r0", stance=DENIED)
    ids = tuple(each.id for each in told)
    clash = conflict(ConflictOn.OCCURRENCE, ids, ("lost",), ("took", "lost"))
    voices = (voice("Idan Morr", *ids), voice("the army", "lost", stances=(DENIED,)))
    happened = event((*told, lost), voices, account("a1", *ids), account("a2", "lost"), conflicts=(clash,))
    lines = tuple(edge(f"r{n}", f"r{(n - 1) // 3}") for n in range(1, COPIES))
    view = view_event(snapshot((*told, lost), happened, lineage=lines), "v1")
    assert view.count == f"1 voice in {COPIES} reports; denied by 1"
    (heard,) = view.sides[0].heard
    assert [len(saying.again) for saying in heard.sayings] == [COPIES - 1]
    assert view.voices[0].reports == COPIES
    assert view.repeats == COPIES - 1
    assert view.voices[0].left_out == COPIES - sum(branch.size for branch in view.voices[0].shown)
