"""Gold's claims stand in for a reader's, with every word in its place."""

from dataclasses import replace

import pytest

from sayso.evaluate import gold_reading, list_figures, score_affair
from sayso.evaluate.gold import GoldNumber
from sayso.evaluate.tests.build import TEXT, affair, gold
from sayso.model.claim import Link, Mention
from sayso.model.report import Report
from sayso.model.rows import row_of_claim, row_of_report
from sayso.model.values.stance import Role


def read(*claims, text=TEXT):
    """The claims of the only report of an affair."""
    [(_, reading)] = gold_reading(affair(*claims, text=text), [Report("r1", "some/where/day.txt", text)])
    return reading


def test_every_span_gives_back_its_own_text(marrow):
    for report, reading in gold_reading(marrow, [Report(each.name, each.name, each.text) for each in marrow.reports]):
        for claim in reading.claims:
            spans = [*claim.evidence.spans, *(each.span for each in claim.quantities)]
            spans += [span for span in (claim.manner, claim.when and claim.when.span) if span]
            spans += [filler.mention for filler in claim.roles] + [link.source for link in claim.chain]
            assert [report.text[span.start : span.end] for span in spans] == [span.text for span in spans]


def test_the_chain_is_left_without_the_outlet():
    relayed = gold(said_by=("the mayor", "a wire", "Day"))
    [claim] = read(relayed).claims
    assert [link.source.text for link in claim.chain] == ["the mayor", "a wire"]
    assert claim.chain[1].source == Mention("a wire")


def test_the_outlets_own_voice_has_no_chain_and_no_attribution():
    reading = read(gold(said_by=("Day",)))
    assert reading.claims[0].is_own_voice
    assert reading.claims[0].chain == ()
    assert reading.attributions == ()


def test_an_attributed_claim_names_its_attribution():
    reading = read(gold())
    [attribution] = reading.attributions
    assert reading.claims[0].said_in == attribution.id
    assert attribution.sources[0].text == "the mayor"
    assert attribution.contents == reading.claims[0].evidence.spans


def test_words_are_taken_from_the_claims_own_sentence():
    # The mayor of the sentence before stands nearer to these words than their own.
    [claim] = read(gold("Soldiers left", roles=[("object", "the fort")])).claims
    assert claim.chain[0].source.start == TEXT.rindex("the mayor")
    assert claim.role(Role.OBJECT).start == TEXT.rindex("the fort")


def test_a_claim_whose_words_are_not_in_the_clean_text_is_left_out():
    assert read(gold(), gold("Rebels took the fort", id="g2"), text="Soldiers left.").claims == ()


def test_two_claims_about_the_same_words_are_two():
    first, second = read(gold(), gold(id="g2", stance="denied")).claims
    assert first.id != second.id


def test_a_report_that_gold_does_not_have_gets_an_empty_reading(marrow):
    [(_, reading)] = gold_reading(marrow, [Report("r9", "elsewhere.txt", TEXT)])
    assert reading.claims == ()


def test_a_date_is_golds_and_its_words_are_words_of_time():
    [claim] = read(gold(when="2020-01-06")).claims
    assert (claim.when.edtf, claim.when.basis, claim.when.span.text) == ("2020-01-06", "words", "Monday")


def test_a_date_without_words_of_time_stands_on_the_evidence():
    [claim] = read(gold("Soldiers left the fort", when="2020-01-06")).claims
    assert claim.when.span.text == "Soldiers left the fort"


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        (GoldNumber(best=40), 40, 40),
        (GoldNumber(best=40, approximate=True), 36, 44),
        (GoldNumber(best=40, low=40), 40, None),
        (GoldNumber(best=40, high=40), None, 40),
        (GoldNumber(low=40, high=60), 40, 60),
        (GoldNumber(low=24), 24, None),
    ],
)
def test_a_count_is_as_open_as_gold_leaves_it(number, low, high):
    [claim] = read(gold(number=number)).claims
    assert [(each.low, each.high) for each in claim.quantities] == [(low, high)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two guards", 2),
        ("about 4,500 people", 4500),
        ("11 million crowns", 11_000_000),
        ("a dozen men", 12),
        ("hundreds of men", None),
        ("both men", 2),
    ],
)
def test_a_count_stands_in_the_role_that_it_counts(words, value):
    text = f"The river took {words} away."
    [claim] = read(
        gold(text, type="destroy", roles=[("object", words)], number=GoldNumber(best=value)), text=text
    ).claims
    assert claim.quantities[0].of is Role.OBJECT
    assert claim.quantities[0].span.text == words


def test_a_count_of_the_dead_counts_whoever_was_harmed():
    text = "The toll stands at 17."
    [claim] = read(gold(text, type="kill", number=GoldNumber(best=17)), text=text).claims
    assert claim.quantities[0].of is Role.RECIPIENT
    assert claim.quantities[0].span.text == "17"


def test_golds_claims_score_in_full_on_all_that_is_read(marrow):
    names = {each.name: each.outlet for each in marrow.reports}
    rows = []
    for report, reading in gold_reading(marrow, [Report(each.name, each.name, each.text) for each in marrow.reports]):
        outlet = Link(Mention(names[report.id]))
        rows += [row_of_report(report), *(row_of_claim(replace(c, chain=(*c.chain, outlet))) for c in reading.claims)]
    got = list_figures(score_affair(marrow, rows))
    read = ("attribution", "type", "claim", "roles", "evidence", "chain", "stance", "number", "when", "manner")
    assert {name: got[name] for name in read} == dict.fromkeys(read, 100.0)
