"""What changes between two snapshots of one record. All of it is invented."""

from dataclasses import replace

from sayso.model.claim import Claim, Link, Mention
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.corroboration import Corroboration
from sayso.model.difference import Heard, compare_snapshots
from sayso.model.entity import Entity, EntityKind
from sayso.model.event import Event
from sayso.model.holding import Holding, HoldingStatus
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.model.voice import Interest, Voice

WORDS = Evidence((Span(0, 3, "Tar"),))


def claim(id_, speaker, entity):
    chain = (Link(Mention("the speaker", entity=entity, names=(speaker,))),)
    return Claim(id_, "r1", "v", ClaimType.SEIZE, Stance.ASSERTED, WORDS, chain=chain)


def voice(name, *claims, of=None):
    return Voice(f"w{name}", name, (name,), of, (Stance.ASSERTED,), Interest.FOR, claims)


def event(id_, *voices, conflicts=()):
    claims = tuple(each for one in voices for each in one.claims)
    return Event(id_, ClaimType.SEIZE, "tar", ("Tar",), None, claims, voices, conflicts=conflicts)


def snapshot(claims, *events, holdings=()):
    entities = {
        link.source.entity: Entity(link.source.entity, EntityKind.PERSON, link.source.names)
        for each in claims
        for link in each.chain
    }
    resolution = Resolution(Report("r1", "a.txt", "Tar fell."), claims=claims, entities=tuple(entities.values()))
    return Snapshot((resolution,), Corroboration(events=events, holdings=holdings))


TWO = snapshot(
    (claim("c1", "Kell", "e1"), claim("c2", "Kjell", "e2")), event("v1", voice("Kell", "c1"), voice("Kjell", "c2"))
)
ONE = snapshot((claim("c1", "Kjell", "e2"), claim("c2", "Kjell", "e2")), event("v1", voice("Kjell", "c1", "c2")))
HELD = Holding("tar", ("Tar",), "e1", ("Column",), "2031", None, HoldingStatus.CLAIMED, None, ("v1",), 1, ("c1",))


def test_a_snapshot_differs_in_nothing_from_itself():
    assert not compare_snapshots(TWO, TWO)


def test_entities_that_become_one_are_told_with_their_names_and_the_voices_that_are_left():
    found = compare_snapshots(TWO, ONE)
    assert [(each.before, each.after) for each in found.joined] == [(("Kell", "Kjell"), ("Kjell",))]
    (heard,) = found.voices
    assert [each.name for each in heard.before] == ["Kell", "Kjell"]
    assert heard.after == (Heard("Kjell", "", Interest.FOR),)
    assert [(each.claim, each.part, each.before, each.after) for each in found.mentions] == [
        ("c1", "speaker", "Kell", "Kjell")
    ]


def test_the_way_back_tells_what_parts():
    found = compare_snapshots(ONE, TWO)
    assert [(each.before, each.after) for each in found.parted] == [(("Kjell",), ("Kell", "Kjell"))]
    assert found.joined == ()


def test_another_identifier_of_the_same_name_is_no_difference():
    renamed = snapshot(
        (claim("c1", "Kell", "e9"), claim("c2", "Kjell", "e2")), event("v1", voice("Kell", "c1"), voice("Kjell", "c2"))
    )
    assert not compare_snapshots(TWO, renamed)


def test_whom_a_voice_speaks_for_is_told_by_name():
    before = snapshot((claim("c1", "Kell", "e1"),), event("v1", voice("Kell", "c1")))
    after = snapshot((claim("c1", "Kell", "e1"),), event("v1", voice("Kell", "c1", of="e1")))
    assert compare_snapshots(before, after).voices[0].after[0].speaks_for == "Kell"


def test_conflicts_gained_and_lost_are_told_whichever_side_comes_first():
    clash = Conflict(ConflictOn.NUMBER, ("a1", "a2"), (("c1",), ("c2",)), ("3", "5"))
    turned = Conflict(ConflictOn.NUMBER, ("a2", "a1"), (("c2",), ("c1",)), ("5", "3"))
    calm, torn, other = (
        replace(TWO, corroboration=Corroboration(events=(event("v1", voice("Kell", "c1"), conflicts=conflicts),)))
        for conflicts in ((), (clash,), (turned,))
    )
    assert compare_snapshots(calm, torn).conflicts_gained == (clash,)
    assert compare_snapshots(torn, calm).conflicts_lost == (clash,)
    assert not compare_snapshots(torn, other)


def test_a_holding_that_stands_otherwise_is_one_change_and_one_that_is_gone_is_lost():
    better = replace(HELD, status=HoldingStatus.UNDISPUTED, voices=2)
    claims = (claim("c1", "Kell", "e1"),)
    (change,) = compare_snapshots(snapshot(claims, holdings=(HELD,)), snapshot(claims, holdings=(better,))).holdings
    assert (change.before, change.after) == (HELD, better)
    (change,) = compare_snapshots(snapshot(claims, holdings=(HELD,)), snapshot(claims)).holdings
    assert (change.before, change.after) == (HELD, None)


def test_an_event_that_comes_apart_is_told_in_both_its_parts():
    apart = snapshot(
        (claim("c1", "Kell", "e1"), claim("c2", "Kjell", "e2")),
        event("v1", voice("Kell", "c1")),
        event("v2", voice("Kjell", "c2")),
    )
    changes = compare_snapshots(TWO, apart).voices
    assert [(each.event, len(each.before), len(each.after)) for each in changes] == [("v1", 2, 1), (None, 0, 1)]
