"""How a source fared: golden cases of an invented affair."""

from __future__ import annotations

from sayso.desk.event.reach import Reach
from sayso.desk.event.tests.affair import (
    DENIED,
    PLANNED,
    account,
    claim,
    conflict,
    edge,
    event,
    report,
    snapshot,
    voice,
)
from sayso.desk.source.fare import Fare, fare
from sayso.desk.source.source import find_source
from sayso.model.account import Account
from sayso.model.claim import Claim
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.event import Event
from sayso.model.snapshot import Snapshot
from sayso.model.values.stance import ClaimType
from sayso.model.voice import Voice

OURS = claim("c1", "our men took Tarsel")
MORR = voice("Idan Morr", "c1")


def of(told: Snapshot, name: str = "Idan Morr") -> Fare:
    return fare(told, find_source(Reach(told), name))


def happening(
    claims: tuple[Claim, ...], voices: tuple[Voice, ...], *accounts: Account, conflicts: tuple[Conflict, ...] = ()
) -> Event:
    return event(claims, voices, *accounts, conflicts=conflicts)


def counted(found: Fare) -> dict[str, int]:
    return {
        "asserted": len(found.asserted),
        "confirmed": len(found.confirmed),
        "denied": len(found.denied),
        "contradicted": len(found.contradicted),
        "by itself": len(found.by_itself),
        "alone": len(found.alone),
    }


def expect(**counts: int) -> dict[str, int]:
    nothing = dict.fromkeys(("confirmed", "denied", "contradicted", "by itself", "alone"), 0)
    return {"asserted": 1, **nothing, **{name.replace("_", " "): count for name, count in counts.items()}}


def test_what_nobody_else_speaks_of_is_alone() -> None:
    told = snapshot((OURS,), happening((OURS,), (MORR,), account("a1", "c1")))
    assert counted(of(told)) == expect(alone=1)


def test_another_voice_that_asserts_the_same_confirms() -> None:
    baker = claim("c2", "the Guard took Tarsel", by="a baker", report="r2")
    told = snapshot((OURS, baker), happening((OURS, baker), (MORR, voice("a baker", "c2")), account("a1", "c1", "c2")))
    assert counted(of(told)) == expect(confirmed=1)
    assert [other.voice.name for other in of(told).confirmed[0].confirmed_by] == ["a baker"]


def test_a_copy_never_confirms() -> None:
    copies = tuple(claim(f"c{n}", "our men took Tarsel", report=f"r{n}") for n in range(1, 6))
    same = voice("Idan Morr", *(each.id for each in copies))
    told = snapshot(
        copies,
        happening(copies, (same,), account("a1", *same.claims)),
        lineage=tuple(edge(f"r{n}", "r1") for n in range(2, 6)),
    )
    assert counted(of(told)) == expect(alone=1)


def test_a_number_that_does_not_meet_confirms_nothing() -> None:
    twelve = claim("c1", "12 died", type_=ClaimType.KILL, count=(12, 12, 12), unit="soldier")
    one = claim("c2", "one died", by="a nurse", type_=ClaimType.KILL, count=(1, 1, 1))
    voices = (MORR, voice("a nurse", "c2"))
    told = snapshot((twelve, one), happening((twelve, one), voices, account("a1", "c1", "c2")))
    assert counted(of(told)) == expect(alone=1)


def test_a_number_within_about_confirms() -> None:
    forty = claim("c1", "about 40", type_=ClaimType.DETAIN, count=(36, 40, 44), about=True)
    exact = claim("c2", "38", by="a clerk", type_=ClaimType.DETAIN, count=(38, 38, 38))
    told = snapshot(
        (forty, exact), happening((forty, exact), (MORR, voice("a clerk", "c2")), account("a1", "c1", "c2"))
    )
    assert counted(of(told)) == expect(confirmed=1)


def test_another_kind_of_thing_confirms_nothing() -> None:
    shots = claim("c2", "heard shots", by="a baker", type_=ClaimType.CLASH)
    told = snapshot((OURS, shots), happening((OURS, shots), (MORR, voice("a baker", "c2")), account("a1", "c1", "c2")))
    assert counted(of(told)) == expect(alone=1)


