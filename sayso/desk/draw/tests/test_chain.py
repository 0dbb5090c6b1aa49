"""A chain drawn: who stands at each step, in which words."""

from sayso.desk.draw.chain import StepKind, draw_chain
from sayso.model.claim import Claim, Link, Mention
from sayso.model.values.span import Evidence, Span
from sayso.model.values.stance import ClaimType, Stance

OUTLET = Link(Mention("The Gazette", entity="e-gazette"))


def claim(*chain, said_in="t1"):
    evidence = Evidence((Span(0, 4, "left"),))
    return Claim("c1", "r1", "v", ClaimType.WITHDRAW, Stance.ASSERTED, evidence, said_in=said_in, chain=chain)


def drawn(claim, outlet="The Gazette"):
    return draw_chain(claim, outlet)


def kinds(steps):
    return [(step.kind, step.name) for step in steps]


def test_the_nearest_speaker_comes_first_and_the_outlet_last():
    relay = Link(Mention("The Agency", entity="e-agency"))
    steps = drawn(claim(Link(Mention("Fennar", 0, 6)), relay, OUTLET))
    assert kinds(steps) == [
        (StepKind.SPEAKER, "Fennar"),
        (StepKind.RELAY, "The Agency"),
        (StepKind.OUTLET, "The Gazette"),
    ]


def test_an_outlet_that_speaks_itself_is_the_one_step():
    assert kinds(drawn(claim(OUTLET, said_in=None))) == [(StepKind.OUTLET, "The Gazette")]


def test_reportedly_has_nobody_first():
    assert kinds(drawn(claim(OUTLET))) == [(StepKind.NOBODY, ""), (StepKind.OUTLET, "The Gazette")]


def test_a_page_that_names_no_outlet_is_the_last_step_and_no_speaker_is_taken_for_an_outlet():
    assert kinds(drawn(claim(said_in=None), None)) == [(StepKind.UNNAMED, "")]
    steps = drawn(claim(Link(Mention("Fennar", 0, 6))), None)
    assert kinds(steps) == [(StepKind.SPEAKER, "Fennar"), (StepKind.UNNAMED, "")]


def test_words_are_shown_where_they_stand_for_somebody_called_otherwise():
    he = Mention("He", 0, 2, "e-fennar", ("Idris Fennar", "Fennar"))
    front = Mention("The Front", 0, 9, "e-front", ("Front",))
    steps = [drawn(claim(Link(who), OUTLET))[0] for who in (he, front)]
    assert [(step.name, step.words) for step in steps] == [("Idris Fennar", "He"), ("Front", None)]


def test_a_channel_that_repeats_its_cue_is_told_once():
    link = Link(Mention("Fennar", 0, 6), Span(7, 11, "told"), "told the agency by telephone")
    step = drawn(claim(link, OUTLET))[0]
    assert (step.cue, step.channel) == ("told the agency by telephone", None)


def test_a_source_leads_to_its_page_by_entity_or_by_name():
    steps = drawn(claim(Link(Mention("a/b spokesman?", 0, 14)), OUTLET))
    assert [step.address for step in steps] == ["/source/a%2Fb%20spokesman%3F", "/source/e-gazette"]
