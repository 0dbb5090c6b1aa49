"""Antecedents that the reader gives."""

from sayso.model.attribution import Attribution
from sayso.model.knowledge import Knowledge
from sayso.model.reading import Reading
from sayso.resolve import resolve
from sayso.resolve.tests.build import READER, chain_names, claim, report, span

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
