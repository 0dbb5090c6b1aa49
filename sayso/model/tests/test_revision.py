"""What persons decide of claims, brought to whatever reading stands. The report is invented."""

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.attribution import Attribution, identify_attribution
from sayso.model.checking import (
    Checked,
    accept,
    add,
    add_attribution,
    amend,
    mark_whole,
    merge,
    part_of,
    read_checked,
    reject,
    reject_attribution,
    split,
)
from sayso.model.claim import Certainty, Claim, Link, Mention, RoleFiller, identify_claim
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.draft import AttributionDraft, Draft, Step, draft_of
from sayso.model.identity import digest
from sayso.model.reading import ReaderIdentity, Reading
from sayso.model.report import Report
from sayso.model.revision import revise, revise_all
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import Basis, ClaimType, Role, Stance

NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)
TEXT = (
    "The Amber Column took the fort of Tar on Sunday, a nurse said. The River Guard denied that it had lost the fort. "
    "Ten men were killed at the ford and three were killed at the mill, Colonel Odo Kell told the Lowen Gazette. "
    "Later the Column left."
)
LATER = "Corrected on Monday. " + TEXT.replace("Later the Column left.", "Nobody knows where the Column is.")
V1, V2 = digest(TEXT), digest(LATER)
TEXTS = {V1: TEXT, V2: LATER}
READER, OTHER = ReaderIdentity("native", "1", "a"), ReaderIdentity("llm", "2", "b")


def at(words, text=TEXT, nth=0):
    starts = [n for n in range(len(text)) if text.startswith(words, n)]
    return starts[nth], starts[nth] + len(words)


def span(words, text=TEXT, nth=0):
    return Span.of(text, *at(words, text, nth))


def read(words, type_, trigger=None, *, stance=Stance.ASSERTED, by=None, cue=None, roles=(), text=TEXT, sure=0.6):
    """A claim as a reader leaves it, with its attribution if somebody says it."""
    evidence, place = Evidence((span(words, text),)), span(trigger, text) if trigger else None
    speaker, said = (span(by, text), span(cue, text)) if by else (None, None)
    version = digest(text)
    return Claim(
        identify_claim("r1", version, type_, trigger=place, evidence=evidence, speaker=speaker),
        "r1",
        version,
        type_,
        stance,
        evidence,
        place,
        tuple(RoleFiller(role, Mention.at(span(filler, text))) for role, filler in roles),
        said_in=identify_attribution("r1", version, said, evidence.spans[0]) if by else None,
        chain=(Link(Mention.at(speaker), said),) if by else (),
        reader="native 1",
        confidence=sure,
        certainty=Certainty(sure, 1.0, 1.0),
    )


def attributions_of(claims):
    return tuple(
        Attribution(
            claim.said_in,
            "r1",
            (Span(claim.chain[0].source.start, claim.chain[0].source.end, claim.chain[0].source.text),),
            (claim.chain[0].cue,) if claim.chain[0].cue else (),
            claim.evidence.spans,
        )
        for claim in claims
        if claim.said_in and claim.chain
    )


def reading(*claims, by=READER, text=TEXT):
    return Reading("r1", digest(text), by, attributions_of(claims), tuple(claims))


TOOK = read(
    "The Amber Column took the fort of Tar on Sunday",
    ClaimType.SEIZE,
    "took",
    by="a nurse",
    cue="said",
    roles=((Role.ACTOR, "The Amber Column"), (Role.OBJECT, "the fort of Tar")),
)
LOST = read(
    "it had lost the fort",
    ClaimType.SEIZE,
    "lost",
    stance=Stance.DENIED,
    by="The River Guard",
    cue="denied",
)
FORD = read("Ten men were killed at the ford", ClaimType.KILL, "killed", by="Colonel Odo Kell", cue="told")
LEFT = read("the Column left", ClaimType.WITHDRAW, "left")
WHOLE = reading(TOOK, LOST, FORD, LEFT)
MILL = Draft(
    "r1",
    V1,
    ClaimType.KILL,
    Stance.ASSERTED,
    (at("three were killed at the mill"),),
    at("killed", nth=1),
    ((Role.RECIPIENT, at("three")), (Role.PLACE, at("the mill"))),
    said=(Step(at("Colonel Odo Kell"), at("told"), channel="told the Lowen Gazette"),),
)


