"""Claims to which a correction of one applies too. The reports are invented."""

from dataclasses import replace

import pytest

from sayso.model.alike import like, like_whole
from sayso.model.attribution import Attribution
from sayso.model.checking import amend, reject
from sayso.model.claim import Claim, Link, Mention, RoleFiller
from sayso.model.draft import Step
from sayso.model.report import Report
from sayso.model.resolution import Resolution
from sayso.model.snapshot import Snapshot
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Role, Stance

TEXTS = {
    "r1": "The Column seized the fort, Kell is said to hold. The Column seizes the mill, Moss is said to hold.",
    "r2": "Kell is said to hold. The Column seized the fort. The Guard seized the weir, a nurse said.",
}


def claim(report, words, trigger, *, by=None, cue=None, actor=None, nth=0, **more):
    text = TEXTS[report]
    spans = {name: _span(text, each) for name, each in (("by", by), ("cue", cue), ("actor", actor)) if each}
    chain = (Link(Mention.at(spans["by"]), spans.get("cue")),) if by else ()
    return Claim(
        f"{report}-{words}-{nth}",
        report,
        f"v-{report}",
        ClaimType.SEIZE,
        Stance.ASSERTED,
        Evidence((_span(text, words),)),
        _span(text, trigger),
        (RoleFiller(Role.ACTOR, Mention.at(spans["actor"])),) if actor else (),
        chain=chain,
        said_in=f"t-{words}" if by else None,
        **more,
    )


def _span(text, words):
    return Span.of(text, text.index(words), text.index(words) + len(words))


FORT = claim("r1", "The Column seized the fort", "seized", by="Kell", cue="is said to hold", actor="The Column")
MILL = claim("r1", "The Column seizes the mill", "seizes", by="Kell", actor="The Column")
COPY = claim("r2", "The Column seized the fort", "seized", by="Kell", cue="is said to hold", actor="The Column")
WEIR = claim("r2", "The Guard seized the weir", "seized", by="a nurse", cue="said", actor="The Guard")


def snapshot(*claims):
    return Snapshot(
        tuple(
            Resolution(
                Report(report, f"{report}.txt", TEXTS[report]),
                tuple(_attribution(each) for each in claims if each.report == report),
                tuple(each for each in claims if each.report == report),
            )
            for report in TEXTS
        )
    )


def _attribution(each):
    source = each.chain[0].source
    cues = (each.chain[0].cue,) if each.chain[0].cue else ()
    return Attribution(
        each.said_in, each.report, (Span(source.start, source.end, source.text),), cues, each.evidence.spans
    )


EVERY = snapshot(FORT, MILL, COPY, WEIR)


def found(part, new, every=EVERY, of=FORT):
    return {each.claim.evidence.text + each.claim.report: each for each in like(of, part, new, every)}


def test_a_type_is_wrong_wherever_the_same_word_tells_of_it():
    cases = found("type", ClaimType.ATTACK)
    assert len(cases) == 3
    assert all(each.value is ClaimType.ATTACK and "tells of it" in each.because for each in cases.values())


def test_a_stance_is_wrong_wherever_the_same_words_of_saying_stand():
    (case,) = found("stance", Stance.POSSIBLE).values()
    assert (case.claim, case.because) == (
        COPY,
        "the same words of saying, “is said to hold”, and the same stance before",
    )


def test_a_speaker_is_corrected_in_his_report_alone():
    (case,) = found("speaker", (Step((0, 10)),)).values()
    assert (case.claim, case.value) == (MILL, (Step((0, 10)),))


def test_words_of_a_role_are_taken_where_they_stand_near_the_other_claim_too():
    start = TEXTS["r1"].index("the fort")
    cases = found("actor", ((start, start + 8),))
    assert set(cases) == {"The Column seizes the millr1", "The Column seized the fortr2"}
    copy = cases["The Column seized the fortr2"]
    assert TEXTS["r2"][slice(*copy.value[0])] == "the fort"
    assert found("actor", ())["The Column seizes the millr1"].value == ()
    assert "The Guard seized the weirr2" not in found("actor", ())


def test_a_place_that_was_missed_is_missed_alike():
    start = TEXTS["r1"].index("the mill")
    cases = found("place", ((start, start + 8),), of=MILL)
    assert set(cases) == {"The Column seized the fortr1"}
    assert "no place either" in cases["The Column seized the fortr1"].because


def test_what_a_person_decided_is_never_changed_with_the_others():
    assert found("stance", Stance.POSSIBLE, snapshot(FORT, replace(COPY, decided="d1"))) == {}
    assert like(FORT, "stance", Stance.POSSIBLE, snapshot(WEIR)) == ()


def test_a_copy_is_rejected_as_its_original_is():
    (case,) = like_whole(FORT, EVERY)
    assert case.claim == COPY
    assert reject(case.claim, case.resolution.attributions).target.report == "r2"


@pytest.mark.parametrize(("part", "new"), [("type", ClaimType.ATTACK), ("stance", Stance.POSSIBLE), ("actor", ())])
def test_a_like_case_can_be_amended_as_it_says(part, new):
    for case in like(FORT, part, new, EVERY):
        assert amend(case.claim, case.resolution.attributions, part, case.value).target.field == part
