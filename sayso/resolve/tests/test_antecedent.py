"""Antecedents that the reader gives."""

from sayso.model.attribution import Attribution
from sayso.model.knowledge import Knowledge
from sayso.model.reading import Reading
from sayso.resolve import resolve
from sayso.resolve.tests.build import READER, chain_names, claim, report, resolve_one, span

LOWEN = report(
    "A miller called Orrin Vail stood beside Mayor Teodor Kress at the gate. The mayor did not stop. "
    "The dam had been blown at dawn, he said."
)


def _speaker(pronoun: str, antecedent: str) -> str:
    one = claim(LOWEN, "The dam had been blown at dawn", by=(pronoun,), cue="said")
    said = one.chain[0].source
    attribution = Attribution(
        "t1",
        LOWEN.id,
        (span(LOWEN.text, pronoun, after=said.start or 0),),
        (span(LOWEN.text, "said"),),
        one.evidence.spans,
        antecedent=span(LOWEN.text, antecedent),
    )
    reading = Reading(LOWEN.id, LOWEN.version, READER, (attribution,), (one,))
    (resolution,) = resolve([(LOWEN, reading)], knowledge=Knowledge())
    return chain_names(resolution.claims[0])[0]


def test_he_is_whom_the_reader_takes_him_for() -> None:
    assert "Orrin Vail" in _speaker("he", "Orrin Vail")


def test_a_person_is_no_dam_whatever_the_reader_thinks() -> None:
    assert "dam" not in _speaker("he", "The dam").casefold()


def test_who_begins_the_sentence_before_is_meant_though_silent() -> None:
    where = report("Mira Holt said the dam held.\n\nThe old lieutenant serves at the mill. He says the road was lost.")
    first = claim(where, "the dam held", by=["Mira Holt"])
    second = claim(where, "the road was lost", by=["He"])
    found = {each.id: each for each in resolve_one(where, first, second).claims}
    assert "The old lieutenant" in found[second.id].chain[0].source.names


def test_a_document_goes_on_as_it() -> None:
    where = report("The closing statement held five demands. It asked the Front to leave.")
    (found,) = resolve_one(where, claim(where, "the Front to leave", by=["It"])).claims
    assert "The closing statement" in found.chain[0].source.names


def test_a_topic_named_first_is_who_speaks() -> None:
    where = report("Torv Aldane said the dam held.\n\nAs for Orrin Kress, he said the road was lost.")
    first = claim(where, "the dam held", by=["Torv Aldane"])
    second = claim(where, "the road was lost", by=["he"])
    found = {each.id: each for each in resolve_one(where, first, second).claims}
    assert chain_names(found[second.id])[0] == "Orrin Kress"


def test_a_pronoun_that_leads_nowhere_is_no_name() -> None:
    where = report("It said the dam held. It added that the road was lost.")
    first, second = claim(where, "the dam held", by=["It"]), claim(where, "the road was lost", by=["It"])
    for each in resolve_one(where, first, second).claims:
        assert not each.chain[0].source.names


def test_captain_who_did_something_is_no_captain_named_before() -> None:
    where = report("Captain Ida Korr left on Friday. The captain who opened the gate said they gave the keys.")
    one = claim(where, "they gave the keys", by=["The captain who opened the gate"])
    assert resolve_one(where, one).claims[0].chain[0].source.entity is None