def sign(act, hour=0, *, name=None, by="Amal"):
    return Decision(name or f"d{hour}", act.kind, act.target, act.value, by, NOON + timedelta(hours=hour), "seen")


def undo(decision, hour=50):
    return Decision(
        f"u{decision.id}", DecisionKind.UNDO, decision.target, decision.id, "Amal", NOON + timedelta(hours=hour), "no"
    )


def revised(base, *decisions):
    return revise(base, decisions, TEXTS)


def only(base, type_, words):
    (claim,) = [each for each in base.claims if each.type is type_ and words in each.evidence.text]
    return claim


def test_what_a_decision_says_is_read_as_it_was_written():
    for act in (
        accept(TOOK, WHOLE.attributions),
        add(MILL, ()),
        amend(TOOK, WHOLE.attributions, "speaker", (Step(at("The River Guard"), None, channel="by post"),)),
        amend(TOOK, WHOLE.attributions, "object", ()),
        amend(TOOK, WHOLE.attributions, "when", at("on Sunday")),
    ):
        checked = read_checked(sign(act))
        assert isinstance(checked, Checked)
        assert checked.draft.words
        assert read_checked(replace(sign(act), value="{}")) is None


def test_an_accepted_claim_is_certain_and_otherwise_as_it_was_read():
    done = revised(WHOLE, sign(accept(TOOK, WHOLE.attributions)))
    assert done.reading.claims[0] == replace(TOOK, confidence=1.0, certainty=None, decided="d0")
    assert done.reading.claims[1:] == WHOLE.claims[1:]


def test_an_accepted_claim_stands_as_accepted_where_another_reader_sees_it_otherwise_or_not_at_all():
    made = sign(accept(TOOK, WHOLE.attributions))
    doubtful = reading(replace(TOOK, stance=Stance.POSSIBLE, roles=()), by=OTHER)
    for base in (doubtful, reading(by=OTHER)):
        (found,) = revised(base, made).reading.claims
        assert (found.stance, found.roles, found.chain) == (TOOK.stance, TOOK.roles, TOOK.chain)
        assert (found.id, found.decided, found.confidence) == (TOOK.id, "d0", 1.0)
    assert revised(reading(), made).reading.claims[0].reader == "Amal"
    assert revised(doubtful, made).reading.claims[0].reader == "native 1"


def test_an_accepted_claim_takes_the_place_of_one_that_another_reader_gives_to_somebody_else():
    made = sign(accept(TOOK, WHOLE.attributions))
    for other in (
        read(TOOK.evidence.text, ClaimType.SEIZE, "took"),
        replace(TOOK, id="c-army", chain=(Link(Mention.at(span("The River Guard")), None),)),
        replace(TOOK, id="c-army", chain=(Link(Mention.at(span("The River Guard")), span("said")),)),
    ):
        (found,) = revised(reading(other, by=OTHER), made).reading.claims
        assert (found.id, found.speaker.text) == (TOOK.id, "a nurse")
    own = sign(accept(read(TOOK.evidence.text, ClaimType.SEIZE, "took"), ()))
    (found,) = revised(reading(TOOK, by=OTHER), own).reading.claims
    assert (found.chain, found.said_in) == ((), None)


def test_two_who_say_the_same_under_words_of_saying_of_their_own_stay_two():
    denied = replace(TOOK, id="c-guard", chain=(Link(Mention.at(span("The River Guard")), span("denied")),))
    made = sign(accept(TOOK, WHOLE.attributions))
    assert len(revised(reading(denied, by=OTHER), made).reading.claims) == 2
    added = sign(add(draft_of(replace(TOOK, id="x"), WHOLE.attributions), ()))
    quoted = replace(denied, chain=(Link(Mention.at(span("The River Guard")), None),))
    assert len(revised(reading(quoted, by=OTHER), added).reading.claims) == 2