def test_what_was_taken_back_confirms_nothing() -> None:
    baker = claim("c2", "the Guard took Tarsel", by="a baker", report="r2")
    voices = (MORR, voice("a baker", "c2"))
    happened = event((OURS, baker), voices, account("a1", "c1", "c2"), retracted=("c2",))
    assert counted(of(snapshot((OURS, baker), happened))) == expect(alone=1)


def test_a_denial_is_a_denial_and_no_contradiction() -> None:
    lost = claim("c2", "had lost Tarsel", by="the army", stance=DENIED)
    clash = conflict(ConflictOn.OCCURRENCE, ("c1",), ("c2",), ("took", "lost"))
    voices = (MORR, voice("the army", "c2", stances=(DENIED,)))
    accounts = (account("a1", "c1"), account("a2", "c2"))
    told = snapshot((OURS, lost), happening((OURS, lost), voices, *accounts, conflicts=(clash,)))
    assert counted(of(told)) == expect(denied=1)


def test_a_denial_in_one_account_counts_too() -> None:
    rumours = claim("c2", "rumours", by="the army", stance=DENIED)
    voices = (MORR, voice("the army", "c2", stances=(DENIED,)))
    told = snapshot((OURS, rumours), happening((OURS, rumours), voices, account("a1", "c1", "c2")))
    assert counted(of(told)) == expect(denied=1)


def test_what_cannot_be_so_as_well_contradicts_both() -> None:
    given = claim("c2", "was handed Tarsel", by="an elder", type_=ClaimType.HAND_OVER)
    clash = conflict(ConflictOn.MANNER, ("c1",), ("c2",), ("took", "was handed"))
    voices = (MORR, voice("an elder", "c2"))
    accounts = (account("a1", "c1"), account("a2", "c2"))
    told = snapshot((OURS, given), happening((OURS, given), voices, *accounts, conflicts=(clash,)))
    assert counted(of(told)) == counted(of(told, "an elder")) == expect(contradicted=1)


def test_a_later_number_of_its_own_is_against_itself_and_still_alone() -> None:
    twelve = claim("c1", "12 died", type_=ClaimType.KILL, count=(12, 12, 12))
    nine = claim("c2", "9 died", type_=ClaimType.KILL, count=(9, 9, 9), report="r2")
    reports = (report("r1", "2024-05-12"), report("r2", "2024-05-14"))
    happened = happening((twelve, nine), (voice("Idan Morr", "c1", "c2"),), account("a1", "c1", "c2"))
    found = of(snapshot((twelve, nine), happened, reports=reports))
    assert counted(found) == expect(by_itself=1, alone=1)
    assert [each.id for each in found.by_itself[0].against_itself] == ["c1"]


def test_two_numbers_of_one_report_are_not_against_each_other() -> None:
    here = claim("c1", "12 died here", type_=ClaimType.KILL, count=(12, 12, 12))
    there = claim("c2", "9 died there", type_=ClaimType.KILL, count=(9, 9, 9))
    told = snapshot(
        (here, there), happening((here, there), (voice("Idan Morr", "c1", "c2"),), account("a1", "c1", "c2"))
    )
    assert counted(of(told)) == expect(alone=1)


def test_what_is_only_planned_is_not_asserted() -> None:
    plan = claim("c1", "will take Tarsel", stance=PLANNED)
    told = snapshot((plan,), event((plan,), (voice("Idan Morr", "c1", stances=(PLANNED,)),)))
    assert of(told).asserted == ()


def test_whoever_speaks_for_it_is_no_other_voice() -> None:
    own = claim("c1", "our men took Tarsel", by="the Guard", entity="e-guard")
    office = claim("c2", "Tarsel is taken", by="its office", report="r2", entity="e-office")
    one = voice("the Guard", "c1", "c2", speaks_for="e-guard")
    told = snapshot((own, office), happening((own, office), (one,), account("a1", "c1", "c2")))
    assert counted(of(told, "the Guard")) == expect(alone=1)
