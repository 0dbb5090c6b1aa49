"""Grades of sources and claims, and Airwars' view of an event."""

from datetime import UTC, datetime, timedelta

from sayso.model.airwars import AirwarsGrade, grade_event
from sayso.model.assessment import CREDIBILITY, RELIABILITY, assess, write_credibility
from sayso.model.claim import Claim
from sayso.model.conflict import Conflict, ConflictOn
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.event import Event
from sayso.model.passage import passage_of
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance
from sayso.model.voice import Interest, Voice

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
KILLED = Claim("c1", "r1", "v1", ClaimType.KILL, Stance.ASSERTED, Evidence((Span(0, 12, "Ten men died"),)))


def graded(grade, *, by="Amal", hour=0, known=None):
    target = Target(known=known, field=RELIABILITY) if known else Target("r1", "v1", 0, 12, CREDIBILITY)
    value = grade if known else write_credibility(grade, passage_of(KILLED))
    return Decision(f"d{hour}", DecisionKind.GRADE, target, value, by, NOON + timedelta(hours=hour), "seen")


def test_a_source_is_graded_by_any_spelling_of_its_name():
    found = assess([graded("B", known="Meridian Wire")], [], {})
    assert [each.grade for each in found.of_source(["MERIDIAN WIRE"])] == ["B"]
    assert not found.of_source(["The Courier"])


def test_each_person_has_one_grade_in_force_the_later():
    found = assess([graded("2"), graded("4", hour=1), graded("3", by="Basma", hour=2)], [KILLED], {})
    assert [(each.grade, each.words) for each in found.claims["c1"]] == [("4", "doubtful"), ("3", "possibly true")]


def test_a_grade_of_words_that_no_claim_has_is_lost_and_named():
    made = graded("2")
    assert assess([made], [], {}).lost == (made,)


def event(*voices, type_=ClaimType.STRIKE, conflicts=(), retracted=()):
    claims = tuple(claim for voice in voices for claim in voice.claims)
    return Event("v1", type_, None, (), None, claims, voices, conflicts=conflicts, retracted=retracted)


def voice(name, interest=Interest.THIRD, stance=Stance.ASSERTED):
    return Voice(f"w-{name}", name, (name,), None, (stance,), interest, (f"c-{name}",))


def test_one_voice_is_weak_two_are_fair_and_the_doer_confirms():
    nurse, monitor, army = voice("nurse"), voice("monitor"), voice("army", Interest.FOR)
    assert grade_event(event(nurse))[0] is AirwarsGrade.WEAK
    assert grade_event(event(nurse, monitor))[0] is AirwarsGrade.FAIR
    assert grade_event(event(nurse, army))[0] is AirwarsGrade.CONFIRMED


def test_other_doers_contest_and_what_was_taken_back_is_discounted():
    blamed = Conflict(ConflictOn.RESPONSIBILITY, ("a", "b"), (("c-nurse",), ("c-monitor",)), ("one", "other"))
    nurse, monitor = voice("nurse"), voice("monitor")
    assert grade_event(event(nurse, monitor, conflicts=(blamed,)))[0] is AirwarsGrade.CONTESTED
    assert grade_event(event(nurse, retracted=("c-nurse",)))[0] is AirwarsGrade.DISCOUNTED


def test_who_holds_a_place_and_what_nobody_asserts_has_no_grade_of_airwars():
    assert grade_event(event(voice("nurse"), type_=ClaimType.HOLD)) is None
    assert grade_event(event(voice("army", stance=Stance.DENIED))) is None