def test_an_added_claim_has_its_words_its_speaker_and_its_attribution():
    done = revised(WHOLE, sign(add(MILL, WHOLE.attributions))).reading
    found = done.claims[-1]
    assert found.evidence.text == "three were killed at the mill"
    assert [(each.role, each.mention.text) for each in found.roles] == [("recipient", "three"), ("place", "the mill")]
    assert [(link.source.text, link.cue.text, link.channel) for link in found.chain] == [
        ("Colonel Odo Kell", "told", "told the Lowen Gazette")
    ]
    said = {each.id: each for each in done.attributions}[found.said_in]
    assert (said.sources[0].text, said.cues[0].text) == ("Colonel Odo Kell", "told")
    assert (found.reader, found.decided, found.confidence) == ("Amal", "d0", 1.0)


def test_an_added_claim_in_the_words_of_another_is_passed_on_by_him():
    whole = Attribution(
        "outer", "r1", (span("a nurse"),), (span("said"),), (span("The Amber Column took the fort of Tar on Sunday"),)
    )
    draft = Draft(
        "r1", V1, ClaimType.HOLD, Stance.ASSERTED, (at("took the fort"),), said=(Step(at("The Amber Column")),)
    )
    (found,) = revised(replace(reading(), attributions=(whole,)), sign(add(draft, [whole]))).reading.claims
    assert [link.source.text for link in found.chain] == ["The Amber Column", "a nurse"]


def test_a_claim_added_with_its_speaker_takes_the_place_of_one_read_in_the_outlets_own_voice():
    bare = read("The Amber Column took the fort of Tar on Sunday", ClaimType.SEIZE, "took")
    done = revised(reading(bare), sign(add(draft_of(TOOK, WHOLE.attributions), ())))
    (found,) = done.reading.claims
    assert found.speaker.text == "a nurse"


def test_a_rejected_claim_goes_alone():
    done = revised(WHOLE, sign(reject(LOST, WHOLE.attributions)))
    assert done.reading.claims == (TOOK, FORD, LEFT)
    assert done.lost == ()


def test_of_two_happenings_in_one_sentence_only_the_rejected_one_goes():
    both = replace(
        FORD, evidence=Evidence((span("Ten men were killed at the ford and three were killed at the mill"),))
    )
    mill = replace(both, id="c-mill", trigger=span("killed", nth=1))
    made = sign(reject(both, attributions_of([both])))
    assert revised(reading(both, mill), made).reading.claims == (mill,)
    renamed = replace(both, id="c-other"), mill
    assert revised(reading(*renamed), made).reading.claims == (mill,)


def test_two_triggers_of_one_happening_are_one_claim():
    launched = read("Ten men were killed at the ford", ClaimType.KILL, "were", by="Colonel Odo Kell", cue="told")
    assert revised(reading(launched), sign(reject(FORD, WHOLE.attributions))).reading.claims == ()


@pytest.mark.parametrize(
    ("part", "value", "seen"),
    [
        ("stance", Stance.POSSIBLE, lambda c: c.stance is Stance.POSSIBLE),
        ("type", ClaimType.ATTACK, lambda c: c.type is ClaimType.ATTACK),
        ("basis", Basis.SAW, lambda c: c.basis is Basis.SAW),
        ("words", (at("took the fort of Tar"),), lambda c: c.evidence.text == "took the fort of Tar"),
        ("trigger", None, lambda c: c.trigger is None),
        ("place", (at("Tar"),), lambda c: c.role(Role.PLACE).text == "Tar"),
        ("object", (), lambda c: c.role(Role.OBJECT) is None),
        ("when", at("on Sunday"), lambda c: c.when.span.text == "on Sunday"),
        ("manner", at("took"), lambda c: c.manner.text == "took"),
        ("quantities", (at("Ten men"),), lambda c: c.quantities[0].span.text == "Ten men"),
        ("speaker", (), lambda c: c.chain == () and c.said_in is None),
        ("speaker", (Step(at("Colonel Odo Kell")),), lambda c: c.speaker.text == "Colonel Odo Kell"),
    ],
)
def test_an_amended_part_is_as_the_person_says_in_any_reading_and_the_rest_as_it_was_read(part, value, seen):
    made = sign(amend(TOOK, WHOLE.attributions, part, value))
    for base in (WHOLE, reading(replace(TOOK, confidence=0.3), by=OTHER), reading(by=OTHER)):
        done = revised(base, made)
        found = next(each for each in done.reading.claims if each.id == TOOK.id)
        assert seen(found)
        assert found.decided == "d0"
        was = draft_of(TOOK, WHOLE.attributions)
        assert replace(draft_of(found, done.reading.attributions), **_part(part, was)) == was


