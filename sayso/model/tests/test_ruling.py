"""Decisions on events, voices and lineage, brought to whatever reading stands."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claim import Claim, Link, Mention
from sayso.model.decision import Decision, DecisionKind, Target
from sayso.model.lineage import Relation
from sayso.model.passage import find_claim, passage_of, read_passage
from sayso.model.ruling import EVENT, LINEAGE, RETRACTED, VOICE, pair_claims, rule, write_edge, write_pair
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
TEXT = "The Guard took the fort. The Guard lost the fort. Ten men died at the ford, a nurse said. Nobody died."
WORDS = ("The Guard took the fort", "The Guard lost the fort", "Ten men died at the ford", "Nobody died")
TEXTS = {"v1": TEXT, "v2": "Corrected. " + TEXT}


def claim(number, *, report="r1", version="v1", words=None, type_=ClaimType.SEIZE, speaker=None):
    said = words or WORDS[number]
    start = TEXTS[version].index(WORDS[number]) + WORDS[number].index(said)
    chain = (Link(Mention("somebody", speaker, speaker + 1)),) if speaker is not None else ()
    evidence = Evidence((Span(start, start + len(said), said),))
    return Claim(f"c-{report}-{version}-{number}", report, version, type_, Stance.ASSERTED, evidence, chain=chain)


def decide(kind, one, other, *, about=EVENT, hour=0, name=None):
    target = Target(one.report, one.version, one.evidence.start, one.evidence.end, field=about)
    value = write_pair(passage_of(one), passage_of(other))
    return Decision(name or f"d{hour}", kind, target, value, "Amal", NOON + timedelta(hours=hour), "seen")


def rulings(*decisions, claims, reports=("r1", "r2")):
    return rule(decisions, claims, TEXTS, set(reports))


def test_a_passage_is_read_as_it_was_written():
    for speaker in (None, 40):
        passage = passage_of(claim(0, speaker=speaker))
        assert read_passage(str(passage)) == passage


def test_a_decision_finds_its_claim_in_a_reading_with_other_bounds_and_identifiers():
    one, other = claim(0), claim(1)
    made = decide(DecisionKind.MERGE, one, other)
    again = [replace(claim(0, words="Guard took the fort"), id="x"), replace(claim(1, words="lost the fort"), id="y")]
    assert rulings(made, claims=again).rulings.together == {("x", "y")}


def test_a_decision_finds_its_words_in_a_later_version_of_the_report():
    made = decide(DecisionKind.SPLIT, claim(0), claim(1), about=VOICE)
    found = rulings(made, claims=[claim(0, version="v2"), claim(1, version="v2")])
    assert found.rulings.two_voices == {("c-r1-v2-0", "c-r1-v2-1")}


def test_of_two_claims_in_the_same_words_a_decision_finds_that_of_its_speaker():
    said, denied = claim(0, speaker=3), replace(claim(0, speaker=30), id="denial")
    assert find_claim(passage_of(denied), [said, denied], TEXTS) is denied
    assert find_claim(passage_of(said), [said, denied], TEXTS) is said


def test_a_decision_whose_words_no_claim_has_is_named_as_lost():
    made = decide(DecisionKind.MERGE, claim(0), claim(1))
    assert rulings(made, claims=[claim(0), claim(1, type_=ClaimType.KILL)]).lost == (made,)


def test_of_two_decisions_on_the_same_two_claims_the_later_counts():
    joined, parted = (
        decide(DecisionKind.MERGE, claim(0), claim(1)),
        decide(DecisionKind.SPLIT, claim(1), claim(0), hour=1),
    )
    found = rulings(parted, joined, claims=[claim(0), claim(1)]).rulings
    assert (found.together, found.apart) == (frozenset(), {("c-r1-v1-0", "c-r1-v1-1")})


def test_lineage_is_cut_added_and_retracted_by_report():
    def of(kind, field, value, hour):
        return Decision(
            f"d{hour}", kind, Target("r1", field=field), value, "Amal", NOON + timedelta(hours=hour), "seen"
        )

    cut = of(DecisionKind.CUT, LINEAGE, write_edge("gone", Relation.COPY), 1)
    added = of(DecisionKind.ADD, LINEAGE, write_edge("r2", Relation.REWRITE), 2)
    taken = of(DecisionKind.RETRACT, RETRACTED, "yes", 3)
    found = rulings(cut, added, taken, claims=[]).rulings
    assert found.cut_edges == {("r1", "gone")}
    assert [(e.report, e.of, e.relation) for e in found.added_edges] == [("r1", "r2", Relation.REWRITE)]
    assert "so decided by Amal" in found.added_edges[0].evidence
    assert found.retracted == {"r1"}
    assert rulings(added, claims=[], reports=["r1"]).lost == (added,)


kinds = st.sampled_from([DecisionKind.MERGE, DecisionKind.SPLIT])
pairs = st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda pair: pair[0] != pair[1])
#: What another reader makes of a claim: the words it keeps at both ends, or nothing.
readings = st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 6), st.integers(0, 6))), min_size=4, max_size=4)


@given(st.lists(st.tuples(kinds, pairs, st.sampled_from([EVENT, VOICE])), max_size=6), readings)
def test_a_run_from_scratch_never_loses_a_decision(made, readings):
    decisions = [
        decide(kind, claim(a), claim(b), about=about, hour=hour) for hour, (kind, (a, b), about) in enumerate(made)
    ]
    read = [
        replace(claim(number, words=WORDS[number][cut[0] : len(WORDS[number]) - cut[1]]), id=f"n{number}")
        for number, cut in enumerate(readings)
        if cut
    ]
    found = rule(decisions, read, TEXTS, {"r1"})
    kept = {each.id for each in read}
    last = {}
    for decision, (kind, (a, b), about) in zip(decisions, made, strict=True):
        ids = {f"n{a}", f"n{b}"}
        assert (decision in found.lost) is not (ids <= kept)
        if ids <= kept:
            last[about, pair_claims(*sorted(ids))] = kind
    for about, joined, parted in (
        (EVENT, found.rulings.together, found.rulings.apart),
        (VOICE, found.rulings.one_voice, found.rulings.two_voices),
    ):
        assert joined == {pair for (each, pair), kind in last.items() if each == about and kind is DecisionKind.MERGE}
        assert parted == {pair for (each, pair), kind in last.items() if each == about and kind is DecisionKind.SPLIT}
    assert rule(decisions[::-1], read[::-1], TEXTS, {"r1"}).rulings == found.rulings