def _part(part, was):
    name = {"speaker": "said"}.get(part, part)
    return {"roles": was.roles} if part in list(Role) else {name: getattr(was, name)}


def test_an_amendment_that_cannot_be_is_refused():
    for part, value in (("stance", "surely"), ("mood", ()), ("words", ()), ("when", (1, 2, 3)), ("place", "Tar")):
        with pytest.raises(ValueError):  # noqa: PT011  # whatever its words
            amend(TOOK, WHOLE.attributions, part, value)


def test_an_amendment_of_an_amended_claim_holds_when_the_first_is_taken_back():
    first = sign(amend(TOOK, WHOLE.attributions, "type", ClaimType.ATTACK))
    shown = revised(WHOLE, first).reading
    second = sign(amend(shown.claims[0], shown.attributions, "stance", Stance.POSSIBLE), 1)
    (found,) = [each for each in revised(WHOLE, first, second).reading.claims if each.id == TOOK.id]
    assert (found.type, found.stance) == (ClaimType.ATTACK, Stance.POSSIBLE)
    done = revised(WHOLE, first, second, undo(first)).reading
    assert len(done.claims) == len(WHOLE.claims)
    assert (done.claims[0].type, done.claims[0].stance) == (ClaimType.SEIZE, Stance.POSSIBLE)


def test_what_is_decided_on_an_added_claim_is_lost_with_it():
    first = sign(add(MILL, WHOLE.attributions))
    shown = revised(WHOLE, first).reading
    second = sign(amend(shown.claims[-1], shown.attributions, "stance", Stance.DENIED), 1)
    assert revised(WHOLE, first, second).reading.claims[-1].stance is Stance.DENIED
    done = revised(WHOLE, first, second, undo(first))
    assert (done.reading, done.lost) == (WHOLE, (second,))


def test_a_claim_is_split_into_two_and_two_are_merged_into_one():
    both = replace(
        FORD, evidence=Evidence((span("Ten men were killed at the ford and three were killed at the mill"),))
    )
    base = reading(both)
    one = replace(MILL, words=(at("Ten men were killed at the ford"),), trigger=at("killed"), roles=())
    acts = split(both, base.attributions, [one, MILL])
    done = revised(base, *(sign(act, hour) for hour, act in enumerate(acts))).reading
    assert [each.evidence.text for each in done.claims] == [
        "Ten men were killed at the ford",
        "three were killed at the mill",
    ]
    assert done.claims[0].decided == "d1"
    whole = merge(done.claims[0], done.claims[1], done.attributions)
    again = revised(base, *(sign(act, hour) for hour, act in enumerate([*acts, *whole]))).reading
    assert [each.evidence.text for each in again.claims] == [
        "Ten men were killed at the ford … three were killed at the mill"
    ]


def test_an_added_attribution_gives_its_claims_their_speaker_and_a_rejected_one_takes_him_away():
    draft = AttributionDraft("r1", V1, Step(at("The River Guard"), at("denied")), (at("Later the Column left"),))
    made = sign(add_attribution(draft))
    done = revised(WHOLE, made).reading
    left = only(done, ClaimType.WITHDRAW, "left")
    assert left.speaker.text == "The River Guard"
    assert left.said_in in {each.id for each in done.attributions}
    gone = sign(reject_attribution(WHOLE.attributions[0], V1))
    done = revised(WHOLE, gone).reading
    assert (done.claims[0].chain, done.claims[0].said_in) == ((), None)
    assert WHOLE.attributions[0].id not in {each.id for each in done.attributions}
    assert revised(WHOLE, gone, undo(gone)).reading == WHOLE


def test_an_attribution_around_another_passes_it_on():
    draft = AttributionDraft("r1", V1, Step(at("the Column"), None), ((0, TEXT.index(" The River")),))
    done = revised(WHOLE, sign(add_attribution(draft))).reading
    took = done.claims[0]
    assert [link.source.text for link in took.chain] == ["a nurse", "the Column"]
    by_id = {each.id: each for each in done.attributions}
    assert by_id[by_id[took.said_in].within].sources[0].text == "the Column"


def test_a_claim_that_an_attribution_touched_with_others_is_found_among_them():
    whole = AttributionDraft("r1", V1, Step(at("the Column"), None), ((0, len(TEXT)),))
    first = sign(add_attribution(whole))
    shown = revised(WHOLE, first).reading
    ford = only(shown, ClaimType.KILL, "Ten men")
    second = sign(amend(ford, shown.attributions, "stance", Stance.DENIED), 1)
    done = revised(WHOLE, first, second).reading
    assert [claim.id for claim in done.claims if claim.stance is Stance.DENIED] == [LOST.id, FORD.id]
    alone = revised(WHOLE, first, second, undo(first)).reading
    assert [claim.id for claim in alone.claims if claim.stance is Stance.DENIED] == [LOST.id, FORD.id]


def test_in_a_report_checked_whole_its_claims_stand_and_no_others_in_any_reading():
    made = sign(mark_whole("r1", V1, (TOOK, FORD), WHOLE.attributions))
    more = replace(LEFT, id="c-more", type=ClaimType.DEPLOY)
    for base in (WHOLE, reading(by=OTHER), reading(replace(TOOK, id="n"), more, by=OTHER)):
        done = revised(base, made)
        assert [claim.id for claim in done.reading.claims] == [TOOK.id, FORD.id]
        assert [claim.evidence for claim in done.reading.claims] == [TOOK.evidence, FORD.evidence]
        assert done.lost == ()
        assert revised(base, made, undo(made)).reading == base
    later = sign(add(MILL, WHOLE.attributions), 1)
    assert len(revised(WHOLE, made, later).reading.claims) == 3
    amended = sign(amend(revised(WHOLE, made).reading.claims[0], WHOLE.attributions, "stance", Stance.JUDGED), 2)
    for decisions in ((made, amended), (made, amended, undo(made))):
        found = {claim.id: claim.stance for claim in revised(WHOLE, *decisions).reading.claims}
        assert found[TOOK.id] is Stance.JUDGED


def test_another_version_of_a_report_checked_whole_is_not_checked():
    made = sign(mark_whole("r1", V1, (TOOK, LEFT), WHOLE.attributions))
    new = read("The River Guard denied", ClaimType.DEPLOY, text=LATER)
    done = revised(reading(new, text=LATER), made)
    assert [claim.type for claim in done.reading.claims] == [ClaimType.DEPLOY, ClaimType.SEIZE]
    assert done.lost == (made,)


def test_of_two_decisions_on_one_claim_the_later_counts_whatever_order_they_come_in():
    attributions = WHOLE.attributions
    made = [
        sign(amend(TOOK, attributions, "stance", Stance.DENIED), 0),
        sign(reject(TOOK, attributions), 1),
        sign(accept(TOOK, attributions), 2, by="Basim"),
        sign(amend(TOOK, attributions, "stance", Stance.POSSIBLE), 3),
    ]
    for order in itertools.permutations(made):
        for base in (WHOLE, reading()):
            (found,) = [each for each in revised(base, *order).reading.claims if each.id == TOOK.id]
            assert found.stance is Stance.POSSIBLE


def test_words_that_moved_are_found_and_words_that_are_gone_are_lost():
    kept = [sign(accept(TOOK, WHOLE.attributions), 0), sign(add(MILL, ()), 1)]
    gone = [sign(accept(LEFT, ()), 2), sign(amend(LEFT, (), "stance", Stance.DENIED), 3), sign(reject(LEFT, ()), 4)]
    done = revised(reading(text=LATER), *kept, *gone)
    assert done.lost == tuple(gone)
    assert [each.evidence.text for each in done.reading.claims] == [TOOK.evidence.text, "three were killed at the mill"]
    for each in done.reading.claims:
        for part in (*each.evidence.spans, each.trigger, each.chain[0].cue):
            assert LATER[part.start : part.end] == part.text
    assert done.reading.claims[1].trigger.start == at("killed", LATER, 1)[0]


def test_a_decision_on_a_report_that_is_not_there_or_in_a_newer_releases_words_is_lost():
    made = sign(accept(TOOK, WHOLE.attributions))
    newer = replace(made, id="d9", value='{"claim": {"type": "trade"}}')
    report = Report("r1", "a.txt", TEXT)
    other = replace(made, id="d8", target=replace(made.target, report="r2"))
    done = revise_all([(report, WHOLE)], [made, newer, other, undo(other, 60)], {})
    assert done.lost == (newer,)
    assert revise_all([(report, WHOLE)], [other], {}).lost == (other,)
    aside = Decision("x", DecisionKind.ACCEPT, Target("r1", field="checked"), "yes", "Amal", NOON, "all of it")
    assert revise_all([(report, WHOLE)], [aside], {}).readings == ((report, WHOLE),)


CLAIMS = [TOOK, LOST, FORD, LEFT]
ACTS = st.one_of(
    st.sampled_from(CLAIMS).map(lambda c: accept(c, WHOLE.attributions)),
    st.sampled_from(CLAIMS).map(lambda c: reject(c, WHOLE.attributions)),
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from(list(Stance))).map(
        lambda each: amend(each[0], WHOLE.attributions, "stance", each[1])
    ),
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from(list(ClaimType))).map(
        lambda each: amend(each[0], WHOLE.attributions, "type", each[1])
    ),
    st.just(add(MILL, WHOLE.attributions)),
)
#: What another reader makes of each claim: words cut at both ends, or nothing.
CUTS = st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 3), st.integers(0, 5))), min_size=4, max_size=4)


def cut_reading(cuts):
    claims = []
    for claim, cut in zip(CLAIMS, cuts, strict=True):
        if cut:
            whole = claim.evidence.spans[0]
            words = Span.of(TEXT, whole.start + cut[0], whole.end - cut[1])
            claims.append(replace(claim, id=f"n-{claim.id}", evidence=Evidence((words,)), reader="llm 2"))
    return reading(*claims, by=OTHER)


@given(st.lists(ACTS, max_size=6), CUTS)
def test_the_last_word_on_a_claim_holds_in_any_reading(acts, cuts):
    decisions = [sign(act, hour) for hour, act in enumerate(acts)]
    done = revised(cut_reading(cuts), *decisions)
    assert done.lost == ()
    for claim in CLAIMS:
        mine = [each for each in decisions if read_checked(each).draft.id == claim.id]
        found = [each for each in done.reading.claims if each.id == claim.id]
        if not mine:
            assert len([each for each in done.reading.claims if each.id == f"n-{claim.id}"]) == bool(
                cuts[CLAIMS.index(claim)]
            )
        elif mine[-1].kind is DecisionKind.REJECT:
            assert not [each for each in done.reading.claims if each.id in (claim.id, f"n-{claim.id}")]
        else:
            (stands,) = found
            last = read_checked(mine[-1])
            assert stands.decided == mine[-1].id
            if last.part:
                assert part_of(draft_of(stands, done.reading.attributions), last.part) == last.value
    assert revised(cut_reading(cuts), *decisions[::-1]) == done


@given(st.lists(ACTS, min_size=1, max_size=5), CUTS, st.data())
def test_what_is_taken_back_leaves_exactly_what_the_others_make(acts, cuts, data):
    decisions = [sign(act, hour) for hour, act in enumerate(acts)]
    base = cut_reading(cuts)
    back = data.draw(st.sets(st.sampled_from(decisions)))
    left = [each for each in decisions if each not in back]
    done = revised(base, *decisions, *(undo(each) for each in back))
    assert done == revised(base, *left)
    assert revised(base, *decisions, *(undo(each) for each in decisions)).reading == base


@given(st.lists(ACTS, max_size=5), CUTS)
def test_every_word_of_a_revised_reading_stands_in_the_text_and_no_two_claims_have_one_name(acts, cuts):
    done = revised(cut_reading(cuts), *(sign(act, hour) for hour, act in enumerate(acts))).reading
    names = [each.id for each in done.claims]
    assert len(set(names)) == len(names)
    known = {each.id for each in done.attributions}
    for claim in done.claims:
        assert claim.said_in is None or claim.said_in in known
        spans = [*claim.evidence.spans, *filter(None, [claim.trigger, *(link.cue for link in claim.chain)])]
        assert all(TEXT[each.start : each.end] == each.text for each in spans)
